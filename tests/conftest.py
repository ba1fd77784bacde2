from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.browser import CHROMIUM_FLAGS, CHROMIUM_MISSING, find_chromium

# A busy machine is slow now and then; that is no failure. Everything else stays as Hypothesis chose it for
# the place (under CI: no randomness, no example database).
settings.register_profile("patient", settings(), deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A running Chromium, one for each worker. Take a new context from it in each test, and close it:
    `with chromium.new_context() as context`."""
    path = find_chromium()
    if path is None:
        pytest.fail(CHROMIUM_MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected files of golden/ anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether the expected files are to be written anew."""
    return bool(request.config.getoption("--update-golden"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What opens pages comes first: its files take longest, and short ones fill the ends of all workers."""
    items.sort(key=lambda item: not item.nodeid.startswith("tests/site/"))
