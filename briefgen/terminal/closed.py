"""Standard streams that are closed, as a program may start us: what is written there goes nowhere.

Left closed, each would have its number taken by the next file that is opened, a lock of ours or a text of an
author's, and what any library writes to a stream of this number would end up in it.
"""

import os
import sys

_STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))


def open_closed() -> None:
    """Open the null device for each of the three that is closed."""
    number = os.open(os.devnull, os.O_RDWR)
    while number < len(_STREAMS):
        os.set_inheritable(number, True)
        number = os.open(os.devnull, os.O_RDWR)
    os.close(number)
    for number, (name, mode) in enumerate(_STREAMS):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))


def give_up_output() -> None:
    """Lead standard output nowhere: Python tries once more at its end, and would complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
