"""Ways from page to page in the built site: up, on, by topic, by time; and from one that is not there."""

import shutil
from itertools import pairwise
from pathlib import Path

from tests.repository import run
from tests.site.search.probes import PROJECT
from tests.windows import Windows


def test_from_brief_to_brief_and_up(windows: Windows, address: str) -> None:
    with windows.page(viewport={"width": 390, "height": 844}) as page:
        page.goto(f"{address}briefs/kursk-sappers/")
        more = page.get_by_role("navigation", name="More briefs")
        more.get_by_role("link", name="Brief of the same day").click()  # none of the two is later
        page.wait_for_url(f"{address}briefs/sanctions-workers/")
        page.get_by_role("link", name="Brief of the same day: A thousand sappers for Kursk").click()
        page.wait_for_url(f"{address}briefs/kursk-sappers/")
        page.get_by_role("navigation", name="Up").get_by_role("link").click()
        page.wait_for_url(f"{address}briefs/")


def test_the_ways_of_a_german_brief_are_german(windows: Windows, address: str) -> None:
    with windows.page() as page:
        page.goto(f"{address}briefs/kursk-pioniere/")
        up = page.get_by_role("navigation", name="Nach oben").get_by_role("link")
        assert (up.inner_text(), up.get_attribute("hreflang")) == ("Dossiers", "en")
        bar = page.get_by_role("img", name="Wie die Zitate geprüft wurden")
        assert "in unseren Kopien gefunden" in (bar.locator("desc").text_content() or "")
        page.get_by_role("link", name="Nordkorea", exact=True).click()
        page.wait_for_url(f"{address}topics/nordkorea/")
        assert page.get_by_role("heading", level=1).get_attribute("lang") == "de"


def test_a_drawing_fills_its_column_and_its_letters_keep_their_size(windows: Windows, address: str) -> None:
    sizes = {}
    for width in (390, 1440):
        with windows.page(viewport={"width": width, "height": 900}) as page:
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
    assert min(float(size.removesuffix("px")) for size in sizes.values()) >= 11


def test_paper_keeps_the_states_apart_without_colour(windows: Windows, address: str) -> None:
    with windows.page() as page:
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


def test_a_missing_page_speaks_the_language_of_its_site(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(PROJECT, tmp_path / "project"))
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
