"""axe-core finds nothing on any type of page: WCAG 2.0, 2.1 and 2.2, levels A and AA, and best practices."""

from collections.abc import Iterable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site.desk import PAGES
from tests.site.page_types import LOOKS, PAGE_TYPES, WIDTHS, Scheme, in_turn
from tests.site.visit import overflow
from tests.sweep import SWEEP, sampled
from tests.windows import Windows

AXE_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},  # the rule of WCAG 2.2, off unless it is asked for
    "resultTypes": ["violations"],
}


def violations(page: Page) -> list[str]:
    """What axe-core has against a page, a line for each place."""
    response: dict[str, Any] = Axe().run(page, options=AXE_OPTIONS).response
    return [
        f"{rule['id']}: {node['html'][:200]} ({node['failureSummary']})"
        for rule in response["violations"]
        for node in rule["nodes"]
    ]


def looked_at(places: Iterable[str]) -> list[tuple[str, int, Scheme]]:
    """Each page in both looks of the pair in turn; in the sweep every page in every look."""
    if SWEEP > 1:
        return [(path, *look) for path in places for look in LOOKS]
    return [*in_turn(places, 0)]


@pytest.mark.parametrize(("path", "width", "scheme"), looked_at(sampled(PAGES.values(), 3)))
def test_nobody_is_shut_out(
    windows: Windows, desk_address: str, path: str, width: int, scheme: Scheme
) -> None:
    check(windows, desk_address + path, width, scheme)


OURS = [path for name, path in PAGE_TYPES.items() if SWEEP > 1 or name == "sources"]


@pytest.mark.parametrize(("path", "width", "scheme"), looked_at(OURS))
def test_nobody_is_shut_out_of_our_own_pages(
    windows: Windows, address: str, path: str, width: int, scheme: Scheme
) -> None:
    """One that is long, and has what nobody thought of; in the sweep all types in all windows."""
    check(windows, address + path, width, scheme)


def check(windows: Windows, address: str, width: int, scheme: Scheme) -> None:
    with windows.page(
        viewport={"width": width, "height": WIDTHS[width]}, color_scheme=scheme, reduced_motion="reduce"
    ) as page:
        page.goto(address)
        assert violations(page) == []
        assert overflow(page) == 0  # WCAG 1.4.10, reflow: for a person to see, says axe


def test_axe_is_asked_and_answers(windows: Windows, desk_address: str) -> None:
    """It sees pale letters, small targets and pictures without words when they are there."""
    with windows.page(viewport={"width": 1440, "height": 900}) as page:
        page.goto(desk_address)
        page.evaluate(
            """() => document.querySelector("article").insertAdjacentHTML("beforeend", `
                <p><button class="probe">a</button><button class="probe">b</button></p>
                <p class="pale">pale</p><img src="assets/mark.svg">
                <style>.pale { color: #ddd; background: #fff } .probe { width: 9px; height: 9px }</style>`)"""
        )
        found = {line.partition(":")[0] for line in violations(page)}
        assert found >= {"color-contrast", "target-size", "image-alt"}


def test_the_open_menu_is_as_good_as_the_page(windows: Windows, desk_address: str) -> None:
    with windows.page(viewport={"width": 390, "height": 844}, reduced_motion="reduce") as page:
        page.goto(desk_address + PAGES["manual-tables"])
        page.get_by_role("button", name="Menu").click()
        assert violations(page) == []


def test_what_is_heard_has_names(chromium: Browser, desk_address: str) -> None:
    """In Chromium's own tree: notes, boxes with kind and verdict, headings, signs with their sources."""
    with chromium.new_page(viewport={"width": 390, "height": 844}) as page:
        page.goto(desk_address + PAGES["brief-en"])
        nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        heard = [
            (str(node["role"]["value"]), str(node.get("name", {}).get("value", "")))
            for node in nodes
            if not node["ignored"]
        ]
        named: dict[str, list[str]] = {}
        for role, name in heard:
            named.setdefault(role, []).append(name)
        assert {"Footnote 1", "Footnote 2"} <= {*named["doc-noteref"]}
        assert all(name.startswith("Footnote ") for name in named["doc-noteref"])
        assert all(name.startswith("Back to footnote") for name in named["doc-backlink"])
        assert len(named["doc-endnotes"]) == 1
        assert {
            "Correction, False: The river",
            "Correction, Imprecise: The day",
            "Finding, Correct: The age",
        } <= {*named["region"]}
        assert any(name.startswith("Context: ") for name in named["note"])
        assert [name for name in named["heading"] if "¶" in name] == []
        assert "Found in our copy: Reed" in named["link"]
        # Into a note and back to its mark.
        page.locator(".footnote-ref").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_function("document.activeElement.id.startsWith('fn:')")
        page.locator(".footnote-backref").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_function("document.activeElement.matches('.footnote-ref')")
