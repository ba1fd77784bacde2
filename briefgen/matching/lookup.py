"""Looking a quotation up in a capture: the only thing that passes one."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.matching.fold import fold, is_point, without_points
from briefgen.matching.haystack import Haystack, Hit, Standing
from briefgen.matching.insertions import denies, replaces_words
from briefgen.matching.omissions import Chain, chains, judge, span_of
from briefgen.matching.quotation_text import Fragment, QuotationReading, has_too_many_marks, readings
from briefgen.matching.scripts import CONTINUOUS
from briefgen.matching.typography import DROPPED
from briefgen.model.verdict import Found, Missed, MissReason, Verdict

_APOSTROPHES = frozenset("'’\u02bc")
# Commas and full stops at the end, before or behind marks that close.
_AUTHORS_STOP = re.compile(r"[,.，。،]([\"'’”“»›」』]*)$")
# In folded texts: full stops and commas moved out of closing marks, and into them.
_SWAPPED_STOPS = (
    (re.compile(r"(?<=\w)([,.])(\"+)(?!\w)"), r"\2\1"),
    (re.compile(r"(?<=\w)(\"+)([,.])(?![.\w])"), r"\2\1"),
)
_WORDS_MISSING = frozenset({MissReason.NOT_FOUND, MissReason.MID_WORD})
_MINUS = "\u2212"
_DASH = re.compile("[-\u2010\u2011\u2012\u2013\u2014\u2015\u2212]")
# Between words, and behind or before a comma, none of these is a minus sign; right before a figure all are.
_NO_MATTER = re.compile(
    rf"(?<=[^\W\d_]{{2}})\s*{_DASH.pattern}\s*(?=[^\W\d_]{{2}})|[,.;:!?»”\"…]\s*{_DASH.pattern}(?=\s)"
    rf"|(?<=[\s(„“«‚‘\"']){_DASH.pattern}(?=\d)|(?<=\s){_DASH.pattern}(?=[,;:])"
)
_DROPPED = re.compile(f"[{DROPPED}]")
_OTHER_ENDS = frozenset("?!？！؟")
_LINE_END_WITHIN_SCRIPT = re.compile(f"(?<=[{CONTINUOUS}])[ \t]*\r?\n[ \t]*(?=[{CONTINUOUS}])")


def look_up(
    quotation_text: str,
    haystack: Haystack,
    *,
    occurrence: int | None = None,
    unique: bool = False,
    elision_ok: bool = False,
) -> Found | Missed:
    """Look quoted words up in a capture, letter for letter.

    `occurrence`, from 1, chooses among several places; with `unique` several places without it are a
    miss. `elision_ok` lets an omission swallow a negation, and warns. The literal text is tried
    before any bracket or ellipsis is taken for the author's mark. Points that a quotation may leave out
    (tashkeel, niqqud, stress marks) are left out only where the words do not stand with them. Nothing is
    raised, whatever the text holds.
    """
    quoted = unicodedata.normalize("NFC", quotation_text).strip()
    choice = _Choice(occurrence, unique, elision_ok)
    outcome = _look_up(quoted, haystack, choice)
    if haystack.unpointed is None or isinstance(outcome, Found) or outcome.reason not in _WORDS_MISSING:
        return outcome
    pointless = _look_up(without_points(quoted), haystack.unpointed, choice)
    if isinstance(pointless, Missed) and pointless.reason in _WORDS_MISSING:
        return outcome
    places = pointless.ranges if isinstance(pointless, Found) else pointless.positions
    return pointless if _points_only_left_out(quoted, places, haystack) else outcome


def _look_up(quoted: str, haystack: Haystack, choice: "_Choice") -> Found | Missed:
    worded = tuple(_wordings(quoted))
    cut: Sequence[Hit] = ()
    for text in worded:
        standing = _standing(text, haystack, choice)
        if standing.hits:
            return _choose_literal(quoted, standing, haystack, choice)
        cut = cut or standing.cuts
    if has_too_many_marks(quoted):
        return Missed(MissReason.TOO_MANY_MARKS)
    scattered: Sequence[Hit] = ()
    objection: Missed | None = None
    for text in worded:
        for reading in readings(text, lambda bracket: bool(find(bracket, haystack)[0])):
            search = _Search(haystack)
            found = search.fragments(reading)
            linked = chains(found) if all(found) else ()
            if linked:
                return _choose_chain(linked, haystack, choice)
            objection = objection or search.objection
            if all(found):
                scattered = scattered or [hits[0] for hits in found]
            else:
                cut = cut or search.cuts
    if objection:
        return objection
    if scattered:
        return Missed(MissReason.OUT_OF_ORDER, _ranges(scattered, haystack))
    if cut:
        return Missed(MissReason.MID_WORD, _ranges(cut[:1], haystack))
    return Missed(MissReason.NOT_FOUND)


def _standing(text: str, haystack: Haystack, choice: "_Choice") -> Standing:
    """Where words stand: looked for once, however many of the places are chosen."""
    standing = haystack.chosen.get(text)
    if standing is None:
        standing = Standing(haystack, *find(text, haystack, closing=True))
        if choice.occurrence is not None:
            haystack.chosen[text] = standing
    return standing


@dataclass(frozen=True, slots=True)
class _Choice:
    """Which of several places is meant, and what is acknowledged."""

    occurrence: int | None
    unique: bool
    elision_ok: bool


def find(text: str, haystack: Haystack, *, closing: bool = False) -> tuple[list[Hit], list[Hit]]:
    """Where `text`, NFC, stands in the capture: the hits, and if there are none, those that cut a word.

    With `closing`, a comma or full stop at its end, before or behind closing marks, that the capture does
    not have there is taken for the author's, unless the capture has a question or exclamation mark in its
    place.
    """
    cuts: list[Hit] = []
    for needle in _needles(text, haystack.language):
        hits: list[Hit] = []
        for hit in haystack.hits(needle):
            if _MINUS in text and _dashes_swapped(text, hit, haystack):
                continue
            (hits if haystack.stands_whole(hit) else cuts).append(hit)
        if hits:
            return hits, []
    shorter = _AUTHORS_STOP.sub(r"\1", text).rstrip() if closing else text
    if shorter != text:
        folded = haystack.folded.text
        hits, further = find(shorter, haystack)
        hits = [hit for hit in hits if folded[hit.end : hit.end + 2].strip()[:1] not in _OTHER_ENDS]
        return hits, [] if hits else cuts or further
    return [], cuts


def _wordings(quoted: str) -> Iterator[str]:
    """The quotation as written, and put together where its source lines broke.

    Character references are no matter of looking up: what of them is one in Markdown the parser has read,
    and what is left is shown as it is written.
    """
    yield quoted
    if "\n" not in quoted:
        return
    joined = _LINE_END_WITHIN_SCRIPT.sub("", quoted)
    if joined != quoted:
        yield joined


def _needles(text: str, language: str) -> Iterator[str]:
    """The folded text; where it ends in an apostrophe, with that read as one inside a word; and with
    commas and full stops on the other side of closing marks, as American and British printers set them."""
    needle = fold(text, language).text.strip()
    if needle:
        yield needle
    if len(needle) > 1 and needle[-1] == '"' and needle[-2].isalpha() and text[-1] in _APOSTROPHES:
        yield needle[:-1] + "'"
    if '"' in needle:
        for pattern, swapped in _SWAPPED_STOPS:
            moved = pattern.sub(swapped, needle)
            if moved != needle:
                yield moved


def _dashes_swapped(text: str, hit: Hit, haystack: Haystack) -> bool:
    """Whether minus signs and other dashes, which the capture tells apart, have changed places.

    Between words and their parts no mark is a minus sign: Ost−West-Grenze.
    """
    start, end = haystack.source_range(hit.start, hit.end)
    ours, theirs = (
        [mark == _MINUS for mark in _DASH.findall(_NO_MATTER.sub("", _DROPPED.sub("", part)))]
        for part in (text, haystack.text[start:end])
    )
    return len(ours) == len(theirs) and ours != theirs and sum(ours) == sum(theirs)


def _points_only_left_out(quoted: str, ranges: Sequence[tuple[int, int]], haystack: Haystack) -> bool:
    """Whether every point of the quotation sits on its letter in the capture, too."""
    if without_points(quoted) == quoted:
        return True
    source = "".join(haystack.text[start:end] for start, end in ranges)
    theirs = iter(mark for mark in source if mark.isalnum() or is_point(mark))
    ours = (mark for mark in quoted if mark.isalnum() or is_point(mark))
    for mark in ours:
        other = next(theirs, "")
        while other != mark and other and is_point(other):
            other = next(theirs, "")
        if other != mark:
            return False
    return True


class _Search:
    """Looking for the fragments of one reading: hits that cut a word and what was refused are noted."""

    def __init__(self, haystack: Haystack) -> None:
        self._haystack = haystack
        self.cuts: list[Hit] = []
        self.objection: Missed | None = None

    def fragments(self, reading: QuotationReading) -> list[list[Hit]]:
        """The hits of each fragment in its first wording that has any."""
        known: dict[tuple[Fragment, bool], list[Hit]] = {}
        keys = [(fragment, False) for fragment in reading.fragments]
        keys[-1] = (reading.fragments[-1], True)
        for key in keys:
            if key not in known:
                known[key] = self._fragment(*key)
        return [known[key] for key in keys]

    def _fragment(self, fragment: Fragment, closing: bool) -> list[Hit]:
        for wording in fragment.wordings:
            hits, cuts = find(wording.text, self._haystack, closing=closing)
            self.cuts = self.cuts or cuts
            if not hits:
                continue
            allowed = hits if not denies(wording, self._haystack.language) else []
            reason = MissReason.NEGATION_INSERTED
            if allowed and wording.leading:
                reason = MissReason.WORDS_REPLACED
                allowed = [hit for hit in hits if not replaces_words(wording, hit.start, self._haystack)]
            if allowed:
                return allowed
            self.objection = self.objection or Missed(reason, _ranges(hits[:1], self._haystack))
        return []


def _choose_literal(quoted: str, standing: Standing, haystack: Haystack, choice: _Choice) -> Found | Missed:
    hits = standing.hits
    miss = _wrong_count(len(hits), choice)
    if miss:
        return Missed(miss, standing.ranges)
    hit = hits[(choice.occurrence or 1) - 1]
    start, end = haystack.source_range(hit.start, hit.end)
    if hit.varied:
        verdict = Verdict.LAYOUT
    elif haystack.text[start:end] == quoted:
        verdict = Verdict.EXACT
    else:
        verdict = Verdict.PRESENTATION
    return Found(verdict, ((start, end),), len(hits))


def _choose_chain(linked: Sequence[Chain], haystack: Haystack, choice: _Choice) -> Found | Missed:
    """The chain asked for, else the tightest."""
    miss = _wrong_count(len(linked), choice)
    if miss:
        spans = [Hit(chain[0].start, chain[-1].end) for chain in linked]
        return Missed(miss, _ranges(spans, haystack))
    if choice.occurrence is None:
        chain = min(linked, key=lambda chain: (span_of(chain), chain[0].start))
    else:
        chain = linked[choice.occurrence - 1]
    warnings, swallowing = judge(chain, haystack)
    if swallowing and not choice.elision_ok:
        return Missed(MissReason.ELISION_SWALLOWS_NEGATION, _ranges(chain, haystack), swallowing)
    return Found(Verdict.ELIDED, _ranges(chain, haystack), len(linked), warnings)


def _wrong_count(count: int, choice: _Choice) -> MissReason | None:
    if choice.occurrence is None:
        return MissReason.AMBIGUOUS if choice.unique and count > 1 else None
    return None if 1 <= choice.occurrence <= count else MissReason.NO_SUCH_OCCURRENCE


def _ranges(hits: Sequence[Hit], haystack: Haystack) -> tuple[tuple[int, int], ...]:
    return tuple(haystack.source_range(hit.start, hit.end) for hit in hits)
