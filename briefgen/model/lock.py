"""The lock: which quotations were verified, in which capture and on which day."""

import unicodedata
from dataclasses import dataclass, field

from briefgen.model.quotation import Quotation
from briefgen.model.verdict import Verdict

LockKey = tuple[str, str, str, int | None]
"""What makes two quotations the same: brief, work, words, and which of several places is meant."""


@dataclass(frozen=True, slots=True)
class LockEntry:
    """One quotation as it was verified.

    `brief` is a slug, `work` a citation key, `words` the quotation as `locked_words` has it. `capture` is the
    sha256 of the captured file, `text_file` that of the file its text was read from where that is another
    one. `ranges` count code points of the capture's NFC text; `of` says how often the words stand in it.
    `verified` is an ISO 8601 day. `line` is where the entry stands in the file.
    """

    brief: str
    work: str
    words: str
    occurrence: int | None
    verdict: Verdict
    ranges: tuple[tuple[int, int], ...]
    of: int
    capture: str
    text_file: str
    fold: int
    verified: str
    line: int = field(default=0, compare=False)

    @property
    def key(self) -> LockKey:
        """What the entry is looked up by."""
        return self.brief, self.work, self.words, self.occurrence


@dataclass(frozen=True, slots=True)
class Lock:
    """All entries of a lock, no two of them with the same key."""

    entries: tuple[LockEntry, ...]


def locked_words(quotation: Quotation) -> str:
    """The words of a quotation as they identify it: NFC, on one line.

    Neither where they stand in the brief nor how its lines are broken makes them other words.
    """
    return " ".join(unicodedata.normalize("NFC", quotation.text).split())
