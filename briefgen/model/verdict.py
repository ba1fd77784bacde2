"""What comes of looking a quotation up."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a quotation stands in its capture, from the closest agreement to the loosest.

    `exact`: the same code points. `presentation`: the same words in another typography (the fold).
    `layout`: as `presentation`, but for a line end of the capture within the quotation. `elided`:
    verified in pieces, with omissions, insertions or a changed capital that the author marked.
    """

    EXACT = "exact"
    PRESENTATION = "presentation"
    LAYOUT = "layout"
    ELIDED = "elided"


class MissReason(StrEnum):
    """Why a quotation is not verified.

    `look_up` itself names `not-found`, `mid-word`, `out-of-order`, `elision-swallows-negation`,
    `negation-inserted`, `words-replaced`, `too-many-marks`, `ambiguous` and `no-such-occurrence`; `explain`
    turns `not-found` into something more telling; `other-work` and `unchecked` belong to whoever knows the
    other captures.
    """

    NUMBER_CHANGED = "number-changed"
    NEGATION_CHANGED = "negation-changed"
    WORD_CHANGED = "word-changed"
    CASE_OR_ACCENT = "case-or-accent"
    PUNCTUATION = "punctuation"
    SPLICED = "spliced"
    OUT_OF_ORDER = "out-of-order"
    MID_WORD = "mid-word"
    ELISION_SWALLOWS_NEGATION = "elision-swallows-negation"
    NEGATION_INSERTED = "negation-inserted"
    WORDS_REPLACED = "words-replaced"
    TOO_MANY_MARKS = "too-many-marks"
    OTHER_WORK = "other-work"
    AMBIGUOUS = "ambiguous"
    NO_SUCH_OCCURRENCE = "no-such-occurrence"
    STRUCK = "struck"
    NOT_FOUND = "not-found"
    UNCHECKED = "unchecked"


class ElisionKind(StrEnum):
    """What is remarkable about an omission.

    `negation`, `denial`: it leaves out a word that denies, or one that denies, doubts or limits in another
    way. `joined`: it joins parts of two sentences. `not-judged`: the capture is in a language without lists.
    """

    NEGATION = "negation"
    DENIAL = "denial"
    JOINED = "joined"
    LONG_GAP = "long-gap"
    NOT_JUDGED = "not-judged"


@dataclass(frozen=True, slots=True)
class ElisionWarning:
    """Something to look at in an omission: `gap` is ``[start, end)`` in the capture's NFC text.

    `word` is the first word left out that denies or limits, empty for every other kind.
    """

    kind: ElisionKind
    gap: tuple[int, int]
    word: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A verified quotation.

    `ranges` has one ``[start, end)`` for each verified fragment, in order, in code points of the
    capture's NFC text; `occurrences` says how often the whole quotation stands in the capture. `in_whole`:
    only with what sentences run past, the head of a page or the number of an item.
    """

    verdict: Verdict
    ranges: tuple[tuple[int, int], ...]
    occurrences: int
    warnings: tuple[ElisionWarning, ...] = ()
    in_whole: bool = False


@dataclass(frozen=True, slots=True)
class Missed:
    """A quotation that is not verified.

    `positions` are the ``[start, end)`` the reason speaks of, in code points of the capture's NFC
    text: every place of an ambiguous passage, the words a cut goes through, the pieces that stand in
    another order. `elision` is the omission that swallows a negation.
    """

    reason: MissReason
    positions: tuple[tuple[int, int], ...] = ()
    elision: ElisionWarning | None = None
