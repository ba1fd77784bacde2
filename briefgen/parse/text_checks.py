"""What is wrong with the running text of a file, whatever the file is for."""

import re
from collections.abc import Iterable, Iterator, Sequence

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.markdown.raw_html import clean_html, refused_html
from briefgen.markdown.walk import children_of, inlines_in, lines_in, walk_blocks, walk_inlines
from briefgen.model.block import Block, FootnoteDefinition, Heading, HtmlBlock
from briefgen.model.inline import (
    BracketedSpan,
    Citation,
    Code,
    Emphasis,
    FootnoteMark,
    HardBreak,
    HtmlInline,
    Image,
    Inline,
    Link,
    Quoted,
    SoftBreak,
    Strikethrough,
    Strong,
    Text,
)
from briefgen.parse.fences import check_fences
from briefgen.parse.spans import check_span
from briefgen.suggest import suggest
from briefgen.text import Span

_BRACKET = re.compile(r"[\[\]]")
_RUNS_CODE = re.compile(r"(?:javascript|vbscript|data|file):", re.IGNORECASE)


def check_text(blocks: Sequence[Block], unclosed: Iterable[Span], report: Report) -> None:
    """Report fences, citations, footnotes, raw HTML and addresses that cannot stand as they are."""
    for fence in unclosed:
        report(
            Diagnostic(
                rules.BOX_UNCLOSED,
                fence,
                "this box is never closed",
                hint="end it with a line of three or more colons",
            )
        )
    for block in walk_blocks(blocks):
        if isinstance(block, HtmlBlock):
            _check_html(block.span, block.text, report)
            _check_words_beside_html(block, report)
    for block, line in lines_in(blocks):
        _check_line(line, report)
        if isinstance(block, Heading):
            _check_heading(line, report)
    check_fences(blocks, report)
    _check_footnotes(blocks, report)


def _check_line(line: tuple[Inline, ...], report: Report) -> None:
    for siblings in _runs(line):
        _check_brackets(siblings, report)
    for node in walk_inlines(line):
        match node:
            case HtmlInline():
                _check_html(node.span, node.value, report)
            case Link():
                _check_address(node.target, node.span, report)
                _check_link_text(node, report)
            case Image():
                _check_address(node.target, node.span, report)
            case Citation():
                _check_parts(node, report)
            case BracketedSpan():
                check_span(node, report)
            case Text() | SoftBreak() | HardBreak() | Code() | FootnoteMark():
                pass  # nothing that could not stand there
            case Emphasis() | Strong() | Strikethrough() | Quoted():
                pass  # what is inside comes by itself


def _runs(nodes: tuple[Inline, ...]) -> Iterator[tuple[Inline, ...]]:
    """The runs of siblings; not those in the text of a link, of which more is said elsewhere."""
    yield nodes
    for node in walk_inlines(nodes):
        if not isinstance(node, Link) and (children := children_of(node)):
            yield children


def _check_brackets(siblings: Sequence[Inline], report: Report) -> None:
    """A narrative citation inside plain brackets was meant to be a citation in brackets.

    Any other citation inside them keeps what looks like a link from being one.
    """
    opening: Span | None = None
    inside: Citation | None = None
    group: Citation | None = None
    for node in siblings:
        if isinstance(node, Citation) and opening:
            if node.narrative:
                inside = inside or node
            else:
                group = node
        if not isinstance(node, Text) or node.span.text.startswith("\\"):
            continue
        for bracket in _BRACKET.finditer(node.value):
            at = bracket.start()
            if bracket[0] == "[":
                opening = Span(node.span.file, node.span.start + at, node.span.start + at + 1)
                inside = group = None
            elif opening:
                if group and node.value[at + 1 : at + 2] in ("(", "["):
                    _citation_in_link(group, report)
                if inside:
                    _not_a_citation(
                        Span(opening.file, opening.start, node.span.start + at + 1), inside, report
                    )
                opening = inside = group = None


