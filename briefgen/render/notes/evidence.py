"""What a footnote shows for the words it rests on: their sentence, and the ways to check it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from briefgen.bibliography.reference import narrative_names
from briefgen.catalogue import Words
from briefgen.excerpts import excerpt, merged
from briefgen.model.capture import Capture, UrlStatus
from briefgen.model.layout import anchors, classes
from briefgen.model.quotation import QuotationForm
from briefgen.model.work import Work
from briefgen.model.workspace import VerifiedQuotation, WorkLookup
from briefgen.render.copies import copy_named, stamp_note
from briefgen.render.escape import ended, escape_address, escape_attribute, escape_text
from briefgen.render.notes.passage import has_context, passage_markdown
from briefgen.render.notes.text_fragment import at_the_words, text_directives
from briefgen.render.view import BriefView, found_check, passage_id

_QUOTATION_MARKS = "\"'„“”‟»«‚‘’‛›‹「」『』"
_NARROW_SPACE = "\u202f"
_Ranges = tuple[tuple[int, int], ...]


def evidence_markdown(
    quotations: Iterable[VerifiedQuotation], view: BriefView, *, translated: bool = False
) -> str:
    """The quoted words of a footnote and where they can be looked up, on one line.

    Quotations of the same sentences share them. `translated`: the text has the words of the locator in a
    translation of ours.
    """
    groups: list[list[VerifiedQuotation]] = []
    ranges: list[tuple[int, int]] = []
    for quotation in quotations:
        if groups and _share_sentences(groups[-1], ranges, quotation, view):
            groups[-1].append(quotation)
        else:
            groups.append([quotation])
            ranges = []
        for one in quotation.checks[0].ranges if quotation.checks else ():
            _add(ranges, one)
    return " ".join(_evidence(group, view, translated) for group in groups)


def live_address(work: Work, capture: Capture) -> str:
    """The work's own address, as long as it leads to the work; else nothing."""
    return work.url if capture.record.url_status in (None, UrlStatus.LIVE) else ""


def _share_sentences(
    group: Sequence[VerifiedQuotation],
    ranges: Sequence[tuple[int, int]],
    quotation: VerifiedQuotation,
    view: BriefView,
) -> bool:
    """Whether a quotation is shown in the sentences of a group, which quotes `ranges` of the capture."""
    first, check = found_check(group[0]), found_check(quotation)
    if first is None or check is None or (check.key, check.capture) != (first.key, first.capture):
        return False
    if len(group[0].checks) > 1 or len(quotation.checks) > 1:
        return False
    capture = view.searched(check)
    assert capture is not None
    near = _neighbours(ranges, check.ranges)
    apart = len(excerpt(capture, near)) + len(excerpt(capture, check.ranges))
    return len(excerpt(capture, near + check.ranges)) < apart


def _neighbours(ranges: Sequence[tuple[int, int]], others: _Ranges) -> _Ranges:
    """Those of some stretches that others stand in, or beside: no other can share a sentence with them."""
    near: set[tuple[int, int]] = set()
    for start, end in others:
        first = bisect_left(ranges, start, key=lambda one: one[1])
        last = bisect_right(ranges, end, key=lambda one: one[0])
        near.update(ranges[max(first - 1, 0) : last + 1])
    return tuple(near)


def _add(ranges: list[tuple[int, int]], one: tuple[int, int]) -> None:
    """Put a stretch among others that are in the order of the text; those that touch become one."""
    first = bisect_left(ranges, one[0], key=lambda other: other[1])
    last = bisect_right(ranges, one[1], key=lambda other: other[0])
    touched = (*ranges[first:last], one)
    ranges[first:last] = [(min(touched)[0], max(end for _, end in touched))]


def _ranges(group: Sequence[VerifiedQuotation]) -> _Ranges:
    return merged(one for quotation in group for one in quotation.checks[0].ranges)


def _evidence(group: Sequence[VerifiedQuotation], view: BriefView, translated: bool) -> str:
    words = view.words
    opening, closing = words.quotation_marks
    check, lang = found_check(group[0]), escape_attribute(view.language_of(group[0]))
    ranges = _ranges(group) if len(group) > 1 else check.ranges if check else ()
    shown = escape_text(group[0].quotation.text)
    capture = view.searched(check) if check else None
    if capture and (len(group) > 1 or has_context(capture, ranges)):
        shown = passage_markdown(capture, ranges)
    inside = f"{_parted(shown[:1])}{shown}{_parted(shown[-1:])}"
    quoted = f'<span class="{classes.QUOTATION}" lang="{lang}" dir="auto">{opening}{inside}{closing}</span>'
    said = words.our_translation_of if _is_translated(group, translated) else words.quoted
    ways = _ways(group[0].checks, ranges, view)
    shown = f'{said}: {quoted} <span class="{classes.EVIDENCE}">({ways})</span>.'
    return " ".join((shown, *_translations(group, view), *dict.fromkeys(_reasons(group, view))))


