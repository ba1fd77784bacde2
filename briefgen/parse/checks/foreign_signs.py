"""Syntax of other programs in running text, told by its signs, outside of code, formulas and raw HTML."""

import re
from collections.abc import Iterator, Sequence

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Edit
from briefgen.model.block import CodeBlock, Heading
from briefgen.model.inline import BracketedSpan, Code, Formula, HtmlInline, Image, Link, Subscript
from briefgen.parse.check import Check, Seen
from briefgen.parse.signs import latex, notes, sites
from briefgen.parse.signs.sign import HIDDEN, Sign
from briefgen.text import Span

_SIGNS = (*notes.SIGNS, *latex.SIGNS, *sites.SIGNS)
_IN_MARKS = frozenset(character for sign in _SIGNS for mark in sign.marks for character in mark)
_LABEL = re.compile(r"[ ]?\([a-z][\w:.-]{0,60}\)[ \t]*(?=\n|\Z)")
_OF_MYST = ("project:", "path:", "inv:", "myst:")


def _signs(seen: Seen) -> Iterator[Diagnostic]:
    signs = _having(_SIGNS, seen.file.text)
    text = _shown(seen) if signs else ""
    links = {node.span.start for node in seen.of(Link)} | {node.span.start for node in seen.of(Image)}
    taken = bytearray(len(text) + 1)
    for sign in _having(signs, text):
        for found in sign.pattern.finditer(text):
            start, end = found.span()
            if start in links or taken[start]:
                continue
            taken[start:end] = b"\1" * (end - start)
            if "inside" in found.groupdict():
                end = found.end("inside") + 1
            message, way = sign.said(found)
            first_line_end = -1 if sign.whole else text.find("\n", start, end)
            place = seen.file.span(start, end if first_line_end < 0 else first_line_end)
            fix: tuple[Edit, ...] = ()
            if sign.rule is rules.ADDRESS_WITH_SPACE and "address" in found.groupdict():
                address = seen.file.span(found.start("address"), found.end("address"))
                fix = (Edit(address, f"<{address.text.strip()}>"),)
            yield Diagnostic(sign.rule, place, message, hint=way, fix=fix)
    yield from _labels(seen)
    yield from _links(seen)


def _having(signs: Sequence[Sign], text: str) -> list[Sign]:
    """The signs that may stand in a text: it has a mark of each. A mark is looked for where all its
    characters are, which takes a tenth of the time."""
    missing = {character for character in _IN_MARKS if character not in text}
    having: list[Sign] = []
    for sign in signs:
        for mark in sign.marks:
            if missing.isdisjoint(mark) and mark in text:
                having.append(sign)
                break
    return having


def _labels(seen: Seen) -> Iterator[Diagnostic]:
    """``$$…$$ (name)``, as MyST names a formula."""
    for formula in seen.of(Formula):
        found = _LABEL.match(seen.file.text, formula.span.end) if formula.display else None
        if found:
            yield Diagnostic(
                rules.FOREIGN_ATTRIBUTES,
                seen.file.span(found.start(), found.end()),
                "this names the formula for links of MyST, and would be shown",
                hint="take it out; ids stand on headings (`## Words {#id}`) and boxes",
            )


def _links(seen: Seen) -> Iterator[Diagnostic]:
    """Links whose words or whose address another program puts in."""
    for link in seen.of(Link):
        if link.target.lower().startswith(_OF_MYST):
            way = "write `[words](#…)` with the id, or `[words](page.md)`"
            yield Diagnostic(rules.FOREIGN_LINK, link.span, "this is a link of MyST", hint=way)
        elif not link.children:
            message = "this link has no words, so that nobody sees it"
            yield Diagnostic(
                rules.FOREIGN_LINK, link.span, message, hint="write them in its brackets: `[words](…)`"
            )


def _shown(seen: Seen) -> str:
    """The text of a file with all that is read otherwise hidden, each character at its place."""
    text = seen.file.text
    if not seen.blocks:
        return ""
    spans = [node.span for node in seen.of(CodeBlock)]
    spans += [node.span for kind in (Code, Formula, Subscript) for node in seen.of(kind)]
    spans += [node.span for node in seen.of(HtmlInline) if node.value.startswith("<!--")]
    spans += [node.attributes.span for node in seen.of(BracketedSpan)]
    spans += [node.attributes.span for node in seen.of(Heading) if node.attributes]
    for image in seen.of(Image):  # what its description says is shown
        at = text.find("](", image.span.start, image.span.end)
        spans.append(Span(seen.file, at + 1 if at >= 0 else image.span.start, image.span.end))
    for link in seen.of(Link):  # its address and title; its words are read
        if link.children:
            spans.append(Span(seen.file, link.children[-1].span.end, link.span.end))
    body = min(block.span.start for block in seen.blocks)
    done = seen.file.line_starts[seen.file.line_of(body) - 1]
    pieces = [_blank(text[:done])]
    for start, end in sorted((span.start, span.end) for span in spans):
        if start >= done:
            # The marks around code and formulas stay: attributes may stand behind them.
            pieces += (text[done:start], _blank(text[start : end - 1]), text[end - 1 : end])
            done = end
    pieces.append(text[done:])
    return "".join(pieces)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", HIDDEN, text)


CHECK = Check(_signs)
