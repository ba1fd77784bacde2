"""The part “Sources” of a brief's page: every work cited, and the ways back to where."""

from collections import Counter
from collections.abc import Iterator, Mapping

from briefgen.markdown.walk import citations_in
from briefgen.model.layout import anchors, classes, pages
from briefgen.model.work import Work
from briefgen.model.workspace import CitationFootnote, ResolvedBrief, VerifiedBrief
from briefgen.render.escape import escape_attribute
from briefgen.render.exports import export_line
from briefgen.render.notes.fragments import fragments_markdown
from briefgen.render.notes.listed import listed
from briefgen.render.notes.references import reference_to
from briefgen.render.notes.styled import entry_of
from briefgen.render.view import BriefView
from briefgen.render.works import sort_key

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def sources_part(brief: VerifiedBrief, view: BriefView) -> str:
    """Every work cited: its reference, how we have it, and a way back to each citation of it.

    It is folded: whoever reads finds each source at its footnote.
    """
    works = [view.works[key] for key in brief.resolved.works]
    if not works:
        return ""
    words = view.words
    checks = [check for found in brief.quotations for check in found.checks]
    counts = Counter((check.verdict is not None, check.key) for check in checks)
    places = _places(brief.resolved)
    lines = []
    for work in _in_order(works, view):
        state = words.captured if view.captures.of(work.key) else words.not_captured
        if found := counts[True, work.key]:
            state += f", {words.passages_quoted.format(count=found)}"
        if unchecked := counts[False, work.key]:
            state += f", {words.passages_unchecked.format(count=unchecked)}"
        pieces = [_entry(work, state, view)]
        if ways := "".join(_ways_back(places.get(work.key, ()), view)):
            pieces.append(f'<span class="{classes.CITED_AT}">{words.cited_at}{ways}</span>')
        lines.append(f"-   {' '.join(pieces)}")
    heading = f"## {words.sources} {{ #{anchors.PARTS.sources} }}"
    said = words.reader.all_sources[len(works) != 1].format(count=len(works))
    opening = f'<details class="{classes.SOURCE_LIST}" markdown="1">\n<summary>{said}</summary>'
    exports = export_line(lambda ending: view.way_to(pages.brief_works(brief.slug, ending)), words)
    return "\n\n".join((heading, opening, "\n".join(lines), "</details>", exports))


def _entry(work: Work, state: str, view: BriefView) -> str:
    """The reference of a work and how we have it; one of the two leads to the work's page."""
    way = view.way_to(pages.work_path(work.key))
    if view.styled and work.key in view.styled.entries:
        fragments, is_linked = listed(entry_of(work, view), work, way, view.lang)
        reference = fragments_markdown(fragments)  # a style's own words stay
    else:
        reference, is_linked = reference_to(work, way, view.lang)
    said = f'<span class="{classes.SOURCE_STATE}">{state}</span>'
    link = f"[{state}]({way}){{ .{classes.SOURCE_STATE} }}"
    return f"{reference} {said if is_linked else link}"


def _in_order(works: list[Work], view: BriefView) -> list[Work]:
    """Works as the style of references lists them, else by their names."""
    places = {key: number for number, key in enumerate(view.styled.entries)} if view.styled else {}
    return sorted(works, key=lambda work: (places.get(work.key, len(places)), sort_key(work, view.lang)))


def _places(brief: ResolvedBrief) -> Mapping[str, list[str]]:
    """For each work the places where it is cited, in the order of the footnotes."""
    marks = Counter(citation.label for citation in brief.citations if citation.label)
    resolved = {citation.citation: citation for citation in brief.citations}
    places: dict[str, list[str]] = {}
    for note in brief.footnotes:
        if isinstance(note, CitationFootnote):
            cited = [note.citation]
            ways = [anchors.note_mark(note.label, number) for number in range(1, marks[note.label] + 1)]
        else:
            inside = (resolved.get(one) for one in citations_in(note.definition.children))
            cited, ways = [one for one in inside if one is not None], [anchors.note(note.label)]
        for key in dict.fromkeys(item.key for citation in cited for item in citation.items):
            places.setdefault(key, []).extend(ways)
    return places


def _ways_back(places: list[str] | tuple[()], view: BriefView) -> Iterator[str]:
    for number, place in enumerate(places, 1):
        said = escape_attribute(view.words.to_citation.format(number=number))
        yield f' [{_letter(number)}](#{place}){{ aria-label="{said}" }}'


def _letter(number: int) -> str:
    """a, b … z, aa, ab …"""
    letters = ""
    while number:
        number, rest = divmod(number - 1, len(_LETTERS))
        letters = _LETTERS[rest] + letters
    return letters
