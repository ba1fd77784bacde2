"""Ways from page to page in the built site: up, on, by topic, by time; and from one that is not there."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser import serve
from tests.repository import copy_project, run
from tests.site.test_brief_page import overflow

PAGES = ("briefs/", "topics/", "topics/russia/", "timeline/", "corrections/", "404.html")
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1440, "dark")])
def test_every_way_is_open_to_everyone(
    chromium: Browser, address: str, path: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(address + path)
    assert overflow(page) == 0
    found = Axe().run(page, options={"runOnly": STANDARDS}).response["violations"]
    assert [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found] == []
    page.close()


def test_from_brief_to_brief_and_up(chromium: Browser, address: str) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{address}briefs/kursk-sappers/")
    page.get_by_role("navigation", name="More briefs").get_by_role("link", name="Later brief").click()
    assert page.url == f"{address}briefs/sanctions-workers/"
    page.get_by_role("link", name="Earlier brief: A thousand sappers for Kursk").click()
    assert page.url == f"{address}briefs/kursk-sappers/"
    page.get_by_role("navigation", name="Up").get_by_role("link").click()
    assert page.url == f"{address}briefs/"
    page.close()


def test_the_ways_of_a_german_brief_are_german(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{address}briefs/kursk-pioniere/")
    up = page.get_by_role("navigation", name="Nach oben").get_by_role("link")
    assert (up.inner_text(), up.get_attribute("hreflang")) == ("Dossiers", "en")
    bar = page.get_by_role("img", name="Wie die Zitate geprüft wurden")
    assert "in einer Sicherung gefunden" in (bar.locator("desc").text_content() or "")
    page.get_by_role("link", name="Nordkorea", exact=True).click()
    assert page.url == f"{address}topics/nordkorea/"
    assert page.get_by_role("heading", level=1).get_attribute("lang") == "de"
    page.close()


def test_a_drawing_fills_its_column_and_its_letters_keep_their_size(chromium: Browser, address: str) -> None:
    sizes = {}
    for width in (390, 1440):
        page = chromium.new_page(viewport={"width": width, "height": 900})
        page.goto(f"{address}timeline/")
        drawing = page.get_by_role("img", name="Sources and briefs by date")
        column = page.locator("article p").first.bounding_box()
        box = drawing.bounding_box()
        assert box
        assert column
        assert abs(box["width"] - column["width"]) <= 1
        labels = [label.bounding_box() for label in drawing.locator("text:not(.key)").all()]
        places = sorted((box["x"], box["x"] + box["width"]) for box in labels if box)
        assert len(places) >= 3
        assert all(end < start for (_, end), (start, _) in pairwise(places)), "dates overlap"
        sizes[width] = drawing.locator("text").first.evaluate("text => getComputedStyle(text).fontSize")
        page.close()
    assert min(float(size.removesuffix("px")) for size in sizes.values()) >= 11


def test_paper_keeps_the_states_apart_without_colour(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{address}briefs/kursk-sappers/")
    page.emulate_media(media="print")
    bar = page.get_by_role("img", name="How the quotations were checked")
    strokes = {
        name: bar.locator(f".{name}").evaluate("line => getComputedStyle(line).strokeDasharray")
        for name in ("bar-found", "bar-unchecked")
    }
    assert bar.is_visible()
    assert len(set(strokes.values())) == 2
    assert page.locator(".checks figcaption").is_visible()
    page.close()


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site as it is when it has only a part of its host: the address of that part."""
    folder = copy_project(tmp_path_factory.mktemp("below") / "project")
    settings = folder / "mkdocs.yml"
    said = "site_url: https://example.org/research/briefs/\n"
    settings.write_text(said + settings.read_text(encoding="utf-8"), encoding="utf-8")
    done = run("-m", "briefgen", "build", "--strict", "--root", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    host = tmp_path_factory.mktemp("host")
    (host / "research").mkdir()
    (folder / "site").rename(host / "research" / "briefs")
    with serve(host) as root:
        yield f"{root}research/briefs/"


def test_a_page_that_is_not_there_leads_on_from_any_depth(chromium: Browser, below: str) -> None:
    page = chromium.new_page()
    page.goto(f"{below}404.html")
    # A host shows this page at the address that was asked for: what is relative would lead nowhere.
    for element, attribute in (
        ("article a", "href"),
        ("form[role=search]", "action"),
        ("link", "href"),
        ("script", "src"),
    ):
        for found in page.locator(f"{element}[{attribute}]").all():
            written = str(found.get_attribute(attribute))
            assert written.startswith("/research/briefs/"), f"{element}: {written}"
            assert page.request.get(urljoin(below, written)).ok, written
    links = [link.get_attribute("href") for link in page.locator("article a").all()]
    assert {"/research/briefs/topics/", "/research/briefs/timeline/"} < set(links)
    page.get_by_role("search").get_by_label("Search this site").fill("treaty")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/research/briefs/(\?q=treaty)?$"))
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_have_value("treaty")
    page.close()


def test_without_scripts_a_missing_page_has_its_links_and_offers_no_search(
    chromium: Browser, below: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{below}404.html")
    assert page.get_by_role("search").filter(has=page.get_by_role("textbox")).count() == 0
    assert page.locator("article a:visible").count() >= 10
    context.close()


def test_a_missing_page_speaks_the_language_of_its_site(tmp_path: Path) -> None:
    folder = copy_project(tmp_path / "project")
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("  language: en\n", "  language: de\n")
    settings.write_text(text, encoding="utf-8")
    done = run("-m", "briefgen", "build", "--root", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (folder / "site" / "404.html").read_text(encoding="utf-8")
    assert "<h1>Diese Seite gibt es hier nicht</h1>" in page
    assert "<title>Diese Seite gibt es hier nicht - " in page
    topics = (folder / "site" / "topics" / "index.html").read_text(encoding="utf-8")
    assert "Wovon die Dossiers handeln." in topics
    assert "<form" in (folder / "site" / "briefs" / "index.html").read_text(encoding="utf-8")
