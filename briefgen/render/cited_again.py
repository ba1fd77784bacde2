"""What a brief cites more than once: only the first time in full."""

from briefgen.markdown.walk import citations_in
from briefgen.model.inline import Citation
from briefgen.model.workspace import CitationFootnote, ResolvedBrief


def cited_again(brief: ResolvedBrief) -> dict[tuple[Citation, int], str]:
    """What is cited again in the footnotes of a brief, in their order, and where it was cited first."""
    resolved = {citation.citation: citation for citation in brief.citations}
    first: dict[str, str] = {}
    again: dict[tuple[Citation, int], str] = {}
    for note in brief.footnotes:
        if isinstance(note, CitationFootnote):
            cited = [note.citation]
        else:
            cited = [resolved[one] for one in citations_in(note.definition.children) if one in resolved]
        for citation in cited:
            for number, item in enumerate(citation.items):
                if item.key in first:
                    again[(citation.citation, number)] = first[item.key]
                else:
                    first[item.key] = note.label
    return again


def ibid(brief: ResolvedBrief) -> frozenset[Citation]:
    """Citations of one work that stand right behind a footnote that cites nothing else."""
    found: set[Citation] = set()
    before = ""
    for note in brief.footnotes:
        items = note.citation.items if isinstance(note, CitationFootnote) else ()
        key = items[0].key if len(items) == 1 else ""
        if isinstance(note, CitationFootnote) and key and key == before:
            found.add(note.citation.citation)
        before = key
    return frozenset(found)
