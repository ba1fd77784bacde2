"""The page of a brief, block by block in the order of its reader."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefgen.markdown.walk import walk_blocks
from briefgen.model.block import Block, Heading
from briefgen.model.brief import Status
from briefgen.model.card import CardKit
from briefgen.model.layout import anchors, pages
from briefgen.model.page import Page
from briefgen.model.workspace import (
    AuthorFootnote,
    Footnote,
    VerifiedBrief,
    VerifiedCorpus,
)
from briefgen.render.brief.changes import errata_part, notices, with_change_marks
from briefgen.render.brief.checked import checked_part
from briefgen.render.brief.events import events_part
from briefgen.render.brief.metadata import brief_facts, brief_head
from briefgen.render.brief.service import cite_part, report_part
from briefgen.render.brief.snippets import description_of
from briefgen.render.brief.sources import sources_part
from briefgen.render.brief.top import first_lines, paper_line, standfirst
from briefgen.render.brief.ways import ways_part
from briefgen.render.brief.wrong import wrong_part
from briefgen.render.cards.all import card_head
from briefgen.render.evidence import evidence_part
from briefgen.render.front import page_text
from briefgen.render.headings import page_heading
from briefgen.render.links.targets import AddressReadings
from briefgen.render.neighbours import Neighbours, neighbours_part, up_line
from briefgen.render.notes.marks import with_mark_ids
from briefgen.render.notes.references import footnote_markdown
from briefgen.render.text.blocks import BlockWriter, joined
from briefgen.render.view import BriefView
from briefgen.render.works import work_card


@dataclass(frozen=True, slots=True)
class BriefText:
    """The author's text in the site's dialect: what writes it, and what was written of each block."""

    writer: BlockWriter
    blocks: tuple[Block, ...]
    pieces: tuple[str, ...]

    def markdown(self) -> str:
        """The whole text."""
        return joined(self.blocks, self.pieces)


def write_text(brief: VerifiedBrief, corpus: VerifiedCorpus, readings: AddressReadings) -> BriefText:
    """Write the author's text, for its page and for the guard alike."""
    writer = brief_writer(brief, corpus, readings)
    blocks = brief.resolved.blocks
    return BriefText(writer, blocks, writer.each(blocks))


def brief_page(
    brief: VerifiedBrief,
    corpus: VerifiedCorpus,
    written: BriefText,
    neighbours: Neighbours,
    kit: CardKit | None,
) -> Page:
    """The page of one brief, whose text is `written`; `kit` is what its social card is drawn with, where it
    has one."""
    body = _Body(brief, corpus, written, neighbours)
    description = description_of(brief)
    text = page_text(
        brief.front.title,
        body.text(),
        lang=brief.front.lang,
        source=brief.resolved.brief.file.path,
        description=description,
        boost=2,  # a brief before the sources it cites
        is_hidden=brief.front.status is Status.DRAFT,
        head=brief_head(brief, corpus, description, card_head(brief, corpus, kit)),
        facts=brief_facts(brief),
    )
    return Page(pages.brief_path(brief.slug), text)


def brief_writer(brief: VerifiedBrief, corpus: VerifiedCorpus, readings: AddressReadings) -> BlockWriter:
    """What writes the blocks of a brief; its page's title is the only heading of the first level."""
    headings = [block for block in walk_blocks(brief.resolved.blocks) if isinstance(block, Heading)]
    shift = int(any(heading.level == 1 for heading in headings))
    findings = {finding.box: finding for finding in brief.resolved.findings}
    return BlockWriter(BriefView.of(brief, corpus, readings), findings, shift)


class _Body:
    def __init__(
        self, brief: VerifiedBrief, corpus: VerifiedCorpus, written: BriefText, neighbours: Neighbours
    ) -> None:
        self._brief = brief
        self._corpus = corpus
        self._written = written
        self._neighbours = neighbours
        self._writer = written.writer
        self._view = self._writer.view

    def text(self) -> str:
        parts: Sequence[Callable[[], str]] = (
            self._up,
            lambda: page_heading(self._brief.front.title),
            lambda: standfirst(self._brief),
            lambda: first_lines(self._brief, self._corpus, self._view),
            lambda: notices(self._brief, self._view),
            lambda: wrong_part(self._brief, self._writer),
            self._written.markdown,
            lambda: events_part(self._view),
            self._cards,
            self._footnotes,
            lambda: sources_part(self._brief, self._view),
            lambda: checked_part(self._brief, self._corpus, self._view),
            lambda: evidence_part(self._brief, self._corpus, self._view),
            lambda: cite_part(self._brief, self._corpus.settings, self._view),
            lambda: report_part(self._brief, self._corpus.settings, self._view),
            lambda: errata_part(self._brief, self._view),
            lambda: neighbours_part(self._neighbours, self._view.words),
        )
        page = "\n\n".join(text for part in parts if (text := part()))
        page = with_change_marks(page, self._brief.front, self._view.words)
        page += f"\n\n{paper_line(self._brief, self._corpus.settings, self._view)}"
        if ways := ways_part(self._brief, self._writer, page):
            page += f"\n\n{ways}"
        return with_mark_ids(page, self._written.markdown(), self._written.blocks, self._view.label_of)

    def _up(self) -> str:
        words = self._view.words
        return up_line(words.briefs, self._view.way_to(pages.BRIEFS), words, self._corpus.settings.language)

    def _cards(self) -> str:
        examined = self._brief.resolved.examined
        if not examined:
            return ""
        words = self._view.words
        heading = words.work_examined if len(examined) == 1 else words.works_examined
        cards = [work_card(self._corpus.works[key], self._corpus, self._view) for key in examined]
        return "\n\n".join([f"## {heading} {{ #{anchors.PARTS.examined} }}", *cards])

    def _footnotes(self) -> str:
        notes = self._brief.resolved.footnotes
        if not notes:
            return ""
        heading = f"## {self._view.words.footnotes} {{ #{anchors.PARTS.footnotes} }}"
        definitions = [self._footnote(note) for note in notes]
        # Python-Markdown puts the notes where this mark stands.
        return "\n\n".join([heading, "///Footnotes Go Here///", *definitions])

    def _footnote(self, note: Footnote) -> str:
        if isinstance(note, AuthorFootnote):
            return self._writer.footnote(note.label, note.definition.children)
        return f"[^{note.label}]: {footnote_markdown(note.citation, self._view)}"
