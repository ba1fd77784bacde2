"""axe-core finds nothing in the open dialog, light and dark, on a phone and a desk; it fits."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, ViewportSize

from tests.site.page_types import LOOKS, PAIR, Scheme
from tests.site.search_dialog.dialog import Dialog
from tests.site.visit import watched
from tests.sweep import SWEEP


@pytest.mark.parametrize(("width", "scheme"), LOOKS if SWEEP > 1 else PAIR)
def test_axe_finds_nothing_in_the_open_dialog(
    chromium: Browser, root: str, width: int, scheme: Scheme
) -> None:
    size = ViewportSize(width=width, height=900)
    with chromium.new_page(viewport=size, color_scheme=scheme, bypass_csp=True) as page:
        page.goto(f"{root}haus/?q=treaty&kind=brief&kind=footnotes")
        dialog = Dialog(page).wait()
        assert dialog.titles
        page.locator(".search summary").click()
        page.get_by_label("Jahr").wait_for()
        assert page.evaluate("document.querySelector('.search-body').scrollWidth <= innerWidth")
        assert axe(page) == []
        dialog.look_for("qwertz")
        assert axe(page) == []


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
    assert lens
    assert close
    assert lens["x"] > close["x"]
    assert page.locator(".search-places").evaluate("list => getComputedStyle(list).borderRightWidth") != "0px"
    assert dialog.titles


def test_nothing_moves_for_who_wants_no_motion(chromium: Browser, root: str) -> None:
    with chromium.new_page(reduced_motion="reduce") as page:
        page.goto(root)
        Dialog(page).open().wait()
        page.evaluate("document.querySelector('.search-body').setAttribute('aria-busy', 'true')")
        bar = page.locator(".search-bar")
        assert bar.evaluate("bar => getComputedStyle(bar).animationName") == "none"


POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self'; "
    "connect-src 'self'; font-src 'self'; img-src 'self' data:"
)


def test_a_strict_content_security_policy_is_kept(chromium: Browser, root: str) -> None:
    """No style is written into the page, no worker is started, no text becomes a script. (The theme's own
    scripts in the page are let through here.)"""

    def strictly(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": POLICY})

    with chromium.new_page() as page, watched(page) as visit:
        page.route("**/*", strictly)
        page.goto(f"{root}treaty/")
        dialog = Dialog(page).look_for("treaty")
        page.locator(".search summary").click()
        page.get_by_label("Year").wait_for()
        assert dialog.titles
        assert visit.complaints == []
