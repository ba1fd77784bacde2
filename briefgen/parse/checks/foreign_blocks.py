"""Blocks as other programs write them: callouts, directives in fences, captions, roles, lost cells."""

import re
from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.markdown.attributes import without_attributes
from briefgen.model.block import Block, BlockQuote, CodeBlock, Paragraph, Table, TableCell
from briefgen.model.inline import Code, Text
from briefgen.parse.check import Check, Seen
from briefgen.text import Span

_CALLOUT = re.compile(r"\[!(?P<kind>[\w-]+)\][+-]?[ \t]*(?P<title>[^\n]*)")
_BRACED = re.compile(r"\{(?P<name>[^\s{},}]*)[^}]*\}?")
_PLUGINS = frozenset("dataview dataviewjs query tasks kanban tracker templater toc".split())
_RUN = re.compile(r"\{(?:python|r|julia|ojs|jl|eval)\}\s+\S|r\s+[A-Za-z_.][\w.:$]*[(\[$]")
"""Code in a line that Quarto and R Markdown run."""
_DIAGRAMS = frozenset("mermaid plantuml dot graphviz".split())
_ROLE = re.compile(r"(?:\{(?P<myst>[a-z][\w:.+-]*)\}|(?:(?<=\s)|\A|(?<=\())(?P<rst>:[a-z][\w:+-]*:))\Z")
_CAPTION = re.compile(r"(?:[Tt]able\s*)?:\s++(?P<said>.*)", re.DOTALL)
_LABEL = re.compile(r"\\label(?:\{[^{}]*\})?")


def _blocks(seen: Seen) -> Iterator[Diagnostic]:
    for quote in seen.of(BlockQuote):
        yield from _callout(quote)
    for block in seen.of(CodeBlock):
        yield from _fence(block)
    for run in seen.runs:
        for before, after in zip(run.blocks, run.blocks[1:], strict=False):
            yield from _caption(before, after)
    for table in seen.of(Table):
        yield from _lost(table)
    for line in seen.lines if any(seen.of(Code)) else ():
        for before_code, code in zip(line.nodes, line.nodes[1:], strict=False):
            if isinstance(before_code, Text) and isinstance(code, Code):
                yield from _role(before_code, code)
            if isinstance(before_code, Code) and isinstance(code, Text):
                yield from _rst_link(before_code, code)
    for code in seen.of(Code):
        if _RUN.match(code.value):
            message = "Quarto and R Markdown run this; here it would be shown as code"
            yield Diagnostic(rules.FOREIGN_FENCE, code.span, message, hint="write its result")


def _callout(quote: BlockQuote) -> Iterator[Diagnostic]:
    first = quote.children[0] if quote.children else None
    if not isinstance(first, Paragraph) or not first.children:
        return
    text = quote.span.file.text
    found = _CALLOUT.match(text, first.children[0].span.start)
    if found is None:
        return
    title = found["title"].strip()
    way = f'::: {{.note title="{title}"}}' if title and '"' not in title else "::: note"
    yield Diagnostic(
        rules.FOREIGN_BOX,
        quote.span.file.span(quote.span.start, found.end()),
        "this is a box of Obsidian or GitHub, and no quotation",
        hint=f"write `{way}`, the text without its `>`, and `:::`",
    )


def _fence(block: CodeBlock) -> Iterator[Diagnostic]:
    place = block.span.file.whole_line(block.span.line)
    found = _BRACED.match(block.info)
    if found is None:
        name = (block.info.split() or [""])[0].lower()
        if name in _PLUGINS or name.startswith("ad-"):
            message = f"a plugin of Obsidian reads `{name}`; here it would be shown as code"
            way = "write `::: note`, the text, and `:::`" if name.startswith("ad-") else "write its result"
            yield Diagnostic(rules.FOREIGN_FENCE, _from(place, block), message, hint=way)
        if name in _DIAGRAMS:
            message = "a diagram is shown as its code: nothing draws it"
            way = "draw it, and write `![what it shows](../images/picture.svg)`"
            yield Diagnostic(rules.DIAGRAM_AS_CODE, _from(place, block), message, hint=way)
        return
    name = found["name"]
    if name.startswith((".", "#")) or not name:
        return  # Pandoc's attributes, whose first class is the language
    if name.startswith("="):
        message = f"`{{{name}}}` is raw output of Pandoc, and would be shown as code"
        yield Diagnostic(
            rules.FOREIGN_FENCE, _from(place, block), message, hint="write it as Markdown, or take it out"
        )
    else:
        message = f"`{{{name}}}` would be done by another program; here it would be shown as code"
        yield Diagnostic(rules.FOREIGN_FENCE, _from(place, block), message, hint=_instead(name))


