"""Keyboard alone: everything on a page is reached, seen, opened and closed again."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.site.desk import PAGES
from tests.site.page_types import WIDTHS
from tests.sweep import sampled
from tests.windows import Windows

BRIEF = PAGES["brief-en"]
TABLES = PAGES["manual-tables"]
SHORT = PAGES["brief-de"]
"""A brief with everything a brief has, and fewer stops."""

FOCUSED = """async () => {
    const element = document.activeElement;
    if (element === document.body) return null;
    // A hidden radio button is seen by its label.
    const seen = element.matches(".md-option") ? element.nextElementSibling : element;
    const isShown = () => seen.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    // Some things open when they get the focus.
    for (let frame = 0; frame < 30 && !isShown(); frame++) await new Promise(requestAnimationFrame);
    // The theme's way to the top hides while the page moves, and gives the focus back.
    if (document.activeElement !== element) return { left: element.className };
    // A link may be broken over two lines, a table be taller than the window: a part that is on the screen.
    const box = seen.getClientRects()[0] ?? seen.getBoundingClientRect();
    const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
    const x = middle(box.left, box.right, innerWidth);
    const y = middle(box.top, box.bottom, innerHeight);
    const hit = document.elementFromPoint(x, y);
    const style = getComputedStyle(seen);
    return {
        is: element.outerHTML.slice(0, 120),
        area: (element.closest(".md-tabs, .md-sidebar, .md-header, article") || element).className,
        shown: box.width * box.height > 0 && isShown(),
        clear: hit !== null && (hit.contains(seen) || seen.contains(hit)),
        ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        field: element.matches("input:not([type=radio])"),
        named: (element.getAttribute("aria-label") || element.title || element.textContent).trim() !== "",
    };
}"""


@contextmanager
def window(windows: Windows, width: int) -> Iterator[Page]:
    """A page without motion: what moves in is there at once."""
    size = ViewportSize(width=width, height=WIDTHS[width])
    with windows.page(viewport=size, reduced_motion="reduce") as page:
        yield page


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, windows: Windows) -> Iterator[Page]:
    """A page in a window of each width."""
    with window(windows, request.param) as page:
        yield page


def focused_is(page: Page, selector: str) -> bool:
    return bool(page.evaluate("selector => document.activeElement.matches(selector)", selector))


def until_focused(page: Page, selector: str) -> None:
    """Wait until what is meant has the focus: a script that gives it may need a moment."""
    page.wait_for_function("selector => document.activeElement.matches(selector)", arg=selector)


def tab_until(page: Page, selector: str, at_most: int = 60) -> None:
    for _ in range(at_most):
        page.keyboard.press("Tab")
        if focused_is(page, selector):
            return
    pytest.fail(f"{at_most} times Tab did not lead to {selector}")


@pytest.mark.parametrize(
    ("width", "path"),
    sampled(product(WIDTHS, (SHORT, TABLES)), 3),  # both windows, and both pages
)
def test_every_stop_is_seen(windows: Windows, desk_address: str, width: int, path: str) -> None:
    """Each has a ring of two pixels and a name, and nothing lies over it; what is hidden is no stop."""
    with window(windows, width) as page:
        page.goto(desk_address + path)
        is_wide = width == 1440
        areas: set[str] = set()
        stops = 0
        while (stop := step(page)) is not None:
            assert stop["shown"], stop
            assert stop["clear"], stop
            assert stop["ring"] or stop["field"], stop
            assert stop["named"], stop
            areas |= set(str(stop["area"]).split())
            stops += 1
            assert stops < 1000
        assert stops > 10
        assert {"md-skip", "md-header", "md-content__inner"} <= areas
        assert ({"md-tabs", "md-sidebar--secondary"} <= areas) is is_wide
        assert ("md-sidebar--primary" in areas) is (is_wide and path != SHORT)


def step(page: Page) -> dict[str, object] | None:
    """The next stop that keeps the focus; None behind the last one, where the first one comes again."""
    is_behind = False
    for _ in range(4):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None:  # or a stop gave the focus back before it was looked at
            is_behind = True
            continue
        assert isinstance(found, dict)
        if "left" not in found:
            return None if is_behind and focused_is(page, ".md-skip") else found
        assert "md-top" in str(found["left"]), found
    pytest.fail("no stop kept the focus, four times in a row")


def test_the_first_stop_skips_to_the_text(page: Page, desk_address: str) -> None:
    page.goto(desk_address + BRIEF)
    page.keyboard.press("Tab")
    until_focused(page, ".md-skip")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    until_focused(page, "article *")


def test_the_colours_are_switched(page: Page, desk_address: str) -> None:
    page.goto(desk_address + BRIEF)
    tab_until(page, "[data-md-component=palette] *")
    for scheme in ("slate", "default"):
        page.keyboard.press("Enter")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
        until_focused(page, "[data-md-component=palette] *")


def test_a_note_is_reached_and_left(page: Page, desk_address: str) -> None:
    page.goto(desk_address + BRIEF)
    mark = page.locator(".footnote-ref").first
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".footnote li:target")).to_have_count(1)
    tab_until(page, ".footnote li:target .footnote-backref")
    page.keyboard.press("Enter")
    expect(page.locator(":target .footnote-ref")).to_have_count(1)
    page.keyboard.press("Tab")
    until_focused(page, "article :not(.footnote *)")


def test_the_contents_lead_to_the_sections(windows: Windows, desk_address: str) -> None:
    with windows.page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce") as page:
        page.goto(desk_address + BRIEF)
        link = page.locator(".md-sidebar--secondary .md-nav__link").nth(5)
        target = str(link.get_attribute("href"))
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_function(  # below the header, and near it
            """id => {
                const { y } = document.querySelector(id).getBoundingClientRect();
                return 48 <= y && y < 120;
            }""",
            arg=target,
        )
        page.keyboard.press("Tab")
        until_focused(page, f"{target} *, {target} ~ * *")


def test_the_menu_of_a_phone_is_opened_walked_and_closed(windows: Windows, desk_address: str) -> None:
    with windows.page(viewport={"width": 390, "height": 844}, reduced_motion="reduce") as page:
        page.goto(desk_address + BRIEF)
        tab_until(page, "button[for=__drawer]")
        assert page.get_by_role("button", name="Menu", expanded=False).is_visible()

        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Menu", expanded=True, include_hidden=True)).to_have_count(1)
        until_focused(page, ".brief-close")
        tab_until(page, "button.md-nav__link")  # a section: Briefs
        page.keyboard.press("Space")
        until_focused(page, "button.md-nav__title[aria-expanded=true]")
        page.keyboard.press("Tab")
        page.wait_for_function("document.activeElement.textContent.trim() === 'All briefs'")
        for _ in range(10):  # round and round inside, and once through the browser's own controls
            page.keyboard.press("Tab")
            until_focused(page, "body, .md-sidebar--primary *")
        tab_until(page, "button.md-nav__title")
        page.keyboard.press("Enter")
        until_focused(page, "button.md-nav__link[aria-expanded=false]")

        page.keyboard.press("Escape")
        until_focused(page, "button[for=__drawer][aria-expanded=false]")
        page.keyboard.press("Tab")
        assert not focused_is(page, ".md-sidebar--primary *")

        page.get_by_role("button", name="Menu").press("Enter")
        page.keyboard.press("Enter")  # on the cross
        until_focused(page, "button[for=__drawer][aria-expanded=false]")


def test_a_menu_is_closed_when_a_reader_comes_back(windows: Windows, desk_address: str) -> None:
    """A browser keeps the state of the checkbox that opens it."""
    with windows.page(viewport={"width": 390, "height": 844}, reduced_motion="reduce") as page:
        page.goto(desk_address + BRIEF)
        page.get_by_role("button", name="Menu").click()
        expect(page.locator("#__drawer")).to_be_checked()
        page.goto(desk_address)
        page.go_back()
        expect(page.get_by_role("button", name="Menu", expanded=False)).to_be_visible()
        expect(page.locator("#__drawer")).not_to_be_checked()


def test_a_wide_table_is_moved(windows: Windows, desk_address: str) -> None:
    """On a phone it is stacked instead."""
    with windows.page(viewport={"width": 740, "height": 844}, reduced_motion="reduce") as page:
        page.goto(desk_address + TABLES)
        page.add_style_tag(content=".md-content { max-width: 12rem; }")
        tab_until(page, "[role=group].md-typeset__scrollwrap")
        page.keyboard.press("ArrowRight")
        page.wait_for_function("document.activeElement.scrollLeft > 0")
        assert page.evaluate("document.scrollingElement.scrollLeft") == 0


def test_the_menu_comes_without_scripts(windows: Windows, desk_address: str) -> None:
    with windows.page(viewport={"width": 390, "height": 844}, java_script_enabled=False) as page:
        page.goto(desk_address + BRIEF)
        page.locator(".md-sidebar--primary").get_by_role("link", name="Sources", exact=True).focus()
        menu = page.locator(".md-sidebar--primary")
        menu.evaluate("menu => Promise.all(menu.getAnimations().map(one => one.finished))")
        box = menu.bounding_box()
        assert box is not None
        assert box["x"] == 0
