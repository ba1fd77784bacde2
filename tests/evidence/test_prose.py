"""Right, ordinary prose raises no finding: a tool that cries at every inch mark is not used."""

import re
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


SLIPS = ("p00", "p01", "p14", "p18")
"""They cite a work that does not have their inches, prices and names."""


# A day and millions are no number by themselves.
OF_OTHERS = re.compile(r"\b4\.? (?:May|Mai)\b|4[.,]5–5\b")
TOKEN = re.compile(r"[$€]?\d+(?:[.,:]\d+)*[¼½¾]?|[^\W\d_]{3,}")


def states_what_is_not_there(finding: Any, *captures: str) -> bool:
    """Whether a finding says that a number or a name is in no capture, and it is in none."""
    words = TOKEN.findall(finding.span.text)
    there = {word for one in captures for word in TOKEN.findall(OF_OTHERS.sub("", one))}
    absent = not there.issuperset(words) or all(finding.span.text not in one for one in captures)
    return finding.rule.code in ("BG640", "BG641", "BG642") and absent


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    briefs = {one["id"]: brief(one["text"], lang=one["lang"]) for one in PROSE["passages"]}
    project = make_project(tmp_path_factory.mktemp("prose") / "p", {"h": PROSE["capture"]}, briefs)
    found = check(project)
    return {slug: [one for one in found if one.span.path == f"sources/{slug}.md"] for slug in briefs}


@pytest.mark.parametrize("one", PROSE["passages"], ids=lambda one: one["id"])
def test_right_prose_raises_no_finding(one: dict[str, Any], findings: dict[str, list[Any]]) -> None:
    own = [
        found
        for found in findings[one["id"]]
        if one["id"] not in SLIPS or not states_what_is_not_there(found, PROSE["capture"])
    ]
    assert not own, f"{one['text']!r}: {told(own)}"


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
    captures = MORE[name]["works"]
    cited = [
        captures[key]
        for key in re.findall(r"@(\w+)", MORE[name]["passages"][index]["text"])
        if key in captures
    ]
    own = [found for found in more[name][index] if not states_what_is_not_there(found, *cited)]
    assert not own, f"{MORE[name]['passages'][index]['text']!r}: {told(own)}"
