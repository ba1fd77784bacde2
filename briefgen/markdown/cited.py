"""What a brief cites, note by note: in the order in which its citations are numbered and formatted."""

from collections.abc import Iterator

from briefgen.markdown.walk import citations_in
from briefgen.model.inline import Citation
from briefgen.model.workspace import CitationFootnote, Footnote, ResolvedBrief, ResolvedCitation


def notes_of(brief: ResolvedBrief) -> Iterator[tuple[int, Footnote, tuple[ResolvedCitation, ...]]]:
    """The footnotes that cite, each with its number and the citations that stand in it."""
    resolved = {one.citation: one for one in brief.citations}
    for number, note in enumerate(brief.footnotes, 1):
        if isinstance(note, CitationFootnote):
            yield number, note, (note.citation,)
        else:
            inside = (resolved.get(one) for one in citations_in(note.definition.children))
            if cited := tuple(one for one in inside if one is not None and one.items):
                yield number, note, cited


def citations_of(brief: ResolvedBrief) -> list[Citation]:
    """The citations that a style is asked about, in their order."""
    return [one.citation for _, _, cited in notes_of(brief) for one in cited]
