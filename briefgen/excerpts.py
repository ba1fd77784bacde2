"""What readers are shown of a capture around the words that are quoted from it."""

from collections.abc import Iterable

from briefgen.model.capture import Capture, Captures, Publish
from briefgen.model.since import Fate, Since
from briefgen.sentences import Stretch, in_sentences

_REACH = 300
"""How many characters of its sentence are shown before a quotation, and behind it, at most: nearly all
quotations stand in their whole sentences (docs/dev/figures.md), and no note becomes a page."""


def excerpt(capture: Capture, ranges: Iterable[tuple[int, int]]) -> tuple[Stretch, ...]:
    """The sentences that quoted stretches of a capture stand in, in the order of its text.

    Of a capture that may not be published it is no more than what is quoted.
    """
    if capture.record.publish is Publish.NONE:
        return tuple(Stretch(start, end, begins=True, ends=True) for start, end in merged(ranges))
    shown: list[Stretch] = []
    for start, end in merged(ranges):
        stretch = in_sentences(capture.text, start, end, _REACH, capture.language)
        if shown and not capture.text[shown[-1].end : stretch.start].strip():
            last = shown.pop()
            far = max(last, stretch, key=lambda one: one.end)
            stretch = Stretch(last.start, far.end, last.begins, far.ends)
        shown.append(stretch)
    return tuple(shown)


def shows_later(key: str, capture: int, since: Since, captures: Captures) -> bool:
    """Whether readers are shown what quoted words of a capture have become in a later one."""
    both = (captures.numbered(key, number) for number in (capture, since.capture))
    changed = since.fate in (Fate.AROUND, Fate.CHANGED)
    return changed and all(one.record.publish is not Publish.NONE for one in both)


def merged(ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Stretches in the order of the text, those that touch or overlap as one."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], end))
        else:
            kept.append((start, end))
    return tuple(kept)
