"""Sentences that cite, as far as their words are their author's statements of what is cited."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from briefgen.markdown.block_quotes import Notes, cited_by
from briefgen.markdown.citing import citing_notes, keys_of
from briefgen.markdown.walk import lines_of, runs_of
from briefgen.model.block import Block, BlockQuote, Box
from briefgen.model.box import BoxRole
from briefgen.model.inline import (
    BracketedSpan,
    Citation,
    Code,
    Emphasis,
    FootnoteMark,
    Formula,
    HardBreak,
    Highlighted,
    HtmlInline,
    Image,
    Inline,
    Link,
    Quoted,
    SoftBreak,
    Strikethrough,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from briefgen.sentences import SentenceMap
from briefgen.text import Span

THING = "\ue003"
"""Code, a formula, a picture: no words of the sentence."""
RAISED = "\ue004"
"""What is raised or lowered: the number before it is another than it seems."""
STRESSED = "\ue006"
"""Where emphasis begins and ends: a word in it may be spoken of as a word."""
OWN = "\ue005"
"""Words that their author says are his own."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of a node in a line, from `start` on; where `exact`, each character is one of the source's."""

    start: int
    node: Text
    exact: bool


@dataclass(frozen=True, slots=True)
class CitingSentence:
    """A sentence with its citations: `text`, in which whatever is not stated is a sign that stands for it.

    `keys` are the works that are cited for it, `citations` where it does. `offset` is where it begins in
    its line.
    """

    text: str
    keys: tuple[str, ...]
    citations: tuple[Citation, ...]
    offset: int
    pieces: tuple[Piece, ...] = field(repr=False)

    def span(self, start: int, end: int) -> Span:
        """Where ``[start, end)`` of the text stands in the source."""
        first, last = self._place(start), self._place(end - 1)
        if first.file is not last.file or first.start > last.start:
            return first
        return first.file.span(first.start, max(last.end, first.end))

    def _place(self, at: int) -> Span:
        at += self.offset
        piece = self.pieces[max(bisect_right(self.pieces, at, key=lambda one: one.start) - 1, 0)]
        place = piece.node.span
        if not piece.exact or at - piece.start >= len(piece.node.value):
            return place
        return place.file.span(place.start + at - piece.start, place.start + at - piece.start + 1)


def citing_sentences(blocks: Sequence[Block], language: str) -> Iterator[CitingSentence]:
    """The sentences of a text that cite a work, but for those within quotations and translations."""
    notes = citing_notes(blocks)
    for block in _stating(blocks):
        for line in lines_of(block):
            yield from _sentences(line, notes, language)


def _stating(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks in which an author speaks himself."""
    for block in blocks:
        translates = isinstance(block, Box) and block.kind.role is BoxRole.TRANSLATES
        if translates or isinstance(block, BlockQuote):
            continue
        yield block
        for run in runs_of(block):
            yield from _stating(run)


def _sentences(line: Sequence[Inline], notes: Notes, language: str) -> Iterator[CitingSentence]:
    flat = _Flat(notes)
    flat.add(line)
    if not flat.cites or not flat.pieces:
        return
    text = "".join(flat.text)
    sentences = SentenceMap(text, language)
    by_start: dict[int, list[Citation]] = {}
    for at, citation in flat.cites:
        by_start.setdefault(sentences.start(at), []).append(citation)
    for start, citations in by_start.items():
        keys = dict.fromkeys(key for one in citations for key in keys_of(one))
        if keys:
            words = text[start : sentences.end(start)]
            yield CitingSentence(
                words, tuple(keys), tuple(dict.fromkeys(citations)), start, tuple(flat.pieces)
            )


class _Flat:
    """A line as one text, with the places of its citations and of what is in the source."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._length = 0
        self.text: list[str] = []
        self.cites: list[tuple[int, Citation]] = []
        self.pieces: list[Piece] = []

    def _put(self, text: str) -> None:
        self.text.append(text)
        self._length += len(text)

    def add(self, nodes: Iterable[Inline]) -> None:
        for node in nodes:
            self._node(node)

    def _node(self, node: Inline) -> None:
        match node:
            case Text():
                exact = node.span.end - node.span.start == len(node.value)
                self.pieces.append(Piece(self._length, node, exact))
                self._put(node.value)
            case SoftBreak() | HardBreak():
                self._put(" ")
            case Emphasis():
                self._put(STRESSED)
                self.add(node.children)
                self._put(STRESSED)
            case Strong() | Highlighted() | Link():
                self.add(node.children)
            case BracketedSpan():
                if "own" in node.attributes.classes:
                    self._own(node.children)
                else:
                    self.add(node.children)
            case Quoted():
                self._cited_within(node.children)
                self._put(SentenceMap.QUOTATION)
            case Superscript() | Subscript():
                self._put(RAISED)
            case Strikethrough() | Code() | Image() | HtmlInline() | Formula():
                self._put(THING)
            case Citation() | FootnoteMark():
                if citation := cited_by(node, self._notes):
                    narrates = isinstance(node, Citation) and citation.narrative
                    self.cites.append((self._length, citation))
                    self._put(SentenceMap.NARRATIVE if narrates else SentenceMap.CITATION)

    def _own(self, nodes: Iterable[Inline]) -> None:
        """Words that are their author's own state nothing of a work; what is cited in them is cited."""
        self._cited_within(nodes)
        self._put(OWN)

    def _cited_within(self, nodes: Iterable[Inline]) -> None:
        """The citations in words that state nothing."""
        inside = _Flat(self._notes)
        inside.add(nodes)
        self.cites += [(self._length, citation) for _, citation in inside.cites]
