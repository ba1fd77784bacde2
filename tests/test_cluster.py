"""The work on each brief, on a real Dask cluster: the same bytes, whatever becomes of its workers."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from briefgen import cluster
from briefgen.cluster import on_cluster
from briefgen.each import Each, Needs, one_by_one
from briefgen.failure import CannotRunError
from briefgen.pipeline import compile_briefs
from briefgen.write import draw_cards
from tests.repository import ROOT
from tests.rules.projects import lay_out

_ADDRESS = re.compile(r"Scheduler at: +(tcp://127\.0\.0\.1:\d+)")
_JOINED = re.compile("Starting established connection")
_DASK = "import sys; sys.path.insert(0, {!r}); from dask.__main__ import main; main()"
_OTHER = f"import sys; sys.meta_path[:] = [one for one in sys.meta_path if isinstance(one, type)]; {_DASK}"
"""Without what finds the briefgen of this repository."""


def start(stack: ExitStack, said: re.Pattern[str], code: str, *arguments: str) -> str:
    """Start a program of Dask's, and wait for what it says when it is ready."""
    program = subprocess.Popen(
        [sys.executable, "-c", code, *arguments, "--no-dashboard"],
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    stack.callback(end, program)
    assert program.stderr
    for line in program.stderr:
        if found := said.search(line):
            return found[found.re.groups]
    raise AssertionError(f"{arguments} did not start")


def end(program: "subprocess.Popen[str]") -> None:
    program.kill()
    program.communicate()


def add_worker(stack: ExitStack, address: str, code: str = _DASK.format(str(ROOT))) -> None:
    start(stack, _JOINED, code, "worker", address, "--nthreads", "1", "--no-nanny")


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_WAIT", "120s")


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    with ExitStack() as stack:
        yield start(
            stack, _ADDRESS, _DASK.format(str(ROOT)), "scheduler", "--host", "127.0.0.1", "--port", "0"
        )


def test_a_cluster_that_cannot_do_it_is_refused_with_words(
    scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CannotRunError, match="has no workers"), on_cluster(scheduler):
        pass
    shutil.copytree(ROOT / "briefgen", tmp_path / "briefgen")
    with (tmp_path / "briefgen/each.py").open("a", encoding="utf-8") as file:
        file.write("\n")
    with ExitStack() as stack:
        add_worker(stack, scheduler, _OTHER.format(str(tmp_path)))
        stack.enter_context(pytest.raises(CannotRunError, match="has another briefgen than this machine"))
        stack.enter_context(on_cluster(scheduler))
    monkeypatch.setattr(cluster, "_WAIT", "1s")
    with pytest.raises(CannotRunError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:1"):
        stack.enter_context(on_cluster("tcp://127.0.0.1:1"))


@pytest.fixture(scope="module")
def three(scheduler: str) -> Iterator[str]:
    """The address of three workers, each a process."""
    with ExitStack() as stack:
        for _ in range(3):
            add_worker(stack, scheduler)
        yield scheduler


def test_what_is_raised_is_raised_here(three: str) -> None:
    def refuse(item: int) -> int:
        if item >= 15:
            raise OSError(28, "full", f"{item}")
        return item

    with on_cluster(three) as each, pytest.raises(OSError, match="full: '15'"):
        each(refuse, range(40))


def test_a_killed_workers_work_is_done_by_others_and_the_bytes_are_the_same(
    three: str, tmp_path: Path
) -> None:
    lay_out((), tmp_path)
    with (tmp_path / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("site_url: https://example.org/\n")
    text = (tmp_path / "sources/bridge.md").read_text("utf-8")
    for number in range(24):
        (tmp_path / f"sources/copy-{number:02}.md").write_text(f"{text}\nParagraph {number}.\n", "utf-8")
    alone = compile_briefs(tmp_path)
    asked: list[Path] = []

    def killing(each: Each) -> Each:
        def each_killing(
            function: Callable[[Any], Any],
            items: Sequence[Any],
            _: Callable[[Any], Needs] | None = None,
            /,
        ) -> list[Any]:
            if len(items) < 24:
                return each(function, items)
            asked.append(tmp_path / f"killed-{len(asked)}")
            if len(asked) not in (2, 3):  # of parsing, resolving, verifying, rendering
                return each(function, items)
            return each(partial(once_fatal, os.getpid(), function, asked[-1]), items)

        return each_killing

    with on_cluster(three) as each:
        who: set[int] = set()
        while len(who) < 3:  # one that is slow may find that the others have done it all
            who |= set(each(lambda _: os.getpid(), range(60)))
        assert os.getpid() not in who
        together = compile_briefs(tmp_path, each=killing(each))
        drawn = draw_cards(tmp_path, together.value.cards, each)
        assert len(set(each(lambda _: os.getpid(), range(60))) - {os.getpid()}) == 1
    assert len(drawn) >= 24
    assert [place.exists() for place in asked] == [False, True, True, False]
    assert (together.findings, together.value.pages) == (alone.findings, alone.value.pages)
    for place in (tmp_path / ".briefgen/cards").iterdir():
        place.unlink()
    assert draw_cards(tmp_path, alone.value.cards, one_by_one) == drawn


def once_fatal(here: int, function: Callable[[Any], Any], place: Path, item: object) -> object:
    """End the worker that comes here first, in the midst of its part."""
    if os.getpid() != here:
        with suppress(FileExistsError):
            place.touch(exist_ok=False)
            os.kill(os.getpid(), 9)
    return function(item)


def test_when_all_are_gone_it_is_done_here(three: str) -> None:
    with on_cluster(three) as each:
        assert os.getpid() not in each(lambda _: os.getpid(), range(20))
        assert each(partial(fatal, os.getpid()), range(20)) == [os.getpid()] * 20


def fatal(here: int, _: int) -> int:
    if os.getpid() != here:
        os.kill(os.getpid(), 9)
    return os.getpid()