def _instead(name: str) -> str:
    if name in ("figure", "image"):
        return "write `![what it shows](../images/picture.png)`"
    if name in ("math", "eval-rst"):
        return "write a formula as `$$…$$`"
    if name in ("tab-set", "tab-item", "tabs", "tab", "grid", "dropdown"):
        return "write headings, and the text of each below it"
    if name in ("bibliography", "toctree", "contents", "tableofcontents"):
        return "delete it: the lists of sources and of contents are made by themselves"
    if name.lower() in ("python", "r", "julia", "ojs", "bash", "sql", "code-cell", "code-block", "code"):
        return "nothing is run here: write the result, or ```` ```python ```` for code that is to be read"
    return "write `::: note`, the text, and `:::`"


def _from(line: Span, block: CodeBlock) -> Span:
    return block.span.file.span(max(line.start, block.span.start), line.end)


def _caption(before: Block, after: Block) -> Iterator[Diagnostic]:
    table, other = (before, after) if isinstance(before, Table) else (after, before)
    if not isinstance(table, Table) or not isinstance(other, Paragraph):
        return
    found = _CAPTION.match(other.children[0].span.to(other.span).text) if other.children else None
    if found is None:
        return
    said = " ".join(_LABEL.sub("", without_attributes(found["said"])).split())
    yield Diagnostic(
        rules.FOREIGN_CAPTION,
        other.span,
        "this is the caption of a table, as Pandoc writes it",
        hint=f"write it as a paragraph: `*{said}*`",
    )


def _rst_link(code: Code, behind: Text) -> Iterator[Diagnostic]:
    found = re.fullmatch(r"(?P<words>[^<]+)<(?P<address>[^\s<]+)>", code.value)
    if found and behind.value.startswith("_") and code.span.end == behind.span.start:
        way = f"write `[{found['words'].rstrip()}]({found['address']})`"
        yield Diagnostic(rules.FOREIGN_LINK, code.span, "this is a link of reStructuredText", hint=way)


def _role(before: Text, code: Code) -> Iterator[Diagnostic]:
    found = _ROLE.search(before.span.text)
    if found is None or before.span.end != code.span.start or "\n" in code.value:
        return
    name = (found["myst"] or found["rst"]).strip(":")
    start = before.span.start + found.start()
    yield Diagnostic(
        rules.FOREIGN_ROLE,
        before.span.file.span(start, code.span.end),
        f"`{name}` is a role of {'MyST' if found['myst'] else 'reStructuredText'}",
        hint=_role_here(name, code.value),
    )


def _role_here(name: str, said: str) -> str:
    if name.startswith("cite"):
        keys = "; @".join(part.strip() for part in said.split(","))
        return f"write `@{keys}`" if name in ("cite:t", "citet") else f"write `[@{keys}]`"
    if name == "math":
        return f"write `${said}$`"
    if name in ("sub", "subscript", "sup", "superscript"):
        mark = "~" if name.startswith("sub") else "^"
        return f"write `{mark}{said}{mark}`"
    if name == "abbr":
        short, _, long = said.partition("(")
        return f"write `{short.strip()}`, and `*[{short.strip()}]: {long.rstrip(')').strip() or '…'}` below"
    if name in ("ref", "numref", "eq", "doc", "download", "term"):
        return "write a link: `[words](#…)` or `[words](page.md)`"
    return f"write `{said}` in Markdown"


def _lost(table: Table) -> Iterator[Diagnostic]:
    for row in (table.head, *table.rows):
        if row and (place := _left_over(row)) is not None:
            in_code = any(cell.span.text.count("`") % 2 for cell in row)
            yield Diagnostic(
                rules.CELLS_LOST,
                place,
                f"this row has more than the {len(row)} cells of the head, and what stands here is lost",
                hint="a `|` in code is written `\\|`" if in_code else "give the head as many cells",
            )


def _left_over(row: tuple[TableCell, ...]) -> Span | None:
    """What stands in a row behind its last cell."""
    file, end = row[-1].span.file, row[-1].span.end
    line = file.whole_line(file.line_of(end))
    rest = file.text[end : line.end]
    bar = rest.find("|")
    said = rest[bar + 1 :].strip().removesuffix("|").strip() if bar >= 0 else ""
    if not said:
        return None
    start = end + bar + 1 + len(rest[bar + 1 :]) - len(rest[bar + 1 :].lstrip())
    return file.span(start, start + len(rest[bar + 1 :].strip()))


CHECK = Check(_blocks)
