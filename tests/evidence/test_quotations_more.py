"""Further quotations, most from the sources of `quotations.json`; each verdict was decided by reading.

Nearly half of them are right: `none` is stricter than an empty `warning` and asks that nothing be raised. A
source that is not written out is the one of that name in `quotations.json`.
"""

from pathlib import Path
from typing import Any

import pytest

from tests.evidence.projects import brief, cases, check, errors, make_project, told
from tests.sweep import sampled

GIVEN: dict[str, dict[str, Any]] = {source["name"]: source for source in cases("quotations")}
SOURCES: list[dict[str, Any]] = [GIVEN.get(one["name"], one) | one for one in cases("quotations-more")]


@pytest.mark.parametrize("source", sampled(SOURCES, 2), ids=lambda source: source["name"])
def test_quotations_are_judged_as_a_reader_would(source: dict[str, Any], tmp_path: Path) -> None:
    briefs = {case["id"]: brief(f"> {case['quote']} [@h]") for case in source["cases"]}
    findings = check(make_project(tmp_path / "p", {"h": source["source"]}, briefs, language=source["lang"]))
    wrong = []
    for case in source["cases"]:
        own = [one for one in findings if one.span.path == f"sources/{case['id']}.md"]
        failed, warned = bool(errors(own)), bool(own)
        right = {
            "any": True,
            "none": not warned,
            "suffices": warned,
            "required": warned and not failed,
            "": failed is not case["should_verify"],
        }[case["warning"]]
        if not right:
            wrong.append(f"{case['id']}: {case['quote']!r} ({case['trap']}): {told(own) or 'no finding'}")
    assert not wrong, "\n".join(wrong)
