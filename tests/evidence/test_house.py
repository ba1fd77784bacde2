"""Small projects that were once published with ✓, or emptied in silence."""

from pathlib import Path

import pytest

from briefgen.diagnostics import Severity
from tests.evidence.projects import HERE, check, told

PROJECTS = sorted((HERE / "house").iterdir())


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project.name)
def test_nothing_of_them_passes(project: Path) -> None:
    findings = check(project)
    assert any(one.severity is Severity.ERROR for one in findings), told(findings)
