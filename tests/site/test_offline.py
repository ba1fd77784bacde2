"""`briefgen build --offline`: a folder to hand on, opened from a disk, with no server and no network."""

import re
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.repository import run
from tests.site.desk import SAMPLE, copy_desk
from tests.site.visit import broken_links, watched
from tests.sweep import sampled
from tests.windows import Windows

BY_HAND = """\
---
title: By hand
---
# By hand

<p><a href="../briefs/bridge-closure/#river">a brief</a> <a href="../method/">a folder</a>
<a href="../">home</a> <a href="https://example.org/">elsewhere</a>
<img src="../assets/mark.svg" alt="The mark"></p>
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Bridge Desk with a page whose HTML is written by hand, built for a disk."""
    project = copy_desk(tmp_path_factory.mktemp("offline") / "proj ect")
    (project / "docs/by-hand.md").write_text(BY_HAND, encoding="utf-8")
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("not_in_nav: |\n", "not_in_nav: |\n  /by-hand.md\n")
    settings.write_text(f"site_url: https://example.org/research/\n{text}", encoding="utf-8")
    done = run("-m", "briefgen", "build", "--offline", "--root", project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not (project / "site").exists()
    assert settings.read_text("utf-8").count("site_url") == 1
    said = project / "site-offline"
    assert f"site-offline/: open {(said / 'index.html').as_uri()}\n" in done.stdout
    return said


def offline(windows: Windows, width: int = 1440) -> AbstractContextManager[Page]:
    return windows.page(offline=True, viewport={"width": width, "height": 844})


@pytest.mark.parametrize("place", sampled([place for place in SAMPLE.values() if place != "404.html"], 2))
def test_every_page_opens_from_the_disk(windows: Windows, site: Path, place: str) -> None:
    listing = site / place / "index.html"
    with offline(windows) as page, watched(page) as visit:
        page.goto((listing if listing.is_file() else site / f"{place.rstrip('/')}.html").as_uri())
        assert visit.failed == visit.complaints == []
        assert len(visit.asked) >= 5
        assert {urlsplit(url).scheme for url in visit.asked} <= {"file", "data"}
        assert broken_links(page, f"{site.as_uri()}/", site) == []
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--brief-rule')") != ""
        assert "error" not in page.evaluate("[...document.fonts].map(font => font.status)")


def test_links_written_by_hand_lead_to_files(windows: Windows, site: Path) -> None:
    with offline(windows) as page:
        page.goto((site / "by-hand.html").as_uri())
        links = [link.get_attribute("href") for link in page.locator("article p a").all()]
        assert links == [
            "briefs/bridge-closure.html#river",
            "method/index.html",
            "index.html",
            "https://example.org/",
        ]
        assert page.evaluate("document.querySelector('article img').naturalWidth") > 0
        page.get_by_text("a brief").click()
        assert page.locator(":target").get_attribute("id") == "river"


def test_a_reader_gets_around(windows: Windows, site: Path) -> None:
    with offline(windows) as page, watched(page) as visit:
        page.goto((site / "index.html").as_uri())
        page.locator(".md-tabs").get_by_text("Briefs", exact=True).click()
        page.locator("article a[href='brueckensperrung.html']").first.click()
        page.locator(".footnote-ref").first.click()
        assert str(page.locator(":target").get_attribute("id")).startswith("fn:")
        page.locator(".footnote-backref").first.click()
        page.locator("article .found").first.click()
        page.wait_for_url(re.compile(r"/sources/\w+\.html#q-"))
        page.go_back()
        page.locator(".brief-status a[hreflang=en]").click()
        page.wait_for_url("**/bridge-closure.html")
        assert page.locator("h1").inner_text().startswith("A bridge is closed")
        assert visit.failed == visit.complaints == []


def test_the_palette_is_remembered(windows: Windows, site: Path) -> None:
    with offline(windows) as page:
        page.goto((site / "index.html").as_uri())
        page.get_by_title("Switch to dark").click()
        page.goto((site / "briefs/brueckensperrung.html").as_uri())
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_the_drawer_opens(windows: Windows, site: Path) -> None:
    with offline(windows, width=390) as page:
        page.goto((site / "briefs/brueckensperrung.html").as_uri())
        page.locator(".md-header [for=__drawer]").click()
        page.locator(".md-nav--primary").get_by_text("Quellen", exact=True).click()
        page.wait_for_url("**/sources/index.html")


def test_no_box_is_shown_for_a_search_that_cannot_work(windows: Windows, site: Path) -> None:
    with offline(windows) as page:
        page.goto((site / "index.html").as_uri())
        assert page.locator("input.md-search__input, [data-md-component=search]").count() == 0


def test_nothing_lies_there_that_only_a_server_could_use(site: Path) -> None:
    for name in ("404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json"):
        assert not (site / name).exists()
    assert "canonical" not in (site / "briefs/brueckensperrung.html").read_text("utf-8")
