"""The scanner knows where things stand, whatever stands around them."""

from briefgen.bibliography.scan import ScannedEntry, ScannedString, scan
from briefgen.diagnostics import Diagnostic
from briefgen.text import TextFile

SEVERAL = """\
% @misc{no, title = {after a percent sign}}
This file was written by hand: me@example.org{no}.
@string{spr = "Springer" # { Nature}}
@preamble{"\\newcommand" # {\\noop}}
@Comment{jabref-meta: databaseType:biblatex; @misc{no}}
@article{a:1/x,
  title = {Braces {in {braces}}, and an = sign},  % a remark
  Publisher = spr # " AG" # 7,
}
  @book(b, title = "quoted {"} text", note = {a ) b}) @misc{c}
"""


def scanned(text: str) -> tuple[list[ScannedEntry], list[ScannedString], list[Diagnostic]]:
    found: list[Diagnostic] = []
    items = scan(TextFile("a.bib", text), found.append)
    entries = [item for item in items if isinstance(item, ScannedEntry)]
    return entries, [item for item in items if isinstance(item, ScannedString)], found


def test_entries_keys_and_fields() -> None:
    entries, strings, found = scanned(SEVERAL)
    assert found == []
    assert [(entry.type, entry.key) for entry in entries] == [
        ("article", "a:1/x"),
        ("book", "b"),
        ("misc", "c"),
    ]
    assert [string.field.name for string in strings] == ["spr"]


def test_places() -> None:
    article, book, _ = scanned(SEVERAL)[0]
    assert (article.span.line, article.span.column) == (6, 1)
    assert article.span.text.endswith("7,\n}")
    assert (article.key_span.line, article.key_span.column, article.key_span.text) == (6, 10, "a:1/x")
    assert [(field.name, field.name_span.line, field.name_span.column) for field in article.fields] == [
        ("title", 7, 3),
        ("publisher", 8, 3),
    ]
    assert article.fields[0].value_span.text == "{Braces {in {braces}}, and an = sign}"
    assert article.fields[1].value_span.text == 'spr # " AG" # 7'
    assert [macro.text for macro in article.fields[1].macros] == ["spr"]
    assert [field.value_span.text for field in book.fields] == ['"quoted {"} text"', "{a ) b}"]


def test_an_unclosed_comment_hides_nothing() -> None:
    entries, _, found = scanned("@comment{ not closed\n@misc{a}\n@comment without braces\n@misc{b}")
    assert [entry.key for entry in entries] == ["a", "b"]
    assert found == []


def test_an_unclosed_string_hides_nothing() -> None:
    entries, strings, found = scanned("@string{a = {x\n@string{}\n@preamble{\n@misc{a}")
    assert [entry.key for entry in entries] == ["a"]
    assert strings == []
    assert [(one.rule.name, one.span.line) for one in found] == [
        ("bibtex-syntax", line) for line in (1, 2, 3)
    ]


def test_the_fields_before_an_error_are_kept() -> None:
    (entry, after), _, found = scanned("@misc{a, title = {T}, note = {N\n@misc{b}")
    assert [field.name for field in entry.fields] == ["title"]
    assert after.key == "b"
    assert [one.message for one in found] == ["the field `note` is not closed before line 2"]
