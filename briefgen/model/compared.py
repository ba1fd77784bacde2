"""What of a cited sentence was compared with the captures of its works: what readers are told of it."""

from dataclasses import dataclass
from enum import StrEnum

from briefgen.text import Span


class NotCompared(StrEnum):
    """Why nothing of a sentence could be compared."""

    NO_CAPTURE = "no-capture"
    NOT_WHOLE = "not-whole"
    LANGUAGE = "language"
    """briefgen has no file for the language of the brief, or of a capture."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A sentence that cites `keys` in its `citations`, and what of its numbers, dates and names was found.

    The words are those of the sentence. `found`: they, or another form of them, stand in a capture; `given`:
    in the entry of a work; `partly`: less than that stands there, as a day without its year; `missing`:
    nothing like it. A name that stands there in a form that may be another name's is in none of these.
    `absent` are words that the sentence says its works do not have, and that were looked for in texts of its
    language. `copies` says in how many captures was looked; `why` is there where in none.
    """

    citations: tuple[Span, ...]
    keys: tuple[str, ...]
    found: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    copies: int = 0
    why: NotCompared | None = None
