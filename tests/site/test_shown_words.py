"""The proof from the output side: what carries ✓ is, as Chromium shows it, what was looked up.

Over the repository's own briefs, the torture page, golden cases that are published (in the sweep all), and
generated quotations with every node of the tree inside. `tests/evidence/shown.js` says what counts as seen;
nothing here goes through our own normal forms.
"""

import shutil
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.evidence.generate_quotations import ALLOWED, OTHER, WORK, quotations, together
from tests.evidence.projects import brief, errors, make_project, told
from tests.evidence.shown import (
    MEDIA,
    Compiled,
    Media,
    Seen,
    build_together,
    compiled,
    differences,
    is_named,
    looked_up,
    plain,
    seen_in,
)
from tests.repository import ROOT, copy_project
from tests.sweep import SWEEP, sampled

SUITE, SWEEPING = 150, 5_000
"""How many generated quotations are looked at, in every run and in the sweep."""
MADE = tuple(quotations(SUITE if SWEEP == 1 else SWEEPING))
A_PAGE = 25
GOLDEN, TORTURE = ROOT / "tests" / "golden", ROOT / "tests" / "torture"


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Compiled]:
    """Every project with a page to publish, by its name."""
    folder = tmp_path_factory.mktemp("projects")
    found = {"repository": compiled(copy_project(folder / "repository")), "torture": compiled(TORTURE)}
    cases = sorted(path.parents[2].name for path in GOLDEN.glob("*/expected/docs/briefs"))
    for case in sampled(cases, 3):
        for layer in (GOLDEN / "_base", GOLDEN / case):
            leave_out = shutil.ignore_patterns("expected")
            shutil.copytree(layer, folder / case, symlinks=True, dirs_exist_ok=True, ignore=leave_out)
        found[f"golden-{case}"] = compiled(folder / case)
    return found


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Compiled:
    """The generated quotations, each in a brief of its own."""
    briefs = {one.slug: brief(together((one,))) for one in MADE}
    return compiled(made_project(tmp_path_factory.mktemp("made") / "p", briefs))


@pytest.fixture(scope="module")
def published(made: Compiled, tmp_path_factory: pytest.TempPathFactory) -> Compiled:
    """Those that pass, many in a brief, so that fewer pages are built."""
    passing = [one for one in MADE if one.slug in made.briefs]
    briefs = {
        f"some-{start:05d}": brief(together(passing[start : start + A_PAGE]))
        for start in range(0, len(passing), A_PAGE)
    }
    return compiled(made_project(tmp_path_factory.mktemp("published") / "p", briefs))


def made_project(root: Path, briefs: Mapping[str, str]) -> Path:
    passages = "\n\n".join(one.passage for one in MADE)
    return make_project(root, {WORK: passages}, briefs, uncaptured=(OTHER,))


@pytest.fixture(scope="module")
def site(
    projects: Mapping[str, Compiled], published: Compiled, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    return build_together(tmp_path_factory.mktemp("shown") / "base", {**projects, "made": published})


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
    seen = seen_in(chromium, site, folders, on=MEDIA, scripts=True)
    problems = problems_of(projects, seen)
    assert not problems, "\n".join(problems)
    assert len(folders) == 4
    assert sum(map(len, seen.values())) >= 180


def test_the_golden_cases(chromium: Browser, projects: Mapping[str, Compiled], site: Path) -> None:
    goldens = [name for name in projects if name.startswith("golden-")]
    seen = seen_in(chromium, site, briefs_of(projects, *goldens))
    problems = problems_of(projects, seen)
    assert not problems, "\n".join(problems)
    assert len(seen) >= (30 if SWEEP > 1 else 10)


def test_a_generated_quotation_passes_or_an_error_names_its_work(made: Compiled) -> None:
    """What holds nothing but what the manual allows passes; what may be shown as other words need not."""
    counts: Counter[str] = Counter()
    wrong = []
    for one in MADE:
        allowed, passes = one.nodes <= ALLOWED, one.slug in made.briefs
        counts[f"{'allowed' if allowed else 'doubtful'}, {'built' if passes else 'refused'}"] += 1
        found = made.errors_of(one.slug)
        if not passes and (allowed or not is_named(WORK, found)):
            wrong.append(f"{together((one,))}\n{one.passage!r}: {told(found)}")
    print(f"\ngenerated quotations: {dict(counts)}")
    assert not wrong, "\n\n".join(wrong)
    assert counts["allowed, built"] >= len(MADE) // 2
    assert counts["doubtful, refused"] >= len(MADE) // 5


def test_what_is_shown_of_generated_quotations_stands_in_their_passages(
    chromium: Browser, made: Compiled, published: Compiled, site: Path
) -> None:
    """The passages were made beside the quotations: here nothing of ours decides what the words are."""
    assert errors(list(published.findings)) == []
    seen = seen_in(chromium, site, briefs_of({"made": published}), on=MEDIA)
    problems = problems_of({"made": published}, seen)
    capture = plain("\n\n".join(one.passage for one in MADE))
    problems += [
        f"{folder} ({media}): shown under ✓, in no passage: {plain(one.words)!r}"
        for (folder, media), found in seen.items()
        for one in found
        if not any(words in capture for words in one.readings)
    ]
    assert not problems, "\n".join(problems)
    assert sum(map(len, seen.values())) >= 2 * sum(bool(looked_up(one)) for one in made.briefs.values())


def test_nothing_generated_passes_unseen(made: Compiled) -> None:
    """Each quotation is bound: one that nobody looks up would prove nothing."""
    assert [
        one.slug for one in MADE if one.slug in made.briefs and not looked_up(made.briefs[one.slug])
    ] == []


def test_no_other_page_carries_the_mark(projects: Mapping[str, Compiled]) -> None:
    """It stands on the pages of briefs alone: those are looked at here."""
    elsewhere = [
        f"{name}: {page.path}"
        for name, project in projects.items()
        for page in project.pages
        if "{ .found" in page.text
        and page.path.removeprefix("briefs/").removesuffix(".md") not in project.briefs
    ]
    assert elsewhere == []
