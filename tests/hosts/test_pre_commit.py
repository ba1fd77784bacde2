"""The hooks for pre-commit. `bash .ci/editors` has pre-commit itself install and run them."""

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.cli.main import main
from briefgen.write.starter import write_starter
from tests.repository import ROOT
from tests.sweep import SWEEP

HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
KNOWN = {"id", "name", "description", "entry", "language", "files", "pass_filenames", "require_serial"}


def test_a_hook_is_a_command_of_ours_on_the_whole_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_starter(tmp_path)
    monkeypatch.chdir(tmp_path)
    ended = {}
    for hook in HOOKS:
        assert hook.keys() == KNOWN
        assert (hook["language"], hook["pass_filenames"]) == ("python", False)
        program, *arguments = shlex.split(hook["entry"])
        assert program == "briefgen"
        ended[hook["id"]] = main(arguments)
    assert ended == {"briefgen-check": 0, "briefgen-lock": 1}
    assert "there is no lock" in capsys.readouterr().out


def test_they_run_where_something_of_a_project_changes() -> None:
    (pattern,) = {hook["files"] for hook in HOOKS}
    for path in (
        "sources/a.md",
        "sources/verified.lock",
        "press/sources/context/b.en.md",
        "seeds/c.pdf",
        "mkdocs.yml",
    ):
        assert re.search(pattern, path), path
    for path in ("docs/index.md", "README.md", "resources/a.md", "mkdocs.yml.orig"):
        assert not re.search(pattern, path), path


@pytest.mark.skipif(SWEEP == 1 or not shutil.which("pre-commit"), reason="bash .ci/editors has pre-commit")
def test_pre_commit_itself_installs_and_runs_them(tmp_path: Path) -> None:
    """From a clone, by its own way: what briefgen needs comes from where this machine has it from."""
    write_starter(tmp_path / "press")
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home")}

    def done(*words: str | Path) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [*map(str, words)],
            cwd=tmp_path / "press",
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    assert done("pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml").returncode == 0
    done("git", "init", "-q")
    done("git", "add", ".")
    ran = done("pre-commit", "try-repo", ROOT, "--all-files", "--verbose")
    assert re.search(r"^briefgen check\.+Passed$", ran.stdout, re.MULTILINE), ran.stdout + ran.stderr
    assert re.search(r"^briefgen lock --check\.+Failed$", ran.stdout, re.MULTILINE)
    assert "error[BG332] lock-outdated: there is no lock" in ran.stdout
