"""Each folder of golden/ is a small project, named after what it shows, with what briefgen makes of it.

A case holds only the files it is about; the others come from `golden/_base`. `pytest --update-golden`
writes `expected/` anew: read the difference before you keep it. `expected/docs` has the pages of the briefs;
any other generated page is compared too once it has been put there.
"""

import json
import shutil
from pathlib import Path

import pytest

from briefgen.cli.main import main
from tests.sweep import SWEEP

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.name for path in GOLDEN.iterdir() if path.name != "_base")


@pytest.mark.parametrize("case", CASES)
def test_golden(
    case: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    update_golden: bool,
) -> None:
    monkeypatch.setattr("briefgen.render.brief.checked.__version__", "VERSION")
    root, expected = tmp_path / "project", GOLDEN / case / "expected"
    for layer in (GOLDEN / "_base", GOLDEN / case):
        leave_out = shutil.ignore_patterns("expected")
        shutil.copytree(layer, root, symlinks=True, dirs_exist_ok=True, ignore=leave_out)
    by_hand = files_below(root / "docs")

    strict = main(["check", "--root", str(root), "--strict"])
    report = capsys.readouterr().out
    assert files_below(root / "docs") == by_hand, "check wrote something"
    code = main(["compile", "--root", str(root), "--format", "json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    docs = files_below(root / "docs")

    of_published = [finding for finding in findings if not finding["draft"]]
    assert code == any(finding["severity"] == "error" for finding in of_published)
    assert strict == any(finding["severity"] != "note" for finding in of_published)
    if SWEEP > 1:
        assert main(["check", "--root", str(root)]) == code
    assert by_hand.items() <= docs.items() if code == 0 else by_hand == docs
    for finding in findings:
        check_place(root, finding)

    actual = {"findings.txt": report.encode()}
    for path in docs.keys() - by_hand.keys():
        is_brief = path.startswith("briefs/") and path.endswith(".md") and path != "briefs/index.md"
        if is_brief or (expected / "docs" / path).exists():
            actual[f"docs/{path}"] = docs[path]
    if update_golden:
        shutil.rmtree(expected, ignore_errors=True)
        for path, data in actual.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_bytes(data)
    assert as_text(actual) == as_text(files_below(expected))


def check_place(root: Path, finding: dict[str, int | str]) -> None:
    """A finding has a place, and the place is inside its file."""
    start = (int(finding["line"]), int(finding["column"]))
    end = (int(finding["end_line"]), int(finding["end_column"]))
    file = root / str(finding["path"])
    # as an editor counts: without byte order mark, and with any of the three line ends
    lines = file.read_text("utf-8-sig", "replace").split("\n") if file.is_file() else [""]
    assert (1, 1) <= start <= end
    assert end[0] <= len(lines)
    assert start[1] <= len(lines[start[0] - 1]) + 1
    assert end[1] <= len(lines[end[0] - 1]) + 1


def files_below(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def as_text(files: dict[str, bytes]) -> dict[str, list[str]]:
    """As lines, so that pytest shows the difference."""
    return {path: data.decode().split("\n") for path, data in sorted(files.items())}
