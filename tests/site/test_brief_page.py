"""The Kursk brief as its readers meet it, in Chromium."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.site.page_types import PAIR, SCHEMES, WIDTHS, Scheme
from tests.site.visit import overflow
from tests.sweep import sampled
from tests.windows import Windows

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


class Shelf:
    """Pages that are opened once for all tests that only look."""

    def __init__(self, windows: Windows, address: str, until: ExitStack) -> None:
        self._windows, self._address, self._until = windows, address, until
        self._pages: dict[tuple[str, int, Scheme], Page] = {}

    def page(self, brief: str, width: int = 1440, scheme: Scheme = "light") -> Page:
        look = (brief, width, scheme)
        if look not in self._pages:
            self._pages[look] = self._until.enter_context(
                opened(self._windows, self._address + brief, width, scheme)
            )
        return self._pages[look]


@pytest.fixture(scope="module")
def shelf(windows: Windows, address: str) -> Iterator[Shelf]:
    with ExitStack() as until:
        yield Shelf(windows, address, until)


@contextmanager
def opened(windows: Windows, address: str, width: int = 1440, scheme: Scheme = "light") -> Iterator[Page]:
    with windows.page(viewport={"width": width, "height": WIDTHS[width]}, color_scheme=scheme) as page:
        page.goto(address)
        yield page


@pytest.mark.parametrize(
    ("brief", "width", "scheme"),
    sampled([(brief, *look) for look in PAIR for brief in BRIEFS], 3),  # both briefs, and both looks
)
def test_everything_is_shown(windows: Windows, address: str, brief: str, width: int, scheme: Scheme) -> None:
    with opened(windows, address + brief, width, scheme) as page:
        assert page.locator(".footnote li:visible").count() >= 40
        assert page.locator(".admonition.context:visible").count() >= 4
        assert page.locator(".admonition.correction:visible").count() == 8
        assert page.locator(".wrong li:visible").count() == 8
        boxes = " ".join(page.locator(".admonition.correction").all_inner_texts())
        for passage in CORRECTED:
            assert passage in boxes
        assert overflow(page) == 0
        background = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (lightness(background) > 0.5) is (scheme == "light")


ONLY_ON_SCREEN = ".footnote-backref, .cited-at, .cite-as, .exports, .brief-bar"
"""What leads back, is copied or taken along: nothing for paper."""


@pytest.mark.parametrize("brief", sampled(BRIEFS, 2))
def test_print_loses_nothing(shelf: Shelf, brief: str) -> None:
    page = shelf.page(brief)
    page.emulate_media(media="screen")
    on_screen = len(page.locator("article").inner_text().split())
    for part in page.locator(ONLY_ON_SCREEN).all():
        on_screen -= len(part.inner_text().split())
    page.emulate_media(media="print")
    assert page.locator(".md-header:visible, .md-sidebar:visible").count() == 0
    assert page.locator(".admonition.correction:visible").count() == 8
    assert len(page.locator("article").inner_text().split()) >= on_screen * 0.97
    page.emulate_media(media="screen")


def test_the_status_line_and_card_say_what_the_brief_is_about(shelf: Shelf) -> None:
    page = shelf.page(BRIEFS[0])
    status = page.locator(".brief-status").inner_text()
    for said in (
        "Chas Pravdy, 17 June 2025",
        "Published",
        "Version 1.0",
        "20 January 2026",
        "min read",
        "Deutsch",
    ):
        assert said.lower() in status.lower()
    card = page.locator(".work-card").first.inner_text()
    for said in ("Chas Pravdy", "17 June 2025", "9ff297e7098f", "the text ends in a bare “Source”"):
        assert said in card


def test_a_phone_shows_first_whose_report_is_wrong_and_where(windows: Windows, address: str) -> None:
    """Title, standfirst, report and checks on the first screen, the corrections within three, and a way to
    them from anywhere."""
    with opened(windows, address + BRIEFS[0], 390) as page:
        screen = WIDTHS[390]
        for said in ("h1", ".standfirst", ".brief-status .examined", ".brief-status .checks"):
            expect(page.locator(said)).to_be_in_viewport(ratio=1)
        last = page.locator(".wrong li").last.bounding_box()
        assert last is not None
        assert last["y"] + last["height"] <= 3 * screen
        badge = page.locator(".wrong .verdict").first
        badge.hover()
        expect(page.locator(".note-panel")).to_contain_text("False: The passage states something")
        page.locator("#how-checked").scroll_into_view_if_needed()
        page.get_by_role("link", name="8 corrections").click()
        expect(page.locator("#what-is-wrong")).to_be_in_viewport()


def test_the_first_lines_say_what_was_checked(windows: Windows, address: str) -> None:
    said = {
        BRIEFS[0]: "31 quotations found in our copies · 7 not checked: no copy",
        BRIEFS[1]: "31 Zitate in unseren Kopien gefunden · 5 nicht überprüft: keine Kopie",
    }
    for brief, words in said.items():
        with opened(windows, address + brief, 390) as page:
            line = page.locator(".brief-status").get_by_role("link", name=words)
            expect(line).to_be_in_viewport()
            line.click()
            part = page.locator("h2#how-checked")
            expect(part).to_be_in_viewport()
            assert page.get_by_role("img", name=re.compile("^(How the|Wie die)")).count() == 1


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_that_were_not_looked_up_look_it(
    shelf: Shelf, scheme: Scheme, media: Literal["screen", "print"]
) -> None:
    """By a line and a sign, not by a colour; the sign leads to where the source's page has the words."""
    page = shelf.page(BRIEFS[0], scheme=scheme)
    page.emulate_media(media=media)
    inline = page.locator("article > :not(.footnote) span.quotation.unchecked")
    blocks = page.locator("div.quotation.unchecked")
    assert inline.count() >= 3
    assert blocks.count() >= 1
    for words in inline.all():
        expect(words).to_have_css("text-decoration-style", "dotted")
        assert words.locator("xpath=following-sibling::*[1]").inner_text() == "○"
    for block in blocks.all():
        expect(block.locator("blockquote")).to_have_css("border-inline-start-style", "dotted")
        assert "○ not checked: no copy" in block.inner_text()
    found = page.locator("span.quotation:has(+ .found)")
    expect(found.first).to_have_css("text-decoration-line", "none")
    page.emulate_media(media="screen")


