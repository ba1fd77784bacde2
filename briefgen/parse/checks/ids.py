"""Ids of boxes and of raw HTML that are no ids, or that something else has."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.markdown.plain import plain_text
from briefgen.markup.raw_html import ids_in
from briefgen.model.block import Box, Heading, HtmlBlock
from briefgen.model.inline import HtmlInline
from briefgen.model.layout import anchors
from briefgen.parse.check import Check, Seen, Within
from briefgen.text import Span

_ID = re.compile(r"[^\W_][\w.-]*")


@dataclass(frozen=True, slots=True)
class _Id:
    name: str
    span: Span
    what: str
    """What has it, as messages call it."""


def _ids(seen: Seen) -> Iterator[Diagnostic]:
    given = sorted((*_of_boxes(seen), *_of_headings(seen), *_of_html(seen)), key=lambda one: one.span.start)
    headings = _of_words(seen) if any(one.what == "element" for one in given) else {}
    ids: dict[str, Span] = {}
    for one in given:
        if one.what != "element" and not _ID.fullmatch(one.name):
            yield Diagnostic(
                rules.ID_UNFIT,
                one.span,
                f"`#{one.name}` cannot stand in an address",
                ("expected a letter or digit, then letters, digits, `-`, `_` or `.`",),
                _fitting(one.name),
            )
        elif anchors.is_taken(one.name) or (one.what == "element" and anchors.is_made_of_words(one.name)):
            whose = "one that the theme keeps for itself" if anchors.is_of_theme(one.name) else ""
            yield Diagnostic(
                rules.ID_TAKEN,
                one.span,
                f"the id `{one.name}` is {whose or 'that of a generated part of the page'}",
                hint=f"give the {one.what} another id",
            )
        elif first := ids.get(one.name) or (headings.get(one.name) if one.what == "element" else None):
            yield Diagnostic(
                rules.ID_TAKEN,
                one.span,
                f"the id `{one.name}` is taken",
                (f"first used at {first.path}:{first.line}:{first.column}",),
                f"give each {one.what} an id of its own",
            )
        else:
            ids[one.name] = one.span


def _of_words(seen: Seen) -> Mapping[str, Span]:
    """The ids that headings may get from their words, those of several with the same words among them."""
    found: dict[str, Span] = {}
    times: Counter[str] = Counter()
    for heading in seen.of(Heading):
        text = plain_text(heading.children)
        for name in {anchors.of_heading(text), anchors.in_every_script(text)}:
            found.setdefault(f"{name}_{times[name]}" if times[name] else name, heading.span)
            times[name] += 1
    return found


def _fitting(name: str) -> str | None:
    near = anchors.in_every_script(re.sub(r"[:/ ]+", "-", name)).strip("-")
    return f"write `#{near}`" if near and near != name and _ID.fullmatch(near) else None


def _of_boxes(seen: Seen) -> Iterator[_Id]:
    for box in seen.of(Box):
        if box.attributes.identifier:
            yield _Id(box.attributes.identifier, box.span, "box")


def _of_headings(seen: Seen) -> Iterator[_Id]:
    for heading in seen.of(Heading):
        if heading.attributes and heading.identifier:
            yield _Id(heading.identifier, heading.attributes.span, "heading")


def _of_html(seen: Seen) -> Iterator[_Id]:
    pieces = [(block.span, block.text) for block in seen.of(HtmlBlock)]
    pieces += [(tag.span, tag.value) for tag in seen.of(HtmlInline)]
    for span, text in pieces:
        places = Within(span, text)
        for found in ids_in(text):
            yield _Id(found.identifier, places.of(found.start, found.end), "element")


CHECK = Check(_ids)
