"""Readers: from the bytes of a document to its text. Pure; one format a file.

A reader gives what a person would read there, all of it and nothing else: no boilerplate is guessed away, no
picture is read. Spaces and line ends only keep words apart. Whatever a reader is not sure to have read whole
it refuses (`Unreadable`): a capture is evidence. `attempt_at` makes one value of all that may happen; the
document of a stranger is read in a process of its own (`intake/child.py`). Each third-party library stops at
the file of its format and is imported when it is needed, so that `briefgen check` pays for none of them.
"""

from briefgen.intake.readers.attempt import attempt_at, refused
from briefgen.intake.readers.dispatch import ENDINGS, PICTURES, RECORDINGS, ending_of, read_document
from briefgen.intake.readers.document import (
    Attempt,
    Document,
    LibraryMissingError,
    Missing,
    Reading,
    Refused,
    Unreadable,
)

__all__ = [
    "ENDINGS",
    "PICTURES",
    "RECORDINGS",
    "Attempt",
    "Document",
    "LibraryMissingError",
    "Missing",
    "Reading",
    "Refused",
    "Unreadable",
    "attempt_at",
    "ending_of",
    "read_document",
    "refused",
]
