"""Work in several processes: the same results in the same order, whatever becomes of a process."""

import multiprocessing
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from briefgen.cli._arguments import CompilingOptions
from briefgen.cli.compile import compile_and_write
from briefgen.disk.writing import replace_file
from briefgen.each import one_by_one
from briefgen.pipeline import Run, compile_briefs
from briefgen.processes import Ahead, apart, in_processes, in_turns
from briefgen.processes.beside import beside
from briefgen.write import draw_cards
from tests.repository import ROOT
from tests.rules.projects import lay_out

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")
HERE = os.getpid()
MANY = 101


@pytest.mark.parametrize("jobs", [1, 2, 3, 8])
def test_the_results_are_in_order(jobs: int) -> None:
    """The first is made here: what is read and compiled for it, the copies have; so is one part of all."""
    several = min(jobs, MANY // 24)
    assert in_processes(jobs)(lambda item: (item * item, os.getpid() != HERE), range(MANY)) == [
        (item * item, item % several > 0) for item in range(MANY)
    ]


def test_a_few_are_not_worth_a_process() -> None:
    assert in_processes(8)(lambda _: os.getpid(), range(20)) == [HERE] * 20
    assert in_processes(8)(lambda item: item, []) == []


def kill(item: int) -> int:
    if os.getpid() != HERE and item == 51:
        os.kill(os.getpid(), 9)
    return item


def leave(item: int) -> int:
    if os.getpid() != HERE and item == 51:
        raise SystemExit
    return item


def unpicklable(item: int) -> object:
    return (lambda: item) if os.getpid() != HERE and item == 51 else item


def refuse_here(item: int) -> int:
    if item == 60 and os.getpid() == HERE and not REFUSED:
        REFUSED.append(item)
        raise OSError
    return item


REFUSED: list[int] = []


@pytest.mark.parametrize("function", [kill, leave, unpicklable, refuse_here])
def test_what_a_process_has_not_done_is_done(function: Callable[[int], object]) -> None:
    assert in_processes(2)(function, range(MANY)) == list(range(MANY))


def test_what_is_sent_is_equal() -> None:
    run = Run(ROOT / "tests/torture")
    made = (run.verified, run.card_kit, run.findings)
    sent = in_processes(2)(lambda _: made, range(48))[1]
    assert sent is not made
    assert sent == made
    assert repr(sent) == repr(made), "fields that are not compared, too"


def test_nobody_works_on_for_a_process_that_is_gone(tmp_path: Path) -> None:
    """It is killed while its copies send results that are never taken."""
    begun = tmp_path / "begun"
    child = os.fork()
    if not child:
        mine = os.getpid()
        in_processes(2)(
            lambda _: os.getpid() == mine or begun.write_bytes(b"") or b"x" * 2_000_000, range(10_000)
        )
        os._exit(0)
    while not begun.exists():
        time.sleep(0.01)
    workers = Path(f"/proc/{child}/task/{child}/children").read_text("utf-8").split()
    assert workers
    os.kill(child, 9)
    os.waitpid(child, 0)
    until = time.monotonic() + 60
    while (left := [*filter(is_at_work, workers)]) and time.monotonic() < until:
        time.sleep(0.05)
    assert left == []


def is_at_work(process: str) -> bool:
    """Whether a process is there, and not only its end, which nobody has taken note of."""
    stat = Path(f"/proc/{process}/stat")
    with suppress(OSError):
        return stat.read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    return False


def test_what_is_raised_is_raised_here() -> None:
    def refuse(item: int) -> int:
        if item >= 50:
            raise OSError(28, "full", f"{item}")
        return item

    with pytest.raises(OSError, match="full: '50'"):
        in_processes(2)(refuse, range(MANY))


def test_what_is_done_ahead_is_done_once_and_by_whoever_comes_first(tmp_path: Path) -> None:
    def do(item: int) -> None:
        place = tmp_path / str(item)
        if not place.exists():
            replace_file(place, f"{os.getpid()} {os.nice(0)}".encode())

    working = Ahead(2, do)
    assert not working.begin(range(20))
    assert working.begin(range(MANY))
    while not (tmp_path / "0").exists():
        time.sleep(0.01)
    workers = [str(worker.pid) for worker, _ in working._workers]
    working.finish()
    done = [(tmp_path / str(item)).read_text("utf-8").split() for item in range(MANY)]
    assert done[0] == [workers[0], str(min(os.nice(0) + 19, 19))]
    assert {process for process, _ in done} <= {*workers, str(HERE)}
    assert not any(map(is_at_work, workers))
    assert not Ahead(1, do).begin(range(MANY))


def test_a_fault_ahead_is_met_here() -> None:
    def refuse(item: int) -> None:
        raise OSError(28, "full", f"{item}")

    working = Ahead(2, refuse)
    working.begin(range(MANY))
    with pytest.raises(OSError, match="full: '100'"):
        working.finish()


def test_a_project_is_the_same_bytes(tmp_path: Path) -> None:
    """Findings, pages and cards of fifty briefs, one of them with a fault of which the guard tells."""
    lay_out((), tmp_path)
    with (tmp_path / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("site_url: https://example.org/\n")
    brief = (tmp_path / "sources/bridge.md").read_text("utf-8")
    for number in range(50):
        text = f"{brief}\nParagraph {number}.\n" + "\n- one\n\n  7. seven\n" * (number == 30)
        (tmp_path / f"sources/copy-{number:02}.md").write_text(text, "utf-8")
    one = compile_briefs(tmp_path)
    several = compile_briefs(tmp_path, each=in_processes(2))
    assert several == one
    assert one.findings
    drawn = draw_cards(tmp_path, several.value.cards, in_processes(2))
    assert len(drawn) > 50
    shutil.rmtree(tmp_path / ".briefgen/cards")
    assert draw_cards(tmp_path, one.value.cards, one_by_one) == drawn

    (tmp_path / "sources/copy-30.md").unlink()
    shutil.rmtree(tmp_path / ".briefgen/cards")
    told = SimpleNamespace(root=tmp_path, jobs=2, cache=True, scheduler="", format="text")
    options = cast("CompilingOptions", told)
    with ExitStack() as keeping:
        done, coming = compile_and_write(options, keeping, waits=True)
    assert len(coming.paths) == len(drawn) - 1
    assert not any((tmp_path / "docs" / path).exists() for path in coming.paths)
    assert done.generated is None
    with coming:
        pass
    for path in coming.paths:
        assert (tmp_path / "docs" / path).read_bytes() == drawn[path]
    with ExitStack() as keeping:
        done, coming = compile_and_write(options, keeping, waits=True)
    assert done.generated is not None
    assert not coming.paths
    assert {*drawn} - {*done.generated} == {"briefs/cards/copy-30.png"}


@pytest.mark.parametrize("ends_by", [leave, kill, unpicklable, lambda item: item])
def test_what_is_made_beside_is_made(ends_by: Callable[[int], object]) -> None:
    made = beside(2, MANY, lambda: (ends_by(51), os.getpid() == HERE))
    assert made.result() == (51, ends_by in (leave, kill, unpicklable))
    assert beside(2, 20, os.getpid).result() == beside(1, MANY, os.getpid).result() == HERE


@pytest.mark.parametrize("ends_by", [leave, kill, unpicklable, lambda item: item])
def test_a_step_apart_is_done_and_what_is_left_of_it(
    tmp_path: Path, ends_by: Callable[[int], object]
) -> None:
    """In this process where the copy ended too early: what it met is met here, and so is what it left."""
    left: list[Path] = []

    def step() -> tuple[object, bool]:
        left.append(tmp_path / f"by {os.getpid()}")
        return ends_by(51), os.getpid() == HERE

    apart_ = apart(2, MANY, step, lambda: left[-1].touch())
    is_here = ends_by in (leave, kill, unpicklable)
    assert apart_.result() == (51, is_here)
    apart_.wait()
    (made,) = tmp_path.iterdir()
    assert (made.name == f"by {HERE}") == is_here
    assert bool(left) == is_here


def test_a_small_step_has_no_copy() -> None:
    assert (
        apart(2, 20, os.getpid, lambda: None).result()
        == apart(1, MANY, os.getpid, lambda: None).result()
        == HERE
    )


def test_a_step_apart_has_copies_of_its_own() -> None:
    pids = apart(2, MANY, lambda: in_processes(2)(lambda _: os.getpid(), range(MANY)), lambda: None).result()
    assert HERE not in pids
    assert len({*pids}) == 2


def test_a_step_apart_ends_with_whoever_began_it() -> None:
    """It writes where the next run will."""
    step = "print(os.getpid(), flush=True) or time.sleep(60)"
    code = (
        f"import os, time; from briefgen.processes import apart; apart(2, 99, lambda: {step}, list).result()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=ROOT) as begun:
        assert begun.stdout is not None
        copy = Path(f"/proc/{int(begun.stdout.readline())}")
        assert copy.exists()
        begun.kill()
    until = time.monotonic() + 10
    while copy.exists() and time.monotonic() < until:
        time.sleep(0.01)
    assert not copy.exists()


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_second_steps_are_made_beside_first_ones(jobs: int) -> None:
    """In copies, where an item is large; the results come in the order of the items all the same."""
    begun: list[int] = []

    def begin(item: int) -> Callable[[], object]:
        begun.append(item)
        return lambda: (item, os.getpid() == HERE)

    made = in_turns(jobs, begin, lambda item: 100 * item)(lambda item: begin(item)(), range(6))
    assert made == [(item, jobs == 1 or item == 0) for item in range(6)]
    assert begun == [*range(6)]


def test_a_first_step_that_fails_ends_what_is_made_beside_it() -> None:
    def begin(item: int) -> Callable[[], object]:
        if item == 1:
            raise ValueError("the first step of the second item")
        return lambda: time.sleep(60)

    with pytest.raises(ValueError, match="the first step of the second item"):
        in_turns(2, begin, lambda _: MANY)(int, range(2))
    assert not multiprocessing.active_children()
