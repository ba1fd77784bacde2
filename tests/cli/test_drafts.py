"""Drafts: their errors are shown and stop nothing, unless asked about; on a site they are marked, hidden."""

import json
from pathlib import Path

import pytest

from briefgen.cli.main import main
from briefgen.write.starter import write_starter
from tests.cli.project import run

DRAFT = """\
---
title: A draft
date: 2025-02-01
status: draft
---

It says “what stands nowhere” [@examplenotice].
"""
PUBLISHED = DRAFT.replace("status: draft\n", "")
LINKS = PUBLISHED.replace("“what stands nowhere” [@examplenotice]", "[more](draft.md)")
WARNS = DRAFT.replace(" [@examplenotice]", "")
BROKEN_YAML = DRAFT.replace("title: A draft", "title: A: draft: [")
NO_END = DRAFT.replace("status: draft\n---\n", "status: draft\n")
FINE = DRAFT.replace("“what stands nowhere” [@examplenotice]", "nothing")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_starter(tmp_path)
    return tmp_path


def write(root: Path, **briefs: str) -> None:
    for name, text in briefs.items():
        (root / f"sources/{name}.md").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "code", "with_drafts", "strict"),
    [
        (FINE, "", 0, 0),
        (DRAFT, "BG301", 1, 0),
        (WARNS, "BG302", 0, 0),
        (BROKEN_YAML, "BG110", 1, 0),
        (NO_END, "BG122", 1, 0),
        (PUBLISHED, "BG301", 1, 1),
    ],
    ids=["fine", "misquotes", "warns", "broken", "endless", "published"],
)
def test_what_a_draft_stops(
    site: Path, capsys: pytest.CaptureFixture[str], text: str, code: str, with_drafts: int, strict: int
) -> None:
    write(site, draft=text)
    published = "status: draft" not in text
    assert main(["check", "--strict", "--root", str(site)]) == strict
    out = capsys.readouterr().out
    assert code in out
    assert ("which stops nothing" in out) == (bool(code) and not published)
    assert main(["check", "--drafts", "--root", str(site)]) == with_drafts
    assert "which stops nothing" not in capsys.readouterr().out
    assert main(["check", "--root", str(site), str(site / "sources/draft.md")]) == with_drafts
    capsys.readouterr()
    assert main(["compile", "--root", str(site)]) == (1 if published else 0)
    assert not (site / "docs/briefs/draft.md").exists()
    assert (site / "docs/briefs/example-library.md").exists() != published


def test_a_published_brief_that_links_to_a_draft_fails(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(site, draft=FINE, links=LINKS)
    assert main(["check", "--root", str(site)]) == 1
    assert "sources/links.md:6:9: error[BG" in capsys.readouterr().out
    assert main(["check", "--drafts", "--root", str(site)]) == 1


def test_a_draft_does_not_take_the_address_of_a_published_brief(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "sources/a").mkdir()
    (site / "sources/a/example-library.md").write_text(FINE, encoding="utf-8")
    assert main(["compile", "--root", str(site)]) == 0
    assert "sources/a/example-library.md:1:1: error" in capsys.readouterr().out
    assert "made up" in (site / "docs/briefs/example-library.md").read_text("utf-8")


def test_programs_are_told_which_findings_are_of_drafts(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(site, draft=DRAFT, published=PUBLISHED)
    main(["check", "--root", str(site), "--format", "json"])
    told = json.loads(capsys.readouterr().out)["findings"]
    assert {(one["path"], one["draft"]) for one in told} == {
        ("sources/draft.md", True),
        ("sources/published.md", False),
    }


def test_only_the_files_that_are_named_are_told(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(site, one=PUBLISHED, two=PUBLISHED)
    monkeypatch.chdir(site / "sources")
    assert main(["check", "one.md"]) == 1
    out = capsys.readouterr().out
    assert "sources/one.md:6:9: error" in out
    assert "two.md" not in out
    assert "1 error in other files; `briefgen check` shows them\n" in out
    assert "\n1 brief, 1 quotation: 1 not found" in out
    assert main(["check", "example-library.md"]) == 0
    assert "2 errors in other files" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "said"), [("absent.md", "there is no file"), ("/etc/hosts", "is no file of the project")]
)
def test_files_that_are_none_of_the_project(
    site: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    assert main(["check", "--root", str(site), name]) == 2
    assert said in capsys.readouterr().err


def test_a_site_with_drafts_is_for_their_authors(site: Path) -> None:
    write(site, draft=FINE)
    settings = site / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("# site_url:", "site_url:"), encoding="utf-8")
    done = run("build", "--drafts", "--strict", "--root", site)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not (site / "site").exists()
    built = site / "site-drafts"
    draft = (built / "briefs/draft/index.html").read_text("utf-8")
    other = (built / "briefs/example-library/index.html").read_text("utf-8")
    assert "This is a draft: it is not published" in draft
    assert '<meta name="robots" content="noindex, nofollow">' in draft
    assert '<meta name="briefgen:search" content="exclude">' in draft
    assert 'name="robots"' not in other
    sitemap = (built / "sitemap.xml").read_text("utf-8")
    assert "briefs/example-library/" in sitemap
    assert "briefs/draft/" not in sitemap
    assert "A draft" in (built / "briefs/index.html").read_text("utf-8")
    assert main(["compile", "--root", str(site)]) == 0
    assert not (site / "docs/briefs/draft.md").exists()
