"""Mistakes that people make and syntax that they bring along: what is said of each, and no more."""

from pathlib import Path

import pytest

from tests.reports.cases import FOLDER, Case, cases, compiled, differences, lay_out, shown

ALL = [
    pytest.param(case, id=f"{table.stem}-{case.name}")
    for table in sorted(FOLDER.glob("*.yml"))
    for case in cases(table.name)
]


@pytest.mark.parametrize("case", ALL)
def test_a_case_comes_out_as_asked(case: Case, tmp_path: Path) -> None:
    lay_out(case, tmp_path)
    told = compiled(tmp_path)
    wrong = differences(case, told.findings)
    wrong += shown(case, {page.path: page.text for page in told.value.pages})
    assert not wrong, "\n".join(wrong)
