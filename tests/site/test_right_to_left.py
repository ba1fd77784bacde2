"""A Hebrew brief (`golden/right-to-left`), read from right to left; briefgen has no words of its language."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator

from tests.browser import serve
from tests.repository import ROOT, run
from tests.site.page_types import WIDTHS
from tests.site.test_accessibility import violations

GOLDEN = ROOT / "tests" / "golden"


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the brief in its built site."""
    project = tmp_path_factory.mktemp("right-to-left") / "project"
    for layer in ("_base", "right-to-left"):
        shutil.copytree(
            GOLDEN / layer, project, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected")
        )
    done = run("-m", "briefgen", "build", "--strict", "--root", project)
    assert done.returncode == 0, done.stdout + done.stderr
    with serve(Path(project / "site")) as root:
        yield root + "briefs/brief/"


def left(place: Locator) -> float:
    box = place.first.bounding_box()
    assert box is not None
    return box["x"]


def right(place: Locator) -> float:
    box = place.first.bounding_box()
    assert box is not None
    return box["x"] + box["width"]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_is_mirrored(chromium: Browser, brief: str, width: int) -> None:
    with chromium.new_page(
        viewport={"width": width, "height": WIDTHS[width]}, reduced_motion="reduce"
    ) as page:
        page.goto(brief)
        assert page.locator("html").get_attribute("lang") == "he"
        assert page.locator("body").get_attribute("dir") == "rtl"
        assert page.evaluate("document.scrollingElement.scrollWidth") == width

        box = page.locator(".correction")
        quotation = box.locator("blockquote")
        assert box.evaluate("e => getComputedStyle(e).borderRightWidth") == "4px"
        assert box.evaluate("e => getComputedStyle(e).borderLeftWidth") == "0px"
        # A quotation in English runs from left to right, the finding below it does not.
        assert quotation.evaluate("e => getComputedStyle(e).direction") == "ltr"
        assert box.locator("> p").last.evaluate("e => getComputedStyle(e).direction") == "rtl"

        search = page.locator(".search-open, .search-open-icon").locator("visible=true")
        if width == 1440:
            assert left(page.locator(".md-logo:visible")) > right(search)
            assert right(page.locator(".md-sidebar--secondary")) < left(page.locator("article"))
        else:
            menu = page.locator("button[for=__drawer]")
            assert left(menu) > right(search)
            menu.click()
            assert right(page.locator(".md-sidebar--primary")) == width
            assert left(page.locator(".brief-close")) < left(page.locator(".md-nav__title .md-logo"))


def test_names_of_the_site_are_in_the_language_of_the_page(chromium: Browser, brief: str) -> None:
    with chromium.new_page(viewport={"width": 1440, "height": 900}) as page:
        page.goto(brief)
        assert page.locator(".md-tabs__link").all_inner_texts() == ["בית", "תקצירים", "מקורות", "More"]
        assert page.title() == "הגשר על הנהר - שולחן הבדיקה"


def test_axe_finds_nothing(chromium: Browser, brief: str) -> None:
    with chromium.new_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce") as page:
        page.goto(brief)
        assert violations(page) == []
