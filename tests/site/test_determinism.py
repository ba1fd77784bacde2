"""The same files give the same bytes: on another day, in another folder, in another locale."""

import hashlib
from datetime import datetime
from pathlib import Path

from tests.repository import run
from tests.site.desk import copy_desk

SITECUSTOMIZE = """
import datetime, os, time_machine
time_machine.travel(datetime.datetime.fromisoformat(os.environ["FAKE_NOW"]), tick=True).start()
"""
"""Python runs this first, in briefgen and in the MkDocs it starts: a clock that is wrong by years."""


def test_two_builds_are_the_same_to_the_byte(desk: Path, tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    clock.mkdir()
    (clock / "sitecustomize.py").write_text(SITECUSTOMIZE, encoding="utf-8")
    first = files(desk)
    second = files_of_build(
        tmp_path / "another folder",
        clock,
        "2031-12-31T23:59:59+00:00",
        PYTHONHASHSEED="77",
        TZ="Asia/Pyongyang",
        LANG="de_DE.UTF-8",
        LC_ALL="POSIX",
    )
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
    assert any(name.startswith("site/") for name in first)


def files_of_build(folder: Path, clock: Path, now: str, **environment: str) -> dict[str, str]:
    """Build a copy of the project, at another time and elsewhere; its files."""
    project = copy_desk(folder)
    path = f"{clock}:{Path(__file__).parents[2]}"
    done = run(
        "-m", "briefgen", "build", "--root", project, **{"PYTHONPATH": path, "FAKE_NOW": now, **environment}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    told = run("-c", "import time; print(time.time())", PYTHONPATH=path, FAKE_NOW=now)
    assert abs(float(told.stdout) - datetime.fromisoformat(now).timestamp()) < 60
    return files(project)


def files(project: Path) -> dict[str, str]:
    """The sha256 of every file of docs/ and site/."""
    return {
        str(file.relative_to(project)): hashlib.sha256(file.read_bytes()).hexdigest()
        for part in ("docs", "site")
        for file in sorted((project / part).rglob("*"))
        if file.is_file()
    }
