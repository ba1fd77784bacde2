"""What a style of CSL makes of one brief, read from the answer that is handed on for it."""

from dataclasses import replace

from briefgen.bibliography.answers import decode_answer
from briefgen.bibliography.sets import entries_of
from briefgen.markdown.cited import citations_of
from briefgen.model.reference import Styled, StyledBrief, StyledCitation
from briefgen.model.work import Bibliography
from briefgen.model.workspace import ResolvedBrief


def brief_in_style(brief: ResolvedBrief, works: Bibliography, styled: Styled) -> StyledBrief | None:
    """What is said of each citation, and the list of works; those that share a note say the same.

    None for a brief that the style was not asked about.
    """
    said = styled.briefs.get(brief.brief.file.path)
    if said is None:
        return None
    answer = decode_answer(said)
    entries = entries_of((works[key] for key in brief.works), answer.entries)
    if styled.numbers and not styled.in_notes:
        return StyledBrief({}, entries)
    cited = dict(zip(citations_of(brief), answer.citations, strict=True))
    if styled.in_notes:
        inside = {one.citation for one in brief.citations if not one.label}
        cited = {one: _bare(made) if one in inside else made for one, made in cited.items()}
    by_label = {
        one.label: cited[one.citation] for one in brief.citations if one.label and one.citation in cited
    }
    shared = {one.citation: by_label[one.label] for one in brief.citations if one.label in by_label}
    return StyledBrief(shared | cited, entries)


def _bare(cited: StyledCitation) -> StyledCitation:
    """A citation inside an author's note without the brackets around it, which are ours."""
    text = cited.text
    if not text or not text[0].text.startswith("(") or not text[-1].text.endswith(")"):
        return cited
    first = replace(text[0], text=text[0].text[1:])
    bare = (first, *text[1:])
    last = replace(bare[-1], text=bare[-1].text[:-1])
    return StyledCitation((*bare[:-1], last), cited.names)
