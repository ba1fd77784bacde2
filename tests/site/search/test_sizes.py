"""A search loads little. Here at 40 briefs; `python -m benchmarks.search` measures it at 4,000 as well."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from benchmarks.search import FIRST_BOUND, FURTHER_BOUND, cost_of, write_site
from briefgen.searchindex import index_site
from tests.browser import serve


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("sizes")
    write_site(root / "site", 40)
    index_site(root, root / "site")
    with serve(root / "site") as address:
        yield address


@pytest.mark.parametrize(
    ("language", "query"), [("en", "treaty"), ("en", "North Korea"), ("de", "strategische Partnerschaft")]
)
def test_a_search_loads_little(chromium: Browser, address: str, language: str, query: str) -> None:
    cost = cost_of(chromium, address, language, query)
    assert 50_000 < cost.first < FIRST_BOUND  # the engine alone is more than the lower bound
    assert 5_000 < cost.further < FURTHER_BOUND
