"""Markdown text to a tree of block nodes with exact spans."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from markdown_it.token import Token
from markdown_it.utils import EnvType

from briefgen.markdown.handles import Handles
from briefgen.markdown.inline_parts import place_attributes
from briefgen.markdown.inline_tree import inline_nodes
from briefgen.markdown.parser import markdown_parser
from briefgen.markdown.positions import OffsetMap, map_lines, map_row
from briefgen.markdown.quotes import pair_quotes
from briefgen.model.attributes import Attribute, Attributes
from briefgen.model.block import (
    AbbreviationDefinition,
    Block,
    BlockQuote,
    Box,
    CodeBlock,
    Definition,
    DefinitionList,
    FootnoteDefinition,
    Heading,
    HtmlBlock,
    List,
    ListItem,
    Paragraph,
    Table,
    TableCell,
    ThematicBreak,
)
from briefgen.model.box import BoxKind
from briefgen.model.inline import Inline, Text
from briefgen.own_words import without_own
from briefgen.text import Span, TextFile


@dataclass(slots=True)
class Tree:
    """The blocks of a text, the opening fences of boxes that were never closed, what is nested too deep."""

    blocks: tuple[Block, ...]
    unclosed: tuple[Span, ...]
    too_deep: tuple[Span, ...]


def parse_tree(file: TextFile, body_start: int, language: str = "", handles: Handles | None = None) -> Tree:
    """Parse the text of `file` from the offset `body_start`, which is the start of a line.

    `language` is the BCP 47 tag of the text, or empty: some marks quote in one language and not in another.
    `handles` says of a page that was not written for us what is a citation in it.
    """
    env: EnvType = {"handles": handles}
    tokens = markdown_parser().parse(file.text[body_start:], env)
    builder = _Builder(file, file.line_of(body_start) - 1, env, tokens, language)
    blocks = (*builder.blocks(""), *_notes(env))
    lines = [file.whole_line(line + builder.shift + 1) for line in env.get("deep_lines", ())]
    return Tree(blocks, tuple(builder.unclosed), (*lines, *env.get("too_deep", ())))


def _notes(env: EnvType) -> Iterator[FootnoteDefinition]:
    """The footnotes that stand in their lines, each where its mark is."""
    for label, children, span in env.get("notes", ()):
        yield FootnoteDefinition(label, (Paragraph(children, span),), span)


@dataclass(slots=True)
class _Builder:
    file: TextFile
    shift: int
    """Lines the file has before the parsed text."""
    env: EnvType
    tokens: list[Token]
    language: str
    index: int = 0
    unclosed: list[Span] = field(default_factory=list)

    def blocks(self, closing: str) -> tuple[Block, ...]:
        """Blocks up to the token `closing`, which is consumed."""
        nodes: list[Block] = []
        while self.index < len(self.tokens):
            token = self._next()
            if token.type == closing:
                break
            nodes.append(self._block(token))
        return tuple(nodes)

    def _next(self) -> Token:
        token = self.tokens[self.index]
        self.index += 1
        return token

    def _block(self, token: Token) -> Block:
        span = self._span(token)
        match token.type:
            case "paragraph_open":
                children = self._inline(self._next())
                self.index += 1
                return Paragraph(children, span)
            case "heading_open":
                return self._heading(token, span)
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token, span)
            case "blockquote_open":
                return BlockQuote(self.blocks("blockquote_close"), span)
            case "fence" | "code_block":
                return CodeBlock(token.content, token.info.strip(), span)
            case "html_block":
                return HtmlBlock(token.content, span)
            case "hr":
                return ThematicBreak(span)
            case "table_open":
                return self._table(span)
            case "dl_open":
                return self._definition_list(span)
            case "footnote_reference_open":
                return FootnoteDefinition(token.meta["label"], self.blocks("footnote_reference_close"), span)
            case "abbreviation":
                return AbbreviationDefinition(token.meta["label"], without_own(token.meta["title"]), span)
            case "box_open":
                return self._box(token)
            case other:
                raise AssertionError(f"block token {other!r} has no node")

    def _span(self, token: Token) -> Span:
        """From the first visible character of the token's first line to the end of its last one."""
        first, last = token.map or (0, 1)
        number = first + self.shift + 1
        begin = self.file.line_starts[number - 1]
        lines = self.file.text[begin : self.file.line_end(max(last, first + 1) + self.shift)]
        start = min(begin + len(lines) - len(lines.lstrip()), self.file.line_end(number))
        return Span(self.file, start, max(start, begin + len(lines.rstrip())))

    def _heading(self, token: Token, span: Span) -> Heading:
        inline = self._next()
        content: str = inline.meta.get("whole", inline.content)
        first = (inline.map or (0, 1))[0]
        offsets = map_lines(self.file, content, first, self.shift, closing_marks="#" in token.markup)
        children = self._nodes(inline, offsets)
        self.index += 1
        raw = inline.meta.get("attributes")
        attributes = place_attributes(raw, offsets) if raw else None
        return Heading(int(token.tag[1]), children, span, attributes)

    def _inline(self, token: Token, *, closing_marks: bool = False) -> tuple[Inline, ...]:
        first = (token.map or (0, 1))[0]
        offsets = map_lines(self.file, token.content, first, self.shift, closing_marks=closing_marks)
        return self._nodes(token, offsets)

    def _nodes(self, token: Token, offsets: OffsetMap) -> tuple[Inline, ...]:
        return inline_nodes(
            markdown_parser(), self.env, token.children or (), token.content, offsets, self.language
        )

    def _list(self, token: Token, span: Span) -> List:
        items: list[ListItem] = []
        ordered = token.type == "ordered_list_open"
        closing = "ordered_list_close" if ordered else "bullet_list_close"
        tight = True
        while (opening := self._next()).type != closing:
            start = self.index
            children = self.blocks("list_item_close")
            paragraphs = [t for t in self.tokens[start : self.index] if t.type == "paragraph_open"]
            tight = tight and all(t.hidden for t in paragraphs if t.level == opening.level + 1)
            children, checked = _task(children)
            items.append(ListItem(children, checked, self._span(opening)))
        number = int(token.attrs.get("start", 1)) if ordered else None
        return List(tuple(items), number, tight, span)

    def _table(self, span: Span) -> Table:
        rows: list[tuple[TableCell, ...]] = []
        alignments: tuple[str, ...] = ()
        while (token := self._next()).type != "table_close":
            if token.type == "tr_open":
                cells, styles = self._row(token)
                rows.append(cells)
                alignments = alignments or styles
        return Table(alignments, rows[0], tuple(rows[1:]), span)

    def _row(self, row: Token) -> tuple[tuple[TableCell, ...], tuple[str, ...]]:
        inlines: list[Token] = []
        styles: list[str] = []
        line = (row.map or (0, 1))[0]
        while (token := self._next()).type != "tr_close":
            if token.type == "inline":
                inlines.append(token)
                line = (token.map or (line, 0))[0]
            elif token.nesting == 1:
                styles.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
        maps = map_row(self.file, [token.content for token in inlines], line, self.shift)
        cells = [
            TableCell(self._nodes(token, offsets), offsets.span(0, len(token.content)))
            for token, offsets in zip(inlines, maps, strict=True)
        ]
        return tuple(cells), tuple(styles)

    def _definition_list(self, span: Span) -> DefinitionList:
        definitions: list[Definition] = []
        term: tuple[Inline, ...] = ()
        term_span = span
        meanings: list[tuple[Block, ...]] = []
        tight = True
        while (token := self._next()).type != "dl_close":
            if token.type == "dt_open":
                if meanings:
                    definitions.append(Definition(term, tuple(meanings), term_span))
                term_span = self._span(token)
                term = self._inline(self._next())
                meanings = []
                self.index += 1
            elif token.type == "dd_open":
                start = self.index
                meanings.append(self.blocks("dd_close"))
                paragraphs = [t for t in self.tokens[start : self.index] if t.type == "paragraph_open"]
                tight = tight and all(t.hidden for t in paragraphs if t.level == token.level + 1)
        definitions.append(Definition(term, tuple(meanings), term_span))
        return DefinitionList(tuple(definitions), tight, span)

    def _box(self, token: Token) -> Box:
        number = (token.map or (0, 1))[0] + self.shift + 1
        line = self.file.line_text(number)
        line_start = self.file.line_starts[number - 1]
        fence = line.index(":::")
        span = Span(self.file, line_start + fence, line_start + len(line.rstrip()))
        if not token.meta["closed"]:
            self.unclosed.append(span)
        children = self.blocks("box_close")
        raw = token.meta["attributes"]
        if raw is None:
            attributes = Attributes("", (token.meta["name"],), (), span)
        else:
            # Attributes are scanned in the text markdown-it got, which starts `body_start` into the file.
            body_start = self.file.line_starts[self.shift]
            attributes = place_attributes(raw, OffsetMap(self.file, [(0, body_start)]))
        title: tuple[Inline, ...] = ()
        if children and isinstance(head := children[0], Heading):
            title, children = head.children, children[1:]
            if head.identifier and not attributes.identifier:
                attributes = replace(attributes, identifier=head.identifier)
        elif (pair := attributes.get("title")) is not None and pair.value:
            title = _title(pair, self.language)
        kind = BoxKind.named(attributes.classes[0] if attributes.classes else "")
        return Box(kind, attributes, title, children, span)


def _title(pair: Attribute, language: str) -> tuple[Inline, ...]:
    """The text of ``title=``, where it is written without escapes with its place and its quotations."""
    at = pair.span.text.find(pair.value, len(pair.key) + 1)
    if at < 0:
        return (Text(pair.value, pair.span),)
    start = pair.span.start + at
    return pair_quotes([Text(pair.value, Span(pair.span.file, start, start + len(pair.value)))], language)


def _task(children: tuple[Block, ...]) -> tuple[tuple[Block, ...], bool | None]:
    """A list item that begins ``[ ]`` or ``[x]`` is a task: the mark is taken out of its text."""
    if not children or not isinstance(children[0], Paragraph):
        return children, None
    first = children[0].children[0] if children[0].children else None
    if not isinstance(first, Text) or first.value[:4].lower() not in ("[ ] ", "[x] "):
        return children, None
    if first.span.text[:4] != first.value[:4]:
        return children, None
    rest = Text(first.value[4:], Span(first.span.file, first.span.start + 4, first.span.end))
    inlines = ((rest,) if rest.value else ()) + children[0].children[1:]
    return (Paragraph(inlines, children[0].span), *children[1:]), first.value[1] != " "
