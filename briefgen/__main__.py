"""The entry of ``briefgen`` and of ``python -m briefgen``."""

import gc
import sys

from briefgen import __version__


def main() -> int:
    """Run the command line. Programs ask often which version this is: nothing is loaded to answer that."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        from briefgen.terminal.closed import open_closed

        open_closed()
    if sys.argv[1:] == ["--version"]:
        return _say(f"briefgen {__version__}\n")
    if sorted(sys.argv[1:]) == ["--json", "--version"]:
        from briefgen.cli._version import version_as_json

        return _say(version_as_json())
    try:
        from briefgen.cli.main import main as command_line
    except (ImportError, OSError) as error:  # there is nobody yet who could put it into better words
        sys.stderr.write(f"briefgen: a part of the installation cannot be loaded: {error}; install it anew\n")
        return 2
    code = command_line()
    gc.freeze()  # else Python looks through all that was made once more, before it ends
    return code


def _say(text: str) -> int:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        from briefgen.terminal.closed import give_up_output

        sys.stderr.write(f"briefgen: {error.strerror}: this cannot be written to standard output\n")
        give_up_output()
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
