from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import serve
from tests.repository import copy_project, run
from tests.shared import made_once
from tests.site.desk import build_desk


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's project, built by `briefgen build --strict`; not to be changed."""
    return made_once(tmp_path_factory, "project", _build)


def _build(folder: Path) -> None:
    done = run("-m", "briefgen", "build", "--strict", "--root", copy_project(folder))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr


@pytest.fixture(scope="session")
def address(project: Path) -> Iterator[str]:
    """The address of the built site, sent as GitHub Pages does: a browser may keep all for ten minutes."""
    with serve(project / "site", headers={"Cache-Control": "max-age=600"}) as root:
        yield root


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Bridge Desk (`tests/site/desk.py`), built; not to be changed."""
    return made_once(tmp_path_factory, "desk", build_desk)


@pytest.fixture(scope="session")
def desk_address(desk: Path) -> Iterator[str]:
    """The address of its built site."""
    with serve(desk / "site", headers={"Cache-Control": "max-age=600"}) as root:
        yield root
