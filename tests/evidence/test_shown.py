"""Inputs that once showed other words under ✓ than had been looked up: none of them may."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from briefgen.diagnostics import Diagnostic
from tests.evidence.projects import HERE, brief, errors, make_project, told
from tests.evidence.shown import (
    Compiled,
    Seen,
    build_together,
    compiled,
    differences,
    looked_up,
    plain,
    seen_in,
)
from tests.repository import ROOT

READ: dict[str, Any] = yaml.safe_load((HERE / "shown.yml").read_text("utf-8"))
SETTINGS = ROOT / "tests" / "torture" / "mkdocs.yml"


def written() -> dict[str, str]:
    """A brief for each way of writing each case, by its slug."""
    texts = {}
    for number, case in enumerate(READ["cases"]):
        lines = f"{case['text']} [@herald2025]".split("\n")
        slug = f"row-{case['row']}-{number}-{case['name'].replace(' ', '-')}"
        texts[f"{slug}-block"] = "\n".join(f"> {line}".rstrip() for line in lines)
        if not case.get("block"):
            texts[f"{slug}-inline"] = f"The paper says “{case['text']}” [@herald2025]."
    return texts


TEXTS = written()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("shown") / "p"
    briefs = {slug: brief(text) for slug, text in TEXTS.items()}
    captures = {"herald2025": READ["capture"], "never2025": "Nothing of it stands here."}
    make_project(root, captures, briefs)
    (root / "docs" / "images").mkdir(parents=True)
    (root / "docs" / "images" / "x.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    shutil.copy(SETTINGS, root / "mkdocs.yml")
    return root


@pytest.fixture(scope="module")
def outcome(project: Path) -> Compiled:
    return compiled(project)


@pytest.fixture(scope="module")
def seen(
    project: Path, outcome: Compiled, chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[list[Seen]]]:
    """What carries ✓ on the pages of the briefs that pass, on a screen and on paper."""
    base = make_project(tmp_path_factory.mktemp("shown") / "base", {}, {"empty": brief("Nothing.")})
    shutil.copy(SETTINGS, base / "mkdocs.yml")
    site = build_together(base, {"shown": outcome})
    shown = seen_in(chromium, site, [f"shown/briefs/{slug}" for slug in outcome.briefs])
    return {
        slug: [found for (folder, _), found in shown.items() if folder == f"shown/briefs/{slug}"]
        for slug in outcome.briefs
    }


def own_errors(slug: str, outcome: Compiled) -> list[Diagnostic]:
    return errors([one for one in outcome.findings if one.span.path == f"sources/{slug}.md"])


@pytest.mark.parametrize("slug", TEXTS)
def test_what_is_shown_is_what_was_looked_up(
    slug: str, outcome: Compiled, request: pytest.FixtureRequest
) -> None:
    if slug not in outcome.briefs:
        found = own_errors(slug, outcome)
        said = " ".join(" ".join((one.message, *one.notes, one.hint or "")) for one in found)
        assert "herald2025" in said, (
            f"{TEXTS[slug]!r}: refused by no error that names the work: {told(found)}"
        )
        return
    seen: dict[str, list[list[Seen]]] = request.getfixturevalue("seen")
    capture = plain(READ["capture"])
    for found in seen[slug]:
        problems = differences(found, looked_up(outcome.briefs[slug]))
        assert not problems, "\n".join(problems)
        for one in found:
            assert any(words in capture for words in one.readings), f"{one.words!r} is not in the capture"
