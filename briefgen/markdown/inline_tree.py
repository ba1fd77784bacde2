"""Inline tokens to inline nodes with exact spans.

A cursor walks over the content beside the tokens: each token says, by its kind, how much of the content
it stands for. Text must then be found at the cursor, letter for letter; anything else is a bug of ours.
"""

import re
from collections.abc import Callable, Sequence
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType

from briefgen.markdown.citation_rule import RawItem
from briefgen.markdown.inline_parts import joined_texts, place_attributes, plain_of_tokens
from briefgen.markdown.locators import read_suffix
from briefgen.markdown.positions import OffsetMap
from briefgen.markdown.quotes import pair_quotes
from briefgen.model.inline import (
    BracketedSpan,
    Citation,
    CitationItem,
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
    SoftBreak,
    Strikethrough,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from briefgen.own_words import without_own
from briefgen.text import Span

NESTED = 50
"""How deep emphasis, links and spans may stand in one another."""
CITED = 10
"""How deep citations may stand in what is said in citations."""
_BREAK = re.compile(r"[ \t]*\\?\n[ \t]*")
_SPACE = " \t\n"


def inline_nodes(
    md: MarkdownIt,
    env: EnvType,
    tokens: Sequence[Token],
    content: str,
    offsets: OffsetMap,
    language: str,
) -> tuple[Inline, ...]:
    """The nodes of an inline content; quotation marks are paired, citations read.

    What is nested too deep is text, and its place is noted in ``env["too_deep"]``.
    `env` is markdown-it's memory of the whole text: parts of citations may hold its reference links.
    `language` is the BCP 47 tag of the text, or empty.
    """
    nodes = _Builder(md, env, tokens, content, offsets, language).nodes()
    return pair_quotes(nodes, language)


InlineNote = tuple[str, tuple[Inline, ...], Span]
"""A note that stands in its line: its label, its text, its place."""


class _Builder:
    def __init__(
        self,
        md: MarkdownIt,
        env: EnvType,
        tokens: Sequence[Token],
        content: str,
        offsets: OffsetMap,
        language: str,
        depth: int = 0,
    ) -> None:
        self._md = md
        self._env = env
        self._tokens = tokens
        self._content = content
        self._offsets = offsets
        self._language = language
        self._depth = depth
        self._index = 0
        self._cursor = 0

    def nodes(self) -> tuple[Inline, ...]:
        if self._depth <= CITED and not self._is_too_deep():
            return self._until("")
        place = self._offsets.span(0, len(self._content))
        self._env.setdefault("too_deep", []).append(place)
        return tuple(self._lines_to(len(self._content)))

    def _is_too_deep(self) -> bool:
        if len(self._tokens) <= NESTED:
            return False
        return max(accumulate(token.nesting for token in self._tokens)) > NESTED

    def _until(self, closing: str) -> tuple[Inline, ...]:
        nodes: list[Inline] = []
        while self._index < len(self._tokens):
            token = self._tokens[self._index]
            if token.type == closing:
                break
            self._index += 1
            if token.type == "text":
                nodes += self._text(token)
            elif token.type == "html_inline" and self._in_typed_guillemets(token):
                nodes += self._lines_to(self._cursor + len(token.content))
            else:
                nodes.append(self._node(token))
        return tuple(joined_texts(nodes))

    def _node(self, token: Token) -> Inline:
        start = self._cursor
        match token.type:
            case "text_special":
                return Text(token.content, self._take(len(token.markup)))
            case "softbreak" | "hardbreak":
                span = self._take_break()
                return SoftBreak(span) if token.type == "softbreak" else HardBreak(span)
            case "code_inline":
                return Code(token.content, self._take_to(token.meta["end"]))
            case "html_inline":
                return HtmlInline(token.content, self._take(len(token.content)))
            case "footnote_ref":
                return FootnoteMark(token.meta["label"], self._take(len(token.meta["label"]) + 3))
            case "citation":
                return self._citation(token)
            case "image":
                alt = plain_of_tokens(token.children or ())
                target, title = str(token.attrs["src"]), without_own(str(token.attrs.get("title", "")))
                return Image(alt, target, title, self._take_to(token.meta["end"]))
            case "em_open":
                return self._delimited(token, "em_close", Emphasis)
            case "strong_open":
                return self._delimited(token, "strong_close", Strong)
            case "s_open":
                return self._delimited(token, "s_close", Strikethrough)
            case "superscript_open":
                return self._delimited(token, "superscript_close", Superscript)
            case "subscript_open":
                return self._delimited(token, "subscript_close", Subscript)
            case "highlight_open":
                return self._delimited(token, "highlight_close", Highlighted)
            case "formula":
                span = self._take_to(token.meta["end"])
                return Formula(token.content, token.meta["display"], span)
            case "inline_note":
                return self._note(token, start)
            case "link_open":
                return self._link(token, start)
            case "span_open":
                return self._span(start)
            case other:
                raise AssertionError(f"inline token {other!r} has no node")

    def _text(self, token: Token) -> list[Inline]:
        """The text, in two where the source has a backslash in between: before a pipe in a table's cell."""
        start, end = self._cursor, self._cursor + len(token.content)
        if self._content[start:end] != token.content:
            raise AssertionError(f"text {token.content!r} is not at {start} of {self._content!r}")
        pieces = self._offsets.straight(start, end) if token.content else []
        return [Text(self._content[begin:stop], self._take_to(stop)) for begin, stop in pieces]

    def _in_typed_guillemets(self, token: Token) -> bool:
        """Whether what looks like a tag is words in typed guillemets: ``<<the old bridge>>``."""
        end = self._cursor + len(token.content)
        beside = self._content[max(0, self._cursor - 1) : self._cursor] + self._content[end : end + 1]
        return beside == "<>" and not token.content.startswith(("<!", "<?", "</"))

    def _lines_to(self, end: int) -> list[Inline]:
        """The content up to an offset as text, and a line end between its lines."""
        nodes: list[Inline] = []
        while self._cursor < end:
            stop_at = self._line_end(end)
            if stop_at > self._cursor:
                pieces = self._offsets.straight(self._cursor, stop_at)
                nodes += [Text(self._content[start:until], self._take_to(until)) for start, until in pieces]
            else:
                nodes.append(SoftBreak(self._take_break(end)))
        return nodes

    def _line_end(self, end: int) -> int:
        """Where the line ends at the cursor, and the space before that begins; `end` where it goes on."""
        at = self._content.find("\n", self._cursor, end)
        if at < 0:
            return end
        if at > self._cursor and self._content[at - 1] == "\\":
            at -= 1
        while at > self._cursor and self._content[at - 1] in " \t":
            at -= 1
        return at

    def _delimited(
        self, token: Token, closing: str, node: Callable[[tuple[Inline, ...], Span], Inline]
    ) -> Inline:
        start = self._cursor
        self._cursor += len(token.markup)
        children = self._until(closing)
        self._index += 1
        self._cursor += len(token.markup)
        return node(children, self._offsets.span(start, self._cursor))

    def _link(self, token: Token, start: int) -> Link:
        target, title = str(token.attrs["href"]), without_own(str(token.attrs.get("title", "")))
        if token.markup == "autolink":
            inner = self._tokens[self._index]
            self._index += 2
            end = self._tokens[self._index - 1].meta["end"]
            label = Text(inner.content, self._offsets.span(start + 1, end - 1))
            return Link((label,), target, title, self._take_to(end))
        self._cursor += 1
        children = self._until("link_close")
        end = self._tokens[self._index].meta["end"]
        self._index += 1
        self._cursor = end
        return Link(children, target, title, self._offsets.span(start, end))

    def _span(self, start: int) -> BracketedSpan:
        self._cursor += 1
        children = self._until("span_close")
        meta = self._tokens[self._index].meta
        self._index += 1
        self._cursor = meta["end"]
        attributes = place_attributes(meta["attributes"], self._offsets)
        return BracketedSpan(children, attributes, self._offsets.span(start, meta["end"]))

    def _note(self, token: Token, start: int) -> FootnoteMark:
        """The mark of ``^[note]``; the note itself is remembered in ``env["notes"]``."""
        end: int = token.meta["end"]
        children = self._part(start + 2, end - 1)
        span = self._take_to(end)
        notes: list[InlineNote] = self._env.setdefault("notes", [])
        label = f"^{len(notes) + 1}"
        notes.append((label, children, span))
        return FootnoteMark(label, span)

    def _citation(self, token: Token) -> Citation:
        raw: tuple[RawItem, ...] = token.meta["items"]
        items = tuple(self._item(item) for item in raw)
        return Citation(items, self._take_to(token.meta["end"]))

    def _item(self, raw: RawItem) -> CitationItem:
        suffix = self._part(*raw.suffix, locator=True)
        reading = read_suffix(suffix)
        return CitationItem(
            key=raw.key,
            key_span=self._offsets.span(raw.key_start, raw.key_end),
            mode=raw.mode,
            prefix=self._part(*raw.prefix),
            suffix=suffix,
            locator=reading.locator,
            quoted=reading.quoted,
            remark=reading.remark,
            span=self._offsets.span(raw.start, raw.end),
        )

    def _part(self, start: int, end: int, *, locator: bool = False) -> tuple[Inline, ...]:
        """The inline nodes of a part of the content, without space around it."""
        while start < end and self._content[start] in _SPACE:
            start += 1
        while end > start and self._content[end - 1] in _SPACE:
            end -= 1
        if start >= end:  # most citations say nothing beside their key
            return ()
        content = self._content[start:end]
        tokens = self._md.inline.parse(content, self._md, self._env, [])
        offsets = self._offsets.part(start, end)
        builder = _Builder(self._md, self._env, tokens, content, offsets, self._language, self._depth + 1)
        return pair_quotes(builder.nodes(), self._language, locator=locator)

    def _take(self, length: int) -> Span:
        return self._take_to(self._cursor + length)

    def _take_to(self, end: int) -> Span:
        span = self._offsets.span(self._cursor, end)
        self._cursor = end
        return span

    def _take_break(self, end: int | None = None) -> Span:
        found = _BREAK.match(self._content, self._cursor, len(self._content) if end is None else end)
        if found is None:
            raise AssertionError(f"no line end at {self._cursor} of {self._content!r}")
        return self._take_to(found.end())
