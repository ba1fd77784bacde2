"""Loaded by every Python that a test starts with this folder in its path.

The k-th thing that a program asks of the machine fails, as BRIEFGEN_TEST_FAULT says: the program, k, and the
number of the error. The clock stands where BRIEFGEN_TEST_CLOCK says.
"""

import os
import sys
import time

_ASKED = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.scandir", "os.listdir"}


def _break(program: str, k: int, number: int) -> None:
    if program not in sys.orig_argv:
        return
    left = k

    def asked(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in _ASKED:
            left -= 1
            if left == 0:
                raise OSError(number, os.strerror(number), str(arguments[0]))

    sys.addaudithook(asked)


if fault := os.environ.get("BRIEFGEN_TEST_FAULT"):
    _program, _k, _number = fault.split()
    _break(_program, int(_k), int(_number))
if clock := os.environ.get("BRIEFGEN_TEST_CLOCK"):
    _now = float(clock)
    time.time = lambda: _now
    time.time_ns = lambda: int(_now * 10**9)
