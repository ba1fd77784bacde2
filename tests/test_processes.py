"""Work in several processes: the same results in the same order, whatever becomes of a process."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.each import one_by_one
from briefgen.pipeline import Run, compile_briefs
from briefgen.processes import in_processes
from briefgen.write import draw_cards
from tests.repository import ROOT
from tests.rules.projects import lay_out

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")
HERE = os.getpid()
MANY = 101


@pytest.mark.parametrize("jobs", [1, 2, 3, 8])
def test_the_results_are_in_order(jobs: int) -> None:
    """The first is made here: what is read and compiled for it, the copies have."""
    assert in_processes(jobs)(lambda item: (item * item, os.getpid() != HERE), range(MANY)) == [
        (item * item, jobs > 1 and item > 0) for item in range(MANY)
    ]


def test_a_few_are_not_worth_a_process() -> None:
    assert in_processes(8)(lambda _: os.getpid(), range(20)) == [HERE] * 20
    assert in_processes(8)(lambda item: item, []) == []


def kill(item: int) -> int:
    if os.getpid() != HERE and item == 50:
        os.kill(os.getpid(), 9)
    return item


def leave(item: int) -> int:
    if os.getpid() != HERE and item == 50:
        raise SystemExit
    return item


def unpicklable(item: int) -> object:
    return (lambda: item) if os.getpid() != HERE and item == 50 else item


@pytest.mark.parametrize("function", [kill, leave, unpicklable])
def test_what_a_process_has_not_done_is_done(function: Callable[[int], object]) -> None:
    assert in_processes(2)(function, range(MANY)) == list(range(MANY))


def test_what_is_sent_is_equal() -> None:
    run = Run(ROOT / "tests/torture")
    made = (run.verified, run.card_kit, run.findings)
    (sent, *_) = in_processes(2)(lambda _: made, range(48))
    assert sent == made
    assert repr(sent) == repr(made), "fields that are not compared, too"


def test_what_is_raised_is_raised_here() -> None:
    def refuse(item: int) -> int:
        if item >= 50:
            raise OSError(28, "full", f"{item}")
        return item

    with pytest.raises(OSError, match="full: '50'"):
        in_processes(2)(refuse, range(MANY))


def test_a_project_is_the_same_bytes(tmp_path: Path) -> None:
    """Findings, pages and cards of sixty briefs, one of them with a fault of which the guard tells."""
    lay_out((), tmp_path)
    with (tmp_path / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("site_url: https://example.org/\n")
    brief = (tmp_path / "sources/bridge.md").read_text("utf-8")
    for number in range(60):
        text = f"{brief}\nParagraph {number}.\n" + "\n- one\n\n  7. seven\n" * (number == 30)
        (tmp_path / f"sources/copy-{number:02}.md").write_text(text, "utf-8")
    one = compile_briefs(tmp_path)
    several = compile_briefs(tmp_path, each=in_processes(2))
    assert several == one
    assert one.findings
    drawn = draw_cards(tmp_path, several.value.cards, in_processes(2))
    assert len(drawn) > 60
    shutil.rmtree(tmp_path / ".briefgen/cards")
    assert draw_cards(tmp_path, one.value.cards, one_by_one) == drawn
