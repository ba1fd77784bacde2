"""What becomes of a quotation: found, missed or not looked up, and what is said of it, once."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.severn import severn, verified


class Case(NamedTuple):
    text: str
    checks: tuple[str, ...] = ()
    """Each work of each quotation that was not missed: its key's first letter and the verdict."""
    findings: tuple[str, ...] = ()
    missed: int = 0


NONE = "\ncouncil2025minutes: {capture: none, why: it lends nothing}\n"
CASES = {
    "exact": Case("It is “96 years old” [@herald2025bridge].", ("h exact",)),
    "another typography": Case("It says ‘“We were never asked,”’ [@herald2025bridge].", ("h exact",)),
    "over an omission": Case(
        "It says “The old bridge […] will be closed” [@herald2025bridge].", ("h elided",)
    ),
    "with a word put in": Case(
        "It says “The [old] bridge across” [@herald2025bridge].", (), ("quotation-not-in-capture 7:9",), 1
    ),
    "one letter": Case("It is “96 years ald” [@herald2025bridge].", (), ("quotation-not-in-capture 7:7",), 1),
    "a number": Case("It is “97 years old” [@herald2025bridge].", (), ("quotation-not-in-capture 7:7",), 1),
    "no words": Case("It is “” [@herald2025bridge].", (), ("quotation-empty 7:7",)),
    "a work without a capture": Case(
        "It is “urgent” [@council2025minutes].", ("c -",), ("quotation-not-checked 7:7",)
    ),
    "bound to nothing": Case("It is “urgent”.", (), ("quotation-unbound 7:7",)),
    "an unknown work": Case("It is “urgent” [@nowhere2025].", (), ("unknown-key 7:18",)),
    "each work must have the words": Case(
        "It is “96 years old” [@herald2025bridge; @bote2025bruecke].",
        (),
        ("quotation-not-in-capture 7:7",),
        1,
    ),
    "both have them": Case("Of the “Severn” [@herald2025bridge; @bote2025bruecke].", ("h exact", "b exact")),
    "one has them, one has no capture": Case(
        "It is “96 years old” [@herald2025bridge; @council2025minutes].",
        ("h exact", "c -"),
        ("quotation-not-checked 7:7",),
    ),
    "`see` is not bound": Case(
        "It is “96 years old” [@herald2025bridge; see @bote2025bruecke].", ("h exact",)
    ),
    "in another work": Case(
        "It is “96 years old” [@bote2025bruecke].", (), ("quotation-not-in-capture 7:7",), 1
    ),
    "the second place": Case("[“the bridge”]{occurrence=2} [@herald2025bridge].", ("h exact",)),
    "a place that is not": Case(
        "[“Some 1,200 drivers”]{occurrence=2} [@herald2025bridge].", (), ("passage-ambiguous 7:2",), 1
    ),
    "a passage that is ambiguous": Case(
        "::: correction\n## Words\n\n> the bridge\n> [@herald2025bridge]\n\nNo [@council2025minutes].\n:::",
        (),
        ("passage-ambiguous 10:1",),
        1,
    ),
    "a picture in it": Case(
        "> The engineers ![x](x.png) did not agree. [@herald2025bridge]",
        (),
        ("quotation-unreadable 7:17",),
        1,
    ),
    "its translation is not looked up": Case(
        "It is “closed” [@bote2025bruecke, „Schließung der Brücke“].", ("b exact",)
    ),
    "cut before a negation": Case(
        "It says “The bridge will” [@herald2025bridge].", ("h exact",), ("quotation-cut-short 7:9",)
    ),
    "with a reason": Case(
        '[“The bridge will”]{elision_ok="it says so below"} [@herald2025bridge].', ("h exact",)
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_quotations(case: Case, tmp_path: Path) -> None:
    corpus, findings = verified(severn(tmp_path / "p", {"one": case.text}))
    (brief,) = corpus.briefs
    checks = [check for found in brief.quotations for check in found.checks]
    assert tuple(f"{one.key[0]} {one.verdict.value if one.verdict else '-'}" for one in checks) == case.checks
    assert tuple(findings) == case.findings
    assert len(brief.missed) == case.missed


UNCHECKED = {
    "a work once, at its first place": (
        "“One” [@council2025minutes], “two” [@council2025minutes].",
        "",
        ("quotation-not-checked 7:1",),
    ),
    "said why": ("“One” [@council2025minutes].", NONE, ()),
    "below another case of its key it is reported there": (
        "“One” [@council2025minutes].",
        NONE.replace("council", "Council"),
        ("capture-of-unknown-work captures.yml:13:1",),
    ),
    "cited only": ("One [@council2025minutes].", "", ()),
    "in a locator": ("One [@council2025minutes, “two”].", "", ("quotation-not-checked 7:28",)),
}


@pytest.mark.parametrize(("text", "captures", "expected"), UNCHECKED.values(), ids=UNCHECKED)
def test_what_nobody_could_look_up(
    text: str, captures: str, expected: tuple[str, ...], tmp_path: Path
) -> None:
    _, findings = verified(severn(tmp_path / "p", {"one": text}, {"+sources/captures.yml": captures}))
    assert tuple(findings) == expected
