"""A Hebrew brief of the Bridge Desk, read from right to left; briefgen has no words of its language."""

import pytest
from playwright.sync_api import Locator

from tests.site.desk import PAGES
from tests.site.page_types import WIDTHS
from tests.windows import Windows


@pytest.fixture
def brief(desk_address: str) -> str:
    """The address of the brief in its built site."""
    return desk_address + PAGES["brief-he"]


def left(place: Locator) -> float:
    box = place.first.bounding_box()
    assert box is not None
    return box["x"]


def right(place: Locator) -> float:
    box = place.first.bounding_box()
    assert box is not None
    return box["x"] + box["width"]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_is_mirrored(windows: Windows, brief: str, width: int) -> None:
    with windows.page(viewport={"width": width, "height": WIDTHS[width]}, reduced_motion="reduce") as page:
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
            page.wait_for_function(
                """right => {
                    const menu = document.querySelector(".md-sidebar--primary");
                    return menu.getBoundingClientRect().right === right;
                }""",
                arg=width,
            )
            assert left(page.locator(".brief-close")) < left(page.locator(".md-nav__title .md-logo"))


def test_names_of_the_site_are_in_the_language_of_the_page(windows: Windows, brief: str) -> None:
    with windows.page(viewport={"width": 1440, "height": 900}) as page:
        page.goto(brief)
        assert page.locator(".md-tabs__link").all_inner_texts() == [
            "בית",
            "תקצירים",
            "מקורות",
            "Corrections",
            "Method",
            "Manual",
        ]
        assert page.title() == "הגשר על הנהר - שולחן הבדיקה"
