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
