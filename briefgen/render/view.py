"""What the text of one brief needs to know of everything else while it is written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefgen.bibliography.reference import narrative_names
from briefgen.catalogue import Words, words_for
from briefgen.markdown.block_quotes import Notes, QuoteParts, parts_of_quote, without_outer_marks
from briefgen.markdown.citing import citing_notes
from briefgen.markdown.walk import walk_blocks
from briefgen.model.block import BlockQuote, Box, FootnoteDefinition, Paragraph
from briefgen.model.capture import Capture, Captures
from briefgen.model.compared import Compared
from briefgen.model.event import Event
from briefgen.model.inline import Citation, FootnoteMark, Image, Link
from briefgen.model.layout import anchors, classes, pages
from briefgen.model.layout.ways import relative_path
from briefgen.model.quotation import QuotationForm
from briefgen.model.reference import Styled, StyledBrief
from briefgen.model.work import Bibliography
from briefgen.model.workspace import (
    AuthorFootnote,
    ResolvedCitation,
    VerifiedBrief,
    VerifiedCorpus,
    VerifiedQuotation,
    WorkLookup,
)
from briefgen.remembered import remembered
from briefgen.render.abbreviations import NONE, Abbreviations, abbreviations_in
from briefgen.render.cited_again import cited_again, ibid
from briefgen.render.escape import escape_attribute
from briefgen.render.events import events_of
from briefgen.render.given_translations import GivenTranslation, given_translations
from briefgen.render.heading_ids import HeadingId, heading_ids
from briefgen.render.in_style import brief_in_style
from briefgen.render.links.targets import AS_MKDOCS, AddressReading, AddressReadings
from briefgen.render.paragraph_ids import paragraph_ids
from briefgen.render.states import State, state_of
from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class BriefView:
    """Look-ups for one brief; `page` is the page that is written, where it is not the brief's own."""

    lang: str
    words: Words
    citations: Mapping[Citation, ResolvedCitation]
    quotations: Mapping[Span, VerifiedQuotation]
    definitions: Mapping[tuple[str, str], str]
    marks: frozenset[Span]
    reading: AddressReading = AS_MKDOCS
    page: str = ""
    abbreviations: Abbreviations = NONE
    notes: Notes = field(default_factory=dict)
    beside: Mapping[Citation, tuple[VerifiedQuotation, ...]] = field(default_factory=dict)
    """The quotations bound by each citation, in their order."""
    compared: Mapping[Citation, tuple[Compared, ...]] = field(default_factory=dict)
    """What was compared of the sentences that the note of a citation stands for."""
    again: Mapping[tuple[Citation, int], str] = field(default_factory=dict)
    """The items of citations whose work was cited in full before, by their place in the citation, each with
    the label of the footnote that does."""
    ibid: frozenset[Citation] = frozenset()
    """Citations of the one work that the footnote before cites alone, where the settings shorten these."""
    entry_notes: bool = False
    """Whether references are printed with the notes of their entries."""
    styled: StyledBrief | None = None
    """What a style of CSL makes of the brief's references, where the settings name one."""
    in_text: bool = False
    """Whether that style has citations stand in the text."""
    numbers: bool = False
    """Whether that style has numbers, for which our own notes stand."""
    works: Bibliography = field(default_factory=Bibliography)
    captures: Captures = field(default_factory=Captures)
    examined: tuple[str, ...] = ()
    """The keys of the works that the brief is about."""

    headings: Mapping[Span, HeadingId] = field(default_factory=dict)
    """The ids of the brief's headings, on its own page: no other shows any of them."""
    paragraphs: Mapping[Span, str] = field(default_factory=dict)
    """The ids of paragraphs, on the brief's own page."""
    events: Mapping[Span, Event] = field(default_factory=dict)
    """The events in the order of time, on the brief's own page."""
    translations: Mapping[Span, Sequence[GivenTranslation]] = field(default_factory=dict)
    has_works: bool = True
    """Whether the site has pages of works; without briefs it has none."""

    @staticmethod
    def of(
        brief: VerifiedBrief, corpus: VerifiedCorpus, readings: AddressReadings, page: str = ""
    ) -> "BriefView":
        """The view of a brief for its own page in ``docs/briefs/``, or for another of docs/."""
        ibids = corpus.settings.references.ibid
        notes = corpus.settings.references.notes
        return _view_of(brief, corpus.works, corpus.captures, ibids, notes, corpus.styled, readings, page)

    def note_label(self, mark: FootnoteMark) -> str:
        """The label an author's footnote is published under."""
        return self.definitions[(mark.span.path, mark.label)]

    def label_of(self, mark: Citation | FootnoteMark) -> str:
        """The label of the note that a mark leads to; empty of a citation that has none of its own."""
        return self.note_label(mark) if isinstance(mark, FootnoteMark) else self.citations[mark].label

    def address(self, node: Link | Image) -> str:
        """The address of a link or an image as it must stand on the page that is written."""
        return self.reading.address(node.target, node.span.path, self._page())

    def way_to(self, path: str, place: str = "") -> str:
        """The way from the page that is written to another file of ``docs/``, or to a place on it."""
        return relative_path(path, self._page()) + f"#{place}" * bool(place)

    def way_to_work(self, key: str, place: str = "") -> str:
        """The way to the page of a work; empty where it has none."""
        return self.way_to(pages.work_path(key), place) if self.has_works else ""

    def _page(self) -> str:
        return self.page or self.reading.page

    def is_mark(self, link: Link) -> bool:
        """Whether a link marks words of a quotation that a box of the same page is about."""
        return link.span in self.marks

    def language_of(self, quotation: VerifiedQuotation) -> str:
        """The language quoted words are in: that of the capture, else the work's, else the brief's."""
        for check in quotation.checks:
            if capture := self.searched(check):
                return capture.language
        for key in quotation.resolved.keys:
            if language := self.works[key].language:
                return language
        return self.lang

    def searched(self, check: WorkLookup) -> Capture | None:
        """The capture in which words were looked up."""
        return None if check.capture is None else self.captures.numbered(check.key, check.capture)

    def quote_parts(self, quote: BlockQuote) -> QuoteParts:
        """A block quote taken apart as its quotation was."""
        found = self.quotations.get(quote.span)
        attributed = found is not None and found.quotation.attribution is not None
        parts = parts_of_quote(quote, self.notes, attributed=attributed)
        if found is not None and found.quotation.unwrapped:
            parts = replace(parts, shown=without_outer_marks(parts.shown))
        resolved = self.citations.get(parts.citation) if parts.citation else None
        if found is None or resolved is None or resolved.label or parts.attribution:
            return parts
        if not quote.span.start <= resolved.citation.span.start < quote.span.end:
            return parts  # that of a footnote whose mark stands here
        # In a footnote the citation is printed in full: below the words, which alone were looked up.
        said = Paragraph((*parts.beside, resolved.citation), resolved.citation.span)
        return replace(parts, shown=parts.quoted, attribution=said)

    def passage_mark(self, quotation: VerifiedQuotation) -> str:
        """The small mark behind a quotation that says whether its words were looked up, and leads to where
        the work's page has them; empty for what is bound to no work, and for translations."""
        match state_of(quotation):
            case State.FOUND:
                check = found_check(quotation)
                assert check
                said = self._of_work(self.words.found_short, check.key)
                return self._mark("✓", check.key, passage_id(check), classes.FOUND, said)
            case State.UNCHECKED:
                key = quotation.checks[0].key
                said = self._of_work(self.words.not_checked_short, key)
                sign = "○"
                if quotation.quotation.form is QuotationForm.BLOCK:  # below a block there is room for words
                    sign += f" {self.words.state_unchecked}"
                return self._mark(sign, key, anchors.NOT_LOOKED_UP, classes.NOT_CHECKED, said)
            case State.UNBOUND | None:
                return ""

    def _of_work(self, said: str, key: str) -> str:
        return said.format(work=narrative_names(self.works[key], self.lang))

    def _mark(self, sign: str, key: str, place: str, name: str, said: str) -> str:
        address = self.way_to_work(key, place)
        said = escape_attribute(said)
        if not address:
            return f'<span class="{name}" title="{said}">{sign}</span>'
        label = f' aria-label="{said}"' if len(sign) == 1 else ""  # a sign has no name of its own
        return f'[{sign}]({address} "{said}"){{ .{name}{label} }}'


