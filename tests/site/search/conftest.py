import shutil
from pathlib import Path

import pytest

from tests.repository import run
from tests.shared import made_once
from tests.site.search.probes import PROJECT


@pytest.fixture(scope="session")
def probes_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project that the probes are about, built by `briefgen build --strict`; not to be changed."""
    return made_once(tmp_path_factory, "probes", _build)


def _build(folder: Path) -> None:
    shutil.copytree(PROJECT, folder)
    done = run("-m", "briefgen", "build", "--strict", "--root", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "search: " in done.stdout
