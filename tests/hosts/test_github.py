"""The action for GitHub, its steps run in order as its runner runs them, and what it may do."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.write.starter import workflow_files, write_starter
from tests.hosts.steps import NOTED, REAL, Runner, run_action
from tests.repository import ROOT
from tests.sweep import sampled

FOLDER = ROOT / ".github/actions/briefs"
ACTION: Any = yaml.safe_load((FOLDER / "action.yml").read_text("utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
MAIN = {
    "event_name": "push",
    "ref": "refs/heads/main",
    "event.repository.default_branch": "main",
    "sha": "0f3c",
}
PROPOSED = MAIN | {"event_name": "pull_request", "ref": "refs/pull/7/merge"}


def test_a_pull_request_is_told_of_what_is_wrong_beside_its_line(tmp_path: Path) -> None:
    write_starter(tmp_path / "work/press/briefs")
    brief = tmp_path / "work/press/briefs/sources/example-library.md"
    brief.write_text(brief.read_text("utf-8").replace("some surprise", "much surprise"), encoding="utf-8")
    runner = Runner(tmp_path / "work", tmp_path / "temp")
    outputs = run_action(FOLDER, runner, PROPOSED, root="./press/briefs", pages="true")
    assert [(step.name, step.code) for step in runner.ran] == [("begin", 0), ("install", 0), ("check", 1)]
    said = runner.ran[-1].out.splitlines()
    assert len(said) == 1
    assert said[0].startswith(
        "::error file=press/briefs/sources/example-library.md,line=18,col=41,endColumn=61,title=BG301"
    )
    assert outputs == {"site": "", "publishes": "false"}
    cache = next(given for name, given in runner.used.items() if name.startswith("actions/cache@"))
    assert cache["key"].startswith("briefgen-proposed-X64-")
    assert cache["path"].splitlines() == ["~/.cache/pip", "./press/briefs/.briefgen/cards"]


@pytest.mark.parametrize(
    "briefgen", sampled([NOTED, REAL], 2), ids=lambda one: "noted" if one == NOTED else "real"
)
def test_the_default_branch_is_built_and_handed_over(tmp_path: Path, briefgen: str) -> None:
    write_starter(tmp_path / "work")
    runner = Runner(tmp_path / "work", tmp_path / "temp", briefgen)
    outputs = run_action(FOLDER, runner, MAIN, pages="true")
    assert [(step.name, step.code) for step in runner.ran] == [
        (name, 0) for name in ("begin", "install", "check", "build")
    ]
    assert outputs == {"site": "./site", "publishes": "true"}
    uploaded = next(given for name, given in runner.used.items() if "upload-pages-artifact@" in name)
    assert (runner.work / uploaded["path"]).is_dir()
    if briefgen == REAL:
        page = (runner.work / uploaded["path"] / "briefs/example-library/index.html").read_text("utf-8")
        assert '<meta http-equiv="Content-Security-Policy"' in page
    else:
        assert [line for step in runner.ran for line in step.out.splitlines()] == [
            "briefgen check --root . --format github --strict",
            "briefgen build --root . --strict",
            "briefgen csp --root . --write",
        ]
    cache = next(given for name, given in runner.used.items() if name.startswith("actions/cache@"))
    read = [cache["key"], *cache["restore-keys"].split()]
    assert all(key.startswith("briefgen-published-X64-") for key in read)
    installed = [line for line in runner.asked_of_python if " pip install " in line]
    # A module `venv` or `pip` in the repository is a stranger's, and would be run before Python's own.
    assert all(line.startswith("-I -m ") for line in runner.asked_of_python)
    assert "--require-hashes --only-binary :all:" in installed[0]
    assert installed[0].endswith(f"-r {ROOT}/requirements.lock")
    assert "--no-index --no-deps" in installed[1]
    assert installed[1].endswith(f" {ROOT}")
    assert (tmp_path / "temp/briefgen/command/briefgen").exists()
    assert [path.name for path in (tmp_path / "temp/briefgen/command").iterdir()] == ["briefgen"]


def begun(tmp_path: Path, github: dict[str, str], **given: str) -> dict[str, str]:
    """What the first step hands on; only why, where it refuses."""
    (tmp_path / "work/sources").mkdir(parents=True)
    runner = Runner(tmp_path / "work", tmp_path / "temp")
    output = tmp_path / "output"
    done = runner.bash(
        "begin",
        STEPS[0]["run"],
        **{
            "RUNNER_OS": "Linux",
            "RUNNER_ARCH": "X64",
            "GITHUB_ACTION_PATH": str(FOLDER),
            "GITHUB_OUTPUT": str(output),
            "EVENT": github["event_name"],
            "REF": github["ref"],
            "DEFAULT_BRANCH": "main",
            "ROOT": ".",
            "PAGES": "true",
            "BUILD": "true",
            **given,
        },
    )
    if done.code:
        return {"refused": done.out}
    return dict(line.split("=", 1) for line in output.read_text("utf-8").splitlines())


@pytest.mark.parametrize(
    ("event", "ref", "pages", "cache", "publishes"),
    [
        ("push", "refs/heads/main", "true", "published", "true"),
        ("schedule", "refs/heads/main", "true", "published", "true"),
        ("push", "refs/heads/main", "false", "published", "false"),
        ("push", "refs/heads/topic", "true", "proposed", "false"),
        ("push", "refs/tags/main", "true", "proposed", "false"),
        ("pull_request", "refs/pull/7/merge", "true", "proposed", "false"),
        ("pull_request", "refs/heads/main", "true", "proposed", "false"),
        ("merge_group", "refs/heads/gh-readonly-queue/main/pr-7", "true", "proposed", "false"),
    ],
)
def test_what_publishes_and_whose_cache_is_read(
    tmp_path: Path, event: str, ref: str, pages: str, cache: str, publishes: str
) -> None:
    told = begun(tmp_path, {"event_name": event, "ref": ref}, PAGES=pages)
    assert (told["cache"], told["publishes"]) == (cache, publishes)
    assert re.fullmatch(r"X64-[0-9a-f]{64}", told["packages"])


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"EVENT": "pull_request_target"}, "not on the event pull_request_target"),
        ({"EVENT": "workflow_run"}, "not on the event workflow_run"),
        ({"EVENT": "issue_comment"}, "not on the event issue_comment"),
        ({"RUNNER_OS": "Windows"}, "briefgen needs Linux"),
        ({"ROOT": "/etc"}, "root is a folder of the repository"),
        ({"ROOT": "press/../.."}, "root is a folder of the repository"),
        ({"ROOT": "a;b"}, "root is a folder of the repository"),
        ({"ROOT": "press"}, "press has no folder sources/"),
    ],
)
def test_what_is_refused(tmp_path: Path, given: dict[str, str], why: str) -> None:
    assert f"::error title=briefgen::{why}" in begun(tmp_path, MAIN, **given)["refused"]


def test_nothing_that_a_stranger_writes_becomes_a_command() -> None:
    """An expression is put into a script before bash reads it; what is in the environment is a value."""
    assert [step["id"] for step in STEPS if "${{" in step.get("run", "")] == []
    assert all(step["shell"] == "bash" for step in STEPS if "run" in step)


def test_the_manifest_is_one_that_github_reads() -> None:
    """As its page “Metadata syntax” says of composite actions."""
    assert ACTION.keys() == {"name", "description", "author", "inputs", "outputs", "runs"}
    assert all(said.keys() == {"description", "default"} for said in ACTION["inputs"].values())
    assert all(isinstance(said["default"], str) for said in ACTION["inputs"].values())
    assert all(said.keys() == {"description", "value"} for said in ACTION["outputs"].values())
    assert ACTION["runs"]["using"] == "composite"
    for step in STEPS:
        assert step.keys() <= (
            {"uses", "with", "if"} if "uses" in step else {"id", "run", "shell", "env", "if"}
        )
    used = {name for step in STEPS for name in re.findall(r"inputs\.([\w-]+)", yaml.safe_dump(step))}
    assert used == ACTION["inputs"].keys()


def test_an_action_is_the_same_commit_everywhere() -> None:
    starter = workflow_files("github")[".github/workflows/briefs.yml"].decode()
    manual = (ROOT / "docs/manual/publishing.md").read_text("utf-8")
    ours = [(ROOT / path).read_text("utf-8") for path in (".github/workflows/ci.yml", FOLDER / "action.yml")]
    pins: dict[str, set[str]] = {}
    for text in (starter, manual, *ours):
        for name, pin in re.findall(r"uses: (actions/[\w/-]+)@(.*)", text):
            assert re.fullmatch(r"[0-9a-f]{40} # v\d+\.\d+\.\d+", pin), f"{name}@{pin}"
            pins.setdefault(name, set()).add(pin)
    assert {"actions/checkout", "actions/cache", "actions/deploy-pages"} <= pins.keys()
    assert {name for name, all_pins in pins.items() if len(all_pins) > 1} == set()


def test_the_manual_has_every_input_and_the_least_rights() -> None:
    manual = (ROOT / "docs/manual/publishing.md").read_text("utf-8")
    table = manual.partition("| `with` | default |")[2].partition("\n\n")[0]
    told = dict(re.findall(r"^\| `([\w-]+)` \| `([^`]*)` \|", table, re.MULTILINE))
    assert told == {name: said["default"] for name, said in ACTION["inputs"].items()}
    text = manual.partition('```yaml title=".github/workflows/briefs.yml"\n')[2].partition("\n```")[0]
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in workflow["jobs"].items()} == {
        "build": {"contents": "read"},
        "publish": {"pages": "write", "id-token": "write"},
    }
    ours = workflow["jobs"]["build"]["steps"][1]
    assert ours["uses"] == f"OWNER/briefgen/{FOLDER.relative_to(ROOT)}@COMMIT"
    assert ours["with"].keys() <= ACTION["inputs"].keys()
    assert workflow["jobs"]["publish"]["if"] == "needs.build.outputs.publishes == 'true'"
