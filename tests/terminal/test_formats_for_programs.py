"""The formats of findings that editors, forges and servers for CI read, each held to what its reader says."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from briefgen.diagnostics import Diagnostic
from briefgen.model.counts import Counts, LockState
from briefgen.rulebook import RULEBOOK
from briefgen.rules.manual import address_of
from briefgen.terminal.formats import concise, github, gitlab, junit, sarif
from briefgen.terminal.outcome import Outcome, in_order
from briefgen.text import TextFile
from tests.cli.project import CLEAN, make_project, run, write_brief
from tests.repository import ROOT

RULES = {rule.name: rule for rule in RULEBOOK}
FILE = TextFile("sources/50 %, a:b.md", "He said “so\nbe it” and \x1b[31mleft.\nHe said “so be it”.\n")
FINDINGS = (
    Diagnostic(
        RULES["quotation-unbound"], FILE.span(8, 18), "two lines: 100 %", ("a note", "- a\n+ b"), "a way"
    ),
    Diagnostic(RULES["unknown-key"], FILE.span(23, 28), "the escape \x1b[31m, ::error::x, ##[error]y ]]>"),
    Diagnostic(RULES["unknown-key"], FILE.span(37, 39), "the escape \x1b[31m, ::error::x, ##[error]y ]]>"),
)


def outcome(findings: tuple[Diagnostic, ...]) -> Outcome:
    return Outcome(in_order(findings), Counts(briefs=1), LockState(0, 0, 0, 0, None))


NOTED = Diagnostic(RULES["capture-of-older-reader"], FILE.span(0, 2), "read by an older one")


def test_a_note_is_one_in_every_format() -> None:
    assert concise.written(outcome((NOTED,))).endswith(
        ":1:1: note[BG353] capture-of-older-reader: read by an older one\n"
    )
    assert github.written(outcome((NOTED,))).startswith("::notice file=")
    assert json.loads(gitlab.written(outcome((NOTED,))))[0]["severity"] == "info"
    log = json.loads(sarif.written(outcome((NOTED,))))["runs"][0]
    assert log["results"][0]["level"] == "note"
    assert log["tool"]["driver"]["rules"][0]["defaultConfiguration"] == {"level": "note"}
    suite = ElementTree.fromstring(junit.written(outcome((NOTED,))))[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("1", "0", "1")


def test_concise() -> None:
    assert concise.written(outcome(FINDINGS)) == (
        "sources/50 %, a:b.md:1:9: warning[BG302] quotation-unbound: two lines: 100 %\n"
        "sources/50 %, a:b.md:2:12: error[BG201] unknown-key: the escape ␛[31m, ::error::x, ##[error]y ]]>\n"
        "sources/50 %, a:b.md:3:4: error[BG201] unknown-key: the escape ␛[31m, ::error::x, ##[error]y ]]>\n"
    )


def test_github() -> None:
    """As https://docs.github.com/actions/reference/workflow-commands-for-github-actions says."""
    place = "file=sources/50 %25%2C a%3Ab.md"
    assert github.written(outcome(FINDINGS)).split("\n") == [
        f"::warning {place},line=1,endLine=2,title=BG302 quotation-unbound"
        "::two lines: 100 %25%0Aa note%0A- a%0A+ b%0Ahint: a way",
        f"::error {place},line=2,col=12,endColumn=17,title=BG201 unknown-key"
        "::the escape ␛[31m, ::error::x, ##[error]y ]]>",
        f"::error {place},line=3,col=4,endColumn=6,title=BG201 unknown-key"
        "::the escape ␛[31m, ::error::x, ##[error]y ]]>",
        "",
    ]


def test_github_is_sent_our_commands_and_no_others(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    write_brief(root, CLEAN + "\nA claim [@x##[error]y].\n\n“::error::z” he said.\n")
    done = run("check", "--root", root, "--format", "github")
    lines = done.stdout.splitlines()
    assert lines
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)
    assert "##[" not in done.stdout + done.stderr
    plain = run("check", "--root", root, "--format", "concise").stdout
    assert "\n::" not in "\n" + plain


