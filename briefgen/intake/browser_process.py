"""Starts a browser that is spoken to through pipes: ``python -m briefgen.intake.browser_process BROWSER …``.

Its protocol reads from the third of its files and writes to the fourth; we are given them as standard input
and output, and become that browser.
"""

import os
import sys


def main() -> None:
    """Become the browser."""
    os.dup2(sys.stdin.fileno(), 3)
    os.dup2(sys.stdout.fileno(), 4)
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1):
        os.dup2(nothing, number)
    os.execv(sys.argv[1], sys.argv[1:])


if __name__ == "__main__":
    main()
