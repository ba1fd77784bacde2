"""What authors say happened when: in the order of time, at its place on the page, drawn, and once."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.bibliography.date_words import format_date
from briefgen.bibliography.dates import read_date
from briefgen.catalogue import words_for
from briefgen.model.event import Event
from briefgen.model.layout import pages
from briefgen.model.page import Page
from briefgen.model.workspace import VerifiedCorpus
from briefgen.render import render_site
from briefgen.render.charts.events import events_chart
from briefgen.render.events import events_of, in_time, reach
from briefgen.render.lists.events import events_pages
from briefgen.text import TextFile
from briefgen.verify.sections import sections_of
from tests.render.test_ways import corpus

EN = words_for("en")
DAY = "date: 2025-01-01"
TEXT = """\
[It closes]{.event date=2025-05-05}, and [the ferry begins]{.event date=2025-05-05}. It [was *opened*
]{.event date=1911-02}, or so, and [older]{.event date=-0349 title="A  first bridge"} ones were
[there]{.event date=19XX}.

| When | What |
| --- | --- |
| May | [It opens again]{.event date=2025-05-06/..} |

::: {.event date=2025~}
A year of closures. So it was.
:::

::: {.event #fair date=2025-05-01/2025-05-04 title="The fair"}
It was held.
:::

- In a list

  ::: {.event date=2024-22}
  A summer.
  :::
"""
IN_TIME = [
    ("-0349", "A first bridge"),
    ("1900/1999", "there"),
    ("1911-02", "was opened"),
    ("2024", "A summer"),
    ("2025", "A year of closures"),
    ("2025-05-01/2025-05-04", "The fair"),
    ("2025-05-05", "It closes"),
    ("2025-05-05", "the ferry begins"),
    ("2025-05-06/", "It opens again"),
]


def site(whole: VerifiedCorpus) -> dict[str, str]:
    found: tuple[Page, ...] = render_site(whole, None).value
    return {page.path: page.text for page in found}


def test_they_are_in_the_order_of_time_wherever_they_stand() -> None:
    (brief,) = corpus(DAY, text=TEXT).briefs
    assert [(event.date.iso(), event.words) for event in events_of(brief)] == IN_TIME


def test_the_list_of_a_brief_leads_to_each_of_them() -> None:
    page = site(corpus(DAY, text=TEXT))["briefs/b0000.md"]
    text, _, part = page.partition("## What happened when")
    listed = re.findall(
        r'^1\.  <span class="event-day">([^<]*)</span> \[([^]]*)\]\(#([^)]*)\)', part, re.MULTILINE
    )
    assert [words for _, words, _ in listed] == [words for _, words in IN_TIME]
    assert [day for day, _, _ in listed][:5] == [
        "350 BCE",
        "1900–1999",
        "February 1911",
        "Summer 2024",
        "c. 2025",
    ]
    places = [place for _, _, place in listed]
    assert "fair" in places
    assert len(set(places)) == len(places)
    for place in places:
        assert len(re.findall(rf"[\"' ]id=[\"']{place}[\"']|#{place} ", text)) == 1, place


def test_a_box_says_its_day() -> None:
    page = site(corpus(DAY, text=TEXT))["briefs/b0000.md"]
    assert '<p class="box-kind">Event · c. 2025</p>' in page
    assert '<p class="box-kind">Event · 1–4 May 2025</p>' in page


def test_one_event_alone_is_told_by_the_text() -> None:
    pages_ = site(corpus(DAY, text="[It closes]{.event date=2025-05-05}."))
    assert EN.events.of_brief not in pages_["briefs/b0000.md"]
    assert "(../briefs/b0000.md#event-2025-05-05)" in pages_[pages.EVENTS]


def test_a_site_without_events_has_no_page_of_them() -> None:
    ours = site(corpus(DAY))
    assert pages.EVENTS not in ours
    assert EN.events.to_events not in ours[pages.TIMELINE]
    assert EN.events.to_events in site(corpus(DAY, text=TEXT))[pages.TIMELINE]


def test_what_several_briefs_tell_stands_there_once() -> None:
    whole = corpus(DAY, "date: 2025-01-02", text="[It closes]{.event date=2025-05-05}.")
    (page,) = events_pages(whole.briefs, EN, "en")
    (line,) = re.findall(r"^-   .*", page.text, re.MULTILINE)
    assert line.count("[It closes]") == 1
    assert "[Brief 0](../briefs/b0000.md#event-2025-05-05)" in line
    assert "[Brief 1](../briefs/b0001.md#event-2025-05-05)" in line


@pytest.mark.parametrize(("lang", "slug"), [("en", "b0000"), ("de", "b0001"), ("fr", "b0000")])
def test_of_translations_the_readers_language_stands_there(lang: str, slug: str) -> None:
    """And what was translated, where none is in it."""
    fronts = (f"{DAY}\nlang: en", f"{DAY}\nlang: de\ntranslation_of: b0000")
    whole = corpus(*fronts, text="[It closes]{.event date=2025-05-05}.")
    (page,) = events_pages(whole.briefs, words_for(lang), lang)
    assert re.findall(r"briefs/(b\d+)\.md", page.text) == [slug]


def test_drafts_and_withdrawn_briefs_tell_nothing() -> None:
    fronts = (f"{DAY}\nstatus: draft", f"{DAY}\nstatus: withdrawn")
    assert events_pages(corpus(*fronts, text=TEXT).briefs, EN, "en") == ()


def test_long_lists_have_a_page_for_each_year_the_earliest_first() -> None:
    made = events_pages(corpus(DAY, text=TEXT).briefs, EN, "en", most=4)
    parts = ("-0349", "1900", "1911", "2024", "2025", "2025-05")
    assert [page.path for page in made] == [pages.EVENTS, *(f"timeline/events/{part}.md" for part in parts)]
    first = made[0].text
    assert first.index("events/-0349.md") < first.index("events/1911.md") < first.index("events/2024.md")
    assert "[350 BCE](events/-0349.md)" in first
    listed = [
        words for page in made[1:] for words in re.findall(r"^-   .*?\[([^]]*)\]", page.text, re.MULTILINE)
    ]
    assert sorted(listed) == sorted(words for _, words in IN_TIME)


def test_words_of_authors_are_text_there() -> None:
    text = '[x]{.event date=2025 title="<b>*a* \\"q\\"</b>"} [y]{.event date=2026}'
    ours = site(corpus(DAY, text=text))
    for path in (pages.EVENTS, "briefs/b0000.md"):
        assert "<b>" not in ours[path].partition("---\n\n")[2]


DATES = st.one_of(
    st.dates().map(str),
    st.integers(-3000, 3000).map(lambda year: f"{year:05d}" if year < 0 else f"{year:04d}"),
    st.dates().map(lambda day: str(day)[:7]),
    st.integers(1000, 2999).flatmap(
        lambda year: st.sampled_from([f"{year}~", f"{year}?", f"{year}/..", f"../{year}", f"{year}-23"])
    ),
    st.tuples(st.dates(), st.dates()).map(lambda pair: "/".join(map(str, sorted(pair)))),
)
NOWHERE = TextFile("sources/b.md", "").span(0, 0)


@given(st.lists(DATES, min_size=1, max_size=40), st.booleans())
def test_a_drawing_has_a_mark_for_each_in_its_bounds_and_in_order(dates: list[str], numbered: bool) -> None:
    read = [found.value for date in dates if (found := read_date(date))]
    events = sorted((Event(date, f"It {n}", "p", NOWHERE) for n, date in enumerate(read)), key=in_time)
    drawn = ElementTree.fromstring(
        re.sub(r"<figure[^>]*>", "<figure>", events_chart(events, EN, numbered=numbered))
    )
    marks = drawn.findall("svg/g")
    titles = [f"{format_date(event.date, 'en')}: {event.words}" for event in events]
    assert [mark.findtext(".//title") for mark in marks] == titles
    height = float(drawn.find("svg").attrib["height"])  # type: ignore[union-attr]  # there is one
    before = 0.0
    for event, mark in zip(events, marks, strict=True):
        shape = mark[0]
        across = float((shape.get("cx") or shape.get("x") or "").removesuffix("%"))
        if reach(event.date)[0] is not None:  # what is open runs from the edge
            assert before <= across + 0.01
            before = across
        wide = float(shape.get("width", "0%").removesuffix("%"))
        assert across >= 0
        assert across + wide <= 101.01
        assert 0 <= float(shape.get("cy") or shape.get("y") or "") <= height


def test_to_change_a_day_is_to_change_what_was_published() -> None:
    """The guard of what was published compares what sections say: the day of an event with it."""

    def said(text: str) -> list[str]:
        (brief,) = corpus(DAY, text=text).briefs
        return [section.said.text for section in sections_of(brief.resolved)]

    for text in ("[It closes]{.event date=2025-05-05}.", "::: {.event date=2025-05-05}\nIt closes.\n:::"):
        assert said(text) != said(text.replace("05-05", "05-06"))
        assert any("(2025-05-05)" in one for one in said(text))
