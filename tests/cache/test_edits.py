"""After any edits of what a brief is made from, all that is written and said is that of a clean run."""

import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from difflib import ndiff
from pathlib import Path, PurePath
from random import Random

import pytest

from briefgen.disk import hashes, writing
from briefgen.model.layout import project
from briefgen.styling.pandoc import find_pandoc
from tests.cache.edits import EDITS, lay_out_briefs, nothing, put_back, written
from tests.cache.test_last_run import said_by
from tests.cli.project import tree
from tests.sweep import SWEEP

BRIEFS = 6 if SWEEP == 1 else 20
STEPS = 9 if SWEEP == 1 else 6
SEEDS = range(1 if SWEEP == 1 else 300)
BUILT = 10
"""Of so many sequences one is built to a site, in the sweep."""
COMMAND_OPTIONS = ("--jobs", "1")
FILES_WRITTEN = 60
"""Before one of so many a run is killed."""


class Killed(BaseException):
    """Ends a run wherever it is."""


@contextmanager
def everywhere(name: str, old: object, new: object) -> Iterator[None]:
    """Another function in each of our modules that took one by its name, or takes it meanwhile."""
    put_into_all(name, old, new)
    try:
        yield
    finally:
        put_into_all(name, new, old)


def put_into_all(name: str, old: object, new: object) -> None:
    for module in [module for where, module in sys.modules.items() if where.startswith("briefgen.")]:
        if getattr(module, name, None) is old:
            setattr(module, name, new)


@contextmanager
def killed_at(number: int) -> Iterator[None]:
    """A run ends before it writes its so-manieth file."""
    left = [number]
    write = writing.replace_file

    def write_or_end(path: PurePath, data: bytes) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise Killed
        write(path, data)

    with everywhere("replace_file", write, write_or_end):
        yield


def no_pandoc() -> None:
    """What is found where there is none."""


@contextmanager
def tools(choose: Random) -> Iterator[list[str]]:
    """Some of the optional tools are not there."""
    gone = [name for name in ("resvg_py", "rfc3161_client", "pandoc") if choose.random() < 0.15]
    with pytest.MonkeyPatch.context() as patch, ExitStack() as stack:
        for name in gone:
            if name == "pandoc":
                stack.enter_context(everywhere("find_pandoc", find_pandoc, no_pandoc))
            else:
                patch.setitem(sys.modules, name, None)
        yield [f"without {name}" for name in gone]


def made(root: Path) -> dict[str, bytes]:
    """What is made of what an author wrote: `docs/`, what the builder is given, and sites."""
    others = (project.THEME, project.CITED, project.SITE, project.DRAFTS_SITE, project.OFFLINE_SITE)
    found = tree(root / project.DOCS)
    for name in others:
        place = root / name
        files = tree(place) if place.is_dir() else {"": place.read_bytes()} if place.is_file() else {}
        found |= {f"{name}/{path}": data for path, data in files.items()}
    return found


def kinds_of(choose: Random, *, builds: bool) -> list[str]:
    """A command with its options."""
    if not builds:
        return ["compile"]
    return ["build", *choose.choice(([], [], [], ["--drafts"], ["--offline"]))]


@pytest.mark.parametrize("seed", SEEDS)
def test_after_edits_all_is_as_after_a_clean_run(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hashes, "_SETTLED", 50_000_000)  # else nothing here is old enough to be known again
    choose, root, clean = Random(seed), tmp_path / "project", tmp_path / "clean"
    builds = SWEEP > 1 and seed % BUILT == 0
    lay_out_briefs(root, choose, BRIEFS)
    edits = [choose.choice(EDITS) for _ in range(STEPS)] if SWEEP > 1 else EDITS[seed :: len(EDITS) // STEPS]
    history = []
    was_right = 0
    for edit in (nothing, *edits):
        before = written(root)
        edit(root, choose)
        history.append(edit.__name__)
        with tools(choose) as gone:
            history += gone
            command = kinds_of(choose, builds=builds)
            if choose.random() < 0.2:
                with killed_at(choose.randrange(FILES_WRITTEN)):
                    try:
                        run(root, *command, "--cache")
                    except Killed:
                        history.append("killed")
            if choose.random() < 0.25:
                flags = choose.choice(([], ["--drafts"], ["--strict"], ["--format", "json"]))
                checked = run(root, "check", *flags, "--cache")
                assert checked == run(root, "check", *flags, "--no-cache"), history
            stood = made(root)
            mine = run(root, *command, "--cache")
            shutil.rmtree(clean, ignore_errors=True)
            put_back(clean, written(root))
            theirs = run(clean, *command, "--no-cache")
        differing = [*difference(findings_of(mine, root), findings_of(theirs, clean))]
        assert (mine[0], differing) == (theirs[0], []), (command, history)
        if theirs[0] == 0:
            was_right += 1
            same(made(root), made(clean), command, history)
        else:  # an error, with which nothing is written; it is mended as a checkout mends it
            assert made(root) == stood, history
            put_back(root, before)
    assert was_right > len(edits) // 3, history


def run(root: Path, *arguments: str) -> tuple[int, str]:
    return said_by("--root", root, *arguments, *COMMAND_OPTIONS)


def same(mine: dict[str, bytes], theirs: dict[str, bytes], command: list[str], history: list[str]) -> None:
    """Of sites, the one that was asked for; others are as they were made."""
    asked = {"--drafts": project.DRAFTS_SITE, "--offline": project.OFFLINE_SITE}.get(
        command[-1], project.SITE
    )
    sites = {project.SITE, project.DRAFTS_SITE, project.OFFLINE_SITE} - {asked}
    mine = {path: data for path, data in mine.items() if path.partition("/")[0] not in sites}
    differing = [path for path in mine.keys() | theirs.keys() if mine.get(path) != theirs.get(path)]
    assert not differing, (sorted(differing), command, history)


def findings_of(said: tuple[int, str], root: Path) -> list[str]:
    """What was said but for where, how many files were written, how long that took, and what is as it was."""
    words = re.sub(r"(?m)^(docs/: |site(-\w+)?/: |search: |INFO |  - ).*(\n    .*)?\n", "", said[1])
    return words.replace(str(root), "").splitlines()


def difference(mine: list[str], theirs: list[str]) -> Iterator[str]:
    return (line for line in ndiff(theirs, mine) if line[0] in "+-")
