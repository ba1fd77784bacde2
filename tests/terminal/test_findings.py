import json
import unicodedata

import pytest

from briefgen.diagnostics import Diagnostic, Rule, Severity
from briefgen.terminal.formats.json import as_json
from briefgen.terminal.formats.text import full
from briefgen.terminal.outcome import summary
from briefgen.terminal.visible import cells, visible
from briefgen.text import TextFile

MISQUOTED = Rule("BG301", "quote-not-in-capture", Severity.ERROR, "…", "…", "…", (), ())
UNBOUND = Rule("BG305", "quotation-unbound", Severity.WARNING, "…", "…", "…", (), ())


def finding(text: str, words: str, rule: Rule = MISQUOTED, path: str = "sources/a.md") -> Diagnostic:
    """A finding about the first occurrence of some words."""
    start = text.index(words)
    return Diagnostic(rule, TextFile(path, text).span(start, start + len(words)), "not right")


def listed(findings: list[Diagnostic]) -> list[dict[str, object]]:
    """The findings as JSON has them."""
    told: list[dict[str, object]] = json.loads(as_json(findings, {}))["findings"]
    return told


def shown(text: str, words: str) -> tuple[str, str]:
    """The line of the text and the line of carets, without what stands left of them."""
    lines = full([finding(text, words)]).split("\n")
    return lines[2].partition("| ")[2], lines[3].partition("| ")[2]


def pointed_at(text: str, words: str) -> str:
    """The part of the shown line that stands above the carets in a terminal."""
    line, carets = shown(text, words)
    first, last = carets.index("^"), len(carets)
    column, above = 0, ""
    for character in line:
        width = cells(character)
        # A combining character stands where the one that carries it stands, left of the column reached.
        if first <= (column if width else column - 1) < last:
            above += character
        column += width
    return above


def test_everything_at_once() -> None:
    text = "---\ntitle: x\n> „Der Militärminister …“ [@x]\nHe said “so be it”.\n"
    file = TextFile("sources/a.md", text)
    start = text.index("Der")
    error = Diagnostic(
        MISQUOTED,
        file.span(start, start + len("Der Militärminister …")),
        "these words are not in the capture of `x`",
        ("nearest passage, seeds/x.txt:5:10: …", "- Militärminister\n+ Verteidigungsminister"),
        "quote the capture letter for letter, or mark the change with [ ]",
    )
    start = text.index("“so")
    warning = Diagnostic(UNBOUND, file.span(start, start + 10), "these words are bound to no citation")
    missing = Diagnostic(MISQUOTED, TextFile("docs/briefs/a.md", "").span(0, 0), "in the way", hint="move it")
    assert full([warning, error, missing, error]) == (
        "docs/briefs/a.md:1:1: error[BG301] quote-not-in-capture: in the way\n"
        "   = hint: move it\n"
        "\n"
        "sources/a.md:3:4: error[BG301] quote-not-in-capture: these words are not in the capture of `x`\n"
        "   |\n"
        " 3 | > „Der Militärminister …“ [@x]\n"
        "   |    ^^^^^^^^^^^^^^^^^^^^^\n"
        "   = nearest passage, seeds/x.txt:5:10: …\n"
        "   = - Militärminister\n"
        "     + Verteidigungsminister\n"
        "   = hint: quote the capture letter for letter, or mark the change with [ ]\n"
        "\n"
        "sources/a.md:4:9: warning[BG305] quotation-unbound: these words are bound to no citation\n"
        "   |\n"
        " 4 | He said “so be it”.\n"
        "   |         ^^^^^^^^^^\n"
        "\n"
        "2 errors, 1 warning in 2 files\n"
    )


def test_nothing_to_say() -> None:
    assert full([]) == ""
    assert summary([]) == "no findings\n"
    assert json.loads(as_json([], {"briefs": 0})) == {"version": 1, "findings": [], "counts": {"briefs": 0}}


def test_order_is_by_place_then_code_and_no_finding_comes_twice() -> None:
    text = "one two\nthree\n"
    findings = [
        finding(text, "three"),
        finding(text, "two"),
        finding(text, "one", path="b.md"),
        finding(text, "two", rule=UNBOUND),
        finding(text, "two"),
        finding(text, "one"),
    ]
    told = [f"{item['path']}:{item['line']}:{item['column']} {item['code']}" for item in listed(findings)]
    assert told == [
        "b.md:1:1 BG301",
        "sources/a.md:1:1 BG301",
        "sources/a.md:1:5 BG301",
        "sources/a.md:1:5 BG305",
        "sources/a.md:2:1 BG301",
    ]
    assert full(findings) == full(findings[::-1])
    assert summary(findings) == "4 errors, 1 warning in 2 files\n"
    assert summary(findings[:1]) == "1 error in 1 file\n"


@pytest.mark.parametrize(
    "text",
    [
        "평양은 북한의 수도이다 HERE 그리고",
        unicodedata.normalize("NFD", "평양은 북한의 HERE 그리고"),
        "русский текст, 中文，HERE",
        "👍🏽 🇩🇪 emoji HERE",
        unicodedata.normalize("NFD", "für „Ü“ und é̂̃ HERE"),
        "\ttab\t\tHERE\tx",
        "bell \a and zero\u200bwidth and \u202eleft HERE",
        "HERE at the start",
    ],
)
def test_carets_line_up(text: str) -> None:
    assert pointed_at(text, "HERE") == "HERE"


