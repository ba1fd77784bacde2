"""What cannot be loaded is said, never passed over as “nothing found”."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import serve
from tests.site.search_dialog.dialog import Dialog
from tests.sweep import sampled

FAILED = "The search could not be loaded. Are you online?"


@pytest.fixture
def broken(site: Path, tmp_path: Path) -> Path:
    """A copy of the site, to be broken."""
    return shutil.copytree(site, tmp_path / "site")


@pytest.fixture
def dialog(broken: Path, any_page: Page) -> Iterator[Dialog]:
    """The search of the copy; the browser may complain."""
    with serve(broken) as root:
        any_page.goto(root)
        yield Dialog(any_page)


def test_nothing_typed_a_hint(dialog: Dialog) -> None:
    dialog.open().wait()
    assert "other forms of a word" in dialog.page.locator(".search-hint").inner_text()
    assert dialog.status == ""


def test_nothing_found_is_said(dialog: Dialog) -> None:
    dialog.look_for("qwertz <b>")
    assert dialog.status == "Nothing found for “qwertz <b>”."


def test_the_dialogs_script_does_not_come(broken: Path, dialog: Dialog) -> None:
    script = broken / "assets/search.js"
    script.rename(broken / "away.js")
    dialog.open()
    expect(dialog.page.get_by_role("status")).to_have_text(FAILED)
    (broken / "away.js").rename(script)
    dialog.page.keyboard.press("Escape")
    dialog.look_for("envoy")
    assert len(dialog.titles) == 5


@pytest.mark.parametrize(
    "lost", sampled(["pagefind.js", "pagefind-entry.json", "*.pf_meta", "wasm.*", "index/*", "fragment/*"], 2)
)
def test_a_file_of_the_index_does_not_come(broken: Path, dialog: Dialog, lost: str) -> None:
    files = list((broken / "pagefind").glob(lost))
    assert files
    for file in files:
        file.rename(file.with_name(f"{file.name}.away"))
    dialog.open()
    dialog.field.press_sequentially("envoy")
    expect(dialog.page.get_by_role("status")).to_have_text(FAILED)
    assert dialog.links == []
    for file in files:
        file.with_name(f"{file.name}.away").rename(file)
    dialog.page.get_by_role("button", name="Try again").click()
    expect(dialog.page.locator(".search-title")).to_have_count(5)
    expect(dialog.field).to_be_focused()


def test_other_requests_of_the_page_are_left_alone(page: Page, root: str) -> None:
    page.goto(root)
    Dialog(page).look_for("envoy")
    assert page.evaluate(
        "async () => (await fetch('treaty/')).ok && (await fetch(new Request('source/'))).ok"
    )
