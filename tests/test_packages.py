"""The wheel and the sdist: the same bytes wherever and whenever they are built; and for every Python."""

import os
import shutil
import subprocess
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest
import time_machine
from hatchling.builders.sdist import SdistBuilder

from briefgen.cli.main import main
from briefgen.write.starter import write_starter
from tests.cli.project import tree
from tests.installed import build_wheel, run, this_python
from tests.repository import ROOT
from tests.sweep import SWEEP

PARTS = ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", ".gitignore", "briefgen", "docs/manual")
"""What packages are built from."""


def build_sdist(folder: Path, root: Path = ROOT) -> Path:
    return Path(next(SdistBuilder(str(root)).build(directory=str(folder), versions=["standard"])))


def copy_elsewhere(target: Path) -> Path:
    """A checkout of another day, by somebody with another mask."""
    for name in PARTS:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, target / name, symlinks=True, ignore=ignored)
        else:
            shutil.copy(ROOT / name, target / name)
    for place in target.rglob("*"):
        if not place.is_symlink():
            os.utime(place, (1_000_000_000, 1_000_000_000))
            place.chmod(place.stat().st_mode & 0o700)
    return target


def test_they_are_the_same_bytes_of_another_day_and_another_folder(tmp_path: Path) -> None:
    other = copy_elsewhere(tmp_path / "elsewhere/deep")
    wheel, sdist = build_wheel(tmp_path / "here"), build_sdist(tmp_path / "here")
    with time_machine.travel("2031-03-04 05:06:07"):
        again, sdist_again = build_wheel(tmp_path / "there", other), build_sdist(tmp_path / "there", other)
    assert wheel.read_bytes() == again.read_bytes()
    assert sdist.read_bytes() == sdist_again.read_bytes()
    with tarfile.open(sdist) as whole:
        whole.extraction_filter = getattr(tarfile, "data_filter", None)  # Python 3.11.2 has none
        whole.extractall(tmp_path / "unpacked")
    (folder,) = (tmp_path / "unpacked").iterdir()
    assert build_wheel(tmp_path / "from the sdist", folder).read_bytes() == wheel.read_bytes()
    with ZipFile(wheel) as packed:
        said = packed.read("briefgen-0.1.0.dist-info/METADATA").decode()
    assert "\nProject-URL" not in said, "no address is invented"


PYTHONS = ("python3.12", "python3.13", "python3.14")
"""Beside the one that runs the tests, which is the oldest that briefgen is for."""


def interpreter(name: str) -> Path | None:
    """A Python that starts: on the path, or among those that pyenv keeps."""
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    for place in (shutil.which(name), *sorted(versions.glob(f"*/bin/{name}"))):
        if place and not subprocess.run([place, "--version"], capture_output=True, check=False).returncode:
            return Path(place)
    return None


@pytest.mark.skipif(SWEEP == 1, reason="fetches and installs everything anew: in the sweep")
@pytest.mark.parametrize("python", [this_python(), *PYTHONS], ids=lambda name: Path(name).name)
def test_in_a_fresh_environment_from_nothing_but_the_wheel(tmp_path: Path, python: str) -> None:
    """Each Python that there is makes the same site; none of the network is asked after the installation."""
    found = interpreter(python)
    if found is None:
        pytest.skip(f"there is no {python} here")
    wheel = build_wheel(tmp_path)
    assert run([found, "-m", "venv", tmp_path / "environment"], tmp_path).returncode == 0
    programs = tmp_path / "environment/bin"
    done = run([programs / "pip", "install", "-q", f"{wheel}[capture,cards,search]"], tmp_path)
    assert done.returncode == 0, done.stderr
    nowhere = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    for command in (
        ["init", "site"],
        ["check", "--strict", "--root", "site"],
        ["build", "--strict", "--root", "site"],
        ["new", "A second", "--root", "site", "--date", "2025-05-05"],
        ["status", "--root", "site"],
        ["help", "reference/settings"],
    ):
        done = run([programs / "briefgen", *command], tmp_path, **nowhere)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
    write_starter(tmp_path / "here")
    assert main(["compile", "--root", str(tmp_path / "here")]) == 0
    assert tree(tmp_path / "site/docs") == tree(tmp_path / "here/docs")
