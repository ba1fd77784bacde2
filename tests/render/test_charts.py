"""The drawings as values: what is counted, where it stands, and what is said of it in words."""

import re
from xml.etree import ElementTree

import pytest

from briefgen.catalogue import Words, words_for
from briefgen.model.work import PartialDate
from briefgen.render.charts.checks import CheckCounts, checks_chart
from briefgen.render.charts.columns import MOST_COLUMNS, Columns, Unit, gather, start_of
from briefgen.render.charts.times import times_chart

EN, DE = words_for("en"), words_for("de")


def dates(*written: str) -> list[PartialDate]:
    """`2025-06*3` is three dates of that month."""
    found = []
    for one in written:
        iso, _, times = one.partition("*")
        found += [PartialDate(*(int(part) for part in iso.split("-")))] * int(times or 1)  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("sources", "briefs", "expected"),
    [
        (["2025-06", "2025-04-30*2"], [], Columns(Unit.MONTH, 2025 * 12 + 3, (2, 0, 1), (0, 0, 0), 0, 0)),
        (["2025-12"], ["2026-01-20"], Columns(Unit.MONTH, 2025 * 12 + 11, (1, 0), (0, 1), 0, 0)),
        # What is much earlier, or known to the year only, does not spoil the months of the others.
        (["2025-06*9", "1990-01"], [], Columns(Unit.MONTH, 2025 * 12 + 5, (9,), (0,), 1, 0)),
        (["2025-06*9", "2025"], [], Columns(Unit.MONTH, 2025 * 12 + 5, (9,), (0,), 0, 1)),
        # Too many of them: years it is.
        (["2025-06", "2023"], ["2024-01-01"], Columns(Unit.YEAR, 2023, (1, 0, 1), (0, 1, 0), 0, 0)),
        (
            ["1600", "1780", "2025-06"],
            [],
            Columns(Unit.DECADE, 160, (1, *[0] * 17, 1, *[0] * 23, 1), (0,) * 43, 0, 0),
        ),
    ],
)
def test_dates_are_gathered_in_the_finest_unit_that_shows_most_of_them(
    sources: list[str], briefs: list[str], expected: Columns
) -> None:
    assert gather(dates(*sources), dates(*briefs)) == expected


def test_without_dates_there_is_nothing_to_draw() -> None:
    assert gather([], []) is None
    assert times_chart([], [], EN) == ""
    assert checks_chart(CheckCounts(0, 0, 0), EN) == ""


def test_a_column_stands_for_a_date() -> None:
    assert start_of(Unit.MONTH, 2025 * 12 + 11) == PartialDate(2025, 12)
    assert start_of(Unit.DECADE, 199) == PartialDate(1990)


@pytest.mark.parametrize("number", [4, 73, 400, 4000, 40000])
def test_a_timeline_of_any_size_is_a_small_drawing(number: int) -> None:
    sources = [PartialDate(2026 - at * at % 61, at % 12 + 1) for at in range(number)]
    briefs = [PartialDate(2026 - at % 9, at % 12 + 1, 1) for at in range(number // 10)]
    svg = drawing(times_chart(sources, briefs, EN))
    bars = list(svg.iter("rect"))
    assert 1 <= len(bars) <= 2 * MOST_COLUMNS
    labels = [text for text in svg.iter("text") if text.get("class") != "key"]
    assert 1 <= len(labels) <= 6
    for rect in bars:
        start, width = (float(rect.get(name, "").rstrip("%")) for name in ("x", "width"))
        assert start >= 0
        assert start + width <= 100
        assert float(rect.get("y", "")) >= 20
        assert float(rect.get("y", "")) + float(rect.get("height", "")) <= 192


def test_the_highest_column_of_each_half_fills_it() -> None:
    svg = drawing(times_chart(dates("2025-06*20", "2025-07*5"), dates("2025-07-01*2"), EN))
    rects = {(r.get("class"), r.findtext("title")): (r.get("y"), r.get("height")) for r in svg.iter("rect")}
    assert rects == {
        ("bar-source", "June 2025: 20"): ("26", "90"),
        ("bar-source", "July 2025: 5"): ("94", "22"),
        ("bar-brief", "July 2025: 2"): ("138", "50"),
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            EN,
            "26 sources, 1990–2025, most of them in June 2025 (20). 1 brief, July 2025. "
            "Not drawn, because they are earlier than June 2025: 1. "
            "Not drawn, because only their year is known: 1.",
        ),
        (
            DE,
            "26 Quellen, 1990–2025; die meisten: Juni 2025 (20). 1 Dossier, Juli 2025. "
            "Nicht eingezeichnet, weil älter (vor Juni 2025): 1. "
            "Nicht eingezeichnet, weil nur das Jahr bekannt ist: 1.",
        ),
    ],
)
def test_what_is_drawn_is_said_in_words_too(words: Words, said: str) -> None:
    chart = times_chart(dates("2025-06*20", "2025-07*4", "1990-03", "2025"), dates("2025-07-01"), words)
    assert drawing(chart).findtext("desc") == said
    assert ElementTree.fromstring(chart.replace(" data-search-exclude", "")).findtext("figcaption") == said


def test_the_dates_are_in_the_language_of_the_page() -> None:
    svg = drawing(times_chart(dates("2025-03", "2025-05"), [], DE))
    labels = [text.text for text in svg.iter("text") if text.get("class") != "key"]
    assert labels == ["Mär 2025", "Apr 2025", "Mai 2025"]


@pytest.mark.parametrize(
    ("counts", "stretches"),
    [
        (
            CheckCounts(31, 7, 2),
            [("bar-found", "0%", "77.5%"), ("bar-unchecked", "77.5%", "95%"), ("bar-unbound", "95%", "100%")],
        ),
        (CheckCounts(3, 0, 0), [("bar-found", "0%", "100%")]),
        (CheckCounts(0, 0, 1), [("bar-unbound", "0%", "100%")]),
    ],
)
def test_a_bar_has_a_stretch_for_each_state(
    counts: CheckCounts, stretches: list[tuple[str, str, str]]
) -> None:
    svg = drawing(checks_chart(counts, EN))
    lines = [(line.get("class"), line.get("x1"), line.get("x2")) for line in svg.iter("line")]
    assert lines == stretches


def test_the_numbers_of_the_bar_stand_in_words_beside_it() -> None:
    chart = checks_chart(CheckCounts(31, 7, 2), DE)
    caption = re.sub(r"<[^>]+>", "", chart.partition("<figcaption>")[2])
    for said in (
        "31 in unseren Kopien gefunden",
        "7 nicht überprüft: keine Kopie",
        "2 keiner Quelle zugeordnet",
    ):
        assert said in (drawing(chart).findtext("desc") or "")
        assert said in caption


def test_several_briefs_are_one_sum() -> None:
    assert CheckCounts.sum([CheckCounts(1, 2, 3), CheckCounts(10, 20, 30)]) == CheckCounts(11, 22, 33)


def drawing(chart: str) -> ElementTree.Element:
    """The drawing of a figure, read as a browser would: with a role, a name, and nothing set by `style`."""
    assert "style=" not in chart
    assert "\n\n" not in chart, "an empty line would end the block of HTML"
    svg = ElementTree.fromstring(chart.replace(" data-search-exclude", "")).find("svg")
    assert svg is not None
    assert svg.get("role") == "img"
    assert svg.findtext("title")
    assert svg.findtext("desc")
    return svg
