import hashlib
import json
from pathlib import Path

import pytest

from tests.cli.locked import BRIEF, entries, lock_of, make_project, names, replace_capture, run, write


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def test_nothing_is_stale(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert run(project, "reverify", "--write") == 0
        assert capsys.readouterr().out == "no quotation is stale\n"
        run(project, "lock")
        capsys.readouterr()


def test_words_that_still_stand_are_proposed_and_accepted(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(project, "lock", "--date", "2025-05-07")
    before = lock_of(project)
    replace_capture(project, "autumn", "winter")
    assert names(project, capsys) == ["quotation-stale"] * 3
    assert run(project, "lock") == 1
    capsys.readouterr()
    assert run(project, "reverify") == 1
    out = capsys.readouterr().out
    assert "sources/bridge.md:8:18: “Some 1,200 drivers use the bridge each day”\n" in out
    assert "    now  exact in seeds/herald.txt:5:" in out
    assert out.endswith("3 stale quotations: 3 can be accepted with `--write`\n")
    assert lock_of(project) == before
    assert run(project, "reverify", "--write", "--date", "2025-06-01") == 0
    assert capsys.readouterr().out.endswith("3 stale quotations: 3 accepted\n")
    assert {str(entry["verified"]) for entry in entries(project)} == {"2025-06-01"}
    assert names(project, capsys) == []
    assert run(project, "reverify") == 0


def test_changed_words_are_shown_and_never_accepted(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(project, "lock", "--date", "2025-05-07")
    replace_capture(project, "1,200", "1,300")
    capsys.readouterr()
    assert run(project, "reverify", "--write", "--date", "2025-06-01") == 1
    out = capsys.readouterr().out
    assert "the difference: Some [-1,200-] {+1,300+} drivers" in out
    assert "    now  not there: never accepted\n" in out
    assert "2 accepted; 1 cannot be accepted" in out
    assert [entry["verified"] for entry in entries(project)] == ["2025-06-01", "2025-05-07", "2025-06-01"]
    assert names(project, capsys) == ["quotation-not-in-capture", "quotation-stale"]
    run(project, "reverify", "--format", "json")
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["words"], one["now"], one["accepted"]) == (
        "Some 1,200 drivers use the bridge each day",
        None,
        False,
    )
    write(project, BRIEF.replace("1,200", "1,300"))
    assert run(project, "reverify") == 0
    assert run(project, "lock") == 0


def test_an_altered_capture_is_not_a_new_one(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(project, "lock", "--date", "2025-05-07")
    (project / "seeds/herald.txt").write_text("something else", encoding="utf-8")
    capsys.readouterr()
    assert run(project, "reverify", "--write") == 1
    assert "capture-altered" in capsys.readouterr().out
    assert names(project, capsys) == ["capture-altered"]


def test_another_text_of_the_same_file_makes_stale(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = project / "sources/captures.yml"
    with_text = "  language: en\n  text: seeds/herald.ocr.txt\n  text_by: ocr\n"
    records.write_text(records.read_text("utf-8").replace("  language: en\n", with_text, 1), encoding="utf-8")
    text = (project / "seeds/herald.txt").read_text(encoding="utf-8")
    (project / "seeds/herald.ocr.txt").write_text(text, encoding="utf-8")
    assert run(project, "lock", "--date", "2025-05-07") == 0
    assert all("text" in entry for entry in entries(project))
    (project / "seeds/herald.ocr.txt").write_text(f"Page 1\n{text}", encoding="utf-8")
    assert names(project, capsys) == ["quotation-stale"] * 3


def test_a_second_capture_beside_the_first_makes_nothing_stale(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(project, "lock", "--date", "2025-05-07")
    data = b"Only this."
    (project / "seeds/second.txt").write_bytes(data)
    records = project / "sources/captures.yml"
    first, _, rest = records.read_text("utf-8").partition("\n\n")
    key, *fields = first.splitlines()
    one = "\n".join(("  - " if not index else "    ") + field.strip() for index, field in enumerate(fields))
    two = one.replace("herald.txt", "second.txt").replace(
        str(entries(project)[0]["capture"]), hashlib.sha256(data).hexdigest()
    )
    records.write_text(f"{key}\n{one}\n{two}\n\n{rest}", encoding="utf-8")
    assert names(project, capsys) == []
