"""Looking again where words were found before, without a search through the whole capture."""

import re
from dataclasses import replace

from briefgen.matching.haystack import prepare
from briefgen.matching.lookup import look_up
from briefgen.model.verdict import Found, Verdict

# Wider than anything that decides how a text folds or where a word ends.
_MARGIN = 64
_PLAIN_ENDS = frozenset({"", " ", ".", ",", ";", ":", "!", "?", ")"})
# So far from an edge a number may be that it belongs to.
_NEAR = 16
_FIGURE = re.compile(r"\d")


def look_again(
    quotation_text: str,
    capture_text: str,
    ranges: tuple[tuple[int, int], ...],
    language: str = "",
    *,
    elision_ok: bool = False,
) -> Found | None:
    """Whether the words still stand at `ranges` of the capture, NFC; None when only a search can say.

    The place is folded with what is around it and the words are looked up in that as in any capture, so
    `ranges`, whoever wrote them, never let pass what does not stand there. How often the words stand
    elsewhere this does not know: `occurrences` counts those at the place.
    """
    if not 0 <= ranges[0][0] < ranges[-1][1] <= len(capture_text):
        return None
    if _stands_plainly(quotation_text, capture_text, *ranges[0]) and len(ranges) == 1:
        return Found(Verdict.EXACT, ranges, 1)
    start = max(ranges[0][0] - _MARGIN, 0)
    around = capture_text[start : ranges[-1][1] + _MARGIN]
    outcome = look_up(quotation_text, prepare(around, language), elision_ok=elision_ok)
    if not isinstance(outcome, Found) or _moved(outcome.ranges, start) != ranges:
        return None
    warnings = tuple(replace(one, gap=_moved((one.gap,), start)[0]) for one in outcome.warnings)
    return replace(outcome, ranges=ranges, warnings=warnings)


def _stands_plainly(quoted: str, text: str, start: int, end: int) -> bool:
    """Whether the same code points stand there, between letters and spaces that leave nothing to fold.

    Not so at the edge of a line, where a word may be divided, nor near a number.
    """
    if any(_FIGURE.search(text, max(edge - _NEAR, 0), edge + _NEAR) for edge in (start, end)):
        return False
    return (
        text[start:end] == quoted
        and "\n" not in quoted
        and quoted[0].isalpha()
        and quoted[-1].isalpha()
        and (start == 0 or (text[start - 1] == " " and text[start - 2 : start - 1].isalpha()))
        and text[end : end + 1] in _PLAIN_ENDS
    )


def _moved(ranges: tuple[tuple[int, int], ...], by: int) -> tuple[tuple[int, int], ...]:
    return tuple((start + by, end + by) for start, end in ranges)
