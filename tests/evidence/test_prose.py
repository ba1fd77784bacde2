"""Right, ordinary prose raises no finding: a tool that cries at every inch mark is not used."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.evidence.projects import HERE, brief, cases, check, make_project, told
from tests.tables import read_table

PROSE: dict[str, Any] = cases("prose")
MORE: dict[str, dict[str, Any]] = {
    name: read_table(HERE / f"{name}.yml")
    for name in ("prose-more", "prose-newspapers", "prose-combined", "prose-reports")
}


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    briefs = {one["id"]: brief(one["text"], lang=one["lang"]) for one in PROSE["passages"]}
    project = make_project(tmp_path_factory.mktemp("prose") / "p", {"h": PROSE["capture"]}, briefs)
    found = check(project)
    return {slug: [one for one in found if one.span.path == f"sources/{slug}.md"] for slug in briefs}


@pytest.mark.parametrize("one", PROSE["passages"], ids=lambda one: one["id"])
def test_right_prose_raises_no_finding(one: dict[str, Any], findings: dict[str, list[Any]]) -> None:
    assert not findings[one["id"]], f"{one['text']!r}: {told(findings[one['id']])}"


@pytest.fixture(scope="module")
def more(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Any]]]:
    return {name: _findings(tmp_path_factory.mktemp("prose") / name, table) for name, table in MORE.items()}


def _findings(root: Path, table: dict[str, Any]) -> list[list[Any]]:
    briefs = {
        f"p{index:03}": brief(one["text"], lang=one["lang"], title=one.get("title", "Probe"))
        for index, one in enumerate(table["passages"])
    }
    works: dict[str, str] = table["works"]
    project = make_project(root, works, briefs)
    captures = project / "sources" / "captures.yml"
    records = yaml.safe_load(captures.read_text("utf-8"))
    for key, record in records.items():
        record["language"] = key[:2]
    captures.write_text(yaml.safe_dump(records), "utf-8")
    found = check(project)
    return [[one for one in found if one.span.path == f"sources/{slug}.md"] for slug in briefs]


@pytest.mark.parametrize(
    ("name", "index"), [(name, at) for name, table in MORE.items() for at in range(len(table["passages"]))]
)
def test_right_prose_of_many_languages_raises_no_finding(
    name: str, index: int, more: dict[str, list[list[Any]]]
) -> None:
    own = more[name][index]
    assert not own, f"{MORE[name]['passages'][index]['text']!r}: {told(own)}"
