"""What a reader may take along and put away: the address of a paragraph, copied words, a quiet page."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.windows import Windows

BRIEF = "briefs/bridge-closure/"
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def page(windows: Windows, desk_address: str) -> Iterator[Page]:
    with windows.page(viewport={"width": 1440, "height": 900}) as page:
        page.goto(desk_address + BRIEF)
        yield page


def copied(page: Page, first: str, last: str) -> dict[str, str]:
    """What a copy of everything from one element to another gives to a program."""
    told: dict[str, str] = page.evaluate(
        """([first, last]) => {
            const range = document.createRange();
            range.setStart(document.querySelector(first), 0);
            const end = document.querySelector(last);
            range.setEnd(end, end.childNodes.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            const data = new DataTransfer();
            const event = new ClipboardEvent("copy", {clipboardData: data, bubbles: true, cancelable: true});
            document.dispatchEvent(event);
            const told = {plain: data.getData("text/plain"), html: data.getData("text/html")};
            return {...told, ours: String(event.defaultPrevented)};
        }""",
        [first, last],
    )
    return told


def test_each_paragraph_has_an_address_and_a_sign_that_copies_it(page: Page) -> None:
    paragraphs = page.locator('article p[id^="p-"]')
    ids = paragraphs.evaluate_all("all => all.map(one => one.id)")
    assert len(ids) == len(set(ids)) > 5
    assert all(re.fullmatch(r"p-[0-9a-f]{6}(-\d+)?", one) for one in ids)
    page.context.grant_permissions(CLIPBOARD)
    try:
        paragraphs.nth(1).hover()
        sign = paragraphs.nth(1).locator(".place-link")
        sign.click()
        page.wait_for_url(f"**/*#{ids[1]}")
        expect(sign).to_contain_text("Address copied")
        assert page.evaluate("navigator.clipboard.readText()") == page.url
    finally:
        page.context.clear_permissions()


def test_copied_words_take_along_where_they_are_from(page: Page) -> None:
    paragraph = page.locator('article p[id^="p-"]', has=page.locator(".footnote-ref")).first
    place = paragraph.get_attribute("id")
    told = copied(page, f"#{place}", f"#{place}")
    words, _, source = told["plain"].strip().rpartition("\n\n")
    cite = page.locator(".cite-text").inner_text()
    assert source == f"{cite} {page.url.partition('#')[0]}#{place}"
    assert words == page.evaluate("() => { return getSelection().toString().trim(); }")
    assert cite in told["html"]
    assert "footnote-ref" not in told["html"]
    assert 'class="found"' not in told["html"]


def test_a_name_is_copied_as_it_is(page: Page) -> None:
    assert copied(page, "article h1", "article h1")["ours"] == "false"


def test_a_reader_puts_marks_and_notes_out_of_sight_and_back(windows: Windows, desk_address: str) -> None:
    with windows.page(viewport={"width": 390, "height": 844}) as page:
        page.goto(desk_address + BRIEF)
        mark = page.locator("article .footnote-ref").first
        text = page.locator(".quotation").first
        expect(mark).to_be_visible()
        page.locator(".brief-bar .contents summary").click()
        switch = page.get_by_role("button", name="Read without marks and notes")
        switch.click()
        expect(switch).to_have_attribute("aria-pressed", "true")
        for gone in ("article .footnote-ref", "article a.found", "article a.not-checked"):
            expect(page.locator(gone).first).to_be_hidden()
        expect(text).to_be_visible()
        page.reload()  # it is remembered
        expect(mark).to_be_hidden()
        page.locator(".brief-bar .contents summary").click()
        switch.click()
        expect(mark).to_be_visible()


def test_on_paper_nothing_is_put_away(windows: Windows, desk_address: str) -> None:
    """Who prints a quiet page gets what it says, with its notes."""
    with windows.page(viewport={"width": 390, "height": 844}) as page:
        page.goto(desk_address + BRIEF)
        page.locator(".brief-bar .contents summary").click()
        page.get_by_role("button", name="Read without marks and notes").click()
        page.emulate_media(media="print")
        expect(page.locator("article .footnote-ref").first).to_be_visible()
        expect(page.locator("article .footnote").first).to_be_visible()


OVERLAPS = """() => [...document.querySelectorAll("article table td[data-label]")].filter(cell => {
    const label = getComputedStyle(cell, "::before");
    const room = parseFloat(getComputedStyle(cell).paddingInlineStart);
    return label.position !== "absolute" || room < parseFloat(label.width);
}).map(cell => cell.textContent.trim().slice(0, 40))"""


@pytest.mark.parametrize("brief", ["briefs/treaty-timeline/", "briefs/kursk-sappers/"])
def test_in_a_stacked_table_no_word_lies_on_another(windows: Windows, address: str, brief: str) -> None:
    """In boxes and in the text alike."""
    with windows.page(viewport={"width": 390, "height": 844}) as page:
        page.goto(address + brief)
        assert page.locator("article table td[data-label]").count() > 10
        assert page.evaluate(OVERLAPS) == []


def test_events_are_a_list_for_those_who_hear_the_page(windows: Windows, address: str) -> None:
    """With a drawing that has a name and says what it shows; each leads to where it is told."""
    with windows.page(viewport={"width": 390, "height": 844}, java_script_enabled=False) as page:
        page.goto(address + "briefs/treaty-timeline/")
        drawing = page.get_by_role("img", name="Events along the time")
        expect(drawing).to_be_visible()
        assert "6 events, 19 June – 4 December 2024." in drawing.locator("desc").inner_html()
        links = page.locator(".events > ol > li > a")
        assert links.count() == drawing.locator("g").count() == 6
        links.nth(1).click()
        told = page.locator(page.url.partition("#")[2].join(["[id='", "']"]))
        expect(told).to_have_text("The State Duma votes for ratification")
        expect(told).to_be_in_viewport()
        page.get_by_role("link", name="The events of all briefs").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Events by date")
        page.get_by_role("link", name="Putin signs the ratification law").click()
        expect(page.locator("#event-2024-11-09")).to_be_in_viewport()
