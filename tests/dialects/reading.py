"""What becomes of a text of CommonMark on its way to the site."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from briefgen import rules
from briefgen.catalogue import words_for
from briefgen.diagnostics import Diagnostic
from briefgen.markdown.tree import parse_tree
from briefgen.markdown.walk import citations_in
from briefgen.render.guard import guard_text
from briefgen.render.site_dialect import site_html
from briefgen.render.text.blocks import BlockWriter
from briefgen.render.view import BriefView
from briefgen.text import TextFile
from tests.parse.reading import TEXT_CHECKS, found_by

DATA = Path(__file__).parents[1] / "data"


class Example(TypedDict):
    """An example of a specification: a text, and the HTML it means."""

    example: int
    section: str
    markdown: str
    html: str


def examples(name: str) -> list[Example]:
    read: list[Example] = json.loads((DATA / name).read_text(encoding="utf-8"))
    return read


@dataclass(frozen=True, slots=True)
class Reading:
    """The findings about a text; and what the site shows, where there are none."""

    findings: tuple[Diagnostic, ...]
    html: str


def read_text(markdown: str) -> Reading:
    """Parse a text without any bibliography, check it, write it out, render it as the site does."""
    file = TextFile("text.md", markdown)
    tree = parse_tree(file, 0)
    findings = found_by(TEXT_CHECKS, markdown)
    for citation in citations_in(tree.blocks):
        findings.append(Diagnostic(rules.UNKNOWN_KEY, citation.span, "there is no bibliography"))
    if findings:
        return Reading(tuple(findings), "")
    view = BriefView("en", words_for("en"), {}, {}, {}, frozenset())
    writer = BlockWriter(view, {})
    findings += guard_text(tree.blocks, writer)
    return Reading(tuple(findings), "" if findings else site_html(writer.write(tree.blocks)))
