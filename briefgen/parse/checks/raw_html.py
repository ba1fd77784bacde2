"""Raw HTML that is not published, and words that it takes for its own."""

import re
from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.markup.raw_html import clean_html, refusals
from briefgen.model.block import HtmlBlock
from briefgen.model.inline import HtmlInline
from briefgen.parse.check import Check, Seen, Within
from briefgen.text import Span

_COMMENT = re.compile(r"\s*(<!--.*?-->)[ \t]*(\S[^\n]*)")


def _raw_html(seen: Seen) -> Iterator[Diagnostic]:
    for block in seen.of(HtmlBlock):
        yield from _refused(block.span, block.text)
        yield from _words_beside(block)
    for tag in seen.of(HtmlInline):
        yield from _refused(tag.span, tag.value)


def _refused(span: Span, text: str) -> Iterator[Diagnostic]:
    places = Within(span, text)
    for refusal in refusals(text):
        yield Diagnostic(
            rules.HTML_REFUSED,
            places.of(refusal.start, refusal.end),
            f"{refusal.what} is not published",
            hint="write Markdown or a box, or put HTML that is meant to be read into backticks",
        )


def _words_beside(block: HtmlBlock) -> Iterator[Diagnostic]:
    """Words in the line of a comment or a tag are part of the HTML, and no Markdown."""
    shown = clean_html(block.text).strip()
    if shown and not (shown.startswith("<") and shown.endswith(">")):
        yield Diagnostic(
            rules.HTML_REFUSED,
            block.span,
            "words beside a comment or a tag are read as HTML, not as Markdown",
            hint=_apart(block.text),
        )


def _apart(html: str) -> str:
    """How a comment and the words beside it are written."""
    found = _COMMENT.match(html)
    if found is None or "\n" in found[0]:
        return "put an empty line between the HTML and the text"
    words = found[2].split("\n")[0].strip()
    return f"write `{found[1]}` in a line of its own, an empty line, then `{words}`"


CHECK = Check(_raw_html)
