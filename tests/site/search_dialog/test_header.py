"""The box in the header: it takes the place of the theme's, and loads nothing before a reader searches."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import serve
from tests.site.search_dialog.dialog import Dialog, requests_of
from tests.site.visit import settle
from tests.sweep import sampled

SHIFTS = """new PerformanceObserver(list => {
    for (const entry of list.getEntries()) window.shift = (window.shift ?? 0) + entry.value;
}).observe({ type: "layout-shift", buffered: true })"""
BOX = "element => JSON.stringify(element.getBoundingClientRect())"
BESIDE = ".md-header__title, [data-md-component=palette]"


def test_nothing_of_a_search_is_loaded_before_a_reader_searches(page: Page, root: str) -> None:
    asked = requests_of(page)
    page.goto(f"{root}treaty/")
    settle(page)
    assert [path for path in asked if "search" in path or "pagefind" in path] == []

    dialog = Dialog(page).open()
    page.locator(".search-hint").wait_for()
    assert [path for path in asked if "search" in path or "pagefind" in path] == ["/assets/search.js"]

    dialog.look_for("ministry")
    assert "/pagefind/pagefind.js" in asked
    assert not [path for path in asked if "search_index" in path or "workers/search" in path]


@pytest.mark.parametrize("width", sampled([390, 800, 1440], 2))
def test_it_stands_where_the_themes_search_stood(
    chromium: Browser, plain_site: Path, root: str, width: int
) -> None:
    with (
        chromium.new_context(viewport={"width": width, "height": 900}) as context,
        serve(plain_site) as plain,
    ):
        theirs, ours = context.new_page(), context.new_page()
        ours.add_init_script(SHIFTS)
        theirs.goto(f"{plain}treaty/")
        ours.goto(f"{root}treaty/")
        before = [element.evaluate(BOX) for element in theirs.locator(BESIDE).all()]
        after = [element.evaluate(BOX) for element in ours.locator(BESIDE).all()]
        assert before == after
        here = ".md-search__form" if width >= 960 else ".md-header__button[for=__search]"
        there = ".search-open" if width >= 960 else ".search-open-icon"
        assert ours.locator(there).evaluate(BOX) == theirs.locator(here).evaluate(BOX)
        ours.keyboard.press("/")
        ours.get_by_role("searchbox").wait_for()
        ours.keyboard.press("Escape")
        assert ours.evaluate("window.shift ?? 0") == 0


@pytest.mark.parametrize("width", [390, 1440])
def test_the_button_opens_the_dialog(page: Page, root: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(root)
    page.get_by_role("banner").get_by_role("button", name="Search").click()
    expect(Dialog(page).field).to_be_focused()


def test_without_an_index_the_themes_own_search_works(chromium: Browser, plain_site: Path) -> None:
    with serve(plain_site) as plain, chromium.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.goto(plain)
        page.locator("input.md-search__input").click()
        page.locator("input.md-search__input").press_sequentially("ministry")
        page.locator(".md-search-result__link").first.wait_for()
        assert page.locator("dialog.search").count() == 0


def test_it_speaks_the_pages_language(page: Page, root: str) -> None:
    page.goto(f"{root}haus/")
    dialog = Dialog(page).look_for("Regierung")
    assert dialog.element.get_attribute("aria-label") == "Suche"
    assert dialog.status == "1 Treffer"
    assert page.locator(".search-about").all_inner_texts() == ["Dossier\n29. Februar 2024"]
    page.goto(f"{root}treaty/")
    dialog = Dialog(page).look_for("Regierung")
    assert dialog.status == "1 result"
    assert page.locator(".search-about").all_inner_texts() == ["Brief\n29 February 2024\nGerman"]