def _not_a_citation(span: Span, inside: Citation, report: Report) -> None:
    key = inside.items[0].key
    report(
        Diagnostic(
            rules.NOT_A_CITATION,
            span,
            f"this looks like a citation of `{key}` and is none",
            ("every part between semicolons needs a key, and no other bracket may follow directly",),
            f"write a semicolon in the text as `\\;`, several works as `[@{key}; @other]`, "
            f"and an @ that cites nothing as `\\@{key}`",
        )
    )


def _check_parts(node: Citation, report: Report) -> None:
    for item in node.items:
        for part in walk_inlines((*item.prefix, *item.suffix)):
            if isinstance(part, Citation):
                report(
                    Diagnostic(
                        rules.CITATION_IN_CITATION,
                        part.span,
                        f"this citation stands inside the citation of `{item.key}`",
                        hint="separate works by a semicolon: `[@a, p. 3; see @b]`",
                    )
                )


def _check_link_text(link: Link, report: Report) -> None:
    for node in walk_inlines(link.children):
        if isinstance(node, Citation):
            _citation_in_link(node, report)


def _citation_in_link(node: Citation, report: Report) -> None:
    report(
        Diagnostic(
            rules.CITATION_IN_LINK,
            node.span,
            "a link's text cannot hold a citation: its footnote would be a link in a link",
            hint="put the citation after the link, or write the @ as `\\@`",
        )
    )


def _check_heading(line: Iterable[Inline], report: Report) -> None:
    for node in walk_inlines(line):
        if isinstance(node, Citation):
            report(
                Diagnostic(
                    rules.CITATION_IN_HEADING,
                    node.span,
                    "a heading cannot hold a citation: it is repeated in contents and search",
                    hint="cite in the text below it",
                )
            )


def _check_address(target: str, span: Span, report: Report) -> None:
    if _RUNS_CODE.match(target):
        report(
            Diagnostic(
                rules.ADDRESS_REFUSED,
                span,
                f"an address may not begin with `{target.partition(':')[0]}:`",
                hint="link to a page, a file of the site or an https address",
            )
        )


def _check_html(span: Span, text: str, report: Report) -> None:
    refused = refused_html(text)
    if refused:
        report(
            Diagnostic(
                rules.HTML_REFUSED,
                span,
                f"{refused} is not published",
                hint="write Markdown or a box, or put HTML that is meant to be read into backticks",
            )
        )


def _check_words_beside_html(block: HtmlBlock, report: Report) -> None:
    """Words in the line of a comment or a tag are part of the HTML, and no Markdown."""
    shown = clean_html(block.text).strip()
    if shown and not (shown.startswith("<") and shown.endswith(">")):
        report(
            Diagnostic(
                rules.HTML_REFUSED,
                block.span,
                "words beside a comment or a tag are read as HTML, not as Markdown",
                hint="put an empty line between the HTML and the text",
            )
        )


def _check_footnotes(blocks: Sequence[Block], report: Report) -> None:
    definitions: dict[str, FootnoteDefinition] = {}
    for block in walk_blocks(blocks):
        if not isinstance(block, FootnoteDefinition):
            continue
        if first := definitions.get(block.label):
            report(
                Diagnostic(
                    rules.FOOTNOTE_TWICE,
                    block.span,
                    f"the footnote `[^{block.label}]` is defined a second time",
                    (f"first defined at {first.span.path}:{first.span.line}:{first.span.column}",),
                    "give each footnote a label of its own",
                )
            )
        else:
            definitions[block.label] = block
    used: set[str] = set()
    for node in inlines_in(blocks):
        if not isinstance(node, FootnoteMark):
            continue
        used.add(node.label)
        if node.label not in definitions:
            hint = suggest(node.label, sorted(definitions))
            report(
                Diagnostic(
                    rules.FOOTNOTE_UNDEFINED,
                    node.span,
                    f"there is no footnote `[^{node.label}]`",
                    hint=f"did you mean `[^{hint}]`?"
                    if hint
                    else f"write `[^{node.label}]: …` on a line of its own",
                )
            )
    for label, definition in definitions.items():
        if label not in used:
            report(
                Diagnostic(
                    rules.FOOTNOTE_UNUSED,
                    definition.span,
                    f"nothing in the text leads to the footnote `[^{label}]`",
                    hint=f"put `[^{label}]` where it belongs, or take the footnote out",
                )
            )
