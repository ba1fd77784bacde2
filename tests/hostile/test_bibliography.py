"""Bibliographies nobody means well with: read in bounded time and space, each error at its line."""

import time
import tracemalloc

import pytest

from briefgen.bibliography.reference import format_reference
from briefgen.bibliography.works_of_files import parse_bibliography
from briefgen.diagnostics import Diagnostic
from briefgen.model.work import Work
from briefgen.rules import BIBTEX_SYNTAX
from briefgen.text import TextFile
from tests.hostile.bibliography_shapes import SHAPES
from tests.sweep import sampled

_CHARACTERS = 60_000
_SECONDS = 5.0
"""Ordinary entries of that size take about 0.2 seconds of CPU time."""


def _read(text: str) -> tuple[tuple[Work, ...], list[Diagnostic]]:
    found: list[Diagnostic] = []
    works = parse_bibliography(TextFile("sources/references.bib", text), found.append)
    for work in works:
        format_reference(work, "en")
    return works, found


@pytest.mark.parametrize("name", sampled(SHAPES, 6))
def test_a_hostile_shape_is_read_in_the_time_of_twenty(name: str) -> None:
    n = 50
    while len(SHAPES[name](n)) < _CHARACTERS:
        n *= 2
    text = SHAPES[name](n)
    began = time.process_time()
    _, found = _read(text)
    assert time.process_time() - began < _SECONDS
    for one in found:
        assert one.message
        assert 0 <= one.span.start <= one.span.end <= len(text)
        assert len(one.message) < 2 * len(text)


def test_strings_that_double_end_where_they_are_too_long() -> None:
    text = '@string{a0 = "xxxxxxxxxx"}\n'
    text += "".join(f"@string{{a{i} = a{i - 1} # a{i - 1}}}\n" for i in range(1, 41))
    text += "@book{k, title = a40, date = {2024}}\n@book{other, title = {T}}\n"
    tracemalloc.start()
    works, found = _read(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [(one.rule.name, one.span.line, one.message) for one in found] == [
        (
            "bibtex-syntax",
            15,
            "the @string `a14` cannot be read: it is too long, more than 100,000 characters",
        )
    ]
    assert [work.title for work in works] == ["", "T"]
    assert peak < 20_000_000


def test_a_long_string_cannot_be_put_in_without_end() -> None:
    text = (
        "@string{s = {" + "x" * 90_000 + "}}\n" + "".join(f"@misc{{k{i}, title = s}}\n" for i in range(300))
    )
    works, found = _read(text)
    assert {(one.rule.name, one.span.line) for one in found} == {
        ("bibtex-syntax", i + 2) for i in range(222, 300)
    }
    assert len(works) == 300


def test_ancestors_cannot_be_inherited_without_end() -> None:
    n = 2_000
    works, found = _read(SHAPES["a line of ancestors with a field each"](n))
    assert len([one for one in found if "goes too far" in one.message]) == 1
    assert sum(len(work.other_fields) for work in works) < 40 * n + 60_000


def test_a_long_field_is_inherited_once() -> None:
    tracemalloc.start()
    works, _ = _read(SHAPES["a long field that all inherit"](400))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(works) == 401
    assert all(len(work.abstract) == 99_999 for work in works)
    assert peak < 20_000_000


def test_a_circle_is_found_wherever_it_is_entered() -> None:
    leads = {"in": "a", "a": "b", "b": "a", "c": "c"}
    text = "".join(f"@misc{{{key}, crossref = {{{other}}}}}\n" for key, other in leads.items())
    _, found = _read(text)
    assert [one.message for one in found] == [
        "`a` inherits from itself, through `b`",
        "`b` inherits from itself, through `a`",
        "`c` inherits from itself, through `c`",
    ]


def test_a_name_has_a_length() -> None:
    works, found = _read("@misc{k, author = {" + "A" * 3_000 + " and Ek, Ada}, title = {T}}")
    assert [(one.rule.name, len(one.message) < 400) for one in found] == [("bad-name", True)]
    assert [author.full for author in works[0].authors] == ["Ada Ek"]


LONG = {
    "date": "bad-date",
    "doi": "bad-address",
    "language": "unknown-language",
    "crossref": "broken-crossref",
    "author": "bad-name",
}


@pytest.mark.parametrize("field", LONG)
def test_what_is_quoted_in_a_message_is_cut(field: str) -> None:
    _, found = _read(f"@misc{{k, title = {{T}}, {field} = {{{'1' * 5_000}}}}}")
    assert LONG[field] in [one.rule.name for one in found]
    for one in found:
        assert len("".join((one.message, *one.notes, one.hint or ""))) < 1_000


def test_only_what_a_message_quotes_is_cut() -> None:
    said = f"`a` says {'word ' * 70}and `b` is there"
    place = TextFile("sources/a.md", "x").span(0, 1)
    assert Diagnostic(BIBTEX_SYNTAX, place, said).message == said
    long = Diagnostic(BIBTEX_SYNTAX, place, f"`a` is {'b' * 1_000} and `{'c' * 1_000}`").message
    assert long == f"`a` is {'b' * 1_000} and `{'c' * 299}…`"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('[{"id": "a"}]\n[{"id": "b"}]\n', [("bibtex-syntax", 2, 1)]),
        ('[{"id": "a"}]],', [("bibtex-syntax", 1, 14)]),
        ('{"references": [{"id": "a"}], "more": []}', []),
        ('{"items": [{"id": "a"}]}\n{"items": [{"id": "b"}]}', [("bibtex-syntax", 2, 1)]),
        ('{"items": [{"id": "a"}], "references": [{"id": "b"}]}', [("bibtex-syntax", 1, 24)]),
        ('[{"id": "a"}]\r\n ', []),
    ],
)
def test_what_stands_behind_a_list_of_items_is_told(text: str, found: list[tuple[str, int, int]]) -> None:
    told: list[Diagnostic] = []
    parse_bibliography(TextFile("sources/references.json", text), told.append)
    at = [(one.rule.name, one.span.line, one.span.column) for one in told if "list has ended" in one.message]
    assert at == found


@pytest.mark.parametrize("text", ["x" * 300_000, "@" * 300_000, "\n% no entry" * 30_000])
def test_a_large_file_without_an_entry_has_no_works(text: str) -> None:
    assert _read(text)[0] == ()


def test_three_thousand_authors_are_no_attack() -> None:
    works, found = _read(
        "@misc{k, author = {" + " and ".join(f"Name, Given {i}" for i in range(3_000)) + "}}"
    )
    assert found == []
    assert len(works[0].authors) == 3_000


def test_marks_above_letters_have_an_end() -> None:
    works, _ = _read("@misc{k, title = {a" + "\u0301\u0316" * 40_000 + " e\u0301}}")
    assert len(works[0].title) > 80_000
