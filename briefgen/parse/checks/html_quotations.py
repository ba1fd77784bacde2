"""Quotations in raw HTML: no Markdown is read there, and nothing in it is looked up."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.markdown.plain import plain_text
from briefgen.markdown.quotes import pair_quotes
from briefgen.markdown.walk import citations_in
from briefgen.markup.html_parser import LinearHTMLParser
from briefgen.model.block import Block, HtmlBlock, Paragraph
from briefgen.model.inline import Citation, HtmlInline, Inline, Quoted, Text
from briefgen.parse.check import Check, Seen, SeenLine
from briefgen.text import Span, TextFile

_KEY = r"@\{?(\w(?:[\w:.#$%&+?<>~/-]*\w)?)"
_IN_BRACKETS = re.compile(rf"\[[^\[\]]*?(?<![\w.\\]){_KEY}")
_BARE = re.compile(rf"(?<![\w.\\@]){_KEY}")
_SETS_QUOTE = re.compile(r"<blockquote\b", re.IGNORECASE)
_NO_TEXT = frozenset("code pre samp kbd script style".split())
_HINT = "write it as Markdown outside of the HTML, a quotation as a block quote: `> words [@key]`"


def _html_quotations(seen: Seen) -> Iterator[Diagnostic]:
    """Quoted words and citations in raw HTML.

    An error where they have a citation: inside, in the paragraph behind that begins with it, or in the one
    before that ends in a colon. Words that have none are reported as bound to no work.
    """
    for run in seen.runs:
        if not run.in_quote:
            yield from _in_run(run.blocks, seen.language)
    for line in seen.lines:
        if not line.in_quote:
            yield from _in_line(line)


@dataclass(slots=True)
class _Read:
    """What a piece of HTML says: its text, and whether it sets a part of it as quoted."""

    text: str
    quotes: bool
    opened: int
    """How many ``<blockquote>`` go on behind the piece; negative where it ends earlier ones."""


def _in_run(run: Sequence[Block], language: str) -> Iterator[Diagnostic]:
    read = [
        (index, block.span, _read(block.text))
        for index, block in enumerate(run)
        if isinstance(block, HtmlBlock)
    ]
    ends = _ends((index, html.opened) for index, _, html in read)
    outer = -1  # the last block of a quotation that is told of already
    for index, span, html in read:
        is_within = index <= outer
        if is_within and not html.text.strip():
            continue
        end = index if is_within else ends.get(index, index)
        quotes = html.quotes or _has_quoted(html.text, language)
        found = _BARE if quotes else _IN_BRACKETS
        keys = tuple(dict.fromkeys(key[1] for key in found.finditer(html.text)))
        if not keys and quotes:
            keys = _cited_beside(run, index, end)
        if keys:
            yield _cited(span, keys)
        elif quotes:
            yield _unbound(span)
        outer = max(outer, end)


def _ends(opened: Iterable[tuple[int, int]]) -> Mapping[int, int]:
    """The blocks that end a ``<blockquote>`` of an earlier one, by the numbers of both."""
    ends: dict[int, int] = {}
    stack: list[tuple[int, int]] = []
    for index, count in opened:
        if count > 0:
            stack.append((index, count))
        while count < 0 and stack:
            first, left = stack.pop()
            ends[first] = index
            count += left
            if count > 0:
                stack.append((first, count))
    return ends


def _cited_beside(run: Sequence[Block], first: int, last: int) -> tuple[str, ...]:
    """The works cited between two blocks, behind them, or before them."""
    inside = [item.key for one in citations_in(run[first : last + 1]) for item in one.items]
    behind = run[last + 1] if last + 1 < len(run) else None
    if not inside and isinstance(behind, Paragraph):
        inside = _leading_keys(behind.children)
    before = run[first - 1] if first else None
    if (
        not inside
        and isinstance(before, Paragraph)
        and plain_text(before.children).rstrip().endswith((":", "："))
    ):
        inside = [item.key for one in citations_in((before,)) for item in one.items]
    return tuple(dict.fromkeys(inside))


def _leading_keys(line: Sequence[Inline]) -> list[str]:
    """The works of the citation that a line begins with; a dash or a bracket may stand before it."""
    for number, node in enumerate(line):
        if isinstance(node, Citation):
            before = plain_text(line[:number])
            return [] if any(char.isalnum() for char in before) else [one.key for one in node.items]
    return []


def _in_line(line: SeenLine) -> Iterator[Diagnostic]:
    """``<blockquote>`` among the words of a paragraph; ``<q>`` there is a pair of marks."""
    tags = [
        node.span for node in line.nodes if isinstance(node, HtmlInline) and _SETS_QUOTE.match(node.value)
    ]
    if not tags:
        return
    cites = (node for node in line.nodes if isinstance(node, Citation))
    cited = next((one for one in cites if one.span.start > tags[0].start), None)
    yield _cited(tags[0], (item.key for item in cited.items)) if cited else _unbound(tags[0])


def _cited(span: Span, keys: Iterable[str]) -> Diagnostic:
    works = ", ".join(f"`{key}`" for key in keys)
    return Diagnostic(
        rules.HTML_QUOTATION,
        span,
        f"this HTML holds a citation of {works}, or words quoted from there, and nothing in it is looked up",
        hint=_HINT,
    )


def _unbound(span: Span) -> Diagnostic:
    return Diagnostic(
        rules.QUOTATION_UNBOUND, span, "quoted words in raw HTML are bound to no work", hint=_HINT
    )


def _has_quoted(text: str, language: str) -> bool:
    file = TextFile("", text)
    nodes = pair_quotes((Text(text, Span(file, 0, len(text))),), language)
    return any(isinstance(node, Quoted) for node in nodes)


def _read(text: str) -> _Read:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return _Read("".join(reader.pieces), reader.quotes, reader.depth)


@dataclass
class _Reader(LinearHTMLParser):
    """Collects the text that a browser would show, without code."""

    pieces: list[str] = field(default_factory=list)
    quotes: bool = False
    depth: int = 0
    _no_text: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.quotes = self.quotes or tag in ("q", "blockquote")
        self.depth += tag == "blockquote"
        self._no_text += tag in _NO_TEXT

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "blockquote"
        self._no_text -= tag in _NO_TEXT and self._no_text > 0

    def handle_data(self, data: str) -> None:
        if not self._no_text:
            self.pieces.append(data)


CHECK = Check(_html_quotations)
