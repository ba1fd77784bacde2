"""Inputs that once showed other words under ✓ than had been looked up: none of them may."""

from pathlib import Path
from textwrap import indent
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.evidence.projects import HERE, brief, make_project, told
from tests.evidence.shown import (
    Compiled,
    Seen,
    build_together,
    compiled,
    differences,
    is_named,
    looked_up,
    plain,
    seen_in,
)
from tests.sweep import sampled
from tests.tables import read_table

READ: dict[str, Any] = read_table(HERE / "shown.yml")


def written() -> dict[str, str]:
    """A brief for each way of writing each case, by its slug."""
    texts = {}
    for number, case in enumerate(READ["cases"]):
        lines = f"{case['text']} [@herald2025]".split("\n")
        ways = {"block": "\n".join(f"> {line}".rstrip() for line in lines)}
        if not case.get("block"):
            ways["inline"] = f"The paper says “{case['text']}” [@herald2025]."
        for way, text in ways.items():
            if case.get("place") == "footnote":
                text = "See there.[^note]\n\n[^note]: It says:\n\n" + indent(text, "    ")
            slug = f"row-{case['row']}-{number}-{case['name'].replace(' ', '-')}-{way}"
            texts[slug] = f"{text}\n\n{case.get('below', '')}"
    return texts


TEXTS = dict(sampled(written().items(), 2))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("shown") / "p"
    briefs = {slug: brief(text) for slug, text in TEXTS.items()}
    captures = {"herald2025": READ["capture"], "never2025": "Nothing of it stands here."}
    make_project(root, captures, briefs)
    (root / "docs" / "images").mkdir(parents=True)
    (root / "docs" / "images" / "x.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return root


@pytest.fixture(scope="module")
def outcome(project: Path) -> Compiled:
    return compiled(project)


@pytest.fixture(scope="module")
def seen(
    project: Path, outcome: Compiled, chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[Seen]]:
    """What carries ✓ on the pages of the briefs that pass."""
    site = build_together(tmp_path_factory.mktemp("shown") / "base", {"shown": outcome})
    shown = seen_in(chromium, site, [f"shown/briefs/{slug}" for slug in outcome.briefs])
    return {slug: shown[f"shown/briefs/{slug}", "screen"] for slug in outcome.briefs}


@pytest.mark.parametrize("slug", TEXTS)
def test_what_is_shown_is_what_was_looked_up(
    slug: str, outcome: Compiled, request: pytest.FixtureRequest
) -> None:
    if slug not in outcome.briefs:
        found = outcome.errors_of(slug)
        assert is_named("herald2025", found), f"{TEXTS[slug]!r}: no error names the work: {told(found)}"
        return
    seen: dict[str, list[Seen]] = request.getfixturevalue("seen")
    capture = plain(READ["capture"])
    problems = differences(seen[slug], looked_up(outcome.briefs[slug]))
    assert not problems, "\n".join(problems)
    for one in seen[slug]:
        assert any(words in capture for words in one.readings), f"{one.words!r} is not in the capture"
