"""Texts that are not YAML: one finding, at the place an author has to look at."""

import pytest

from tests.decode.reading import captures, front_matter, places, settings, words


@pytest.mark.parametrize(
    ("keys", "line", "column", "said"),
    [
        ("title: A: B\n", 2, 9, "put a text that contains `: ` in quotes"),
        ("title: 😀 é: B\n", 2, 11, "the end of a key"),
        ("title:A\ndate: B\n", 3, 5, "a space after its `:`"),
        ("title: A\n  date: B\n", 3, 7, "begin in one column"),
        ("title: A\ndate\n", 3, 1, "no `key:`"),
        ('title: "A" B\n', 2, 12, "for a quotation mark"),
        ("title: 'it's'\n", 2, 12, "for an apostrophe"),
        ("title: [draft] A\n", 2, 16, "belongs to no value"),
        ("title: 'A\ndate: B\n", 2, 8, "never closed"),
        ("title: @a\n", 2, 8, "without its `@`"),
        ("title: `a`\n", 2, 8, "cannot begin with ```"),
        ("title: %a\n", 2, 8, "cannot begin with `%`"),
        ("title: *Kursk*\n", 2, 8, "put the text in quotes"),
        ("title: & more\n", 2, 8, "cannot begin with `*` or `&`"),
        ("title: !<a b\n", 2, 8, "cannot begin with `!`"),
        ("title: !e!x a\n", 2, 8, "cannot begin with `!`"),
        ("title: > A\n", 2, 8, "cannot begin with `>` or `|`"),
        ('title: "\\q"\n', 2, 10, "unknown escape"),
        ('title: "\\UFFFFFFFF"\n', 2, 8, "out of range"),
        ("tags: - A\n", 2, 7, "write `[one, two]`"),
        ("tags: [A\ndate: B\n", 2, 7, "close it with `]`"),
        ("tags: {A\ndate: B\n", 2, 7, "close it with `}`"),
        ("tags: [A,\n", 2, 8, "breaks off"),
        ("\ttitle: A\n", 2, 1, "indent with spaces"),
        ("title: A\x07\n", 2, 9, "U+0007"),
        ("title: A\x00\n", 2, 9, "U+0000"),
        ("title: " + "[" * 5000 + "\n", 2, 48, "nested too deeply"),
        ("%YAML 2.0\n--- a\n", 2, 1, "not YAML"),
    ],
)
def test_one_finding_at_its_place(keys: str, line: int, column: int, said: str) -> None:
    front, found = front_matter(keys)
    assert front is None
    assert places(found) == [("yaml-syntax", line, column)]
    assert said in words(found)


def test_a_file_is_one_document() -> None:
    records, found = captures("# none yet\n---\n---\nb: 2\n")
    assert records == ()
    assert places(found) == [("yaml-syntax", 3, 1)]


def test_settings_that_are_not_yaml_are_defaults() -> None:
    value, found = settings("site_name: A: B\n")
    assert value.site_name == "Briefs"
    assert places(found) == [("yaml-syntax", 1, 13)]