def test_the_sign_of_unchecked_words_leads_to_them(windows: Windows, address: str) -> None:
    with opened(windows, address + BRIEFS[0]) as page:
        words = page.locator("article > :not(.footnote) span.quotation.unchecked").first
        quoted = words.inner_text().strip("“”")
        words.locator("xpath=following-sibling::*[1]").click()
        page.wait_for_url(re.compile(r"sources/\w+/#not-checked$"))
        expect(page.locator(":target")).to_have_text(re.compile("Quoted, not checked"))
        listed = page.locator(".passage.unchecked blockquote").all_inner_texts()
        assert quoted in [" ".join(text.split()) for text in listed]


def test_each_language_has_its_own_words(shelf: Shelf) -> None:
    page = shelf.page(BRIEFS[1])
    assert page.locator("html").get_attribute("lang") == "de"
    headings = page.locator("article h2").all_inner_texts()
    for said in ("Fußnoten", "Quellen", "Wie dies geprüft wurde", "Errata und Fassungen"):
        assert any(said in heading for heading in headings)
    assert "20. Januar 2026" in page.locator(".brief-status").inner_text()
    alternates = page.locator("link[rel~=alternate][hreflang]")
    assert sorted(str(link.get_attribute("hreflang")) for link in alternates.all()) == ["de", "en"]


def test_a_quotation_leads_to_its_passage(windows: Windows, address: str) -> None:
    with opened(windows, address + BRIEFS[0]) as page:
        marks = page.locator(".admonition:has(#capital) .found")
        assert marks.count() >= 1
        marks.first.click()
        page.wait_for_url(re.compile(r"sources/chaspravdy2025article/#q-\d+-\d+$"))
        passage = page.locator(":target")
        assert "südkoreanischen Hauptstadt Pjöngjang" in passage.locator("mark").inner_text()
        assert "Damals diskutierten die Parteien" in passage.inner_text()


def test_a_marked_passage_leads_to_its_correction(shelf: Shelf) -> None:
    page = shelf.page(BRIEFS[0])
    marked = page.locator("article a mark")
    assert marked.count() >= 1
    target = marked.first.locator("xpath=..").get_attribute("href")
    assert target is not None
    assert target.startswith("#")
    assert page.locator(target).count() == 1


def test_machines_read_a_report(shelf: Shelf) -> None:
    page = shelf.page(BRIEFS[0])
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


def lightness(colour: str) -> float:
    """From 0, black, to 1, white."""
    red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
    return (red + green + blue) / 765