@remembered()
def _view_of(
    brief: VerifiedBrief,
    works: Bibliography,
    captures: Captures,
    ibids: bool,
    notes: bool,
    style: Styled | None,
    readings: AddressReadings,
    page: str,
) -> BriefView:
    resolved = brief.resolved
    headings = {} if page else heading_ids(brief.front.title, resolved.blocks)
    return BriefView(
        lang=brief.front.lang,
        words=words_for(brief.front.lang),
        citations={citation.citation: citation for citation in resolved.citations},
        quotations={found.quotation.span: found for found in brief.quotations},
        definitions={
            _definition_key(note.definition): note.label
            for note in resolved.footnotes
            if isinstance(note, AuthorFootnote)
        },
        marks=frozenset(mark.span for q in resolved.quotations for mark in q.quotation.marks),
        reading=readings.of(brief.slug),
        page=page,
        abbreviations=abbreviations_in(resolved.blocks),
        notes=citing_notes(resolved.blocks),
        beside=_beside(brief.quotations),
        compared=_compared(brief),
        again={} if page else cited_again(resolved),
        ibid=ibid(resolved) if ibids and not page else frozenset(),
        entry_notes=notes,
        styled=brief_in_style(resolved, works, style) if style else None,
        in_text=style is not None and not style.in_notes and not style.numbers,
        numbers=style is not None and not style.in_notes and style.numbers,
        works=works,
        captures=captures,
        examined=resolved.examined,
        headings=headings,
        paragraphs={} if page else paragraph_ids(resolved.blocks, _ids_of(brief, headings)),
        events={} if page else {event.span: event for event in events_of(brief)},
        translations=given_translations(brief),
    )


