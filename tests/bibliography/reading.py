"""Reading a bibliography for a test, and showing what came of it."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from briefgen.bibliography.reference import Fragment, format_reference
from briefgen.bibliography.works_of_files import parse_bibliography
from briefgen.diagnostics import Diagnostic
from briefgen.model.work import Work
from briefgen.text import TextFile
from tests.tables import read_table

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"

Place = tuple[str, int, int]


def cases(name: str) -> list[Any]:
    """The cases of a file in tests/cases."""
    loaded = read_table(CASES / f"{name}.yml")
    assert isinstance(loaded, list)
    return loaded


def bibliography(text: str) -> tuple[tuple[Work, ...], list[Diagnostic]]:
    """The works of a text, and what was found."""
    found: list[Diagnostic] = []
    return parse_bibliography(TextFile("sources/references.bib", text), found.append), found


def the_work(text: str) -> Work:
    """The first work of a text in which nothing is found."""
    works, found = bibliography(text)
    assert found == []
    return works[0]


def places(found: Sequence[Diagnostic]) -> list[Place]:
    """Name, line and column of every finding, in the order of the text."""
    return sorted(
        ((one.rule.name, one.span.line, one.span.column) for one in found),
        key=lambda place: (place[1:], place[0]),
    )


def marked(fragments: Iterable[Fragment]) -> str:
    """Fragments as simple Markdown: ``*title*``, ``<address>`` or ``[text](address)``."""
    return "".join(_marked(fragment) for fragment in fragments)


def _marked(fragment: Fragment) -> str:
    if fragment.url:
        return f"<{fragment.url}>" if fragment.text == fragment.url else f"[{fragment.text}]({fragment.url})"
    text = f"<{fragment.script}>{fragment.text}</{fragment.script}>" if fragment.script else fragment.text
    return f"*{text}*" if fragment.emphasised else text


def reference(text: str, lang: str) -> str:
    """The reference of the first work of a text, marked."""
    return marked(format_reference(the_work(text), lang))
