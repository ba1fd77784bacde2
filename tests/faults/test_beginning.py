"""A project that is begun while the machine fails, or while the run is killed: whole files or none."""

import os
from pathlib import Path

import pytest

from briefgen.write.starter import starter_files
from tests.faults.harness import KILLED, run, warm_up
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
