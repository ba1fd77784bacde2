"""The process in which one document is read: ``python -m briefgen.intake.reader_process``.

It gets a pickled document on standard input and writes what came of it, pickled, to standard output. It may
use neither more time nor more memory than the document's limits say, and can write no file.
"""

import os
import pickle
import signal
import sys

from briefgen.intake.readers.attempt import attempt_at
from briefgen.intake.readers.document import Document
from briefgen.intake.readers.limits import MB, NO_MEMORY, ReadingLimits

_MOST_OPEN = 64


def main() -> None:
    """Read the document, and end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started this one ends it
    asked: tuple[Document, str] = pickle.load(sys.stdin.buffer)
    document, ending = asked
    # What a library prints is not our answer.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answer:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        _limit(document.limits)
        try:
            answer.write(pickle.dumps(attempt_at(document, ending), protocol=5))
        except MemoryError:
            sys.exit(NO_MEMORY)


def _limit(limits: ReadingLimits) -> None:
    """Where the system has limits for a process, take them."""
    if sys.platform == "win32":
        return
    import resource

    for what, soft, hard in (
        (resource.RLIMIT_CPU, limits.seconds, limits.seconds + 1),
        (resource.RLIMIT_AS, limits.memory * MB, limits.memory * MB),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_NOFILE, _MOST_OPEN, _MOST_OPEN),
    ):
        _, most = resource.getrlimit(what)
        if most != resource.RLIM_INFINITY:
            soft, hard = min(soft, most), min(hard, most)
        try:
            resource.setrlimit(what, (soft, hard))
        except (OSError, ValueError):
            continue  # macOS refuses some; the others, and who waits for this process, still hold


if __name__ == "__main__":
    main()
