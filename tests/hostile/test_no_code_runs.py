"""`briefgen check` runs no program of the project: it is what CI calls for a pull request from outside."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository import ROOT, run_in

_TRAP = "from pathlib import Path\nPath({place!r}).write_text('ran')\n"
_SETTINGS = {
    "a hook": "hooks:\n  - hook.py\n",
    "a plugin beside the settings": "plugins:\n  - hook\n",
    "a tag that calls a function": "extra:\n  x: !!python/object/apply:os.system ['touch ran']\n",
    "a tag that names a function": "extra:\n  slugify: !!python/name:hook.slugify\n",
    "settings that inherit": "INHERIT: hook.yml\n",
}
_SHADOWS = ("yaml", "markdown", "pybtex", "mkdocs", "json", "sitecustomize", "usercustomize", "briefgen")


@pytest.mark.parametrize("setting", _SETTINGS.values(), ids=_SETTINGS)
def test_settings_run_nothing(tmp_path: Path, setting: str) -> None:
    project = _with_traps(tmp_path)
    settings = project / "mkdocs.yml"
    settings.write_text(f"site_name: x\n{setting}", "utf-8")
    told = run_in(project, "-m", "briefgen", "check")
    assert not (tmp_path / "ran").exists()
    assert not (project / "ran").exists()
    assert "Traceback" not in told.stderr + told.stdout


def test_modules_beside_the_settings_are_not_imported(tmp_path: Path) -> None:
    project = _with_traps(tmp_path)
    trap = (project / "hook.py").read_text("utf-8")
    for module in _SHADOWS:
        (project / f"{module}.py").write_text(trap, "utf-8")
    # As it is installed, and all that the other commands import, and what MkDocs does.
    command = [str(Path(sys.executable).with_name("briefgen")), "build"]
    told = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    assert not (tmp_path / "ran").exists()


def _with_traps(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    shutil.copytree(ROOT / "tests/golden/_base", project)
    brief = "---\ntitle: A brief\ndate: 2025-05-10\n---\nNothing is quoted here.\n"
    (project / "sources/brief.md").write_text(brief, "utf-8")
    shutil.copy(ROOT / "tests/torture/mkdocs.yml", project)
    (project / "docs").mkdir()
    (project / "docs/index.md").write_text("# Home\n", "utf-8")
    (project / "hook.py").write_text(_TRAP.format(place=str(tmp_path / "ran")), "utf-8")
    (project / "hook.yml").write_text("extra: {}\n", "utf-8")
    return project
