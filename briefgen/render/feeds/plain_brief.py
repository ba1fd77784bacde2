"""A brief as Markdown for programs that read: CommonMark with tables, notes and Pandoc's boxes, no HTML."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from briefgen.bibliography.reference import format_reference, plain
from briefgen.catalogue import Words, words_for
from briefgen.directions import OVERRIDES
from briefgen.markdown.plain import plain_text
from briefgen.markdown.walk import children_of
from briefgen.model.block import (
    AbbreviationDefinition,
    Block,
    BlockQuote,
    Box,
    CodeBlock,
    DefinitionList,
    FootnoteDefinition,
    Heading,
    HtmlBlock,
    List,
    Paragraph,
    Table,
    ThematicBreak,
)
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
from briefgen.model.workspace import AuthorFootnote, CitationFootnote, Footnote, VerifiedBrief, VerifiedCorpus
from briefgen.render.authors import authors_of
from briefgen.render.brief.metadata import brief_address
from briefgen.render.brief.snippets import status_word
from briefgen.render.escape import escape_text
from briefgen.render.events import day_of
from briefgen.render.needs import About
from briefgen.summed import summed, summed_aside


@summed
def hash_of_plain_brief(about: About) -> str:
    """The sha256 of that text."""
    return sha256(plain_brief(about).encode("utf-8", "surrogatepass")).hexdigest()


@summed_aside
def plain_brief(about: About) -> str:
    """The text of a brief: what it is, what it says, its notes, what has changed of it."""
    brief, corpus = about.brief, about.corpus
    words = words_for(brief.front.lang)
    writer = _Writer(brief, corpus, words)
    parts = (
        f"# {_line(brief.front.title)}",
        *_facts(brief, corpus, words),
        *writer.blocks(brief.resolved.blocks),
        *writer.notes(),
        *_errata(brief, words),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _facts(brief: VerifiedBrief, corpus: VerifiedCorpus, words: Words) -> Iterator[str]:
    front, settings = brief.front, corpus.settings
    said = [
        status_word(front, words),
        words.version.format(version=front.version),
        front.date,
        *([words.updated.format(date=front.updated)] if front.updated else []),
        *authors_of(brief, settings),
        front.license or settings.license,
    ]
    yield " · ".join(_line(part) for part in said if part)
    if address := brief_address(brief.slug, settings):
        yield f"<{address}>"
    if front.description:
        yield _line(front.description)


def _errata(brief: VerifiedBrief, words: Words) -> Iterator[str]:
    front = brief.front
    if front.errata:
        yield f"## {words.errata}"
    for one in front.errata:
        was, now = f"{words.was}: {_line(one.was)}", f"{words.now}: {_line(one.now)}"
        yield f"- {one.date}, {words.erratum_kind[one.kind]}. {was} {now}"


def _line(text: str) -> str:
    return escape_text(" ".join(text.split()))


class _Writer:
    """The blocks of one brief; notes have the numbers that they have on its page."""

    def __init__(self, brief: VerifiedBrief, corpus: VerifiedCorpus, words: Words) -> None:
        resolved = brief.resolved
        self._words = words
        self._lang = brief.front.lang
        self._works = corpus.works
        self._footnotes = resolved.footnotes
        self._numbers = {note.label: number for number, note in enumerate(resolved.footnotes, start=1)}
        self._labels = {one.citation: one.label for one in resolved.citations}
        self._own = {
            (one.definition.span.path, one.definition.label): one.label
            for one in resolved.footnotes
            if isinstance(one, AuthorFootnote)
        }
        self._findings = {finding.box.span: finding for finding in resolved.findings}

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Each block as Markdown, without those that say nothing where they stand."""
        return (text for block in blocks if (text := self._block(block)))

    def notes(self) -> Iterator[str]:
        """The notes in their order."""
        for number, note in enumerate(self._footnotes, start=1):
            yield _indented(f"[^{number}]: ", self._note(note))

    def _note(self, note: Footnote) -> str:
        match note:
            case AuthorFootnote():
                return "\n\n".join(self.blocks(note.definition.children))
            case CitationFootnote():
                return self._cited(note.citation.citation)

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return escape_start(self._inlines(block.children))
            case Heading():
                return f"{'#' * min(block.level + 1, 6)} {self._inlines(block.children)}"
            case List():
                first = block.start
                marks = ("- " if first is None else f"{first + at}. " for at in range(len(block.items)))
                items = (
                    _indented(mark, "\n\n".join(self.blocks(item.children)))
                    for mark, item in zip(marks, block.items, strict=True)
                )
                return ("\n" if block.tight else "\n\n").join(items)
            case BlockQuote():
                text = "\n\n".join(self.blocks(block.children))
                return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
            case CodeBlock():
                return "\n".join(f"    {line}" for line in block.text.translate(OVERRIDES).split("\n"))
            case Table():
                rows = [[self._inlines(cell.children) for cell in row] for row in (block.head, *block.rows)]
                lines = [f"| {' | '.join(row)} |" for row in rows]
                return "\n".join([lines[0], "|" + " --- |" * len(block.head), *lines[1:]])
            case DefinitionList():
                return "\n\n".join(
                    f"{self._inlines(one.term)}\n\n"
                    + "\n\n".join(_indented(":   ", "\n\n".join(self.blocks(said))) for said in one.meanings)
                    for one in block.definitions
                )
            case Box():
                return self._box(block)
            case ThematicBreak():
                return "* * *"
            case HtmlBlock() | FootnoteDefinition() | AbbreviationDefinition():
                return ""

    def _box(self, box: Box) -> str:
        finding = self._findings.get(box.span)
        label = self._words.box_kind[box.kind]
        if finding:
            label += f", {self._words.verdicts[finding.verdict]}"
        if day := day_of(box, self._lang):
            label += f", {day}"
        title = self._inlines(box.title)
        head = f"**{label}{f': {title}' if title else ''}**"
        return "\n\n".join([f"::: {box.kind or 'note'}", head, *self.blocks(box.children), ":::"])

    def _inlines(self, nodes: Iterable[Inline]) -> str:
        return "".join(map(self._inline, nodes))

    def _inline(self, node: Inline) -> str:
        match node:
            case Text():
                return escape_text(node.value)
            case Code():
                return f"`` {node.value.translate(OVERRIDES)} ``"
            case SoftBreak() | HardBreak():
                return " "
            case Emphasis():
                return f"*{self._inlines(node.children)}*"
            case Strong():
                return f"**{self._inlines(node.children)}**"
            case Quoted():
                return f"{node.opening}{self._inlines(node.children)}{node.closing}"
            case Superscript() | Subscript() | Highlighted() | Strikethrough() | BracketedSpan() | Link():
                return self._inlines(children_of(node))
            case Formula():
                return f"${node.tex}$"
            case Image():
                return escape_text(node.alt)
            case FootnoteMark():
                return self._mark(self._own.get((node.span.path, node.label), ""))
            case Citation():
                return self._citation(node)
            case HtmlInline():
                return ""

    def _citation(self, node: Citation) -> str:
        label = self._labels.get(node, "")
        mark = self._mark(label) if label else f"({self._cited(node)})"
        work = self._works.get(node.items[0].key) if node.narrative else None
        if work is not None:
            names = [name.literal or name.family or name.full for name in work.authors]
            return escape_text(", ".join(names) or work.title or work.key) + mark
        return mark

    def _mark(self, label: str) -> str:
        return f"[^{self._numbers[label]}]" if label in self._numbers else ""

    def _cited(self, citation: Citation) -> str:
        said = []
        for item in citation.items:
            work = self._works.get(item.key)
            if work is not None:
                reference = plain(format_reference(work, self._lang))
                parts = (plain_text(item.prefix), reference, plain_text(item.suffix).lstrip(", "))
                said.append(_line(" ".join(part for part in parts if part)))
        return " ".join(said)


def escape_start(text: str) -> str:
    """A paragraph that begins no list and no heading."""
    return f"\\{text}" if text.startswith(("# ", "- ", "+ ", "> ", "::: ")) else text


def _indented(mark: str, text: str) -> str:
    """A text behind a mark, its further lines below its first."""
    space = " " * (4 if mark.startswith("[^") else len(mark))
    first, *rest = text.split("\n") if text else [""]
    return "\n".join([f"{mark}{first}", *(f"{space}{line}" if line else "" for line in rest)])
