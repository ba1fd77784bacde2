"""The entry of ``briefgen`` and of ``python -m briefgen``."""

import sys

from briefgen import __version__


def main() -> int:
    """Run the command line. Programs ask often which version this is: nothing is loaded to answer that."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"briefgen {__version__}\n")
        return 0
    if sorted(sys.argv[1:]) == ["--json", "--version"]:
        from briefgen.cli._version import version_as_json

        sys.stdout.write(version_as_json())
        return 0
    try:
        from briefgen.cli.main import main as command_line
    except (ImportError, OSError) as error:  # there is nobody yet who could put it into better words
        sys.stderr.write(f"briefgen: a part of the installation cannot be loaded: {error}; install it anew\n")
        return 2
    return command_line()


if __name__ == "__main__":
    sys.exit(main())