@pytest.mark.parametrize("words", ["북한의", "中文", "Gru\u0308ße", "👍"])
def test_carets_are_as_wide_as_what_they_mark(words: str) -> None:
    assert pointed_at(f"전 {words} 후", words) == words


def test_a_combining_character_is_marked_below_what_carries_it() -> None:
    line, carets = shown("Gru\u0308ße", "\u0308")
    assert (line, carets) == ("Gru\u0308ße", "  ^")


def test_long_lines_are_cut_around_the_finding() -> None:
    text = "wort " * 100 + "HERE " + "wort " * 100
    line, carets = shown(text, "HERE")
    assert line.startswith("…")
    assert line.endswith("…")
    assert cells(line) <= 100
    assert pointed_at(text, "HERE") == "HERE"
    assert len(carets) < 40


@pytest.mark.parametrize("around", ["한", "a", "u\u0308", "\t", "\x1b"])
@pytest.mark.parametrize("before", [0, 1, 10, 30, 90, 1000])
@pytest.mark.parametrize("after", [0, 1, 30, 1000])
def test_long_lines_fit_wherever_the_finding_is(around: str, before: int, after: int) -> None:
    text = around * before + "HERE" + around * after
    line, _ = shown(text, "HERE")
    assert cells(line) <= 100
    assert pointed_at(text, "HERE") == "HERE"


def test_a_finding_longer_than_the_line_shown() -> None:
    text = "a" * 50 + "b" * 500 + "a" * 50
    line, carets = shown(text, "b" * 500)
    assert cells(line) == cells(carets) + 1 == 100
    assert line.strip("…")[24:] == "b" * 74


def test_a_finding_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert shown("one two\nthree four\n", "two\nthree") == ("one two", "    ^^^")
    (item,) = listed([finding("one two\nthree four\n", "two\nthree")])
    assert (item["line"], item["column"], item["end_line"], item["end_column"]) == (1, 5, 2, 6)


@pytest.mark.parametrize("text", ["one\n", "one"])
def test_a_finding_at_the_end_of_a_line(text: str) -> None:
    end = Diagnostic(MISQUOTED, TextFile("a.md", text).span(3, len(text)), "unclosed")
    assert full([end]).split("\n")[2:4] == [" 1 | one", "   |    ^"]


def test_the_gutter_is_as_wide_as_the_number() -> None:
    report = full([finding("\n" * 99 + "HERE", "HERE")])
    assert report.split("\n")[1:4] == ["     |", " 100 | HERE", "     | ^^^^"]


HOSTILE = "\x1b[31mred\x07 \x9b2J \x7f \u202eevil\u2066 \u200b\ufeff\xad \u2028 \udcff \U000e0041 x"


def test_what_would_act_on_a_terminal_is_shown_instead() -> None:
    assert visible(HOSTILE) == (
        r"␛[31mred␇ \u{9b}2J ␡ \u{202e}evil\u{2066} \u{200b}\u{feff}\u{ad} \u{2028} \u{dcff} \u{e0041} x"
    )
    assert visible("a\tb\nc") == "a    b␊c"
    assert visible("„Grüße“ 평양 👍") == "„Grüße“ 평양 👍"


def test_no_report_holds_a_character_that_acts_on_a_terminal() -> None:
    file = TextFile(f"sources/{HOSTILE}.md", HOSTILE)
    hostile = Diagnostic(MISQUOTED, file.span(0, 4), HOSTILE, (HOSTILE, f"{HOSTILE}\n{HOSTILE}"), HOSTILE)
    for report in (full([hostile]), as_json([hostile], {})):
        assert report.replace("\n", "").isprintable()
        report.encode()
    (item,) = listed([hostile])
    assert (item["path"], item["message"], item["hint"]) == (file.path, HOSTILE, HOSTILE)


def test_colour_changes_nothing_but_colour() -> None:
    findings = [finding("one", "one"), finding("two", "two", rule=UNBOUND)]
    coloured = full(findings, colour=True)
    assert "\x1b[1;31merror[BG301]\x1b[0m" in coloured
    assert "\x1b[1;33m^^^\x1b[0m" in coloured
    for code in ("\x1b[1;31m", "\x1b[1;33m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == full(findings)


def test_json() -> None:
    told = Diagnostic(
        MISQUOTED,
        TextFile("sources/a.md", "a „Größe“\n").span(3, 8),
        "not in the capture",
        ("nearest passage",),
        "quote it",
    )
    assert as_json([told], {"briefs": 1}) == (
        "{\n"
        '  "version": 1,\n'
        '  "findings": [\n'
        "    {\n"
        '      "path": "sources/a.md",\n'
        '      "line": 1,\n'
        '      "column": 4,\n'
        '      "end_line": 1,\n'
        '      "end_column": 9,\n'
        '      "code": "BG301",\n'
        '      "name": "quote-not-in-capture",\n'
        '      "severity": "error",\n'
        '      "message": "not in the capture",\n'
        '      "notes": [\n'
        '        "nearest passage"\n'
        "      ],\n"
        '      "hint": "quote it",\n'
        '      "draft": false\n'
        "    }\n"
        "  ],\n"
        '  "counts": {\n'
        '    "briefs": 1\n'
        "  }\n"
        "}\n"
    )
    assert listed([finding("a", "a")])[0]["hint"] is None
