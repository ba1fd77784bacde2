"""What this machine has, and what it gets back."""

import gc
import os
import sys
from contextlib import suppress


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def give_memory_back() -> None:
    """Give the machine what this process has done with, where it will wait while others need memory.

    Python frees its values, and the C library keeps their pages for the next ones. Where that has no such
    call, nothing is done.
    """
    import ctypes  # for this alone

    gc.collect()
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
