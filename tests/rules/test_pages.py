"""What is said of a rule on a terminal and in the manual."""

import pytest

from briefgen.rulebook import RULEBOOK
from briefgen.rules.explain import explanation, listing, rule_called
from briefgen.rules.manual import FOLDER, manual_pages
from briefgen.rules.rule import File, Gone, Link, Rule, Severity
from briefgen.rules.shown import shown
from tests.made_pages import stored
from tests.rules.pages import pages

RULE = Rule(
    code="BG999",
    name="bridge-missing",
    severity=Severity.WARNING,
    summary="a bridge is not there",
    means="A bridge that a brief crosses is not there.",
    why="Readers would fall into the river.",
    flagged=(File("sources/bridge.md", "There is\n\na bridge.\n", below=True), Gone("seeds/bridge.txt")),
    fixed=(File("sources/bridge.md", "There is none.\n", below=True),),
)

EXPLAINED = """\
BG999 bridge-missing

warning: a bridge is not there

A bridge that a brief crosses is not there.

Readers would fall into the river.

Flagged:

  sources/bridge.md
    | There is
    |
    | a bridge.

  no file seeds/bridge.txt

Fixed:

  sources/bridge.md
    | There is none.
"""


def test_the_pages_of_the_manual_are_what_the_rules_say() -> None:
    assert stored(FOLDER) == pages(), "run python -m tests.rules.pages --update"


def test_a_rule_is_explained_on_a_terminal() -> None:
    assert explanation(RULE) == EXPLAINED


@pytest.mark.parametrize("wanted", ["BG201", "bg201", "unknown-key", "Unknown-Key", " BG201 "])
def test_a_rule_is_found_by_its_code_and_its_name(wanted: str) -> None:
    rule = rule_called(wanted, RULEBOOK)
    assert rule
    assert rule.code == "BG201"


@pytest.mark.parametrize("wanted", ["", "BG2", "BG999", "unknown", "UNKNOWN_KEY"])
def test_what_is_no_rule_is_none(wanted: str) -> None:
    assert rule_called(wanted, RULEBOOK) is None


def test_all_rules_are_listed() -> None:
    lines = listing(RULEBOOK).splitlines()
    assert all(sum(line.startswith(f"  {rule.code} ") for line in lines) == 1 for rule in RULEBOOK)


def test_the_page_that_lists_them_says_everything_in_a_line() -> None:
    """Of a table with four columns, a phone shows the first three."""
    lines = manual_pages((), RULEBOOK)["manual/rules/index.md"].splitlines()
    assert not any(line.startswith("|") for line in lines)
    for rule in RULEBOOK:
        (line,) = (line for line in lines if line.startswith(f"- [{rule.code} `{rule.name}`]("))
        assert line.endswith(f"#{rule.code.lower()}) ({rule.severity}): {rule.summary}")


def test_each_code_has_its_heading() -> None:
    text = "\n".join(manual_pages((), RULEBOOK).values())
    assert all(
        text.count(f"\n## {rule.code} {rule.name} {{#{rule.code.lower()}}}\n") == 1 for rule in RULEBOOK
    )


@pytest.mark.parametrize(
    ("piece", "title", "text"),
    [
        (File("a.md", "one\n"), "`a.md`", "one\n"),
        (File("a.md", b"caf\xe9\0"), "`a.md` (each `\\x…` is one byte)", "caf\\xe9\\x00"),
        (File("a.tsr", b"\xe9" * 962), "`a.tsr` (962 bytes)", None),
        (File("br\udcfccke.md", "one"), "`br\\xfccke.md`", "one"),
        (File("a.yml", "sha256: {sha256:seeds/a.txt}"), "`a.yml`", "sha256: <the SHA-256 of seeds/a.txt>"),
        (Link("a.md", "../b.md"), "`a.md`, a symbolic link to `../b.md`", None),
        (Gone("a.md"), "no file `a.md`", None),
    ],
)
def test_a_file_is_shown(piece: File | Link | Gone, title: str, text: str | None) -> None:
    one = shown(piece)
    assert (one.title, one.text) == (title, text)
