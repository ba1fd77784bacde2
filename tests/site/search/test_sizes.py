"""A search loads little.

Here at a dozen briefs, in the sweep at 40; `python -m benchmarks.search` measures it at 4,000 as well.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from benchmarks.search import FIRST_BOUND, FURTHER_BOUND, cost_of, write_site
from benchmarks.search_site import site_pages
from tests.browser import serve
from tests.repository import run
from tests.site.search_dialog.dialog import Dialog, requests_of
from tests.sweep import SWEEP, sampled


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("sizes")
    write_site(root / "site", site_pages(12 if SWEEP == 1 else 40))
    done = run("-m", "briefgen", "index", "--root", root, "--site", root / "site")
    assert done.returncode == 0, done.stderr
    with serve(root / "site") as address:
        yield address


@pytest.mark.parametrize(
    ("language", "query"),
    sampled([("en", "North Korea"), ("en", "treaty"), ("de", "strategische Partnerschaft")], 3),
)
def test_a_search_loads_little(chromium: Browser, address: str, language: str, query: str) -> None:
    cost = cost_of(chromium, address, language, query)
    assert 50_000 < cost.first < FIRST_BOUND  # the engine alone is more than the lower bound
    assert 5_000 < cost.further < FURTHER_BOUND


def test_filters_alone_load_no_words(chromium: Browser, address: str) -> None:
    """Pagefind would load every word of the site for the values of a filter."""
    with chromium.new_page() as page:
        sizes: list[int] = []
        page.on(
            "response",
            lambda answer: (
                sizes.append(int(answer.headers["content-length"]))
                if "/pagefind/index/" in answer.url
                else None
            ),
        )
        page.goto(address)
        dialog = Dialog(page).open().wait()
        page.locator(".search summary").click()
        page.locator(".search-filters").get_by_label("imprecise").check()  # of half of the briefs
        assert len(dialog.wait().links) > 5
        assert sum(sizes) < 100
        dialog.look_for("treaty")
        assert sum(sizes) > 1000


def test_a_chosen_language_is_the_only_one_that_is_asked(chromium: Browser, address: str) -> None:
    """On an English page, and with a slip: other spellings come from the chosen language as well."""
    with chromium.new_page() as page:
        asked = requests_of(page)
        page.goto(f"{address}?lang=de&q=Pionire")
        assert Dialog(page).wait().links
        loaded = [path for path in asked if "pagefind/" in path]
        assert any("/wasm.de." in path for path in loaded)
        assert not [path for path in loaded if ".en." in path or ".en_" in path or "words-en" in path], loaded
