"""A footnote opens in place: with the mouse, the keyboard and a finger. Without the script it is a link."""

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, ViewportSize, expect

from tests.site.desk import PAGES
from tests.site.visit import shifts
from tests.windows import Windows

BRIEF = PAGES["brief-en"]
LABEL = "w-bote2025bruecke-3"
PHONE = ViewportSize(width=390, height=844)
DESK = ViewportSize(width=1440, height=900)

SHORT, LONG = 50, 1000
"""Milliseconds: too few to open a note, and more than anything waits for."""

FOLLOWING = 4
"""What `compareDocumentPosition` says of a node that comes later in the page."""

LETTER = """arrow => {
  const style = getComputedStyle(arrow, "::after");
  return [style.content, style.fontSize];
}"""


@pytest.fixture(scope="module")
def with_a_clock(chromium: Browser) -> Iterator[Page]:
    """A wide screen, with a clock that can be put forward."""
    with chromium.new_page(viewport=DESK) as page:
        page.clock.install()
        yield page


@pytest.fixture
def screen(with_a_clock: Page, desk_address: str) -> Page:
    """The brief on it, its clock running."""
    page = with_a_clock
    page.emulate_media(media="null")
    page.mouse.move(0, 0)
    page.clock.resume()
    page.goto("about:blank")
    page.goto(desk_address + BRIEF)
    return page


@pytest.fixture
def phone(windows: Windows, desk_address: str) -> Iterator[Page]:
    """The brief on a phone, to be touched."""
    with windows.page(viewport=PHONE, has_touch=True) as page:
        page.goto(desk_address + BRIEF)
        yield page


def mark_of(page: Page, label: str = LABEL) -> Locator:
    return page.locator(f'.footnote-ref[href="#fn:{label}"]').first


def panel_of(page: Page) -> Locator:
    return page.locator(".note-panel")


def focus(page: Page, mark: Locator) -> None:
    """As the Tab key does it: from the place just before the mark."""
    mark.evaluate(
        """mark => {
          const before = document.createElement("button");
          mark.closest("sup").before(before);
          before.focus();
        }"""
    )
    page.keyboard.press("Tab")
    expect(mark).to_be_focused()


def test_it_holds_the_note_with_the_words_in_their_sentence(screen: Page) -> None:
    mark_of(screen).hover()
    panel = panel_of(screen)
    expect(panel).to_be_visible()
    expect(panel).to_have_role("note")
    expect(panel).to_have_accessible_name(f"Footnote {mark_of(screen).inner_text()}")
    note = screen.locator(f'[id="fn:{LABEL}"]').inner_text().replace("↩", "").strip()
    assert panel.locator(".note-text").inner_text().strip() == note
    assert panel.locator("mark").all_inner_texts() == ["über den Severn"]
    assert "wird ab Montag, dem 5. Mai, gesperrt" in note
    assert (
        screen.locator("[id]").evaluate_all("all => all.length - new Set(all.map(one => one.id)).size") == 0
    )


def test_the_mouse_may_go_into_it_and_closes_it_by_leaving(screen: Page) -> None:
    mark_of(screen).hover()
    panel_of(screen).hover()
    screen.clock.run_for(LONG)
    expect(panel_of(screen)).to_be_visible()
    screen.mouse.move(5, 5)
    expect(panel_of(screen)).to_have_count(0)


def test_a_mouse_that_passes_opens_nothing(screen: Page) -> None:
    screen.clock.pause_at("2100-01-01")
    mark_of(screen).hover()
    screen.clock.run_for(SHORT)
    screen.mouse.move(5, 5)
    screen.clock.run_for(LONG)
    expect(panel_of(screen)).to_have_count(0)
    mark_of(screen).hover()
    screen.clock.run_for(LONG)
    expect(panel_of(screen)).to_have_count(1)


def test_a_click_of_the_mouse_still_leads_to_the_note(screen: Page) -> None:
    mark_of(screen).click()
    expect(screen.locator(":target")).to_have_id(f"fn:{LABEL}")
    expect(panel_of(screen)).to_have_count(0)


def test_the_keyboard_goes_from_the_mark_into_it_and_on(screen: Page) -> None:
    mark = mark_of(screen)
    focus(screen, mark)
    links = panel_of(screen).locator("a")
    expect(links).to_have_count(4)  # the first note on the work, the capture, the live page, the note itself
    expect(mark).to_have_attribute("aria-expanded", "true")
    for index in range(4):
        screen.keyboard.press("Tab")
        expect(links.nth(index)).to_be_focused()
    screen.keyboard.press("Tab")
    expect(panel_of(screen).get_by_role("button")).to_be_focused()
    screen.keyboard.press("Tab")
    expect(mark).not_to_have_attribute("aria-expanded", "true")
    expect(panel_of(screen)).to_have_count(0)
    assert mark.evaluate("mark => mark.compareDocumentPosition(document.activeElement)") == FOLLOWING
    focus(screen, mark)
    screen.keyboard.press("Shift+Tab")
    expect(panel_of(screen)).to_have_count(0)


def test_escape_closes_it_and_goes_back_to_the_mark(screen: Page) -> None:
    mark = mark_of(screen)
    focus(screen, mark)
    screen.keyboard.press("Tab")
    screen.keyboard.press("Escape")
    expect(panel_of(screen)).to_have_count(0)
    expect(mark).to_be_focused()
    screen.mouse.move(5, 5)
    mark.hover()
    expect(panel_of(screen)).to_be_visible()
    screen.keyboard.press("Escape")
    expect(panel_of(screen)).to_have_count(0)


def test_its_button_closes_it_and_goes_back_to_the_mark(screen: Page) -> None:
    focus(screen, mark_of(screen))
    panel_of(screen).get_by_role("button", name="Close").click()
    expect(panel_of(screen)).to_have_count(0)
    expect(mark_of(screen)).to_be_focused()


