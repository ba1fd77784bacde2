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


WRONG = {
    ("text.py", "import briefgen.rules"): "briefgen.text -> briefgen.rules (l.",
    ("model/work.py", "import briefgen.markdown.tree"): "briefgen.model.work -> briefgen.markdown.tree (l.",
    ("parse/brief.py", "import briefgen.verify"): "briefgen.parse.brief -> briefgen.verify (l.",
    ("resolve/keys.py", "import briefgen.render"): "briefgen.resolve.keys -> briefgen.render (l.",
    ("render/neighbours.py", "import yaml"): "briefgen.render.neighbours -> yaml (l.",
    ("render/text/__init__.py", "import markdown_it"): "briefgen.render.text -> markdown_it (l.",
    ("verify/captures.py", "import os"): "briefgen.verify.captures -> os (l.",
    ("load/meant.py", "import os"): "briefgen.load.meant -> os (l.",
    ("write/pages.py", "import shutil"): "briefgen.write.pages -> shutil (l.",
    ("site/build.py", "import subprocess"): "briefgen.site.build -> subprocess (l.",
    ("matching/lookup.py", "import time"): "briefgen.matching.lookup -> time (l.",
    ("render/view.py", "import briefgen.render.lists.all"): "- .view -> .lists (1 import)",
    ("utils.py", "VALUE = 1"): "are not listed as layers: - briefgen.utils",
}
"""What may stand nowhere: a module with a line more, and what is said of it."""


def test_an_import_the_wrong_way_breaks_them(copy: Path) -> None:
    """All of them at once, and each is named."""
    for module, wrong in WRONG:
        path = copy / "briefgen" / module
        assert path.exists() or module == "utils.py", module
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\n{wrong}\n")
    done = lint_imports(copy)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "BROKEN" in done.stdout
    said = " ".join(done.stdout.split())
    assert [one for one in WRONG.values() if one not in said] == [], done.stdout


def test_no_file_is_longer_than_can_be_read_at_once() -> None:
    lines = {
        path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines())
        for path in (ROOT / "briefgen").rglob("*.py")
    }
    assert {path: count for path, count in lines.items() if count > 300} == {}
