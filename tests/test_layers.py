"""The architecture is a contract that fails when someone imports the wrong way."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository import ROOT


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "briefgen", tmp_path / "briefgen", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy2(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_layers_hold(copy: Path) -> None:
    done = lint_imports(copy)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "wrong"),
    [
        ("text.py", "import briefgen.rules"),
        ("model/work.py", "import briefgen.markdown.tree"),
        ("parse/brief.py", "import briefgen.verify"),
        ("resolve/keys.py", "import briefgen.render"),
        ("render/blocks.py", "import yaml"),
        ("render/inlines.py", "import markdown_it"),
        ("verify/captures.py", "import os"),
        ("load/meant.py", "import os"),
        ("write/pages.py", "import shutil"),
        ("site/build.py", "import subprocess"),
        ("matching/lookup.py", "import time"),
        ("render/view.py", "import briefgen.render.lists.all"),
        ("utils.py", "VALUE = 1"),
    ],
)
def test_an_import_the_wrong_way_breaks_them(copy: Path, module: str, wrong: str) -> None:
    path = copy / "briefgen" / module
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{before}\n{wrong}\n", encoding="utf-8")
    done = lint_imports(copy)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "BROKEN" in done.stdout