def _ids_of(brief: VerifiedBrief, headings: Mapping[Span, HeadingId]) -> set[str]:
    """The ids that are given to headings and boxes."""
    boxes = (block for block in walk_blocks(brief.resolved.blocks) if isinstance(block, Box))
    return {box.attributes.identifier for box in boxes} | {named.place for named in headings.values()}


def _beside(quotations: Iterable[VerifiedQuotation]) -> Mapping[Citation, tuple[VerifiedQuotation, ...]]:
    grouped: dict[Citation, list[VerifiedQuotation]] = {}
    for found in quotations:
        if found.quotation.citation:
            grouped.setdefault(found.quotation.citation, []).append(found)
    return {citation: tuple(own) for citation, own in grouped.items()}


def _compared(brief: VerifiedBrief) -> Mapping[Citation, tuple[Compared, ...]]:
    """The sentences that cite, by their citations: those of one footnote together."""
    at: dict[Span, list[Compared]] = {}
    for one in brief.compared:
        for place in one.citations:
            at.setdefault(place, []).append(one)
    of_note: dict[str | Span, list[Compared]] = {}
    for resolved in brief.resolved.citations:
        place = resolved.citation.span
        of_note.setdefault(resolved.label or place, []).extend(at.get(place, ()))
    whole = {note: tuple(own) for note, own in of_note.items() if own}
    noted = ((one.citation, one.label or one.citation.span) for one in brief.resolved.citations)
    return {citation: whole[note] for citation, note in noted if note in whole}


def found_check(quotation: VerifiedQuotation) -> WorkLookup | None:
    """The first work the quotation was found in."""
    return next((check for check in quotation.checks if check.verdict is not None), None)


def _definition_key(definition: FootnoteDefinition) -> tuple[str, str]:
    return definition.span.path, definition.label


def passage_id(check: WorkLookup) -> str:
    """The id of a passage on its work's page: where it stands in which of the work's captures."""
    assert check.capture is not None
    assert check.ranges
    return anchors.passage(check.capture, check.ranges)
