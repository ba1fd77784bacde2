"""One false quotation a case, as authors write it: none may pass without a word."""

from typing import Any

import pytest

from briefgen import rules
from tests.evidence.projects import HERE, brief, cases, check, errors, make_project, told
from tests.tables import read_table

TEXTS = {
    "herald2025": "The council met. It closed the old bridge at noon. Nobody crossed it.\n",
    "gazette2025": "The gazette prints other news about a tower and a well.\n",
}


STATES = (rules.FIGURE_NOT_IN_CAPTURE, rules.DATE_NOT_IN_CAPTURE, rules.NAME_NOT_IN_CAPTURE)


def _table(name: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = read_table(HERE / f"{name}.yml")
    return cases


BINDING: list[dict[str, Any]] = [
    *cases("binding"),
    *(
        {"id": f"m{index:02}", "why": "a neighbour", **case}
        for index, case in enumerate(_table("binding-more"))
    ),
    *(
        {"id": f"h{index:03}", "why": "a habit", **case}
        for index, case in enumerate(_table("binding-habits"))
    ),
    *(
        {"id": f"c{index:03}", "why": "two rules", **case}
        for index, case in enumerate(_table("binding-combined"))
    ),
    *(
        {"id": f"n{index:03}", "why": "another neighbour", **case}
        for index, case in enumerate(_table("binding-neighbours"))
    ),
    *(
        {"id": f"r{index:03}", "why": "as in reports", **case}
        for index, case in enumerate(_table("binding-reports"))
    ),
]


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    briefs = {
        case["id"]: brief(
            case["text"],
            lang=case.get("lang", "en"),
            title=case.get("title", "Probe"),
            **case.get("front", {}),
        )
        for case in BINDING
    }
    project = make_project(tmp_path_factory.mktemp("binding") / "p", TEXTS, briefs, uncaptured=("nocap2025",))
    (project / "docs" / "images").mkdir(parents=True)
    (project / "docs" / "images" / "x.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    found = check(project)
    return {slug: [one for one in found if one.span.path == f"sources/{slug}.md"] for slug in briefs}


@pytest.mark.parametrize("case", BINDING, ids=lambda case: case["id"])
def test_no_false_quotation_escapes(case: dict[str, Any], findings: dict[str, list[Any]]) -> None:
    # What a neighbouring sentence states is another matter, and truly is not in these captures.
    own = [one for one in findings[case["id"]] if one.rule not in STATES]
    want, _, key = case["want"].partition(":")
    key = key or "herald2025"
    text = " ".join(" ".join((one.message, *one.notes, one.hint or "")) for one in errors(own))
    if want == "pass":
        right = not own
    elif want == "error":
        right = bool(errors(own)) and key in text
    else:
        right = bool(own)
    assert right, f"{case['text']!r} ({case['why']}): want {case['want']}, got {told(own) or 'no finding'}"