def test_what_the_keyboard_opened_stays_while_the_mouse_wanders(screen: Page) -> None:
    focus(screen, mark_of(screen))
    screen.mouse.move(5, 5)
    screen.mouse.move(50, 400)
    screen.clock.run_for(LONG)
    expect(panel_of(screen)).to_be_visible()


def test_the_first_tap_opens_it_and_a_tap_elsewhere_closes_it(phone: Page) -> None:
    mark_of(phone).tap()
    expect(panel_of(phone)).to_be_visible()
    assert phone.url.endswith(BRIEF), "the tap did not lead away"
    phone.locator("article h2").first.dispatch_event("pointerdown", {"pointerType": "touch", "bubbles": True})
    expect(panel_of(phone)).to_have_count(0)
    mark_of(phone).tap()
    mark_of(phone).tap()
    expect(panel_of(phone)).to_have_count(0)


def test_on_a_phone_it_leads_on_to_the_note(phone: Page) -> None:
    mark_of(phone).tap()
    panel_of(phone).get_by_text("To the footnote").tap()
    expect(phone.locator(":target")).to_have_id(f"fn:{LABEL}")
    expect(panel_of(phone)).to_have_count(0)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1440"])
def test_each_one_fits_the_window_and_moves_nothing(
    windows: Windows, desk_address: str, size: ViewportSize
) -> None:
    with windows.page(viewport=size) as page:
        page.goto(desk_address + BRIEF)
        page.keyboard.press("Tab")  # from here on focus is that of a keyboard
        height = page.evaluate("document.documentElement.scrollHeight")
        before = shifts(page)
        outside = page.evaluate(
            """() => [...document.querySelectorAll("article .footnote-ref")].filter(mark => {
              mark.focus();
              const box = document.querySelector(".note-panel").getBoundingClientRect();
              const root = document.documentElement;
              const header = document.querySelector(".md-header__inner").getBoundingClientRect();
              return box.left < 0 || box.top < Math.max(0, header.bottom) || box.right > root.clientWidth ||
                     box.bottom > root.clientHeight || box.height < 60;
            }).map(mark => mark.hash)"""
        )
        assert outside == []
        expect(panel_of(page)).to_have_count(1)
        assert page.evaluate("document.documentElement.scrollHeight") == height
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        assert shifts(page) == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(windows: Windows, desk_address: str, scheme: Literal["light", "dark"]) -> None:
    with windows.page(viewport=PHONE, color_scheme=scheme, has_touch=True) as page:
        page.goto(desk_address + BRIEF)
        page.locator("article .footnote-ref").first.tap()
        expect(panel_of(page)).to_be_visible()
        results = Axe().run(page, {"include": [[".footnote-ref[aria-expanded]"], [".note-panel"]]})
        assert results.violations_count == 0, results.generate_report()


def test_paper_shows_nothing_of_it(screen: Page) -> None:
    focus(screen, mark_of(screen))
    screen.emulate_media(media="print")
    expect(panel_of(screen)).to_be_hidden()


def test_without_javascript_marks_lead_to_their_notes(windows: Windows, desk_address: str) -> None:
    with windows.page(viewport=PHONE, java_script_enabled=False, has_touch=True) as page:
        page.goto(desk_address + BRIEF)
        mark_of(page).tap()
        page.wait_for_url(f"**/*#fn:{LABEL}")
        expect(page.locator(f'[id="fn:{LABEL}"] mark')).to_be_visible()


@pytest.mark.parametrize("ours", [True, False], ids=["with our script", "without it"])
def test_the_themes_own_notes_stay_shut(chromium: Browser, desk_address: str, ours: bool) -> None:
    """Where a project still has `content.footnote.tooltips`, there is one panel, not two."""
    with chromium.new_page(viewport=DESK) as page:
        page.route("**/" + BRIEF, with_the_themes_notes)
        if not ours:
            page.route("**/assets/briefgen.js", lambda route: route.abort())
        page.clock.install()
        page.goto(desk_address + BRIEF)
        mark_of(page).hover()
        expect(panel_of(page) if ours else page.locator(".md-tooltip2")).to_be_visible()
        page.clock.run_for(LONG)
        assert (panel_of(page).count(), page.locator(".md-tooltip2").count()) == ((1, 0) if ours else (0, 1))


def with_the_themes_notes(route: Route) -> None:
    """The page as MkDocs writes it when the feature stands in mkdocs.yml."""
    response = route.fetch()
    html = response.text().replace('"features": [', '"features": ["content.footnote.tooltips", ', 1)
    assert "content.footnote.tooltips" in html
    route.fulfill(response=response, body=html)


def test_a_note_with_several_marks_has_arrows_that_differ(windows: Windows, address: str) -> None:
    """A letter behind each: a, b, c in the order of the marks; an arrow that is alone has none."""
    with windows.page(viewport=DESK) as page:
        page.goto(f"{address}briefs/kursk-pioniere/")
        several = page.locator(".footnote li:has(.footnote-backref ~ .footnote-backref)").first
        alone = page.locator(".footnote li:not(:has(.footnote-backref ~ .footnote-backref))").first
        letters = several.locator(".footnote-backref")
        assert letters.count() > 1
        for index in range(letters.count()):
            content, size = letters.nth(index).evaluate(LETTER)
            assert content == "counter(place, lower-alpha)"
            assert float(size.removesuffix("px")) > 10
            box = letters.nth(index).bounding_box()
            assert box is not None
            assert min(box["width"], box["height"]) >= 24
        assert alone.locator(".footnote-backref").evaluate(LETTER)[0] == '""'
