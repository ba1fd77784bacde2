import base64
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from briefgen.site import offline_page
from briefgen.site.pages import change_pages, site_files
from tests.browser import serve
from tests.shared import made_once
from tests.site.search_dialog.dialog import Dialog
from tests.site.search_dialog.records import LANGUAGES, add_index, announce, build
from tests.site.visit import watched
from tests.windows import Windows


@pytest.fixture(scope="session")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site without an index; not to be changed."""
    return made_once(tmp_path_factory, "small", build) / "site"


@pytest.fixture(scope="session")
def site(plain_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with its index; not to be changed."""

    def make(folder: Path) -> None:
        shutil.copytree(plain_site, folder / "site")
        add_index(folder / "site", folder / "shadows")

    return made_once(tmp_path_factory, "small-with-index", make) / "site"


@pytest.fixture(scope="session")
def root(site: Path) -> Iterator[str]:
    """The small site's address."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def offline_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site as one opens it from a disk: the index is a table in a script."""

    return made_once(tmp_path_factory, "small-offline", lambda folder: _make_offline(site, folder))


def _make_offline(site: Path, folder: Path) -> None:
    shutil.copytree(site, folder)
    names = frozenset(site_files(folder))
    change_pages(folder, lambda path, page: offline_page(page, path, names))
    index = folder / "pagefind"
    files = [path for path in sorted(index.rglob("*")) if path.is_file()]
    table = {
        path.relative_to(index).as_posix(): base64.b64encode(path.read_bytes()).decode() for path in files
    }
    (folder / "assets/search-index.js").write_text(f"briefgenIndex={json.dumps(table)};", encoding="utf-8")
    shutil.rmtree(index)
    announce(folder, {"languages": LANGUAGES, "offline": True})


@pytest.fixture
def any_page(windows: Windows) -> Iterator[Page]:
    """A page on a wide screen, nothing opened yet."""
    with windows.page(viewport={"width": 1440, "height": 900}) as page:
        yield page


@pytest.fixture
def page(any_page: Page) -> Iterator[Page]:
    """The same; a complaint of the browser fails the test."""
    with watched(any_page) as visit:
        yield any_page
    assert visit.complaints == []


@pytest.fixture
def dialog(page: Page, root: str) -> Dialog:
    """The search of the treaty's page."""
    page.goto(f"{root}treaty/")
    return Dialog(page)
