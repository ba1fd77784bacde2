"""With JavaScript off nothing is lost but comfort, and nothing is offered that does not work."""

from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.site.page_types import PAGE_TYPES, WIDTHS
from tests.site.visit import broken_links
from tests.sweep import SWEEP, sampled
from tests.windows import Windows

DEAD = """() => [...document.querySelectorAll("button, input, select, textarea, label[for], [role=button]")]
    .filter(element => element.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .filter(element => !/^__(drawer|nav_|toc)/.test(element.htmlFor ?? element.id))
    .map(element => element.outerHTML.slice(0, 120))"""
"""The controls that are shown, but for the drawer and its parts, which style sheets open and close."""


@pytest.mark.parametrize(
    ("name", "width"),
    sampled([("brief-de", 390), ("brief-de", 1440), ("brief-en", 390), ("brief-en", 1440)], 3),
)
def test_all_of_a_brief_is_there(windows: Windows, address: str, name: str, width: int) -> None:
    words = []
    for scripts in (True, False):
        with opened(windows, width, scripts=scripts) as page:
            page.goto(address + PAGE_TYPES[name])
            words.append(page.locator("article").inner_text().split())
            assert page.locator(".footnote li:visible").count() >= 40
            assert page.locator(".admonition.correction:visible").count() == 8
            assert page.locator(".wrong li:visible").count() == 8
    assert len(words[0]) > 5000
    assert set(words[0]) - set(words[1]) == set()


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_offered_that_does_not_work(
    windows: Windows, project: Path, address: str, width: int
) -> None:
    """In the suite each page in one of the windows, in the sweep in both."""
    with opened(windows, width) as page:
        places = [*PAGE_TYPES.values()]
        for place in places if SWEEP > 1 else places[[*WIDTHS].index(width) :: len(WIDTHS)]:
            page.goto(address + place)
            assert page.evaluate(DEAD) == [], place
            assert broken_links(page, address, project / "site") == []


def test_with_scripts_the_controls_are_there(windows: Windows, address: str) -> None:
    with opened(windows, 1440, scripts=True) as page:
        page.goto(address)
        assert len(page.evaluate(DEAD)) >= 2


def test_footnotes_and_the_drawer_need_no_script(windows: Windows, address: str) -> None:
    with opened(windows, 390) as page:
        page.goto(address + PAGE_TYPES["brief-de"])
        page.locator(".footnote-ref").first.click()
        assert str(page.locator(":target").get_attribute("id")).startswith("fn:")
        page.locator(":target .footnote-backref").first.click()
        page.evaluate("scrollTo(0, 0)")
        page.locator(".md-header [for=__drawer]").click()
        page.locator(".md-nav--primary").get_by_text("Quellen", exact=True).click()
        page.wait_for_url(f"{address}sources/")


def opened(windows: Windows, width: int, *, scripts: bool = False) -> AbstractContextManager[Page]:
    return windows.page(java_script_enabled=scripts, viewport={"width": width, "height": WIDTHS[width]})
