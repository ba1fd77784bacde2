"""The tools that the other tests lean on: the browser, the server, pandoc, the locks."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from playwright.sync_api import Browser

from tests.browser import serve
from tests.pandoc import pandoc_json

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
REQUIREMENT = re.compile(r"(?P<requirement>\S+==\S+(?: ; [^\\]+)?) \\\n(?P<hashes>(?: +--hash=.+\n)+)")


def read_lock(name: str) -> dict[str, Requirement]:
    """The locked packages by name; of one with several versions (for several Pythons), the newest."""
    text = (ROOT / name).read_text(encoding="utf-8")
    found = [Requirement(match["requirement"]) for match in REQUIREMENT.finditer(text)]
    return {canonicalize_name(requirement.name): requirement for requirement in found}


def version_in(requirement: Requirement) -> str:
    (specifier,) = requirement.specifier
    return specifier.version


def test_chromium_shows_a_served_page(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<meta charset=utf-8><p>„Pjöngjang“", encoding="utf-8")
    with serve(tmp_path) as address, chromium.new_context() as context:
        page = context.new_page()
        response = page.goto(address)
        assert response is not None
        assert response.status == 200
        assert page.locator("p").inner_text() == "„Pjöngjang“"


def test_pandoc_reads_a_citation() -> None:
    tree = pandoc_json("He left [see @ru2024decreeshoigu, para. 2].")
    (cite,) = [inline for inline in tree["blocks"][0]["c"] if inline["t"] == "Cite"]
    (citation,) = cite["c"][0]
    assert citation["citationId"] == "ru2024decreeshoigu"
    assert citation["citationMode"]["t"] == "NormalCitation"


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_versions_and_hashes_and_nothing_else(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    comments = re.compile(r"^ *#.*\n", re.MULTILINE)
    assert REQUIREMENT.sub("", comments.sub("", text)) == ""
    assert "://" not in text
    for match in REQUIREMENT.finditer(text):
        hashes = match["hashes"].split()
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}|\\", word) for word in hashes)


def test_the_locks_hold_what_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    wanted = {
        LOCKS[0]: [*project["project"]["dependencies"], *groups["build"]],
        LOCKS[1]: [*project["project"]["dependencies"], *groups["build"], *groups["dev"]],
    }
    for lock, requirements in wanted.items():
        locked = read_lock(lock)
        for requirement in map(Requirement, requirements):
            found = locked[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(version_in(found)), f"{lock}: {found}, not {requirement}"


def test_both_locks_name_the_same_versions() -> None:
    runtime, dev = map(read_lock, LOCKS)
    assert runtime.items() <= dev.items()
