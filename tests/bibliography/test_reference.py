"""Printed references say what the tables say, and the manual's table is one of them."""

import re
from dataclasses import replace
from typing import Any

import pytest

from briefgen.bibliography.reference import Fragment, format_date, format_reference, plain
from briefgen.model.work import DateRange, PartialDate
from briefgen.rules import RULES
from tests.bibliography.reading import ROOT, bibliography, cases, marked, reference, the_work

MANUAL = (ROOT / "docs" / "manual" / "references.md").read_text(encoding="utf-8")
ROW = re.compile(r"\| (?P<shape>[^|]+) \| `(?P<bib>@[^`]+)` \| (?P<de>[^|]+) \| (?P<en>[^|]+) \|")
ROWS = [match.groupdict() for match in map(ROW.fullmatch, MANUAL.splitlines()) if match]
FIELD = re.compile(r"\| (?P<field>[^|]+) \| (?P<en>[^|]+) \| `(?P<bib>@[^|]+)` \|")
FIELDS = [match.groupdict() for match in map(FIELD.fullmatch, MANUAL.splitlines()) if match]
DOUBLED = re.compile(r"[.,;:?!]\s*[,;:]|[,;:?!]\s*\.|\.\s*\.|\(\)|\s[,.;]|\s\s")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["shape"])
def test_the_manual_shows_what_is_printed(row: dict[str, str]) -> None:
    assert reference(row["bib"], "de") == row["de"]
    assert reference(row["bib"], "en") == row["en"]


def test_the_manual_shows_enough() -> None:
    assert len(ROWS) >= 14
    assert len(ROWS) == len(re.findall(r"^\| [^|]+ \| `@\w+\{", MANUAL, re.MULTILINE))


@pytest.mark.parametrize("row", FIELDS, ids=lambda row: row["field"])
def test_the_manual_shows_what_becomes_of_every_field(row: dict[str, str]) -> None:
    works, _ = bibliography(row["bib"])
    assert marked(format_reference(works[0], "en")) == row["en"]


def test_the_manual_shows_many_fields() -> None:
    assert len(FIELDS) >= 40


def test_the_manual_names_every_finding() -> None:
    ours = [rule for rule in RULES if "BG210" <= rule.code <= "BG229"]
    for rule in ours:
        assert f"| `{rule.name}` ({rule.code}, {rule.severity}) | {rule.summary} |" in MANUAL


@pytest.mark.parametrize("case", cases("references"), ids=lambda case: case["what"])
def test_corners(case: dict[str, Any]) -> None:
    assert reference(case["bib"], "de") == case["de"]
    assert reference(case["bib"], "en") == case["en"]


def test_our_own_bibliography() -> None:
    works, _ = bibliography((ROOT / "sources" / "references.bib").read_text(encoding="utf-8"))
    for work in works:
        for lang in ("de", "en"):
            fragments = format_reference(work, lang)
            without_addresses = "".join("https" if one.url else one.text for one in fragments)
            assert not DOUBLED.search(without_addresses), plain(fragments)
            assert plain(fragments).endswith(".")
            assert work.title.split()[0].strip("[“”:") in plain(fragments)
            assert not any(one.text == "" for one in fragments)


def test_fragments_are_neutral() -> None:
    work = the_work("@book{k, title = {*a* <b> [c]}, url = {https://x.org/*}}")
    assert format_reference(work, "en") == (
        Fragment("*a* <b> [c]", emphasised=True),
        Fragment(", "),
        Fragment("https://x.org/*", url="https://x.org/*"),
        Fragment("."),
    )


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//x.org", "https://x.org/a b", "https:x"]
)
def test_only_web_addresses_are_linked(url: str) -> None:
    work = replace(the_work("@misc{k, title = {T}}"), url=url)
    assert marked(format_reference(work, "en")) == f"“T”, {url}."


@pytest.mark.parametrize(
    ("date", "de", "en"),
    [
        (PartialDate(2025), "2025", "2025"),
        (PartialDate(2025, 6), "Juni 2025", "June 2025"),
        (PartialDate(2025, 6, 17), "17. Juni 2025", "17 June 2025"),
        (PartialDate(1850, approximate=True), "um 1850", "c. 1850"),
        (PartialDate(1850, uncertain=True), "vermutlich 1850", "probably 1850"),
        (
            PartialDate(1850, 5, approximate=True, uncertain=True),
            "vermutlich um Mai 1850",
            "probably c. May 1850",
        ),
        (DateRange(PartialDate(2019), PartialDate(2021)), "2019–2021", "2019–2021"),
        (DateRange(PartialDate(2019), PartialDate(2019)), "2019", "2019"),
        (DateRange(PartialDate(2019, 3), PartialDate(2019, 3)), "März 2019", "March 2019"),
        (DateRange(PartialDate(2019, 3), PartialDate(2019, 5)), "März–Mai 2019", "March–May 2019"),
        (
            DateRange(PartialDate(2019, 12), PartialDate(2020, 1)),
            "Dezember 2019 – Januar 2020",
            "December 2019 – January 2020",
        ),
        (DateRange(PartialDate(2019, 3, 1), PartialDate(2019, 3, 4)), "1.–4. März 2019", "1–4 March 2019"),
        (DateRange(PartialDate(2019, 3, 1), PartialDate(2019, 3, 1)), "1. März 2019", "1 March 2019"),
        (
            DateRange(PartialDate(2019, 3, 28), PartialDate(2019, 4, 3)),
            "28. März – 3. April 2019",
            "28 March – 3 April 2019",
        ),
        (
            DateRange(PartialDate(2019), PartialDate(2020, 4, 3)),
            "2019 – 3. April 2020",
            "2019 – 3 April 2020",
        ),
        (DateRange(PartialDate(2019, 3), PartialDate(2019)), "März 2019 – 2019", "March 2019 – 2019"),
        (
            DateRange(PartialDate(1850, approximate=True), PartialDate(1860)),
            "um 1850 – 1860",
            "c. 1850 – 1860",
        ),
        (DateRange(PartialDate(2019), None), "seit 2019", "since 2019"),
        (DateRange(None, PartialDate(2019, 3)), "bis März 2019", "until March 2019"),
        (DateRange(None, None), "", ""),
    ],
)
def test_dates(date: PartialDate | DateRange, de: str, en: str) -> None:
    assert (format_date(date, "de"), format_date(date, "en"), format_date(date, "it")) == (de, en, en)
