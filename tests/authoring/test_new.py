"""`briefgen new`: drafts that the checks take as they are."""

from pathlib import Path

import pytest

from briefgen.authoring.skeleton import Examined, new_text
from briefgen.cli.main import main
from briefgen.write.starter import write_starter
from tests.cli.project import tree

DAY = ("--date", "2025-02-01")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_starter(tmp_path)
    return tmp_path


def new(root: Path, *arguments: str) -> int:
    return main(["new", "--root", str(root), *DAY, *arguments])


@pytest.mark.parametrize(
    ("arguments", "name", "said"),
    [
        (["The bridge of Example Town"], "the-bridge-of-example-town", "title: The bridge of Example Town\n"),
        (["Why: a # & [b]?"], "why-a-b", 'title: "Why: a # & [b]?"\n'),
        (["No"], "no", 'title: "No"\n'),
        (["2025"], "2025", 'title: "2025"\n'),
        (["Über  die\nBrücke"], "über-die-brücke", "title: Über die Brücke\n"),
        (["Title", "--slug", "bridge"], "bridge", "title: Title\n"),
        (["Titel", "--lang", "de-at"], "titel", "lang: de-AT\n"),
        (["A", "--about", "examplereport"], "a", "about: examplereport\n"),
        (["word " * 30], "word-" * 11 + "word", "title: word word"),
    ],
)
def test_a_draft_passes_the_checks(
    site: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], name: str, said: str
) -> None:
    before = tree(site)
    assert new(site, *arguments) == 0
    path = f"sources/{name}.md"
    assert set(tree(site)) - set(before) == {path}
    assert capsys.readouterr().out.startswith(f"{path}: a draft; ")
    text = (site / path).read_text("utf-8")
    assert said in text
    assert "date: 2025-02-01\n" in text
    assert "status: draft\n" in text
    assert main(["check", "--strict", "--root", str(site)]) == 0, capsys.readouterr().out


def test_what_it_quotes_of_a_work_is_verified(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new(site, "A", "--about", "examplereport")
    text = (site / "sources/a.md").read_text("utf-8")
    assert (
        "> From next week the library of Example Town will be closed on Mondays.\n> [@examplereport]" in text
    )
    assert main(["check", "--strict", "--root", str(site)]) == 0
    assert "2 briefs, 7 quotations: 7 found" in capsys.readouterr().out


def test_a_translation_begins_with_what_is_there(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    original = (site / "sources/example-library.md").read_text("utf-8")
    assert new(site, "Ein Beispiel", "--translate", "example-library", "--lang", "de") == 0
    text = (site / "sources/ein-beispiel.md").read_text("utf-8")
    front, body = text.removeprefix("---\n").split("---\n", 1)
    assert "translation_of: example-library\n" in front
    assert "lang: de\n" in front
    assert "about: examplereport\n" in front
    assert "tags: [Example]\n" in front
    assert body.strip() == original.split("---\n", 2)[2].strip()
    capsys.readouterr()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["An", "--slug", "example-library"], "sources/example-library.md has the address `example-library`"),
        (["…"], "`` can be no address: name another one with --slug"),
        ([" "], "a brief needs a title"),
        (["A", "--slug", "A b"], "`A b` can be no address"),
        (["A", "--slug", "../a"], "`../a` can be no address"),
        (
            ["A", "--about", "examplereprt"],
            "there is no work `examplereprt` in sources/references.bib: did you",
        ),
        (["A", "--translate", "example"], "there is no brief `example`: "),
        (["A", "--translate", "example-library"], "`example-library` is in en: say with --lang into which"),
        (["A", "--lang", "deutsch!"], "--lang is not a language tag: "),
    ],
)
def test_what_cannot_be_begun(
    site: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    before = tree(site)
    assert new(site, *arguments) == 2
    assert f"briefgen: {said}" in capsys.readouterr().err
    assert tree(site) == before


def test_a_file_in_the_way_is_not_written_over(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "sources/notes").mkdir()
    assert new(site, "Notes") == 0
    assert new(site, "Notes") == 2
    assert "sources/notes.md has the address `notes`" in capsys.readouterr().err


def test_a_work_without_a_text_is_cited(site: Path) -> None:
    from briefgen.pipeline import Run

    work = Run(site).workspace.works["examplereport"]
    assert "@examplereport says that …" in new_text("A", "2025-01-01", "en", Examined(work))
