"""The bar at the foot of the window: what is on the page, and the way to its corrections."""

from collections.abc import Iterable, Iterator, Sequence

from briefgen.markdown.plain import plain_text, without_citations
from briefgen.model.block import Block, Box, Heading
from briefgen.model.layout import anchors, classes
from briefgen.model.workspace import VerifiedBrief
from briefgen.render.escape import escape_attribute, escape_text
from briefgen.render.once import corrections_of
from briefgen.render.text.blocks import BlockWriter
from briefgen.render.verdicts import plain_badge
from briefgen.render.view import BriefView


def ways_part(brief: VerifiedBrief, writer: BlockWriter, page: str) -> str:
    """The bar, given all else that stands on the page; empty where there is nothing to lead to."""
    words = writer.view.words
    contents = list(_contents(brief.resolved.blocks, writer))
    if not contents:
        return ""
    parts = [_entry(*part) for part in _parts(writer.view, page)]
    first = int(bool(corrections_of(brief)))  # what is wrong stands before the text
    listed = [*parts[:first], *contents, *parts[first:]]
    if listed[0].startswith(" "):
        listed[0] = listed[0].lstrip()  # a list begins at its margin
    inside = [
        f'<details class="{classes.CONTENTS}" markdown="1">',
        f"<summary>{words.reader.on_this_page}</summary>",
        "\n".join(listed),
        "</details>",
    ]
    if count := len(corrections_of(brief)):
        said = words.corrections_count[count != 1].format(count=count)
        inside.append(f"[{said}](#{anchors.PARTS.wrong}){{ .{classes.TO_CORRECTIONS} }}")
    label = escape_attribute(words.reader.on_this_page)
    opening = f'<nav class="{classes.BAR}" aria-label="{label}" data-search-exclude markdown="1">'
    return "\n\n".join((opening, *inside, "</nav>"))


def _entry(identifier: str, name: str) -> str:
    return f"-   [{name}](#{identifier})"


def _contents(blocks: Iterable[Block], writer: BlockWriter) -> Iterator[str]:
    """The author's headings and titled boxes, boxes one step in, those that find with their verdicts."""
    view = writer.view
    for block in blocks:
        if isinstance(block, Heading) and block.level + writer.shift <= 2:
            named, text = view.headings.get(block.span), plain_text(without_citations(block.children))
            if named and named.place and text.strip():
                yield _entry(named.place, escape_text(" ".join(text.split())))
        if isinstance(block, Box) and block.title and block.span in view.headings:
            finding = writer.findings.get(block)
            badge = f"{plain_badge(finding.verdict, view.words)} " if finding else ""
            text = escape_text(" ".join(plain_text(without_citations(block.title)).split()))
            yield f"    -   {badge}[{text}](#{view.headings[block.span].place})"


def _parts(view: BriefView, page: str) -> Sequence[tuple[str, str]]:
    """The generated parts that are on the page."""
    words, parts = view.words, anchors.PARTS
    every = (
        (parts.wrong, words.what_is_wrong),
        (parts.examined, words.work_examined),
        (parts.footnotes, words.footnotes),
        (parts.sources, words.sources),
        (parts.checked, words.how_checked),
        (parts.evidence, words.record.evidence),
        (parts.cite, words.cite),
        (parts.report, words.report_error),
        (parts.errata, words.errata),
    )
    return [(identifier, name) for identifier, name in every if f"{{ #{identifier} }}\n" in page]
