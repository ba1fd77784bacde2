"""The proof from the output side: what carries ✓ on a built page is, as Chromium shows it, what was looked up.

Over the repository's own briefs, the torture page, every golden case that is published, and generated
quotations with every node of the tree inside. `tests/evidence/shown.js` says what counts as seen; nothing here
goes through our own normal forms.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.evidence.shown import (
    Compiled,
    Media,
    Seen,
    build_together,
    compiled,
    differences,
    looked_up,
    seen_in,
)
from tests.repository import ROOT, copy_project

GOLDEN, TORTURE = ROOT / "tests" / "golden", ROOT / "tests" / "torture"


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Compiled]:
    """Every project with a page to publish, by its name."""
    folder = tmp_path_factory.mktemp("projects")
    found = {"repository": compiled(copy_project(folder / "repository")), "torture": compiled(TORTURE)}
    for case in sorted(path.parents[2].name for path in GOLDEN.glob("*/expected/docs/briefs")):
        for layer in (GOLDEN / "_base", GOLDEN / case):
            leave_out = shutil.ignore_patterns("expected")
            shutil.copytree(layer, folder / case, symlinks=True, dirs_exist_ok=True, ignore=leave_out)
        found[f"golden-{case}"] = compiled(folder / case)
    return found


@pytest.fixture(scope="module")
def site(projects: Mapping[str, Compiled], tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = Path(shutil.copytree(TORTURE, tmp_path_factory.mktemp("shown") / "base"))
    return build_together(base, projects)


def briefs_of(projects: Mapping[str, Compiled], *names: str) -> list[str]:
    """The folders of the pages with a quotation that was found."""
    return [
        f"{name}/briefs/{slug}"
        for name in names or projects
        for slug, brief in projects[name].briefs.items()
        if looked_up(brief)
    ]


def problems_of(projects: Mapping[str, Compiled], seen: Mapping[tuple[str, Media], list[Seen]]) -> list[str]:
    problems = []
    for (folder, media), found in seen.items():
        name, _, slug = folder.split("/", 2)
        different = differences(found, looked_up(projects[name].briefs[slug]))
        problems += [f"{folder} ({media}): {problem}" for problem in different]
    return problems


def test_the_repository_and_the_torture_page(
    chromium: Browser, projects: Mapping[str, Compiled], site: Path
) -> None:
    folders = briefs_of(projects, "repository", "torture")
    seen = seen_in(chromium, site, folders, scripts=True)
    problems = problems_of(projects, seen)
    assert not problems, "\n".join(problems)
    assert len(folders) == 5
    assert sum(map(len, seen.values())) >= 240


def test_the_golden_cases(chromium: Browser, projects: Mapping[str, Compiled], site: Path) -> None:
    goldens = [name for name in projects if name.startswith("golden-")]
    seen = seen_in(chromium, site, briefs_of(projects, *goldens))
    problems = problems_of(projects, seen)
    assert not problems, "\n".join(problems)
    assert len(seen) >= 30


def test_no_other_page_carries_the_mark(projects: Mapping[str, Compiled]) -> None:
    """It stands on the pages of briefs alone: those are looked at here."""
    elsewhere = [
        f"{name}: {page.path}"
        for name, project in projects.items()
        for page in project.pages
        if ".found" in page.text
        and page.path.removeprefix("briefs/").removesuffix(".md") not in project.briefs
    ]
    assert elsewhere == []
