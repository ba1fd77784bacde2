"""The file that projects at GitLab include, its scripts run as its runner runs them."""

import json
import re
from pathlib import Path
from typing import Any

import yaml

from briefgen.write.starter import workflow_files, write_starter
from tests.hosts.steps import NOTED, Ran, Runner
from tests.repository import ROOT

SPEC: Any
SPEC, _ = yaml.safe_load_all((ROOT / ".ci/gitlab.yml").read_text("utf-8"))
INPUTS: dict[str, dict[str, Any]] = SPEC["spec"]["inputs"]


def included(**inputs: str) -> dict[str, Any]:
    """The jobs, with inputs put in as text, and with all that `extends` brings."""
    text = (ROOT / ".ci/gitlab.yml").read_text("utf-8").partition("\n---\n")[2]
    values = {name: said["default"] for name, said in INPUTS.items()} | inputs
    jobs: dict[str, Any] = yaml.safe_load(
        re.sub(r"\$\[\[ inputs\.(\w+) \]\]", lambda one: values[one[1]], text)
    )
    return {name: jobs.get(job.get("extends"), {}) | job for name, job in jobs.items()}


def run_job(job: dict[str, Any], runner: Runner) -> Ran:
    """All lines of a job, one after the other in one shell."""
    values = {name: str(value) for name, value in job["variables"].items()}
    values["PIP_CACHE_DIR"] = values["PIP_CACHE_DIR"].replace("$CI_PROJECT_DIR", str(runner.work))
    lines = [*job["before_script"], *job["script"]]
    return runner.bash("job", "\n".join(lines), CI_PROJECT_DIR=str(runner.work), **values)


def test_a_merge_request_is_told_and_fails(tmp_path: Path) -> None:
    write_starter(tmp_path / "work/press")
    brief = tmp_path / "work/press/sources/example-library.md"
    brief.write_text(brief.read_text("utf-8").replace("some surprise", "much surprise"), encoding="utf-8")
    runner = Runner(tmp_path / "work", tmp_path / "temp")
    job = included(root="./press/")["briefgen-check"]
    done = run_job(job, runner)
    assert done.code == 1
    assert done.out.startswith("sources/example-library.md:18:41: error[BG301]")
    report = json.loads((runner.work / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert [one["location"]["path"] for one in report] == ["press/sources/example-library.md"]
    assert job["artifacts"]["when"] == "always"
    assert runner.asked_of_python[-1] == f"-I -m pip install --quiet {INPUTS['briefgen']['default']}"


def test_the_default_branch_is_published_from_a_cache_of_its_own(tmp_path: Path) -> None:
    """The site is another test's: here only the commands in their order, and where the site goes."""
    (tmp_path / "work").mkdir()
    runner = Runner(tmp_path / "work", tmp_path / "temp", NOTED)
    jobs = included(strict="")
    job = jobs["pages"]
    done = run_job(job, runner)
    assert (done.code, done.out) == (0, "briefgen build --root .\nbriefgen csp --root . --write\n")
    assert (tmp_path / "work" / job["artifacts"]["paths"][0]).is_dir()
    assert job["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    caches = [jobs[name]["cache"] for name in ("briefgen-check", "pages")]
    assert [one["key"] for one in caches] == ["briefgen-proposed", "briefgen-published"]
    assert [one["unprotect"] for one in caches] == [False, False]


def test_what_init_writes_keeps_them_apart_as_well() -> None:
    jobs = yaml.safe_load(workflow_files("gitlab")[".gitlab-ci.yml"])
    assert "cache" not in jobs
    assert jobs["check"]["cache"]["key"] != jobs["pages"]["cache"]["key"]
    assert "rules" not in jobs["check"]


def test_inputs_say_what_they_are_and_all_are_used() -> None:
    text = (ROOT / ".ci/gitlab.yml").read_text("utf-8")
    assert set(re.findall(r"inputs\.(\w+)", text)) == INPUTS.keys()
    assert all(said.keys() <= {"description", "default", "regex", "options"} for said in INPUTS.values())
    assert all(said["description"] for said in INPUTS.values())


def test_the_manual_has_every_input() -> None:
    manual = (ROOT / "docs/manual/publishing.md").read_text("utf-8")
    table = manual.partition("| `inputs` | default |")[2].partition("\n\n")[0]
    told = dict(re.findall(r"^\| `(\w+)` \| `([^`]*)` \|", table, re.MULTILINE))
    assert told == {name: said["default"] for name, said in INPUTS.items()}
    text = manual.partition('```yaml title=".gitlab-ci.yml"\n')[2].partition("\n```")[0]
    (include,) = yaml.safe_load(text)["include"]
    assert (ROOT / include["file"]).is_file()
    assert include["inputs"].keys() <= INPUTS.keys()
