"""What a box is, for those who hear the page: its kind, its verdict, its title."""

from briefgen.catalogue import Words
from briefgen.markdown.plain import plain_text, without_citations
from briefgen.model.block import Box
from briefgen.model.box import BoxRole
from briefgen.model.finding import Finding
from briefgen.render.escape import escape_attribute


def box_name(box: Box, finding: Finding | None, words: Words) -> str:
    """The attributes of a box: its role and its name; one that finds is a landmark, others are notes."""
    if box.kind.role is BoxRole.LEADS:
        return ""
    said = words.box_kind[box.kind] + (f", {words.verdicts[finding.verdict]}" if finding else "")
    title = " ".join(plain_text(without_citations(box.title)).split())
    name = f"{said}: {title}" if said and title else said or title
    role = "region" if finding and title else "note"
    return f' role="{role}"' + f' aria-label="{escape_attribute(name)}"' * bool(name)
