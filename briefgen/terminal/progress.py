"""What a run is at, for a person who watches: a line of the terminal that is gone when it is done.

No thread moves it: a process with threads must not be copied, and most of the work is done in copies.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from briefgen.terminal.manners import manners
from briefgen.terminal.visible import visible

_ERASE = "\r\x1b[K"


@contextmanager
def doing(words: str) -> Iterator[None]:
    """Say what is being done for as long as it is: to a terminal, and with ``--verbose`` to any reader.

    Nothing else may be written meanwhile.
    """
    if manners().verbose:
        sys.stderr.write(f"briefgen: {visible(words)}\n")
        sys.stderr.flush()
        yield
        return
    terminal = sys.__stderr__  # not the one on which nothing acts
    if manners().quiet or terminal is None or not terminal.isatty():
        yield
        return
    sys.stdout.flush()
    terminal.write(f"{_ERASE}{visible(words)} …")
    terminal.flush()
    try:
        yield
    finally:
        terminal.write(_ERASE)
        terminal.flush()
