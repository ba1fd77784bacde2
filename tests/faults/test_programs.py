"""What others call fails: imports, MkDocs, Pagefind. And a run is killed with all that it started."""

import errno
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.harness import killed_after
from tests.hostile.desk import change, make_desk, tree
from tests.repository import ROOT, run
from tests.sweep import SWEEP

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="POSIX")

BROKEN_PYTHON = Path(__file__).parent / "broken_python"
MADE = ("site/", "docs/")
FAULTS = 100 if SWEEP > 1 else 2
KILLS = 5 * SWEEP if SWEEP > 1 else 1
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)


def build(root: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    variables = os.environ | {"PYTHONPATH": f"{BROKEN_PYTHON}{os.pathsep}{ROOT}"} | environment
    return subprocess.run(
        [sys.executable, "-m", "briefgen", "--root", str(root), "build"],
        env=variables,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=300,
    )


def build_again(root: Path) -> "subprocess.CompletedProcess[str]":
    """Where nothing fails."""
    return run("-m", "briefgen", "build", "--root", root)


def made(root: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(root).items() if path.startswith(MADE)}


class Desk:
    """A project that was built, and changed since; what it was, and what a build makes of it."""

    def __init__(self, folder: Path) -> None:
        self.before, self.work = make_desk(folder / "before"), folder / "desk"
        assert build_again(self.before).returncode == 0
        self.old = made(self.before)
        change(self.before, "sources/bridge.md", "A description.", "Another description.")
        self.authors = {p: d for p, d in tree(self.before).items() if not p.startswith((*MADE, ".briefgen"))}
        self.start()
        done = build_again(self.work)
        assert done.returncode == 0, done.stderr
        self.new = made(self.work)

    def start(self) -> None:
        if self.work.exists():
            shutil.rmtree(self.work)
        shutil.copytree(self.before, self.work)

    def judge(self, context: object) -> None:
        """Nothing of the authors' is touched, the site is old or new, and the next run makes the new one."""
        now = tree(self.work)
        assert {p: d for p, d in now.items() if not p.startswith((*MADE, ".briefgen"))} == self.authors, (
            context
        )
        site = {path: data for path, data in now.items() if path.startswith("site/")}
        parked = any(path.startswith(".briefgen/site-old/") for path in now)
        whole = [{p: d for p, d in state.items() if p.startswith("site/")} for state in (self.old, self.new)]
        assert site in whole or (parked and not site), context
        again = build_again(self.work)
        assert again.returncode == 0, (context, again.stderr)
        assert made(self.work) == self.new, context


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("desk"))


def test_what_imports_and_other_programs_ask_for_fails_once(desk: Desk) -> None:
    """At places chosen once for all: the same in every run."""
    chance = random.Random(13)
    for number in range(FAULTS):
        program, last = (("briefgen.site.mkdocs_program", 3500), ("briefgen", 1500), ("pagefind", 400))[
            number % 3
        ]
        fault = f"{program} {chance.randint(1, last)} {ERRORS[number // 3 % 3]}"
        desk.start()
        done = build(desk.work, BRIEFGEN_TEST_FAULT=fault)
        said = done.stdout + done.stderr
        assert "Traceback" not in said, (fault, said)
        # A file of the author's that cannot be read is a finding at its place.
        why = {0: "", 1: "error[BG104] unreadable-file", 2: "briefgen: "}
        assert why[done.returncode] in said, (fault, said)
        desk.judge((fault, said))


def test_a_run_that_is_killed_with_all_it_started(desk: Desk) -> None:
    chance = random.Random(13)
    for _ in range(KILLS):
        desk.start()
        seconds = chance.uniform(0.2, 6)
        killed_after(desk.work, ["build"], seconds)
        desk.judge(seconds)


def test_two_builds_at_once(desk: Desk) -> None:
    desk.start()
    command = [sys.executable, "-m", "briefgen", "--root", str(desk.work), "build"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    both = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        for _ in range(2)
    ]
    said = [one.communicate(timeout=300)[0].decode() for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    assert made(desk.work) == desk.new


@pytest.mark.parametrize("clock", ["0", "4102444800"] if SWEEP > 1 else ["0"])
def test_neither_clock_nor_home_is_needed(desk: Desk, clock: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "TMPDIR", "USER", "LOGNAME"):
        monkeypatch.delenv(name, raising=False)
    desk.start()
    done = build(desk.work, BRIEFGEN_TEST_CLOCK=clock)
    assert done.returncode == 0, done.stderr
    assert made(desk.work) == desk.new
