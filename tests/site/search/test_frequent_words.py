"""Words that stand nearly everywhere come with few places in each record, and nothing is lost by it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from benchmarks.search import write_site
from briefgen.site.search import index_site
from tests.browser import serve
from tests.site.search_dialog.dialog import Dialog, requests_of
from tests.windows import Windows

PAGES = 30
_MANY = "Korea is the theme here. " * 600
"""Enough that the places of a word fill more than a file."""


def _pages() -> Iterator[tuple[str, str]]:
    for number in range(PAGES):
        body = f"<h1 id=t>Page {number}</h1><p>{_MANY}</p><h2 id=end>The end</h2><p>Of it. "
        if number == 7:
            body += "North Korea and South Korea signed. Koreans know: Korea."
        if number == 8:
            body += "The north of the theme, Korea not behind it."
        yield (
            f"page-{number}/index.html",
            f'<!doctype html><html lang="en"><head><meta name="briefgen:kind" content="brief"></head>'
            f"<body><article>{body}</p></article></body></html>",
        )


def _site(folder: Path, *, offline: bool) -> Path:
    write_site(folder / "site", _pages())
    index_site(folder, folder / "site", offline=offline)
    return folder / "site"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(_site(tmp_path_factory.mktemp("frequent"), offline=False)) as address:
        yield address


@pytest.fixture
def page(windows: Windows) -> Iterator[Page]:
    with windows.page() as page:
        yield page


def marked(results: Locator) -> list[str]:
    return results.locator("mark").all_inner_texts()


def test_it_is_found_wherever_it_stands(page: Page, address: str) -> None:
    page.goto(address)
    asked = requests_of(page)
    dialog = Dialog(page).look_for("korea signed")
    assert dialog.links[0] == "page-7/#end"
    assert [name.endswith("-few.pf_index") for name in asked if "/index/" in name] == [True, False]
    # All that stand in that section, though of “Korea” the index has no place.
    assert marked(page.locator(".search-first")) == ["Korea", "Korea", "signed", "Koreans", "Korea"]


def test_words_side_by_side_are_found_at_their_last_place(page: Page, address: str) -> None:
    page.goto(address)
    dialog = Dialog(page).look_for("north korea")
    assert sorted(dialog.links) == ["page-7/#end", "page-8/#end"]
    asked = requests_of(page)
    assert dialog.look_for('"north korea"').links == ["page-7/#end"]
    assert marked(page.locator(".search-list")) == ["North", "Korea"]
    # Of the engine nothing came twice.
    assert {Path(name).suffix for name in asked} == {".pf_index"}
    assert [name for name in asked if name.endswith("-all.pf_index")]


def test_words_side_by_side_from_a_disk(page: Page, tmp_path: Path) -> None:
    page.goto((_site(tmp_path, offline=True) / "index.html").as_uri())
    links = Dialog(page).look_for('"north korea"').links
    assert [link.rpartition("/page-7/")[2] for link in links] == ["index.html#end"]
