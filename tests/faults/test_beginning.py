"""A project that is begun while the machine fails, or while the run is killed: whole files or none."""

import os
import random
import time
from importlib import import_module
from pathlib import Path

import pytest

from briefgen.write.starter import starter_files, write_starter
from tests.faults.harness import KILLED, killed_in_fork, run, warm_up
from tests.hostile.desk import make_desk, tree
from tests.sweep import SWEEP

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks")


@pytest.mark.parametrize("how", ["kill_at", "fail_at"])
def test_at_each_call_files_are_whole_or_not_there(tmp_path: Path, how: str) -> None:
    warm_up(make_desk(tmp_path / "desk"))
    whole = starter_files()
    ends = []
    for k in range(1, 400, 1 if SWEEP > 1 else 23):
        root = tmp_path / f"{k}" / "site"
        root.parent.mkdir()
        done = run(root, ["init"], kill_at=k * (how == "kill_at"), fail_at=k * (how == "fail_at"))
        ends.append(done.code)
        there = {path: data for path, data in tree(root).items() if not path.endswith(".new")}
        assert all(data == whole[path] for path, data in there.items()), (k, done)
        assert "Traceback" not in done.said, (k, done)
        if not done.failed:
            break
        assert done.code in (KILLED, 2, 0), (k, done)
        assert run(root, ["init"]).code == 0
        assert tree(root) == whole, (k, done)
    assert ends[-1] == 0
    assert len(ends) > (50 if SWEEP > 1 else 2), "there are fewer calls than there are files to write"


@pytest.mark.parametrize(
    "command",
    [
        ("new", "Another", "--about", "examplereport", "--date", "2025-02-01"),
        ("rename", "example-library", "library"),
    ],
    ids=lambda command: str(command[0]),
)
def test_whole_briefs_are_whole_after_a_kill(tmp_path: Path, command: tuple[str, ...]) -> None:
    def begin(name: str) -> Path:
        root = tmp_path / name / "site"
        write_starter(root)
        return root

    before, after = tree(begin("before")), begin("after")
    warm_up(after)
    for name in ("authoring.new", "authoring.rename"):
        import_module(f"briefgen.{name}")
    assert run(after, command).code == 0
    made = tree(after)
    k = 0
    while True:
        k += 1 if SWEEP > 1 else 19
        root = begin(f"{k}")
        done = run(root, command, kill_at=k)
        there = {path: data for path, data in tree(root).items() if not path.endswith(".new")}
        for path, data in there.items():
            assert data in (before.get(path), made.get(path)) or path.startswith(".briefgen/"), (k, path)
        kept = {path for path in before if path.startswith(("seeds/", "docs/"))}
        assert kept <= there.keys(), (k, done)
        again = run(root, command)
        if again.code == 2:  # it was done already
            assert command[0] == "new" or "there is no brief" in again.said, (k, again)
        left = {path: data for path, data in tree(root).items() if not path.endswith(".new")}
        assert {path: left.get(path) for path in made} == made, (k, done, again)
        if done.code == 0:
            break
        assert done.code == KILLED, (k, done)


COMMANDS = {
    "init": ("init",),
    "new": ("new", "Another", "--about", "examplereport", "--date", "2025-02-01"),
    "capture": (
        *("capture", "DOCUMENT", "--key", "third", "--captured", "2025-03-01"),
        *("--language", "en", "--obtained", "by mail"),
    ),
    "rename": ("rename", "example-library", "library"),
}
DOCUMENT = "<!doctype html><html><body>" + "<p>The library is closed.<sup>1</sup></p>" * 40 + "</body></html>"
KILLS = 100 if SWEEP > 1 else 1


@pytest.mark.parametrize("name", COMMANDS)
def test_killed_at_any_moment_files_are_whole_or_not_there(tmp_path: Path, name: str) -> None:
    """At moments of chance, as a person or the machine does; the next run makes what one run makes."""
    (tmp_path / "page.html").write_text(DOCUMENT, encoding="utf-8")
    command = [word.replace("DOCUMENT", str(tmp_path / "page.html")) for word in COMMANDS[name]]

    def begin(number: str) -> Path:
        root = tmp_path / number / "site"
        if name == "init":
            root.parent.mkdir()
            return root
        write_starter(root)
        works = root / "sources/references.bib"
        works.write_text(works.read_text("utf-8") + "\n@misc{third, title = {The third}}\n", encoding="utf-8")
        return root

    def seen(root: Path) -> dict[str, object]:
        ours = (".briefgen/", "docs/.briefgen")
        found = tree(root) if root.exists() else {}
        return {
            path: data for path, data in found.items() if not path.startswith(ours) and ".new" not in path
        }

    warm_up(make_desk(tmp_path / "desk"))
    for module in ("authoring.new", "authoring.rename"):
        import_module(f"briefgen.{module}")
    before = seen(begin("before"))
    begun = time.perf_counter()
    assert run(begin("timed"), command).code == 0
    lasts = time.perf_counter() - begun
    made = seen(tmp_path / "timed/site")
    chance, killed, number = random.Random(name), 0, 0
    while killed < KILLS:
        number += 1
        assert number < 30 * KILLS, "it is over before it can be killed"
        root = begin(f"{number}")
        if killed_in_fork(root, command, chance.uniform(0, lasts)):
            killed += 1
        else:  # the machine was busier when the time was taken
            lasts *= 0.7
        for path, data in seen(root).items():
            assert data in (before.get(path), made.get(path)), (number, path)
        again = run(root, command)
        assert again.code in (0, 2), (number, again)
        assert seen(root) == made, (number, again)
