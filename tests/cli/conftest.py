from pathlib import Path

import pytest

from tests.cli.project import make_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A tiny project without a fault, its name not plain ASCII."""
    return make_project(tmp_path / "Prüfung 1")