def _translations(group: Sequence[VerifiedQuotation], view: BriefView) -> Iterator[str]:
    """What the brief gives for the words in its own language."""
    opening, closing = view.words.quotation_marks
    for quotation in group:
        for given in view.translations.get(quotation.quotation.span, ()):
            work = view.works.get(given.of)
            whose = view.words.our_translation
            if work:
                whose = view.words.translation_of.format(work=work.title or work.key)
            text = f"{opening}{escape_text(given.text)}{closing}"
            yield f'<span class="{classes.TRANSLATED}">{escape_text(whose)}: {text}</span>.'


def _is_translated(group: Sequence[VerifiedQuotation], translated: bool) -> bool:
    return translated and any(one.quotation.form is QuotationForm.LOCATOR for one in group)


def _reasons(group: Sequence[VerifiedQuotation], view: BriefView) -> Iterator[str]:
    """Why words are quoted in a way that was questioned, as their author says it; and what was not judged."""
    for quotation in group:
        if any(check.not_judged for check in quotation.checks):
            yield view.words.omission_not_judged
        if reason := quotation.quotation.elision_ok:
            yield ended(escape_text(view.words.quoted_so.format(reason=" ".join(reason.split()))))


def _parted(mark: str) -> str:
    """A narrow space where the words begin or end with a quotation mark of their own."""
    return _NARROW_SPACE if mark and mark in _QUOTATION_MARKS else ""


def _ways(checks: Sequence[WorkLookup], ranges: _Ranges, view: BriefView) -> str:
    """The links for each work the words stand in, named where there are several."""
    if not checks:
        return f'<span class="{classes.NOT_CHECKED}">{view.words.state_unchecked}</span>'
    if len(checks) == 1:
        return _links(checks[0], ranges, view)
    return "; ".join(f"{_named(check.key, view)}: {_links(check, check.ranges, view)}" for check in checks)


def _named(key: str, view: BriefView) -> str:
    return escape_text(narrative_names(view.works[key], view.lang))


def _links(check: WorkLookup, ranges: _Ranges, view: BriefView) -> str:
    words, capture = view.words, view.searched(check)
    if capture is None or check.verdict is None:
        said = _linked(words.state_unchecked, view.way_to_work(check.key, anchors.NOT_LOOKED_UP))
        return f'<span class="{classes.NOT_CHECKED}">{said}</span>'
    passage = view.way_to_work(check.key, passage_id(check))
    links = [_linked(words.found_in_capture, passage)]
    # The archived copy does not change: there the words will be found for as long as it stands.
    places = (
        (words.evidence_live, live_address(view.works[check.key], capture)),
        (words.evidence_archived, capture.record.archive),
    )
    directives = text_directives(capture, ranges) if any(address for _, address in places) else ""
    links += [
        f"[{said}]({escape_address(at_the_words(address, directives))})"
        for said, address in places
        if address
    ]
    return " · ".join(
        (*links, *_pages(capture, ranges, words), *_since(check, passage, view), *_stamped(capture, view))
    )


def _stamped(capture: Capture, view: BriefView) -> Iterator[str]:
    """By which day the copy was there, where somebody vouches for it whom the site trusts."""
    if said := stamp_note(capture, view.lang, view.words):
        yield said


def _since(check: WorkLookup, passage: str, view: BriefView) -> Iterator[str]:
    """What became of the words in a later capture, where they or their sentence read otherwise."""
    since = check.since
    if since and (said := view.words.record.since_note.get(since.fate.value)):
        copy = copy_named(view.captures.numbered(check.key, since.capture), view.lang, view.words)
        link = _linked(escape_text(said.format(copy=copy)), passage)
        yield f'<span class="{classes.SOURCE_CHANGED}">{link}</span>'


def _linked(words: str, way: str) -> str:
    return f"[{words}]({way})" if way else words


def _pages(capture: Capture, ranges: _Ranges, words: Words) -> tuple[str, ...]:
    """On which pages of a capture the words stand, where it has more than one."""
    on = capture.pages(ranges)
    if not on or capture.page_count < 2:
        return ()
    if len(on) == 1:
        return (escape_text(words.evidence_page.format(page=on[0])),)
    return (escape_text(words.evidence_pages.format(first=on[0], last=on[-1])),)
