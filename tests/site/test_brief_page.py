"""The Kursk brief as its readers meet it, in Chromium."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

WIDTHS = {390: 844, 1440: 900}
BRIEFS = ("briefs/kursk-sappers/", "briefs/kursk-pioniere/")

CORRECTED = (
    "Verteidigungsminister der Russischen Föderation, Sergej Schoigu",
    "Militärminister",
    "im Juni dieses Jahres",
    "im November ratifiziert",
    "Unterzeichnung des Abkommens",
    "südkoreanischen Hauptstadt Pjöngjang",
    "Osten Russlands",
    "am 4. Juni statt",
    "fünftausend Bauarbeiter",
)
"""Words of the passages in the eight rows of the fact sheet's list of what must be corrected."""


def open_brief(browser: Browser, address: str, width: int, scheme: Literal["light", "dark"]) -> Page:
    page = browser.new_page(viewport={"width": width, "height": WIDTHS[width]}, color_scheme=scheme)
    page.goto(address)
    return page


@pytest.mark.parametrize("brief", BRIEFS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_everything_is_shown(
    chromium: Browser, address: str, brief: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = open_brief(chromium, address + brief, width, scheme)
    assert page.locator(".footnote li:visible").count() >= 40
    assert page.locator(".admonition.context:visible").count() >= 4
    assert page.locator(".admonition.correction:visible").count() == 8
    rows = page.locator(".wrong tbody tr:visible")
    assert rows.count() == 8
    table = " ".join(rows.all_inner_texts())
    for passage in CORRECTED:
        assert passage in table
    assert overflow(page) == 0
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (lightness(background) > 0.5) is (scheme == "light")
    page.close()


@pytest.mark.parametrize("brief", BRIEFS)
def test_print_loses_nothing(chromium: Browser, address: str, brief: str) -> None:
    page = open_brief(chromium, address + brief, 1440, "light")
    on_screen = len(page.locator("article").inner_text().split())
    page.emulate_media(media="print")
    assert page.locator(".md-header:visible, .md-sidebar:visible").count() == 0
    assert page.locator(".admonition.correction:visible").count() == 8
    assert len(page.locator("article").inner_text().split()) >= on_screen * 0.97
    page.close()


def test_the_status_line_and_card_say_what_the_brief_is_about(chromium: Browser, address: str) -> None:
    page = open_brief(chromium, address + BRIEFS[0], 1440, "light")
    status = page.locator(".brief-status").inner_text()
    for said in ("Published", "Version 1.0", "20 January 2026", "English", "min read", "Deutsch"):
        assert said.lower() in status.lower()
    card = page.locator(".work-card").first.inner_text()
    for said in ("Chas Pravdy", "17 June 2025", "9ff297e7098f", "the text ends in a bare “Source”"):
        assert said in card
    page.close()


def test_each_language_has_its_own_words(chromium: Browser, address: str) -> None:
    page = open_brief(chromium, address + BRIEFS[1], 1440, "light")
    assert page.locator("html").get_attribute("lang") == "de"
    headings = page.locator("article h2").all_inner_texts()
    for said in ("Fußnoten", "Quellen", "Wie dies geprüft wurde", "Errata und Fassungen"):
        assert any(said in heading for heading in headings)
    assert "20. Januar 2026" in page.locator(".brief-status").inner_text()
    alternates = page.locator("link[rel~=alternate][hreflang]")
    assert sorted(str(link.get_attribute("hreflang")) for link in alternates.all()) == ["de", "en"]
    page.close()


def test_a_quotation_leads_to_its_passage(chromium: Browser, address: str) -> None:
    page = open_brief(chromium, address + BRIEFS[0], 1440, "light")
    marks = page.locator("#capital .found")
    assert marks.count() >= 1
    marks.first.click()
    page.wait_for_url(re.compile(r"sources/chaspravdy2025article/#q-\d+-\d+$"))
    passage = page.locator(":target")
    assert "südkoreanischen Hauptstadt Pjöngjang" in passage.locator("mark").inner_text()
    assert "Damals diskutierten die Parteien" in passage.inner_text()
    page.close()


def test_a_marked_passage_leads_to_its_correction(chromium: Browser, address: str) -> None:
    page = open_brief(chromium, address + BRIEFS[0], 1440, "light")
    marked = page.locator("article a mark")
    assert marked.count() >= 1
    target = marked.first.locator("xpath=..").get_attribute("href")
    assert target is not None
    assert target.startswith("#")
    assert page.locator(target).count() == 1
    page.close()


def test_machines_read_a_report(chromium: Browser, address: str) -> None:
    page = open_brief(chromium, address + BRIEFS[0], 1440, "light")
    schema = page.evaluate(
        "JSON.parse(document.querySelector('head script[type=\"application/ld+json\"]').textContent)"
    )
    assert schema["@type"] == "Report"
    assert schema["headline"] == "A thousand sappers for Kursk"
    assert schema["isBasedOn"][0]["datePublished"] == "2025-06-17"
    assert len(schema["citation"]) > 30
    tags = {
        str(tag.get_attribute("name")): tag.get_attribute("content")
        for tag in page.locator("meta[name^=citation_]").all()
    }
    assert tags["citation_title"] == "A thousand sappers for Kursk"
    assert tags["citation_technical_report_institution"]
    page.close()


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    wider = page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
    assert isinstance(wider, int)
    return wider


def lightness(colour: str) -> float:
    """From 0, black, to 1, white."""
    red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
    return (red + green + blue) / 765
