"""The typeface of briefs: there at once or not at all, and never a line that moves."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

from tests.site.visit import shifts
from tests.sweep import sampled

BRIEF, NEXT_BRIEF = "briefs/kursk-sappers/", "briefs/kursk-pioniere/"
SLOW = {"offline": False, "latency": 300, "downloadThroughput": 200_000, "uploadThroughput": 50_000}
"""A phone in the country: a third of a second to the server, 200 KB a second."""

ROMAN_AND_ITALIC = (".md-content h2", ".md-content p em")
OURS = {"Brief Serif"}
MOVE_EVERYTHING = "document.body.insertAdjacentHTML('afterbegin', '<p>Down you go.</p>')"


def slow(context: BrowserContext, page: Page) -> CDPSession:
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    return session


@pytest.mark.parametrize("width", sampled([390, 1440], 2))
def test_no_line_moves_when_the_network_is_slow(chromium: Browser, address: str, width: int) -> None:
    with chromium.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        slow(context, page)
        page.goto(address + BRIEF)
        page.evaluate("document.fonts.ready.then(() => {})")
        assert shifts(page) == []
        # The measure measures.
        page.evaluate(MOVE_EVERYTHING)
        assert shifts(page) != []


def test_each_element_is_set_in_one_typeface_and_the_next_page_in_ours(
    chromium: Browser, address: str
) -> None:
    """On a slow network the first page, or some of it, may be in the reader's own typeface: roman and italic
    are two files, and a browser decides for each. No letters of both stand in one element."""
    with chromium.new_context(viewport={"width": 390, "height": 900}) as context:
        page = context.new_page()
        session = slow(context, page)
        page.goto(address + BRIEF)  # until its fonts have come, used or not: the page asks for them itself
        assert [len(fonts_of(session, element)) for element in ROMAN_AND_ITALIC] == [1, 1]
        # A machine that is very busy gives up on a file that it has; not each time.
        seen = []
        for place in (NEXT_BRIEF, BRIEF) * 5:
            page.goto(address + place)
            seen.append([fonts_of(session, element) for element in ROMAN_AND_ITALIC])
            if seen[-1] == [OURS, OURS]:
                break
        assert seen[-1] == [OURS, OURS]
        assert all(len(fonts) == 1 for found in seen for fonts in found)


def test_the_typeface_is_there_on_the_first_visit(chromium: Browser, address: str) -> None:
    assert is_ours_at_first(chromium, address + BRIEF)


def is_ours_at_first(chromium: Browser, address: str) -> bool:
    """Whether somebody who comes for the first time sees roman and italic in our typeface: one of ten, as a
    machine that is very busy may be too late for the others."""
    for _ in range(10):
        with chromium.new_context() as context:
            page = context.new_page()
            page.goto(address)
            session = context.new_cdp_session(page)
            if [fonts_of(session, element) for element in ROMAN_AND_ITALIC] == [OURS, OURS]:
                return True
    return False


def fonts_of(session: CDPSession, selector: str) -> set[str]:
    """The families that the letters of an element are drawn with."""
    session.send("DOM.enable")
    session.send("CSS.enable")
    root: dict[str, Any] = session.send("DOM.getDocument")["root"]
    node = session.send("DOM.querySelector", {"nodeId": root["nodeId"], "selector": selector})
    used = session.send("CSS.getPlatformFontsForNode", {"nodeId": node["nodeId"]})["fonts"]
    return {font["familyName"] for font in used if font["glyphCount"] > 1}


def test_a_page_asks_for_what_it_needs_and_no_more(project: Path) -> None:
    def asked(page: str) -> list[str]:
        text = (project / "site" / page).read_text(encoding="utf-8")
        return [
            line.partition("brief-serif-")[2].partition('"')[0]
            for line in text.split("\n")
            if 'as="font"' in line
        ]

    assert asked("index.html") == ["latin-normal.woff2"]
    assert asked(f"{BRIEF}index.html") == ["latin-normal.woff2", "latin-italic.woff2"]


def test_the_licence_goes_with_the_font(project: Path) -> None:
    fonts = project / "site/assets/fonts"
    assert "SIL OPEN FONT LICENSE" in (fonts / "OFL.txt").read_text(encoding="utf-8")
    style = (project / "site/assets/briefgen.css").read_text(encoding="utf-8")
    named = {part.partition('"')[0] for part in style.split('url("fonts/')[1:]}
    assert named == {place.name for place in fonts.glob("*.woff2")}


def test_a_page_opened_from_a_disk_has_it_too(chromium: Browser, project: Path) -> None:
    assert is_ours_at_first(chromium, (project / "site" / BRIEF / "index.html").as_uri())
