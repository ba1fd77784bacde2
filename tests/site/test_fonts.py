"""The typeface of briefs: there at once or not at all, and never a line that moves."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

BRIEF, NEXT_BRIEF = "briefs/kursk-sappers/", "briefs/kursk-pioniere/"
SLOW = {"offline": False, "latency": 300, "downloadThroughput": 200_000, "uploadThroughput": 50_000}
"""A phone in the country: a third of a second to the server, 200 KB a second."""

SHIFTS = """
window.shifts = [];
new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(entry => entry.value)))
  .observe({ type: "layout-shift", buffered: true });
"""
MOVE_EVERYTHING = "document.body.insertAdjacentHTML('afterbegin', '<p>Down you go.</p>')"


def slow(context: BrowserContext, page: Page) -> CDPSession:
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    return session


@pytest.mark.parametrize("width", [390, 1440])
def test_no_line_moves_when_the_network_is_slow(chromium: Browser, address: str, width: int) -> None:
    with chromium.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        page.add_init_script(SHIFTS)
        slow(context, page)
        page.goto(address + BRIEF)
        page.evaluate("document.fonts.ready.then(() => {})")
        assert page.evaluate("window.shifts") == []
        # The measure measures.
        page.evaluate(MOVE_EVERYTHING)
        page.wait_for_function("window.shifts.length > 0")


def test_on_a_slow_network_the_next_page_has_it(chromium: Browser, address: str) -> None:
    """On the first page each face is there at once or not at all, which the browser decides for each of them:
    nothing is set in two typefaces. The next page is in ours."""
    with chromium.new_context(viewport={"width": 390, "height": 900}) as context:
        page = context.new_page()
        session = slow(context, page)
        page.goto(address + BRIEF)
        assert len(fonts_of(session, ".md-content h2")) == 1
        assert len(fonts_of(session, ".md-content p em")) == 1
        page.goto(address + NEXT_BRIEF)
        assert fonts_of(session, ".md-content h2") == {"Brief Serif"}
        assert fonts_of(session, ".md-content p em") == {"Brief Serif"}


def test_the_typeface_is_there_on_the_first_visit(chromium: Browser, address: str) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        session = context.new_cdp_session(page)
        page.goto(address + BRIEF)
        assert fonts_of(session, ".md-content h2") == {"Brief Serif"}
        assert fonts_of(session, ".md-content p em") == {"Brief Serif"}


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
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto((project / "site" / BRIEF / "index.html").as_uri())
        page.evaluate("document.fonts.ready.then(() => {})")
        session = context.new_cdp_session(page)
        assert fonts_of(session, ".md-content h2") == {"Brief Serif"}
        assert fonts_of(session, ".md-content p em") == {"Brief Serif"}
