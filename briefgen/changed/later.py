"""Which of a work's captures is a later one of the same text."""

from collections.abc import Iterator, Sequence

from briefgen.languages import primary_tag
from briefgen.matching.haystack import Haystack
from briefgen.matching.scripts import is_continuous
from briefgen.matching.word_diff import Token, tokens_of
from briefgen.model.capture import ON_OR_AFTER, UNKNOWN, Capture, TextBy

_SAMPLES = 120
_SPAN = 160
_ENOUGH = 0.2
"""So much of one text stands in another of its states: of another text it is a few in a hundred."""
_DAY = len("2025-05-02")


def newest(captures: Sequence[Capture]) -> Capture | None:
    """The last of a work's captures by the days they were made; as they are listed, where one has no day."""
    days = [_day(one) for one in captures]
    if not all(days):
        return captures[-1] if captures else None
    return max(captures, key=lambda one: (_day(one), one.number), default=None)


def may_be_later(old: Capture, new: Capture) -> bool:
    """Whether what is known of two captures lets one be a later state of the other's text.

    A part of a work is not compared with the whole, nor a translation, nor what somebody or a program read
    off a picture: their texts differ where no source has changed.
    """
    return (
        old.number != new.number
        and old.record.sha256 != new.record.sha256
        and primary_tag(old.language) == primary_tag(new.language)
        and all(one.record.is_whole and one.record.text_by in _READ for one in (old, new))
    )


_READ = (None, TextBy.EXTRACTION)


def is_same_text(old: Capture, ours: Haystack, new: Capture, theirs: Haystack) -> bool:
    """Whether two captures are two states of one text: by the address they give, or by their words."""
    if old.facts.address and old.facts.address == new.facts.address:
        return True
    return _shared(ours, theirs) >= _ENOUGH or _shared(theirs, ours) >= _ENOUGH


def _shared(one: Haystack, other: Haystack) -> float:
    """How many runs of words of one text stand in another, of some that are taken all over it."""
    runs = list(_runs(one.folded.text))
    met = sum(next(other.places.of(run), None) is not None for run in runs)
    return met / len(runs) if runs else 0.0


def _runs(text: str) -> Iterator[str]:
    for number in range(_SAMPLES):
        at = len(text) * number // _SAMPLES
        tokens = [one for one in tokens_of(text, at, min(at + _SPAN, len(text))) if one.key[0].isalnum()][1:]
        count = 6 if tokens and is_continuous(tokens[0].key[0]) else 3
        if len(tokens) > count:
            yield _written(text, tokens[:count])


def _written(text: str, tokens: Sequence[Token]) -> str:
    return text[tokens[0].start : tokens[-1].start + len(tokens[-1].key)]


def _day(capture: Capture) -> str:
    """The day of a capture, empty where nobody knows it."""
    captured = capture.record.captured
    return "" if captured == UNKNOWN else captured.removeprefix(ON_OR_AFTER)[:_DAY]
