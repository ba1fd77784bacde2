"""Small texts drawn from a brief."""

from collections.abc import Mapping, Sequence

from briefgen.catalogue import Words
from briefgen.markdown.plain import plain_text, without_citations
from briefgen.markdown.walk import lines_in, walk_blocks
from briefgen.model.address import topic_address
from briefgen.model.block import Block, Box, Paragraph
from briefgen.model.box import BoxRole
from briefgen.model.brief import FrontMatter
from briefgen.model.layout import classes, pages
from briefgen.model.layout.ways import relative_path
from briefgen.model.workspace import VerifiedBrief
from briefgen.remembered import remembered
from briefgen.render.escape import escape_text
from briefgen.summed import summed

_WORDS_A_MINUTE = 220


def key_points(brief: VerifiedBrief) -> Sequence[Block]:
    """The box of key points that a brief begins with, or nothing."""
    first = brief.resolved.blocks[:1]
    return [block for block in first if isinstance(block, Box) and block.kind.role is BoxRole.LEADS]


def description_of(brief: VerifiedBrief) -> str:
    """The author's description, else the first key point, as plain text."""
    return brief.front.description or _first_point(brief)


@summed
def _first_point(brief: VerifiedBrief) -> str:
    for block in walk_blocks(key_points(brief)):
        if isinstance(block, Paragraph):
            return " ".join(plain_text(without_citations(block.children)).split())
    return ""


@remembered()
@summed
def reading_minutes(brief: VerifiedBrief) -> int:
    """How long the author's text takes to read."""
    count = sum(len(plain_text(line).split()) for _, line in lines_in(brief.resolved.blocks))
    return max(1, round(count / _WORDS_A_MINUTE))


def status_word(front: FrontMatter, words: Words) -> str:
    """Where a brief stands: a published one that has errata is corrected."""
    return words.corrected if front.is_corrected else words.status[front.status]


def spelt_by(brief: VerifiedBrief) -> Mapping[str, str]:
    """The topics of a brief by their addresses, each as its author spells it first."""
    names: dict[str, str] = {}
    for name in brief.front.tags:
        names.setdefault(topic_address(name), " ".join(name.split()))
    return names


def topic_links(brief: VerifiedBrief, page: str) -> str:
    """Links from a page to the topics of a brief."""
    return " ".join(
        f"[{escape_text(name)}]({relative_path(pages.topic_path(name), page)}){{ .{classes.TOPIC} }}"
        for name in spelt_by(brief).values()
    )
