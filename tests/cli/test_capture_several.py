"""`briefgen capture` without a key, and of several documents at once."""

from pathlib import Path

import pytest

from briefgen.cli.main import main
from briefgen.write.starter import write_starter
from tests.cli.project import tree

SAID = ("--captured", "2025-03-01", "--language", "en", "--obtained", "by mail")
WORKS = (
    "\n@misc{one, title = {The first}}\n@misc{Two, title = {The second}}\n@misc{three, title = {The third}}\n"
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    write_starter(root)
    place = root / "sources/references.bib"
    place.write_text(place.read_text("utf-8") + WORKS, encoding="utf-8")
    for name in ("one.txt", "two.txt", "other.txt"):
        (tmp_path / name).write_text(f"What {name} says.\n", encoding="utf-8")
    return root


def capture(root: Path, *arguments: str) -> int:
    files = [str(root.parent / name) if name.endswith(".txt") else name for name in arguments]
    return main(["capture", "--root", str(root), *SAID, *files])


def test_a_file_called_after_a_key_is_of_that_work(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert capture(site, "one.txt", "two.txt") == 0
    out = capsys.readouterr().out
    assert "seeds/one.txt: captured for `one`" in out
    assert "seeds/Two.txt: captured for `Two`" in out
    assert out.endswith("2 of 2 documents captured\n")
    assert main(["check", "--strict", "--root", str(site)]) == 0


def test_any_other_file_is_told_which_works_have_none(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capture(site, "one.txt")
    before = tree(site)
    capsys.readouterr()
    assert capture(site, "other.txt") == 2
    said = capsys.readouterr().err
    assert "other.txt a capture? Say --key, or call the file after the key. Without a capture: " in said
    assert said.rstrip().endswith("Two (The second); three (The third)")
    assert capture(site, "two.txt", "other.txt") == 2
    assert capture(site, "two.txt", "other.txt", "--key", "Two") == 2
    assert "--key is for one document" in capsys.readouterr().err
    assert tree(site) == before


EXPORTED = r"""
@report{one, title = {The first}, langid = {german}, urldate = {2025-02-03},
  file = {PDF:files/3/One\: a report\; all of it.txt:text/plain;Snapshot:files/4/page.html:text/html}}
@misc{Two, title = {The second}, file = {files/5/two.txt}}
@misc{three, title = {The third}, file = {Sheet:files/6/sheet.xlsx:application/x;Gone:files/7/gone.pdf:x}}
@misc{foreign, title = {Not ours}, file = {files/5/two.txt}}
@misc{bare, title = {Without a file}}
"""


@pytest.fixture
def folder(site: Path) -> Path:
    """What Zotero writes for “Export Files”; two of its works are the project's."""
    works = site / "sources/references.bib"
    said = "title = {The first}, langid = {german}, urldate = {2025-02-03}"
    works.write_text(works.read_text("utf-8").replace("title = {The first}", said), encoding="utf-8")
    place = site.parent / "My Library"
    for path, text in {
        "My Library.bib": EXPORTED,
        "files/3/One: a report; all of it.txt": "Der erste Bericht.\n",
        "files/4/page.html": "<!doctype html><html><body><p>Die Seite dazu.</p></body></html>",
        "files/5/two.txt": "What the second says.\n",
        "files/6/sheet.xlsx": "x",
    }.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_text(text, encoding="utf-8")
    return place


def test_an_exported_folder_with_its_files(
    site: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["capture", "--root", str(site), str(folder)]) == 1
    out = capsys.readouterr().out
    assert "seeds/one.txt: captured for `one`" in out
    assert "seeds/one-2.html: captured for `one`" in out
    assert "two.txt: nobody can be asked here: say --captured, --language as well" in out
    assert "three: files/6/sheet.xlsx is in no format that is read" in out
    assert "three: files/7/gone.pdf is not in the folder" in out
    assert "not in the project's bibliography: foreign: copy My Library.bib into sources/" in out
    assert out.endswith("2 of 6 documents captured\n")
    listed = (site / "sources/captures.yml").read_text("utf-8")
    assert "captured: 2025-02-03\n  language: de\n" in listed.replace("    ", "  ")
    again = main(
        ["capture", "--root", str(site), "--captured", "2025-03-01", "--language", "en", str(folder)]
    )
    assert again == 1
    out = capsys.readouterr().out
    assert "seeds/Two.txt: captured for `Two`" in out
    assert len(list((site / "seeds").glob("one*"))) == 3, "what is there is not stored again"
    assert main(["check", "--root", str(site)]) == 0


def test_a_folder_that_none_exported(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = tree(site)
    (tmp_path / "empty").mkdir()
    assert main(["capture", "--root", str(site), str(tmp_path / "empty")]) == 2
    assert "empty has no .bib file: have your reference manager export" in capsys.readouterr().err
    (tmp_path / "empty/a.bib").write_text("@misc{foreign, file = {x.txt}}", encoding="utf-8")
    assert main(["capture", "--root", str(site), str(tmp_path / "empty")]) == 2
    assert "not in the project's bibliography: foreign: copy a.bib into sources/" in capsys.readouterr().err
    assert main(["capture", "--root", str(site), "--key", "one", str(tmp_path / "empty")]) == 2
    assert tree(site) == before
