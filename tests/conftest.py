import gc
import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

from tests import warm_builder
from tests.browser import CHROMIUM_FLAGS, CHROMIUM_MISSING, find_chromium
from tests.sweep import SWEEP
from tests.windows import Windows

# Where a machine is set not to keep what Python has compiled, each of the many processes that tests start
# would compile all of briefgen.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# A busy machine is slow now and then; that is no failure. Each run of the suite tries the same examples, so
# that no commit is held up by what was wrong before it; the sweep tries others each time.
settings.register_profile("patient", settings(), deadline=None, derandomize=SWEEP == 1)
settings.load_profile("patient")
expect.set_options(timeout=60_000)

warm_builder.use()


@pytest.fixture(scope="session", autouse=True)
def state_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whoever runs the tests keeps their own key: what is kept between runs is kept elsewhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="session")
def windows(chromium: Browser) -> Windows:
    """Windows of that browser, to look at pages: `with windows.page() as page`."""
    return Windows(chromium)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A running Chromium, one for each worker. Who changes what a page is sent, or the time there, takes a
    new context, and closes it: `with chromium.new_context() as context`."""
    path = find_chromium()
    if path is None:
        pytest.fail(CHROMIUM_MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


def pytest_collection_finish() -> None:
    """What has been made by now stays to the end: it need not be looked through again and again."""
    gc.collect()
    gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected files of golden/ anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether the expected files are to be written anew."""
    return bool(request.config.getoption("--update-golden"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What opens pages comes first, then what starts programs: these files take longest, and short ones fill
    the ends of all workers."""
    items.sort(key=lambda item: (not item.nodeid.startswith("tests/site/"), not _starts_programs(item)))


def _starts_programs(item: pytest.Item) -> bool:
    module = getattr(item, "module", None)
    return not _PROGRAMS.isdisjoint(vars(module) if module else ())


_PROGRAMS = frozenset(("Browser", "Editor", "Windows", "run", "subprocess"))
"""What a file of tests has imported that does."""
