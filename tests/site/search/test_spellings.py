"""Names in other letters, slips, numbers and days are found, and never above what was typed.

To see what is missed: `pytest tests/site/search/test_spellings.py -s`.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.search import FIRST_BOUND, cost_of
from tests.browser import serve
from tests.site.search.probes import HERE, Probe, Reader, read_probes, reader_of
from tests.sweep import sampled

FIRST_HITS = 3
MISSED = {"Sprengstoff"}
"""A synonym: nothing on the pages says that mines are explosives."""
ORDER = ("Brief", "Page", "Quoted passage", "Source", "Footnote")
"""Texts of briefs, pages of the site, works, notes."""


@pytest.fixture(scope="module")
def readers(chromium: Browser, project: Path, probes_project: Path) -> Iterator[dict[str, Reader]]:
    with (
        reader_of(project / "site", chromium) as kursk,
        reader_of(probes_project / "site", chromium) as probes,
    ):
        yield {"kursk": kursk, "probes": probes}


def _probes() -> list[Probe]:
    return read_probes(HERE / "spellings.tsv")


def test_other_spellings_are_found_at_the_first_hits(readers: dict[str, Reader]) -> None:
    """In the suite a fifth of them, in the sweep all."""
    probes = sampled(_probes(), 5)
    missed = set()
    for probe in probes:
        reader = readers[probe.site]
        first = reader.results(probe.query, probe.language)[:FIRST_HITS]
        place = f"{probe.page}#{probe.anchor}" if probe.anchor else ""
        if probe.category == "none":
            assert not first, probe
        elif not any(place in links if place else links[0].startswith(probe.page) for links in first):
            missed.add(probe.query)
    assert missed <= MISSED, missed


@pytest.mark.parametrize("query", ["Belousov", "Gerasimow", "Час правди", "resolution 2397"])
def test_what_was_typed_stands_above_all_else_and_texts_above_works_above_notes(
    query: str, readers: dict[str, Reader]
) -> None:
    reader = readers["kursk"]
    assert reader.links(query, "en")
    page = reader.page("en")
    seen = page.locator(".search-result").evaluate_all(
        """results => results.map(result => [Boolean(result.querySelector(".search-first .search-otherwise")),
            result.querySelector(".search-kind").textContent])"""
    )
    places = [
        (otherwise, 0 if ORDER.index(kind) == 0 else (ORDER.index(kind) + 1) // 2) for otherwise, kind in seen
    ]
    assert all(one <= other for one, other in pairwise(places)), seen


def test_what_was_typed_is_said_to_be_something_else(readers: dict[str, Reader]) -> None:
    reader = readers["kursk"]
    assert reader.links("Gerasimow", "en")
    (said, *_) = reader.page("en").locator(".search-otherwise").all_inner_texts()
    assert said == "Similar: Gerasimov"


@pytest.mark.parametrize(
    ("language", "query"),
    sampled([("de", "Verteidigungsminsiter"), ("en", "Ukraine war omitted"), ("en", "treaty")], 3),
)
def test_a_first_search_on_this_site_loads_little(
    chromium: Browser, project: Path, language: str, query: str
) -> None:
    with serve(project / "site") as address:
        assert 50_000 < cost_of(chromium, address, language, query).first < FIRST_BOUND
