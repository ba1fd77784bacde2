"""The values between the stages say the same when they are made twice, and after a trip through pickle.

A cache, and a run on several machines, rest on this.
"""

import pickle
from functools import cache
from hashlib import sha256
from pathlib import Path
from statistics import median

import pytest

from benchmarks.corpus import WORKS, write_project
from briefgen.model.page import Page, page_later, written_out
from briefgen.pipeline import Run, compile_briefs
from tests.repository import ROOT

PROJECTS = ("", "tests/golden/_base", "tests/torture")
STAGES = ("files", "workspace", "corpus", "verified", "card_kit")


@cache
def made_twice(project: str) -> tuple[Run, Run]:
    """Each makes a stage when it is first asked for it, and keeps it."""
    return Run(ROOT / project), Run(ROOT / project)


@pytest.mark.parametrize("project", PROJECTS)
@pytest.mark.parametrize("stage", STAGES)
def test_made_twice_it_is_equal(project: str, stage: str) -> None:
    one, two = made_twice(project)
    assert getattr(one, stage) == getattr(two, stage)
    assert one.findings == two.findings


@pytest.mark.parametrize("project", PROJECTS)
@pytest.mark.parametrize("stage", STAGES)
def test_after_a_trip_through_pickle_it_is_equal(project: str, stage: str) -> None:
    run, _ = made_twice(project)
    value = getattr(run, stage)
    assert pickle.loads(pickle.dumps(value)) == value
    assert pickle.loads(pickle.dumps(run.findings)) == run.findings


@pytest.mark.parametrize("project", PROJECTS)
def test_texts_that_are_written_later_are_the_same(project: str) -> None:
    """For `check`, of whose pages hardly any text is asked for."""
    now, later = (compile_briefs(ROOT / project, only_findings=later) for later in (False, True))
    known = {type(written_out(Page("", ""))), type(page_later("", str))}
    assert {type(page) for page in now.value.pages} <= known
    assert all(page.sha256 == sha256(page.data()).hexdigest() for page in now.value.pages)
    assert type(page_later("", str)) in {type(page) for page in later.value.pages}
    assert pickle.loads(pickle.dumps(later)) == later == now
    assert [hash(page) for page in later.value.pages] == [hash(page) for page in now.value.pages]


def sizes(root: Path, briefs: int, works: int) -> list[int]:
    """How many bytes each verified brief has, pickled by itself."""
    write_project(root, briefs, works)
    return [len(pickle.dumps(brief)) for brief in Run(root).verified.briefs]


def test_a_brief_is_no_larger_in_a_large_project(tmp_path: Path) -> None:
    """It names works and captures by their keys: neither the bibliography nor a capture goes with it."""
    few, many = sizes(tmp_path / "few", 10, WORKS), sizes(tmp_path / "many", 40, 20 * WORKS)
    assert median(many) <= 1.5 * median(few)
    assert median(many) <= 40_000
