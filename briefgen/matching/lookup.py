"""Looking a quotation up in a capture: the only thing that passes one."""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence

from briefgen.matching.fold import fold
from briefgen.matching.haystack import Haystack, Hit
from briefgen.matching.omissions import Chain, chains, judge, span_of
from briefgen.matching.quotation_text import Fragment, Reading, readings
from briefgen.matching.scripts import CONTINUOUS
from briefgen.model.verdict import Found, Missed, MissReason, Verdict

_APOSTROPHES = frozenset("'’\u02bc")
_AUTHORS_MARKS = frozenset(",.，。،")
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
    before any bracket or ellipsis is taken for the author's mark. Nothing is raised, whatever the
    text holds.
    """
    quoted = unicodedata.normalize("NFC", quotation_text).strip()
    worded = tuple(_wordings(quoted))
    cut: Sequence[Hit] = ()
    for text in worded:
        hits, cuts = find(text, haystack, closing=True)
        if hits:
            return _choose_literal(quoted, hits, haystack, occurrence, unique)
        cut = cut or cuts
    scattered: Sequence[Hit] = ()
    for text in worded:
        for reading in readings(text):
            found, cuts = _find_fragments(reading, haystack)
            linked = chains(found) if all(found) else ()
            if linked:
                return _choose_chain(linked, haystack, occurrence, unique, elision_ok)
            if all(found):
                scattered = scattered or [hits[0] for hits in found]
            else:
                cut = cut or cuts
    if scattered:
        return Missed(MissReason.OUT_OF_ORDER, _ranges(scattered, haystack))
    if cut:
        return Missed(MissReason.MID_WORD, _ranges(cut[:1], haystack))
    return Missed(MissReason.NOT_FOUND)


def find(text: str, haystack: Haystack, *, closing: bool = False) -> tuple[list[Hit], list[Hit]]:
    """Where `text`, NFC, stands in the capture: the hits, and if there are none, those that cut a word.

    With `closing`, a comma or full stop at its end that the capture does not have there is taken for
    the author's, unless the capture has a question or exclamation mark in its place.
    """
    cuts: list[Hit] = []
    for needle in _needles(text):
        hits: list[Hit] = []
        for hit in haystack.hits(needle):
            (hits if haystack.stands_whole(hit) else cuts).append(hit)
        if hits:
            return hits, []
    if closing and text[-1:] in _AUTHORS_MARKS:
        folded = haystack.folded.text
        hits, further = find(text[:-1].rstrip(), haystack)
        hits = [hit for hit in hits if folded[hit.end : hit.end + 2].strip()[:1] not in _OTHER_ENDS]
        return hits, [] if hits else cuts or further
    return [], cuts


def _wordings(quoted: str) -> Iterator[str]:
    """The quotation as written and put together where its source lines broke; both with entities decoded."""
    decoded = unicodedata.normalize("NFC", html.unescape(quoted)).strip() if "&" in quoted else quoted
    for text in dict.fromkeys((quoted, decoded)):
        yield text
        joined = _LINE_END_WITHIN_SCRIPT.sub("", text)
        if joined != text:
            yield joined


def _needles(text: str) -> Iterator[str]:
    """The folded text; and where it ends in an apostrophe, with that read as one inside a word."""
    needle = fold(text).text.strip()
    if needle:
        yield needle
    if len(needle) > 1 and needle[-1] == '"' and needle[-2].isalpha() and text[-1] in _APOSTROPHES:
        yield needle[:-1] + "'"


def _find_fragments(reading: Reading, haystack: Haystack) -> tuple[list[list[Hit]], list[Hit]]:
    """The hits of each fragment in its first wording that has any; and hits that cut a word."""
    cut: list[Hit] = []
    known: dict[tuple[Fragment, bool], list[Hit]] = {}
    keys = [(fragment, False) for fragment in reading.fragments]
    keys[-1] = (reading.fragments[-1], True)
    for key in keys:
        if key in known:
            continue
        known[key] = []
        for wording in key[0].wordings:
            known[key], cuts = find(wording, haystack, closing=key[1])
            if known[key]:
                break
            cut = cut or cuts
    return [known[key] for key in keys], cut


def _choose_literal(
    quoted: str, hits: Sequence[Hit], haystack: Haystack, occurrence: int | None, unique: bool
) -> Found | Missed:
    miss = _wrong_count(len(hits), occurrence, unique)
    if miss:
        return Missed(miss, _ranges(hits, haystack))
    hit = hits[(occurrence or 1) - 1]
    start, end = haystack.source_range(hit.start, hit.end)
    if hit.varied:
        verdict = Verdict.LAYOUT
    elif haystack.text[start:end] == quoted:
        verdict = Verdict.EXACT
    else:
        verdict = Verdict.PRESENTATION
    return Found(verdict, ((start, end),), len(hits))


def _choose_chain(
    linked: Sequence[Chain], haystack: Haystack, occurrence: int | None, unique: bool, elision_ok: bool
) -> Found | Missed:
    """The chain asked for, else the tightest."""
    miss = _wrong_count(len(linked), occurrence, unique)
    if miss:
        spans = [Hit(chain[0].start, chain[-1].end) for chain in linked]
        return Missed(miss, _ranges(spans, haystack))
    if occurrence is None:
        chain = min(linked, key=lambda chain: (span_of(chain), chain[0].start))
    else:
        chain = linked[occurrence - 1]
    warnings, swallowing = judge(chain, haystack)
    if swallowing and not elision_ok:
        return Missed(MissReason.ELISION_SWALLOWS_NEGATION, _ranges(chain, haystack), swallowing)
    return Found(Verdict.ELIDED, _ranges(chain, haystack), len(linked), warnings)


def _wrong_count(count: int, occurrence: int | None, unique: bool) -> MissReason | None:
    if occurrence is None:
        return MissReason.AMBIGUOUS if unique and count > 1 else None
    return None if 1 <= occurrence <= count else MissReason.NO_SUCH_OCCURRENCE


def _ranges(hits: Sequence[Hit], haystack: Haystack) -> tuple[tuple[int, int], ...]:
    return tuple(haystack.source_range(hit.start, hit.end) for hit in hits)