def test_gitlab() -> None:
    """As https://docs.gitlab.com/ci/testing/code_quality/ says: no key that it asks for is missing."""
    told: list[dict[str, Any]] = json.loads(gitlab.written(outcome(FINDINGS)))
    assert [(one["check_name"], one["severity"]) for one in told] == [
        ("BG302 quotation-unbound", "minor"),
        ("BG201 unknown-key", "major"),
        ("BG201 unknown-key", "major"),
    ]
    assert told[0]["description"] == "two lines: 100 %\na note\n- a\n+ b\nhint: a way"
    assert told[0]["location"] == {
        "path": "sources/50 %, a:b.md",
        "positions": {"begin": {"line": 1, "column": 9}, "end": {"line": 2, "column": 7}},
    }
    assert len({one["fingerprint"] for one in told}) == 3


def test_a_fingerprint_stays_when_lines_move() -> None:
    moved = TextFile(FILE.path, "A line more.\n" + FILE.text)
    before, after = (
        [one["fingerprint"] for one in json.loads(gitlab.written(outcome(findings)))]
        for findings in (
            FINDINGS,
            tuple(
                Diagnostic(
                    one.rule, moved.span(one.span.start + 13, one.span.end + 13), one.message, one.notes
                )
                for one in FINDINGS
            ),
        )
    )
    assert before == after


def test_junit() -> None:
    suites = ElementTree.fromstring(junit.written(outcome(FINDINGS)))
    (suite,) = suites
    assert suite.attrib == {
        "name": "sources/50 %, a:b.md",
        "tests": "3",
        "failures": "2",
        "errors": "0",
        "skipped": "1",
    }
    assert [(case.attrib["name"], case[0].tag, case[0].attrib["type"]) for case in suite] == [
        ("BG302 quotation-unbound 1:9", "skipped", "BG302"),
        ("BG201 unknown-key 2:12", "failure", "BG201"),
        ("BG201 unknown-key 3:4", "failure", "BG201"),
    ]
    assert suite[0][0].text == "sources/50 %, a:b.md:1:9\ntwo lines: 100 %\na note\n- a\n+ b\nhint: a way"


def test_junit_of_nothing_is_one_case_that_passed() -> None:
    suites = ElementTree.fromstring(junit.written(outcome(())))
    assert [(case.tag, list(case)) for suite in suites for case in suite] == [("testcase", [])]
    assert (suites.attrib["tests"], suites.attrib["failures"]) == ("1", "0")


def test_sarif() -> None:
    log = json.loads(sarif.written(outcome(FINDINGS)))
    (one_run,) = log["runs"]
    rules = one_run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["BG201", "BG302"]
    assert rules[1]["help"]["text"].startswith("BG302 quotation-unbound\n\n")
    assert [(result["ruleIndex"], result["level"]) for result in one_run["results"]] == [
        (1, "warning"),
        (0, "error"),
        (0, "error"),
    ]
    assert one_run["results"][0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "sources/50%20%25%2C%20a%3Ab.md", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 1, "startColumn": 9, "endLine": 2, "endColumn": 7},
            }
        }
    ]


@pytest.mark.parametrize("module", [gitlab, sarif])
def test_what_programs_read_stays_json_behind_the_guard_of_the_terminal(module: Any) -> None:
    assert "##[" not in module.written(outcome(FINDINGS))


@pytest.mark.parametrize("rule", RULEBOOK, ids=lambda rule: rule.code)
def test_the_address_of_a_rule_is_that_of_its_heading(rule: Any) -> None:
    page, anchor = address_of(rule).split("/#")
    assert f"{{#{anchor}}}" in (ROOT / f"docs/{page}.md").read_text("utf-8")
