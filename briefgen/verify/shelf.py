"""What quotations are looked up in."""

from briefgen.changed.later import is_same_text, may_be_later, newest
from briefgen.matching.haystack import Haystack, prepare
from briefgen.matching.lookup import look_up
from briefgen.matching.miss import Nearest, explain
from briefgen.model.capture import Capture, Captures
from briefgen.model.quotation import Quotation
from briefgen.model.verdict import Found, Missed, MissReason
from briefgen.verify.beside import judged_beside
from briefgen.verify.lock import LockIndex

_MAY_STAND_BESIDE = frozenset({MissReason.NOT_FOUND, MissReason.MID_WORD, MissReason.OUT_OF_ORDER})
_Words = tuple[str, int, str, int | None, bool, bool]
"""The capture, by its key and number, and all that a look-up depends on."""
_MOST_EXPLAINED = 500
"""Of so many misses it is said what stands there instead; who has more quotes another text."""


class Shelf:
    """The captures, each made ready to be searched once, when first needed; and what is locked.

    The same words are looked up once in each capture, and explained once.
    """

    def __init__(self, captures: Captures, lock: LockIndex) -> None:
        self._captures = captures
        self._prepared: dict[str, Haystack] = {}
        self._outcomes: dict[_Words, Found | Missed] = {}
        self._later: dict[tuple[str, int], Capture | None] = {}
        self._explained: dict[tuple[str, int, str], Nearest | None] = {}
        self.lock = lock

    def of(self, key: str) -> tuple[Capture, ...]:
        """The captures of a work that could be read."""
        return self._captures.of(key)

    def others(self, key: str) -> tuple[Capture, ...]:
        """The captures of all other works."""
        return tuple(capture for capture in self._captures if capture.key != key)

    def haystack(self, capture: Capture) -> Haystack:
        """The capture, ready to be searched."""
        content = f"{capture.record.sha256} {capture.record.text} {capture.language}"
        if content not in self._prepared:
            self._prepared[content] = prepare(capture.text, capture.language)
        return self._prepared[content]

    def later(self, capture: Capture) -> Capture | None:
        """The newest capture of the same text, if that is another one."""
        place = capture.key, capture.number
        if place not in self._later:
            self._later[place] = self._find_later(capture)
        return self._later[place]

    def _find_later(self, capture: Capture) -> Capture | None:
        own = [one for one in self.of(capture.key) if one is capture or may_be_later(capture, one)]
        last = newest(own)
        if last is None or last is capture:
            return None
        same = is_same_text(capture, self.haystack(capture), last, self.haystack(last))
        return last if same else None

    def _whole(self, capture: Capture) -> Haystack:
        """The same with all that its sentences run past."""
        content = f"{capture.record.sha256} {capture.record.text} {capture.language} whole"
        if content not in self._prepared:
            self._prepared[content] = prepare(capture.whole, capture.language)
        return self._prepared[content]

    def look_up(self, quotation: Quotation, capture: Capture) -> Found | Missed:
        """What comes of looking a quotation up in a capture."""
        unique, elision_ok = quotation.unique, bool(quotation.elision_ok)
        words = capture.key, capture.number, quotation.text, quotation.occurrence, unique, elision_ok
        if words not in self._outcomes:
            outcome = self._look_up(quotation, self.haystack(capture))
            if isinstance(outcome, Missed) and outcome.reason in _MAY_STAND_BESIDE and capture.whole:
                beside = self._look_up(quotation, self._whole(capture))
                outcome = judged_beside(capture, beside, outcome)
            self._outcomes[words] = outcome
        return self._outcomes[words]

    def _look_up(self, quotation: Quotation, haystack: Haystack) -> Found | Missed:
        return look_up(
            quotation.text,
            haystack,
            occurrence=quotation.occurrence,
            unique=quotation.unique,
            elision_ok=bool(quotation.elision_ok),
        )

    def explain_anew(self) -> None:
        """Begin to count anew what is explained."""
        self._explained.clear()

    def explain(self, quotation: Quotation, capture: Capture) -> Nearest | None:
        """What stands in a capture instead of a quotation that was missed."""
        words = capture.key, capture.number, quotation.text
        if words not in self._explained:
            if len(self._explained) >= _MOST_EXPLAINED:
                return None
            self._explained[words] = explain(quotation.text, self.haystack(capture))
        return self._explained[words]
