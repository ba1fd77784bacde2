"""One target under the fuzzer: `python -m tests.fuzz.child TARGET` and what libFuzzer is to be told."""

import shlex
import sys

import atheris

with atheris.instrument_imports(include=["briefgen", "tests.fuzz.targets"]):
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """Fuzz until the time is up, or something is found."""
    name, *arguments = sys.argv[1:]
    # libFuzzer starts itself again to merge, as a line for a shell.
    itself = shlex.join((sys.executable, "-m", "tests.fuzz.child", name))
    atheris.Setup([itself, *arguments], TARGETS[name].run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
