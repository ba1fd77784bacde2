"""Neighbours, topics and long lists: what leads where on a site of several briefs."""

import re
from collections import Counter

import pytest

from briefgen.catalogue import words_for
from briefgen.diagnostics import Severity
from briefgen.model.address import topic_address
from briefgen.model.project import ProjectFiles
from briefgen.model.workspace import VerifiedCorpus
from briefgen.render.links.targets import readings_of
from briefgen.render.lists.briefs import BriefList, list_pages, newest_first
from briefgen.render.lists.corrections import corrections_pages
from briefgen.render.lists.timeline import timeline_pages
from briefgen.render.lists.topics import topics_of
from briefgen.render.needs import surroundings_of
from briefgen.render.neighbours import neighbours_of
from briefgen.render.periods import by_period
from briefgen.text import TextFile
from tests.stages import verified

EN = words_for("en")


def corpus(*fronts: str, text: str = "Text.", bib: str = "") -> VerifiedCorpus:
    """A corpus of briefs that differ in these lines of front matter only; they are called b0000, b0001, …"""
    files = tuple(
        TextFile(f"sources/b{number:04d}.md", f"---\ntitle: Brief {number}\n{front}\n---\n\n{text}\n")
        for number, front in enumerate(fronts)
    )
    project = ProjectFiles(files, (), (TextFile("sources/references.bib", bib),), None, None, (), ())
    told = verified(project)
    assert [finding for finding in told.findings if finding.severity is Severity.ERROR] == []
    return told.value


def test_neighbours_are_of_the_same_language_and_in_the_order_of_publication() -> None:
    briefs = corpus(
        "date: 2025-03-01\nupdated: 2026-01-01",  # a later change does not move a brief
        "date: 2025-01-01",
        "date: 2025-02-01\nlang: de",
        "date: 2025-02-02\nlang: de-AT",
        "date: 2025-02-03\nstatus: withdrawn",
        "date: 2025-01-01",
    ).briefs
    ways = {
        slug: (way.earlier and way.earlier.slug, way.later and way.later.slug)
        for slug, way in neighbours_of(briefs).items()
    }
    assert ways == {
        "b0001": (None, "b0005"),
        "b0005": ("b0001", "b0000"),
        "b0000": ("b0005", None),
        "b0002": (None, "b0003"),
        "b0003": ("b0002", None),
        "b0004": ("b0005", "b0000"),  # it has neighbours, and nobody is led to it
    }


@pytest.mark.parametrize(
    ("topic", "address"),
    [
        ("North Korea", "north-korea"),
        ("north  korea", "north-korea"),
        ("Größe", "grösse"),
        ("GRÖSSE", "grösse"),
        ("Café", "café"),
        ("한국어", "한국어"),
        ("C++", "c"),
        ("Index", "index-"),  # topics/index.md is the list of all topics
        ("README", "readme-"),
        ("???", ""),
    ],
)
def test_a_topic_has_an_address(topic: str, address: str) -> None:
    assert topic_address(topic) == address


def test_spellings_of_one_address_are_one_topic_under_the_most_common_name() -> None:
    briefs = newest_first(
        corpus(
            "date: 2025-01-01\ntags: [roads, Bridges, bridges]",
            "date: 2025-01-02\ntags: [bridges]",
            "date: 2025-01-03\ntags: [Bridges]",
            "date: 2025-01-04\ntags: [Bridges]\nlang: de",
        ).briefs
    )
    bridges, roads = topics_of(briefs)
    assert (bridges.name, bridges.path, bridges.lang) == ("Bridges", "topics/bridges.md", "")
    assert [brief.slug for brief in bridges.briefs] == ["b0003", "b0002", "b0001", "b0000"]
    assert (roads.name, roads.lang) == ("roads", "en")


def test_a_long_list_is_parted_by_years_and_a_long_year_by_months() -> None:
    days = ["2025-03", "2023-05-01", "2025", "2025-01-02", "2024-01-01", "2025-03-09"]
    parts = [(period.iso, period.words("en"), items) for period, items in by_period(days, str, most=3)]
    assert parts == [
        ("2025-03", "March 2025", ("2025-03", "2025-03-09")),
        ("2025-01", "January 2025", ("2025-01-02",)),
        ("2025", "2025", ("2025",)),
        ("2024", "2024", ("2024-01-01",)),
        ("2023", "2023", ("2023-05-01",)),
    ]


def listed(text: str) -> list[str]:
    return re.findall(r"\(\S*?(b\d{4})\.md\)\{ \.entry-title", text)


def test_every_brief_of_a_long_list_stands_on_the_page_of_its_year() -> None:
    fronts = [f"date: {2020 + number % 5}-01-{number % 28 + 1:02d}" for number in range(60)]
    briefs = newest_first(corpus(*fronts).briefs)
    first, *parts = list_pages(
        BriefList("briefs/index.md", "briefs/years", "Briefs", "All.", briefs), EN, "en", 20
    )
    assert len(listed(first.text)) == 20
    assert [page.path for page in parts] == [f"briefs/years/{year}.md" for year in range(2024, 2019, -1)]
    assert "[2023](years/2023.md) (12)" in first.text
    assert Counter(slug for page in parts for slug in listed(page.text)) == Counter(b.slug for b in briefs)
    assert "](../b0000.md)" in parts[-1].text
    assert "[Briefs](../index.md)" in parts[-1].text, "a way back up"


def test_a_short_list_is_one_page() -> None:
    briefs = newest_first(corpus("date: 2025-01-01", "date: 2024-01-01").briefs)
    (page,) = list_pages(BriefList("topics/x.md", "topics/x", "X", "All.", briefs), EN, "en", 2)
    assert listed(page.text) == ["b0000", "b0001"]
    assert "periods" not in page.text


def test_a_long_timeline_has_a_page_for_each_year() -> None:
    briefs = corpus(*(f"date: {2020 + number % 5}-0{number % 9 + 1}-01" for number in range(50))).briefs
    index, *years = timeline_pages(briefs, (), EN, "en", most=20)
    assert "<svg" in index.text
    assert "[2024](2024.md) (10)" in index.text
    assert [page.path for page in years] == [f"timeline/{year}.md" for year in range(2024, 2019, -1)]
    assert sum(page.text.count("event-day") for page in years) == 50
    assert "### May 2020 { #y2020-05 }" in years[-1].text


def test_many_corrections_stand_on_the_pages_of_their_years() -> None:
    bibliography = (
        "@article{a, title = {Bridge}, date = {2020}}\n@article{b, title = {Right}, date = {2021}}\n"
    )
    box = "::: {.correction verdict=false}\n> words [@a]\n\nNot so [@b].\n:::\n"
    briefs = corpus(
        *(f"date: {2024 + number % 2}-05-06\nabout: a" for number in range(8)), text=box * 3, bib=bibliography
    )
    around = surroundings_of(briefs, readings_of(briefs), None)
    newest = [around.about(brief) for brief in newest_first(briefs.briefs)]
    index, *years = corrections_pages(newest, briefs, EN, most=20)
    assert index.text.count('class="entry ') == 20
    assert "[2025](2025.md) (12)" in index.text
    assert [(page.path, page.text.count('class="entry ')) for page in years] == [
        ("corrections/2025.md", 12),
        ("corrections/2024.md", 12),
    ]
    assert "## [Bridge, 2020](../sources/a.md)" in years[0].text
