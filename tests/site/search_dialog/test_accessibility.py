"""axe-core finds nothing in the open dialog, in light and dark, on a phone and a desk; it fits and it is calm."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.site.search_dialog.dialog import Dialog


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_in_the_open_dialog(chromium: Browser, root: str, width: int, scheme: str) -> None:
    size = {"width": width, "height": 900}
    with chromium.new_context(viewport=size, color_scheme=scheme, bypass_csp=True) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{root}haus/")
        dialog = Dialog(page).open().wait()
        states = {"hint": axe(page)}
        dialog.look_for("treaty")
        states["results"] = axe(page)
        page.locator(".search summary").click()
        page.get_by_label("Jahr").wait_for()
        page.locator(".search-choice label").first.click()
        expect(page.locator(".search-chip")).to_have_count(1)
        dialog.wait()
        states["filters"] = axe(page)
        assert page.evaluate("document.querySelector('.search-body').scrollWidth <= innerWidth")
        dialog.look_for("qwertz")
        states["nothing"] = axe(page)
        assert states == dict.fromkeys(states, [])


def axe(page: Page) -> list[str]:
    result = Axe().run(page, context=".search", options={"runOnly": _RULES})
    return [
        f"{found['id']}: {node['html']}" for found in result.response["violations"] for node in found["nodes"]
    ]


_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def test_from_right_to_left_everything_is_mirrored(page: Page, root: str) -> None:
    page.goto(f"{root}amal/")
    dialog = Dialog(page).look_for("treaty")
    lens = page.locator(".search-bar > .search-icon").bounding_box()
    close = page.locator(".search-close").bounding_box()
    assert lens and close
    assert lens["x"] > close["x"]
    assert page.locator(".search-places").evaluate("list => getComputedStyle(list).borderRightWidth") != "0px"
    assert dialog.titles


def test_nothing_moves_for_who_wants_no_motion(chromium: Browser, root: str) -> None:
    with chromium.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(root)
        Dialog(page).open().wait()
        page.evaluate("document.querySelector('.search-body').setAttribute('aria-busy', 'true')")
        bar = page.locator(".search-bar")
        assert bar.evaluate("bar => getComputedStyle(bar).animationName") == "none"


def test_no_style_is_written_into_the_page(dialog: Dialog) -> None:
    """A strict Content-Security-Policy allows none."""
    dialog.look_for("treaty")
    assert dialog.page.locator(".search [style], .search[style], .search script").count() == 0
