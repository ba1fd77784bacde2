"""What we do not write: its licences are judged, its versions pinned, and the bill of materials is whole."""

import json
import re
from importlib import metadata
from typing import Any

import pytest
import yaml

from tests.repository import ROOT, run

_JUDGED = {"MIT", "BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "PSF-2.0", "MPL-2.0"}
_JUDGED_FOR_TESTS = _JUDGED | {"ISC", "0BSD", "MIT-0", "MIT-CMU", "LGPL-3.0-only"}

_LONG_NAMES = {
    "MIT License": "MIT",
    "MIT license": "MIT",
    "BSD License": "BSD",
    "BSD 3-Clause license": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "PSFL": "PSF-2.0",
    "ISC License (ISCL)": "ISC",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause OR Apache-2.0",
}

_SAYS_NONE = {"axe-playwright-python", "resvg-py"}
"""Their metadata name no licence; their files do."""


def _locked(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+)==([^ ;\\]+)", text, re.MULTILINE))


def _told() -> dict[str, str]:
    text = (ROOT / "docs/dev/supply.md").read_text("utf-8")
    table = text.partition("| package | licence |\n")[2].partition("\n\n")[0]
    return dict(re.findall(r"^\| ([a-z0-9][a-z0-9-]*) \| (.+) \|$", table, re.MULTILINE))


def _parts(expression: str) -> set[str]:
    return set(re.split(r" (?:AND|OR) ", expression))


def _of_metadata(name: str) -> str:
    """The licence as an installed package states it; empty where it states none."""
    told: Any = metadata.metadata(name)
    stated: list[str] = [told.get("License-Expression") or "", (told.get("License") or "").split("\n")[0]]
    classifiers = told.get_all("Classifier") or []
    stated += [one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License")]
    return next((_LONG_NAMES.get(one, one) for one in stated if one and one != "UNKNOWN"), "")


def test_every_package_that_users_install_has_a_licence_that_is_judged() -> None:
    told = _told()
    assert list(told) == list(_locked("requirements.lock"))
    assert {part for licence in told.values() for part in _parts(licence)} <= _JUDGED


def _installed(lock: str) -> list[str]:
    here = {re.sub(r"[-_.]+", "-", one.name).lower() for one in metadata.distributions()}
    return [name for name in _locked(lock) if name in here and name not in _SAYS_NONE]


@pytest.mark.parametrize("name", _installed("requirements.lock"))
def test_the_licence_is_the_one_that_the_package_states(name: str) -> None:
    stated, told = _of_metadata(name), _told()[name]
    assert stated == told or (stated == "BSD" and told.startswith("BSD"))


def test_what_developers_install_is_under_the_same_kinds_of_licence() -> None:
    names = _installed("requirements-dev.lock")
    odd = {name: _of_metadata(name) for name in names if not _parts(_of_metadata(name)) <= _JUDGED_FOR_TESTS}
    assert len(names) > len(_told())
    assert not odd


def test_the_bill_of_materials_has_every_locked_package_with_its_hashes() -> None:
    command = (ROOT / ".ci/sbom").read_text("utf-8").partition("exec ")[2].replace("\\\n", "")
    arguments = re.findall(r"'[^']*'|\S+", command)[1:]
    arguments.append("--no-validate")  # against the schema of CycloneDX, which takes ten times as long
    printed = [run(*(argument.strip("'") for argument in arguments)) for _ in range(2)]
    assert printed[0].stdout == printed[1].stdout
    bill = json.loads(printed[0].stdout)
    assert {one["name"]: one["version"] for one in bill["components"]} == _locked("requirements.lock")
    assert all(one["externalReferences"][0]["hashes"] for one in bill["components"])
    assert bill["metadata"]["component"]["name"] == "briefgen"


def test_the_locks_carry_hashes_and_no_addresses() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock", ".ci/fuzz.lock", ".ci/hooks.lock"):
        text = (ROOT / lock).read_text("utf-8")
        assert "://" not in text
        for package in re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]:
            assert "--hash=sha256:" in package


def test_the_workflow_pins_its_actions_and_may_do_nothing_but_read() -> None:
    text = (ROOT / ".github/workflows/ci.yml").read_text("utf-8")
    workflow = yaml.safe_load(text)
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    used = [step["uses"] for step in steps if "uses" in step]
    ours = {"./.github/actions/briefs"}
    assert ours < set(used)
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", one) for one in used if one not in ours)
    assert workflow["permissions"] == {}
    assert all(job["permissions"] == {"contents": "read"} for job in workflow["jobs"].values())
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    assert "secrets." not in text
    assert "pull_request_target" not in text
