"""Right, ordinary prose raises no finding: a tool that cries at every inch mark is not used."""

from typing import Any

import pytest

from tests.evidence.projects import brief, cases, check, make_project, told

PROSE: dict[str, Any] = cases("prose")


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    briefs = {one["id"]: brief(one["text"], lang=one["lang"]) for one in PROSE["passages"]}
    project = make_project(tmp_path_factory.mktemp("prose") / "p", {"h": PROSE["capture"]}, briefs)
    found = check(project)
    return {slug: [one for one in found if one.span.path == f"sources/{slug}.md"] for slug in briefs}


@pytest.mark.parametrize("one", PROSE["passages"], ids=lambda one: one["id"])
def test_right_prose_raises_no_finding(one: dict[str, Any], findings: dict[str, list[Any]]) -> None:
    assert not findings[one["id"]], f"{one['text']!r}: {told(findings[one['id']])}"
