from pathlib import Path

import pytest

from briefgen.cli import _arguments
from briefgen.cli.main import main
from tests.cli.project import BROKEN, tree, write_brief


def test_check_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = tree(project)
    assert main(["check", "--root", str(project)]) == 0
    assert capsys.readouterr() == ("no findings\n1 brief, 0 quotations\n", "")
    assert tree(project) == before


def test_findings_are_the_output(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_brief(project, BROKEN)
    assert main(["check", "--root", str(project)]) == 1
    out, err = capsys.readouterr()
    assert "sources/sappers.md:10:3: error[BG102] nul-character: a NUL character stands here\n" in out
    assert "\n 10 | A \ufffd here.\n    |   ^\n" in out
    assert out.splitlines()[-2:] == ["1 error in 1 file", "1 brief, 0 quotations"]
    assert err == ""


DATED = "---\ntitle: A thousand sappers\ndate: {}\nstatus: {}\n---\n\nText.\n"


@pytest.mark.parametrize("cache", ["--cache", "--no-cache"])
def test_a_day_that_is_to_come_is_told_and_no_page_depends_on_it(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, cache: str
) -> None:
    def on(day: str, command: str = "check") -> str:
        monkeypatch.setattr(_arguments, "today", lambda: day)
        assert main([command, cache, "--root", str(project)]) == 0
        return capsys.readouterr().out

    write_brief(project, DATED.format("2031-05-10", "published"))
    said = "`date` is 2031-05-10, which is still to come: today is 2030-12-31"
    assert said in on("2030-12-31", "compile")
    docs = tree(project / "docs")
    assert said in on("2030-12-31")
    assert "date-to-come" in on("2031-05-08")
    assert "no findings" in on("2031-05-09"), "it is the next day elsewhere"
    on("2031-05-10", "compile")
    assert tree(project / "docs") == docs
    assert "date-to-come" not in on("2031-06-01")
    write_brief(project, DATED.format("2031-05-10", "draft"))
    assert "no findings" in on("2030-12-31")


def test_a_clock_that_is_wrong_judges_nothing(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_arguments, "today", lambda: "1970-01-01")
    assert main(["check", "--root", str(project)]) == 0
    assert "no findings" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        (
            "sources/sappers.md",
            "---\ntitle: A\ndate: 2025-01-01\nupdated: 9025-01-02\n---\nText.\n",
            ":4:10: ",
        ),
        (
            "sources/sappers.md",
            "---\ntitle: A\ndate: 2025-01-01\nupdated: 9025-01-02\nversion: '2'\nerrata:\n"
            "- {date: 9025-01-02, kind: update, was: a, now: b}\n---\nText.\n",
            ":7:10: ",
        ),
        ("sources/context/a.en.md", "---\ntitle: A\nas_of: 9025-01-02\n---\nText.\n", ":3:8: "),
        (
            "sources/captures.yml",
            "a:\n  file: seeds/a.txt\n  sha256: " + "0" * 64 + "\n  captured: on or after 9025-01-02\n"
            "  language: en\n",
            ":4:25: ",
        ),
    ],
)
def test_whatever_day_it_is(
    project: Path, capsys: pytest.CaptureFixture[str], path: str, text: str, said: str
) -> None:
    (project / path).parent.mkdir(exist_ok=True)
    (project / path).write_text(text)
    main(["check", "--root", str(project)])
    assert f"{path}{said}warning[BG133] date-to-come" in capsys.readouterr().out
