"""`briefgen rename`: what led to a brief leads to it still."""

from pathlib import Path

import pytest

from briefgen.cli.main import main
from briefgen.write.starter import write_starter
from tests.cli.project import tree

OTHER = """\
---
title: Another
date: 2025-03-01
lang: de
translation_of: example-library
---

See [it](example-library.md), [its day](../briefs/example-library.md#day),
[a file](<../sources/example-library.md>) and [this][ref]; `example-library.md` stays,
and [so](my-example-library.md-x) does this.

[ref]: example-library.md#day
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_starter(tmp_path)
    return tmp_path


def rename(root: Path, *arguments: str) -> int:
    return main(["rename", "--root", str(root), *arguments])


def test_all_that_leads_to_a_brief_leads_there_still(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = OTHER.replace(",\nand [so](my-example-library.md-x) does this", "")
    whole = (site / "sources/example-library.md").read_text("utf-8")
    front, body = text.replace("lang: de\n", "lang: de\nabout: examplereport\n").split("---\n\n")
    said = whole.partition("---\n\n")[2].partition("::: {.context")[0]  # so that the two are in step
    text = f"{front}---\n\n{said}{body}"
    (site / "sources/other.md").write_bytes(text.replace("\n", "\r\n").encode())
    assert main(["lock", "--root", str(site), "--date", "2025-04-01"]) == 0, capsys.readouterr().out
    capsys.readouterr()
    assert rename(site, "example-library", "library") == 0
    assert capsys.readouterr().out.splitlines() == [
        "sources/library.md",
        "    sources/other.md: leads there now",
        "    docs/index.md: leads there now",
        "    sources/verified.lock: leads there now",
        "    sources/published.lock: leads there now",
        "    `aliases` has `example-library`: the old address leads there, too",
    ]
    assert not (site / "sources/example-library.md").exists()
    other = (site / "sources/other.md").read_bytes().decode()
    assert other.count("example-library") == 1
    assert "`example-library.md` stays" in other
    assert "translation_of: library\r\n" in other
    assert "(briefs/library.md)" in (site / "docs/index.md").read_text("utf-8")
    assert main(["lock", "--check", "--strict", "--root", str(site)]) == 0, capsys.readouterr().out
    assert main(["compile", "--strict", "--root", str(site)]) == 0
    old = (site / "docs/briefs/example-library.md").read_text("utf-8")
    assert 'location: "../library/"' in old


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "aliases: [example-library]\n"),
        ("aliases: [old]\n", "aliases: [old, example-library]\n"),
        ("aliases:\n  - old\n  - older\n", "aliases: [old, older, example-library]\n"),
        ("aliases: [library]\n", "aliases: [example-library]\n"),
    ],
)
def test_the_old_slug_is_an_alias(site: Path, before: str, after: str) -> None:
    place = site / "sources/example-library.md"
    text = place.read_text("utf-8").replace("lang: en\n", f"{before}lang: en\n")
    place.write_text(text, encoding="utf-8")
    assert rename(site, "sources/example-library.md", "library") == 0
    new = (site / "sources/library.md").read_text("utf-8")
    assert after in new
    assert new.count("aliases:") == 1
    assert new.replace(after, "") == text.replace(before, "")
    assert main(["check", "--root", str(site)]) == 0


def test_a_draft_has_no_alias(site: Path) -> None:
    main(["new", "A draft", "--root", str(site), "--date", "2025-01-01"])
    text = (site / "sources/a-draft.md").read_text("utf-8")
    assert rename(site, "a-draft", "b") == 0
    assert (site / "sources/b.md").read_text("utf-8") == text


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("example-libary", "x", "there is no brief `example-libary`: did you mean `example-library`?"),
        ("example-library", "X y", "`X y` can be no address"),
        ("example-library", "../x", "`../x` can be no address"),
        ("example-library", "taken", "sources/taken.md has the address `taken` already"),
        ("example-library", "old", "sources/taken.md has the address `old` already"),
    ],
)
def test_what_cannot_be_renamed(
    site: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str
) -> None:
    taken = "---\ntitle: T\ndate: 2025-01-01\naliases: [old]\n---\n\nText.\n"
    (site / "sources/taken.md").write_text(taken, encoding="utf-8")
    before = tree(site)
    assert rename(site, old, new) == 2
    assert f"briefgen: {said}" in capsys.readouterr().err
    assert tree(site) == before


def test_a_run_that_was_stopped_is_completed(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = site.parent / "whole"
    write_starter(whole)
    rename(whole, "example-library", "library")

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("briefgen.authoring.rename.replace_file", stop)
        assert rename(site, "example-library", "library") == 130
    assert (site / "sources/example-library.md").exists()
    assert rename(site, "example-library", "library") == 0
    assert tree(site) == tree(whole)
