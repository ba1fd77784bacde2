"""Sources with quotations in 22 languages: what must be found, what refused, what warned of.

Each case is a block quote with its citation in a brief of its own; its file says who decided: a person who
read source and quotation. `format` other than txt belongs to the readers of captures.
"""

from pathlib import Path
from typing import Any

import pytest

from tests.evidence.projects import brief, cases, check, errors, make_project, told

SOURCES: list[dict[str, Any]] = [source for source in cases("quotations") if source["format"] == "txt"]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source["name"])
def test_quotations_are_judged_as_a_reader_would(source: dict[str, Any], tmp_path: Path) -> None:
    briefs = {
        case["id"]: brief("\n".join(f"> {line}" for line in case["quote"].split("\n")) + " [@h]")
        for case in source["cases"]
    }
    project = make_project(tmp_path / "p", {"h": source["source"]}, briefs, language=source["lang"])
    findings = check(project)
    wrong = []
    for case in source["cases"]:
        own = [one for one in findings if one.span.path == f"sources/{case['id']}.md"]
        failed, warned = bool(errors(own)), bool(own)
        if case["warning"] == "any":
            continue
        if case["warning"] == "suffices":
            right = warned
        elif case["warning"] == "required":
            right = warned and not failed
        else:
            right = failed is not case["should_verify"]
        if not right:
            wrong.append(f"{case['id']}: {case['quote']!r} ({case['trap']}): {told(own) or 'no finding'}")
    assert not wrong, "\n".join(wrong)
