"""References in a style of CSL, as the settings name one: what stands in notes, in the text and in lists."""

from collections.abc import Iterable

from briefgen.bibliography.fragments import plain
from briefgen.bibliography.parts import status_piece
from briefgen.bibliography.reference import format_reference, narrative_names
from briefgen.bibliography.wording import reference_words_for
from briefgen.model.layout import anchors
from briefgen.model.reference import Fragment, Fragments, StyledCitation
from briefgen.model.work import Work
from briefgen.model.workspace import ResolvedCitation
from briefgen.render.escape import ended
from briefgen.render.notes.fragments import fragments_markdown
from briefgen.render.notes.listed import listed
from briefgen.render.view import BriefView


def styled_citation(citation: ResolvedCitation, view: BriefView) -> str | None:
    """What a note says in the style: the citation, or whole entries where that stands in the text.

    None where our own pattern is to be used: without a style, and for a style of numbers.
    """
    said = _said(citation, view)
    if said is None or view.numbers:
        return None
    works = [view.works[item.key] for item in citation.items]
    if view.in_text and citation.label:
        entries = (fragments_markdown(_led(entry_of(work, view), (work,), view)) for work in works)
        return " ".join(ended(entry) for entry in entries).removesuffix(".")
    said_of_them = _with_states(said.text, works, view.lang)
    first = view.again.get((citation.citation, 0)) if len(works) == 1 and not view.in_text else None
    text = fragments_markdown(said_of_them).removesuffix(".")
    if first and "](" not in text:
        return f"[{text}](#{anchors.note(first)})"
    return text if first else fragments_markdown(_led(said_of_them, works, view)).removesuffix(".")


def in_text(citation: ResolvedCitation, view: BriefView) -> Fragments:
    """What the style has stand in the text where works are cited; nothing where it has notes or numbers."""
    said = _said(citation, view)
    return said.text if said and view.in_text and citation.label else ()


def narrative(citation: ResolvedCitation, view: BriefView) -> str:
    """The names that a narrative citation begins with; nothing where the style's citation has them."""
    said = _said(citation, view)
    if said and view.in_text:
        return ""
    names = plain(said.names) if said else ""
    return names or narrative_names(view.works[citation.items[0].key], view.lang)


def entry_of(work: Work, view: BriefView) -> Fragments:
    """The entry of a work in the brief's list of sources."""
    styled = view.styled.entries.get(work.key) if view.styled else None
    return _with_states(styled, [work], view.lang) if styled else format_reference(work, view.lang)


def reference_of(work: Work, styled: Fragments | None, lang: str) -> Fragments:
    """The reference of a work by itself: as the style has it, else after our own pattern."""
    return _with_states(styled, [work], lang) if styled else format_reference(work, lang)


def _led(said: Fragments, works: Iterable[Work], view: BriefView) -> Fragments:
    """What is said of works, each title leading to the work's page."""
    for work in works:
        said, _ = listed(said, work, view.way_to_work(work.key), view.lang)
    return said


def _said(citation: ResolvedCitation, view: BriefView) -> StyledCitation | None:
    return view.styled.citations.get(citation.citation) if view.styled else None


def _with_states(fragments: Fragments, works: Iterable[Work], lang: str) -> Fragments:
    """A reference with what has become of its works, which no style says."""
    words = reference_words_for(lang)
    states = [piece for work in works if (piece := status_piece(work, words))]
    if not states:
        return fragments
    *most, last = fragments
    end = Fragment(".") if last.text.endswith(".") and not last.url else None
    kept = [*most, Fragment(last.text[:-1], last.emphasised, "", last.script)] if end else [*most, last]
    for state in states:
        kept += [Fragment(", "), *state]
    return (*kept, end) if end else tuple(kept)
