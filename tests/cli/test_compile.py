import json
from pathlib import Path

import pytest

from briefgen.cli.main import main
from tests.cli.project import BROKEN, CLEAN, tree, write_brief


def test_compile_writes_pages_theme_and_manifest(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compile", "--root", str(project)]) == 0
    assert "# Home" in (project / "docs/index.md").read_text(encoding="utf-8")
    ours = json.loads((project / "docs/.briefgen.json").read_text(encoding="utf-8"))["files"]
    assert "briefs/sappers.md" in ours
    assert all((project / "docs" / path).is_file() for path in ours)
    out, err = capsys.readouterr()
    assert out == f"docs/: {len(ours)} written, 0 removed, 0 unchanged\n1 brief, 0 quotations\n"
    assert err == ""
    assert main(["compile", "--root", str(project)]) == 0
    unchanged = f"docs/: 0 written, 0 removed, {len(ours)} unchanged\n"
    assert capsys.readouterr().out == f"{unchanged}1 brief, 0 quotations\n"


def test_with_an_error_nothing_is_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["compile", "--root", str(project)])
    capsys.readouterr()
    write_brief(project, BROKEN)
    (project / "sources/second.md").write_text(CLEAN, encoding="utf-8")
    before = tree(project)
    for command in ("compile", "build"):
        assert main([command, "--root", str(project)]) == 1
        assert capsys.readouterr().out.endswith(
            "1 error in 1 file\nnothing was written\n2 briefs, 0 quotations\n"
        )
    assert tree(project) == before


def test_a_hand_written_file_is_never_overwritten(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "docs/briefs").mkdir()
    (project / "docs/briefs/Sappers.md").write_text("mine", encoding="utf-8")
    assert main(["compile", "--root", str(project)]) == 1
    out = capsys.readouterr().out
    assert "docs/briefs/Sappers.md:1:1: error[BG400] file-in-the-way: " in out
    assert (project / "docs/briefs/Sappers.md").read_text(encoding="utf-8") == "mine"
    assert not (project / "docs/.briefgen.json").exists()
