"""The keyboard alone is enough, from the first key to the place that was looked for."""

import re

from playwright.sync_api import Page, expect

from tests.site.search_dialog.dialog import Dialog, address


def test_a_key_opens_it_and_escape_goes_back_to_where_one_was(page: Page, root: str) -> None:
    page.goto(root)
    dialog = Dialog(page)
    page.locator(".md-header .md-logo").focus()
    for key in ("/", "s", "f", "Control+k", "Meta+k"):
        page.keyboard.press(key)
        expect(dialog.field).to_be_focused()
        assert dialog.field.input_value() == ""
        page.keyboard.press("Escape")
        expect(dialog.element).to_be_hidden()
        expect(page.locator(".md-header .md-logo")).to_be_focused()


def test_no_key_opens_it_while_one_types(page: Page, root: str) -> None:
    page.goto(root)
    page.locator("#own").focus()
    for key in ("/", "s", "f", "Control+k"):
        page.keyboard.press(key)
    assert page.locator("#own").input_value() == "/sf"
    expect(Dialog(page).element).to_have_count(0)


def test_from_the_first_key_to_the_footnote(dialog: Dialog) -> None:
    page = dialog.page
    dialog.look_for("builders")
    assert dialog.links == ["treaty/#fn:tass"]
    page.keyboard.press("ArrowDown")
    assert dialog.focused.startswith("search-title")
    page.keyboard.press("Enter")
    expect(dialog.element).to_be_hidden()
    page.wait_for_url(lambda url: address(url) == "treaty/#fn:tass")
    expect(page.locator("[id='fn:tass']")).to_be_in_viewport()


def test_enter_opens_the_first_result_even_before_it_is_there(dialog: Dialog) -> None:
    dialog.open()
    dialog.field.press_sequentially("Überschwemmung")
    dialog.page.keyboard.press("Enter")
    # On a busy machine the engine comes late: how late is not what is asked here.
    expect(dialog.page).to_have_url(re.compile("/haus/#haus$"), timeout=120_000)


def test_arrows_home_and_end_walk_through_the_results(dialog: Dialog) -> None:
    page = dialog.page
    dialog.look_for("envoy")
    page.keyboard.press("ArrowUp")
    expect(dialog.field).to_be_focused()
    walked = []
    for key in ("ArrowDown", "ArrowDown", "End", "ArrowDown", "Home", "ArrowUp"):
        page.keyboard.press(key)
        walked.append(
            page.evaluate(
                "[...document.querySelectorAll('.search-list a, .search-more')]"
                ".indexOf(document.activeElement)"
            )
        )
    assert walked == [0, 1, 5, 5, 0, -1]  # the sixth stop is the button for more
    expect(dialog.field).to_be_focused()


def test_more_results_come_by_five_and_the_reader_stands_at_the_first_of_them(dialog: Dialog) -> None:
    page = dialog.page
    dialog.look_for("envoy")
    assert len(dialog.titles) == 5
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    expect(page.locator(".search-title")).to_have_count(8)
    expect(page.locator(".search-title").nth(5)).to_be_focused()
    expect(page.locator(".search-more")).to_be_hidden()


def test_who_goes_on_typing_in_the_results_types_in_the_field(dialog: Dialog) -> None:
    dialog.look_for("envo")
    dialog.page.keyboard.press("ArrowDown")
    dialog.page.keyboard.type("y")
    expect(dialog.field).to_be_focused()
    assert dialog.field.input_value() == "envoy"


def test_the_themes_keys_mean_nothing_in_the_dialog(dialog: Dialog) -> None:
    """“n” would go to the next page."""
    before = dialog.page.url
    dialog.look_for("envoy")
    dialog.page.keyboard.press("Tab")
    for key in ("n", ".", "p", "/"):
        dialog.page.keyboard.press(key)
    assert dialog.page.url == before
    expect(dialog.element).to_be_visible()


def test_tab_reaches_everything_and_stays_in_the_dialog(dialog: Dialog) -> None:
    page = dialog.page
    dialog.look_for("treaty")
    seen = []
    for _ in range(5):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.matches('body, dialog *')"))  # or the browser's own
    assert seen == [True] * 5
    dialog.field.focus()
    page.keyboard.press("Tab")
    assert dialog.focused.startswith("search-close")
    page.keyboard.press("Enter")
    expect(dialog.element).to_be_hidden()


def test_the_page_beside_it_closes_it(dialog: Dialog) -> None:
    dialog.look_for("treaty")
    dialog.page.mouse.click(20, 500)
    expect(dialog.element).to_be_hidden()


def test_opened_again_it_holds_the_last_question(dialog: Dialog) -> None:
    dialog.look_for("treaty")
    dialog.page.keyboard.press("Escape")
    expect(dialog.element).to_be_hidden()
    dialog.open()
    assert dialog.titles
    dialog.page.keyboard.type("envoy")
    assert dialog.field.input_value() == "envoy"
