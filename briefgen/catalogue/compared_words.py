"""What readers are told of a sentence that cites: which of its words were looked for, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.model.compared import NotCompared


@dataclass(frozen=True, slots=True)
class ComparedWords:
    """Words in notes; ``{items}`` are words of the sentence. Of two, the second is for several copies."""

    found: tuple[str, str]
    given: str
    partly: tuple[str, str]
    missing: tuple[str, str]
    rest: str
    """Behind these: nothing else was compared."""
    nothing: str
    """Where there is no number, date or name of which anything can be said."""
    why: Mapping[NotCompared, tuple[str, str]]
    """Of two, the second is for several works cited, of which one cannot be compared."""
    absent: str
    """Where a brief says what its work does not have: ``{words}``, ``{count}`` searched."""
    absent_not_searched: str
    present: str
    """Where the work has them."""
