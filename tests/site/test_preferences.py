"""What readers have set for themselves, and paper: more contrast, their own colours, no motion, print."""

import re
from typing import Literal

import pypdfium2
import pytest
from playwright.sync_api import Browser, Route, expect

from briefgen.model.layout.site import SCRIPT
from tests.site.desk import PAGES
from tests.site.page_types import PAGE_TYPES, SCHEMES, Scheme
from tests.site.visit import settle
from tests.windows import Windows

BRIEF = PAGE_TYPES["brief-de"]


def test_nothing_moves_for_those_who_asked(windows: Windows, address: str) -> None:
    with windows.page(reduced_motion="reduce") as page:
        page.goto(address + BRIEF)
        moving = page.evaluate(
            """() => [...document.querySelectorAll("*")].filter((element) => {
                const style = getComputedStyle(element);
                return style.transitionDuration.split(", ").some((time) => time !== "0s")
                    || style.animationName !== "none" || style.scrollBehavior === "smooth";
            }).length"""
        )
        assert moving == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_boxes_have_edges_in_the_colours_of_the_reader(windows: Windows, address: str, scheme: str) -> None:
    with windows.page(forced_colors="active", viewport={"width": 390, "height": 844}) as page:
        page.emulate_media(color_scheme="light" if scheme == "light" else "dark", forced_colors="active")
        page.goto(address + BRIEF)
        edges = page.locator(".admonition.context").first.evaluate(
            "e => { const s = getComputedStyle(e); return [s.borderTopWidth, s.borderInlineStartWidth]; }"
        )
        assert edges == ["1px", "4px"]
        page.get_by_role("button", name="Menü").click()
        icon, surface = page.locator(".md-nav__icon:visible").first.evaluate(
            """e => [getComputedStyle(e, "::after"), getComputedStyle(document.body)]
                .map((style) => style.backgroundColor)"""
        )
        assert icon != surface


CONTRASTS: tuple[Literal["no-preference", "more"], ...] = ("no-preference", "more")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_more_contrast_is_more(chromium: Browser, address: str, scheme: Scheme) -> None:
    colours = []
    with chromium.new_page(color_scheme=scheme) as page:
        page.goto(address + BRIEF)
        for contrast in CONTRASTS:
            page.emulate_media(contrast=contrast)
            colours.append(
                page.evaluate(
                    """() => [".brief-status", "article"].map(
                        (name) => getComputedStyle(document.querySelector(name)).color)"""
                )
            )
    (status, text), (stronger, same) = colours
    assert status != text
    assert stronger == same == text


def test_paper_has_all_of_a_brief(windows: Windows, address: str) -> None:
    """Headings, corrections, notes and every address that a link of the text leads to."""
    with windows.page() as page:
        page.goto(address + BRIEF)
        document = pypdfium2.PdfDocument(page.pdf(format="A4"))
        printed = "".join(sheet.get_textpage().get_text_bounded() for sheet in document)
        headings = page.locator("article :is(h1, h2, h3)").all_inner_texts()
        notes = page.locator(".footnote li > p:first-child").all_inner_texts()
        links = page.locator("article a[href^=http]").evaluate_all(
            "links => links.map((link) => link.getAttribute('href'))"
        )
    assert 10 < len(document) < 30
    # A PDF breaks lines where it likes, and addresses as well: compared are the letters alone.
    letters = bare(printed)
    assert len(headings) > 30
    assert len(notes) > 70
    assert len(links) > 50
    for text in (*headings, *(note.split("↩")[0] for note in notes), *links):
        assert bare(text.replace("¶", "")) in letters, text


def bare(text: str) -> str:
    return re.sub(r"[\W_]|\ufffe", "", text)


def test_the_contents_follow_the_reader(windows: Windows, address: str) -> None:
    """There are more entries than the window has room for."""
    with windows.page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce") as page:
        page.goto(address + BRIEF)
        frame = page.locator(".md-sidebar--secondary .md-sidebar__scrollwrap")
        assert frame.evaluate("e => e.scrollHeight > e.clientHeight")
        for heading in ("work-examined", "sources"):
            page.evaluate("id => document.getElementById(id).scrollIntoView()", heading)
            page.wait_for_function(
                """id => {
                    const links = document.querySelectorAll(".md-sidebar--secondary .md-nav__link--active");
                    const link = [...links].at(-1);
                    if (!link || !link.getAttribute("href").endsWith("#" + id)) return false;
                    const [inner, outer] = [link, link.closest(".md-sidebar__scrollwrap")].map(
                        (element) => element.getBoundingClientRect());
                    return inner.top >= outer.top && inner.bottom <= outer.bottom;
                }""",
                arg=heading,
            )


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_a_browser_draws_itself_is_of_the_same_scheme(
    windows: Windows, desk_address: str, scheme: Scheme
) -> None:
    with windows.page(color_scheme=scheme) as page:
        page.goto(desk_address + PAGES["brief-en"])
        root = page.locator("html")
        assert (root.evaluate(ITS_SCHEME) == "dark") is (scheme == "dark")
        page.locator("[data-md-component=palette] label:visible").click()
        if scheme == "light":
            expect(root).to_have_css("color-scheme", "dark")
        else:
            expect(root).not_to_have_css("color-scheme", "dark")


ITS_SCHEME = "root => getComputedStyle(root).colorScheme"


ASKED_ANEW = """
const asked = window.asked = { switching: 0, schemes: 0 };
new MutationObserver((changes) => {
    for (const change of changes) {
        if (change.attributeName === "data-md-color-switching") asked.switching += 1;
        asked.schemes += [...change.addedNodes].filter((node) => node.name === "color-scheme").length;
    }
}).observe(document, { subtree: true, childList: true, attributes: true });
"""
"""Counts what has a browser style all of a page anew; else that is up to the machine's load."""


@pytest.mark.parametrize("ours", [True, False])
def test_a_page_is_styled_once(chromium: Browser, desk_address: str, ours: bool) -> None:
    """The theme would have all of it styled four times more: as if its colours were being switched."""
    with chromium.new_page() as page:
        page.add_init_script(ASKED_ANEW)
        if not ours:
            page.route("**/" + SCRIPT, _as_the_theme_would)
        page.goto(desk_address + PAGES["brief-en"])
        settle(page)
        asked = page.evaluate("asked")
    assert (asked == {"switching": 0, "schemes": 0}) is ours, asked


def _as_the_theme_would(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(
        response=answer, body=answer.text().replace("data-md-color-switching", "-").replace('"META"', '"-"')
    )
