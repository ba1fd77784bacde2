"""A capture that git changed: only its line ends differ, and the finding says so."""

from hashlib import sha256
from pathlib import Path, PurePath

import pytest

from briefgen.intake.git_changes import git_would_change
from briefgen.verify.line_ends import only_line_ends_differ
from tests.evidence.projects import brief, check, make_project


@pytest.mark.parametrize(
    ("was", "now", "only"),
    [
        (b"a\r\nb\r\n", b"a\nb\n", True),
        (b"a\nb\n", b"a\r\nb\r\n", True),
        (b"a\nb\n", b"a\nc\n", False),
        (b"a\r\nb\r\n", b"a\nc\n", False),
        (b"a", b"a", False),
    ],
)
def test_line_ends_are_told_from_other_changes(was: bytes, now: bytes, only: bool) -> None:
    assert only_line_ends_differ(now, sha256(was).hexdigest()) is only


def test_the_finding_says_what_git_has_to_be_told(tmp_path: Path) -> None:
    project = make_project(
        tmp_path / "p", {"h": "The bridge\nis closed.\n"}, {"a": brief("“is closed” [@h].")}
    )
    (project / "seeds" / "h.txt").write_bytes(b"The bridge\r\nis closed.\r\n")
    (altered,) = (one for one in check(project) if one.rule.name == "capture-altered")
    assert altered.notes[-1] == "only its line ends differ"
    assert "`seeds/** -text`" in (altered.hint or "")


@pytest.mark.parametrize(
    ("attributes", "data", "changes"),
    [
        (None, b"a\r\nb", True),
        ("* text=auto\n", b"a\r\nb", True),
        ("* text=auto\nseeds/** -text\n", b"a\r\nb", False),
        ("/seeds/* binary\n", b"a\r\nb", False),
        (None, b"a\nb", False),
        (None, b"a\0\r\nb", False),
    ],
)
def test_what_git_would_change(tmp_path: Path, attributes: str | None, data: bytes, changes: bool) -> None:
    if attributes is not None:
        (tmp_path / ".gitattributes").write_text(attributes, "utf-8")
    assert git_would_change(PurePath(tmp_path), data) is changes
