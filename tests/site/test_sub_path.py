"""A site works below any path of a host: with `site_url` also its page for what is missing."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from tests.browser import serve
from tests.repository import run
from tests.site.desk import PAGES, SAMPLE, copy_desk
from tests.site.visit import broken_links, leaving, watched
from tests.sweep import sampled
from tests.windows import Windows

BELOW = "/research/briefs"
SITE_URL = f"https://example.org{BELOW}/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Bridge Desk, built for a sub-path of a host."""
    project = copy_desk(tmp_path_factory.mktemp("sub-path") / "project")
    settings = project / "mkdocs.yml"
    settings.write_text(f"site_url: {SITE_URL}\n{settings.read_text('utf-8')}", encoding="utf-8")
    done = run("-m", "briefgen", "build", "--root", project)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="module")
def root(site: Path) -> Iterator[str]:
    with serve(site, below=BELOW) as address:
        yield address


@pytest.mark.parametrize("place", sampled(SAMPLE.values(), 2), ids=sampled(SAMPLE, 2))
def test_every_page_finds_everything_below_its_path(
    windows: Windows, site: Path, root: str, place: str
) -> None:
    check(windows, root, place, site)


@pytest.mark.parametrize("name", sampled(["home", "brief-de", "briefs", "work"], 3))
def test_without_site_url_the_same_folder_works_below_any_path(
    windows: Windows, desk: Path, name: str
) -> None:
    with serve(desk / "site", below="/an/other/place") as address:
        check(windows, address, PAGES[name], desk / "site")


@pytest.mark.parametrize("missing", sampled(["gone", "briefs/gone/", "a/very/deep/address.html"], 2))
def test_the_page_for_what_is_missing_looks_right_at_any_depth(
    windows: Windows, site: Path, root: str, missing: str
) -> None:
    with windows.page() as page, watched(page) as visit:
        answer = page.goto(root + missing)
        assert answer is not None
        assert answer.status == 404
        assert visit.failed == [root + missing]
        assert page.locator("h1").inner_text() == "This page is not here"
        assert broken_links(page, root, site) == leaving(page, root) == []
        page.locator(".md-tabs a[href$='briefs/']").click()
        page.wait_for_url(f"{root}briefs/")


def test_a_page_that_is_not_there_leads_on_from_any_depth(windows: Windows, root: str) -> None:
    with windows.page() as page:
        page.goto(f"{root}404.html")
        # A host shows this page at the address that was asked for: what is relative would lead nowhere.
        for element, attribute in (
            ("article a", "href"),
            ("form[role=search]", "action"),
            ("link", "href"),
            ("script", "src"),
        ):
            for found in page.locator(f"{element}[{attribute}]").all():
                written = str(found.get_attribute(attribute))
                assert written.startswith(f"{BELOW}/"), f"{element}: {written}"
                assert page.request.get(urljoin(root, written)).ok, written
        links = [link.get_attribute("href") for link in page.locator("article a").all()]
        assert {f"{BELOW}/topics/", f"{BELOW}/timeline/"} < set(links)
        page.get_by_role("search").get_by_label("Search this site").fill("treaty")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(rf"{BELOW}/(\?q=treaty)?$"))
        expect(page.get_by_role("dialog").get_by_role("searchbox")).to_have_value("treaty")


def test_without_scripts_a_missing_page_has_its_links_and_offers_no_search(
    windows: Windows, root: str
) -> None:
    with windows.page(java_script_enabled=False) as page:
        page.goto(f"{root}404.html")
        assert page.get_by_role("search").filter(has=page.get_by_role("textbox")).count() == 0
        assert page.locator("article a:visible").count() >= 10


def test_machines_are_told_the_addresses_below_the_path(windows: Windows, root: str) -> None:
    with windows.page() as page:
        page.goto(f"{root}briefs/brueckensperrung/")
        scripts = page.locator("script[type='application/ld+json']").all_text_contents()
        said, *reviews = map(json.loads, scripts)
        assert said["url"] == f"{SITE_URL}briefs/brueckensperrung/"
        assert {review["@type"] for review in reviews} == {"ClaimReview"}
        assert all(review["url"].startswith(f"{SITE_URL}briefs/brueckensperrung/#") for review in reviews)
        canonical = page.locator("link[rel=canonical]").get_attribute("href")
        assert canonical == f"{SITE_URL}briefs/brueckensperrung/"
        assert {
            str(link.get_attribute("hreflang")): link.get_attribute("href")
            for link in page.locator("link[hreflang]:not([type])").all()
        } == {
            "de": f"{SITE_URL}briefs/brueckensperrung/",
            "en": f"{SITE_URL}briefs/bridge-closure/",
            "he": f"{SITE_URL}briefs/gesher/",
        }
        feeds = page.locator("link[hreflang][type]").evaluate_all("links => links.map(link => link.href)")
        assert len(feeds) >= 3
        assert all(feed.startswith(root) and page.request.get(feed).ok for feed in feeds)


def check(windows: Windows, address: str, place: str, site: Path) -> None:
    """Open a page: nothing is missing, nothing leads out of the site, and its styles are there."""
    with windows.page() as page, watched(page) as visit:
        page.goto(address + place)
        assert visit.failed == visit.complaints == []
        assert len(visit.asked) >= 5
        assert all(url.startswith(address) for url in visit.asked)
        assert broken_links(page, address, site) == leaving(page, address) == []
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--brief-rule')") != ""
