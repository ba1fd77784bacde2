"""Filters: what they let through, what they load, how they are taken off."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.search_dialog.dialog import Dialog, requests_of
from tests.sweep import sampled


def panel(dialog: Dialog) -> Dialog:
    dialog.page.locator(".search summary").click()
    dialog.page.get_by_label("Year").wait_for()
    return dialog


def test_values_are_loaded_when_the_panel_opens_and_works_when_their_field_is_entered(dialog: Dialog) -> None:
    asked = requests_of(dialog.page)
    dialog.look_for("treaty")
    assert not [path for path in asked if path.endswith(".pf_filter")]
    panel(dialog)
    small = [path for path in asked if path.endswith(".pf_filter")]
    assert len(small) == 8  # kind, topic, year and verdict of two languages
    dialog.page.get_by_label("Cites the source").focus()
    dialog.page.locator("#search-works option").wait_for(state="attached")
    assert len([path for path in asked if path.endswith(".pf_filter")]) == 9  # German briefs cite nothing


@pytest.mark.parametrize(
    ("asked", "name", "value", "links"),
    sampled(
        [
            ("treaty", "kind", "footnotes", ["treaty/#fn:tass"]),
            ("treaty", "lang", "en", ["treaty/#the-treaty", "treaty/#fn:tass"]),
            ("Haus", "verdict", "misleading", ["haus/#haus"]),
            ("treaty", "lang", "de", []),
        ],
        2,
    ),
)
def test_a_chip_lets_through_what_it_says(
    dialog: Dialog, asked: str, name: str, value: str, links: list[str]
) -> None:
    panel(dialog.look_for(asked))
    if not dialog.page.locator(f".search-choice input[name={name}][value={value}]").count():
        pytest.fail(f"no {name} {value} to choose")
    dialog.page.locator(f".search-choice input[name={name}][value={value}]").focus()
    dialog.page.keyboard.press("Space")
    expect(dialog.page.locator(".search-chip")).to_have_count(1)
    dialog.wait()
    assert dialog.links == links
    # New numbers in the panel do not take the reader out of it.
    expect(dialog.page.locator(f".search-choice input[name={name}][value={value}]")).to_be_focused()


def test_lists_offer_what_fits_with_its_number(dialog: Dialog) -> None:
    panel(dialog.look_for("treaty"))
    assert dialog.page.get_by_label("Topic").locator("option").all_inner_texts() == [
        "Any",
        "Russia (2)",
        "Treaties (2)",
    ]
    dialog.page.get_by_label("Topic").select_option("Russia")
    expect(dialog.page.locator(".search-chip")).to_have_text("Russia")


def test_filters_alone_show_everything_they_let_through(dialog: Dialog) -> None:
    panel(dialog.open())
    dialog.page.get_by_label("Year").select_option("2024")
    dialog.wait()
    assert dialog.links == ["haus/"]
    assert dialog.status == "1 result"


def test_an_active_filter_is_taken_off_by_its_chip(page: Page, root: str) -> None:
    page.goto(f"{root}treaty/?q=treaty&kind=brief&verdict=false")
    dialog = Dialog(page).wait()
    assert dialog.status == "1 result"
    page.get_by_role("button", name="Remove the filter Brief").click()
    expect(page.locator(".search-chip")).to_have_count(1)
    expect(page.get_by_role("button", name="Remove the filter False")).to_be_focused()
    page.keyboard.press("Enter")
    expect(dialog.field).to_be_focused()
    dialog.wait()
    assert dialog.status == "2 results"


def test_where_nothing_fits_filters_can_be_dropped(page: Page, root: str) -> None:
    page.goto(f"{root}treaty/?q=treaty&year=1999")
    dialog = Dialog(page).wait()
    assert dialog.status == "Nothing found for “treaty”."
    page.get_by_role("button", name="Search without filters").click()
    expect(page.get_by_role("status")).to_have_text("2 results")


def test_a_source_leads_to_the_briefs_that_cite_it(dialog: Dialog) -> None:
    dialog.look_for("report")
    assert dialog.links == ["source/#source"]
    dialog.page.get_by_role("button", name="Briefs that cite it").click()
    expect(dialog.page.locator(".search-chip")).to_have_text(["Brief", "Shoigu in Pyongyang"])
    dialog.wait()
    assert dialog.links == ["treaty/"]


def test_a_work_can_be_named_by_its_key(dialog: Dialog) -> None:
    panel(dialog.look_for("treaty"))
    dialog.page.get_by_label("Cites the source").fill("tass2025")
    dialog.page.keyboard.press("Enter")
    expect(dialog.page.locator(".search-chip")).to_have_text("tass2025")
