"""A site without a home page has one; an author's own home, method and errata stand in the place of ours."""

from pathlib import Path

import pytest

from briefgen.cli.main import main
from briefgen.pipeline import compile_briefs
from briefgen.write.starter import write_starter
from tests.cli.project import run


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_starter(tmp_path)
    return tmp_path


def test_a_site_without_a_home_page_has_one(site: Path) -> None:
    (site / "docs/index.md").unlink()
    done = run("build", "--strict", "--root", site)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (site / "docs/index.md").read_text("utf-8")
    assert "# Our briefs" in page
    assert "(briefs/example-library.md)" in page
    assert "An example: on which day is the library closed?" in (site / "site/index.html").read_text("utf-8")
    (site / "docs/index.md").write_text("# Mine\n", encoding="utf-8")
    assert main(["compile", "--root", str(site)]) == 0
    assert (site / "docs/index.md").read_text("utf-8") == "# Mine\n"


@pytest.mark.parametrize("path", ["method/index.md", "errata/index.md", "about/index.md", "about.md"])
def test_an_authors_own_page_stands_in_the_place_of_ours(site: Path, path: str) -> None:
    with (site / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("    about: {text: Ours.}\n")
    (site / "docs" / path).parent.mkdir(exist_ok=True)
    (site / "docs" / path).write_text("# Mine\n", encoding="utf-8")
    assert main(["compile", "--strict", "--root", str(site)]) == 0
    assert (site / "docs" / path).read_text("utf-8") == "# Mine\n"
    assert (site / "docs/briefs/example-library.md").exists()
    assert (site / "docs/about/index.md").exists() is ("about" not in path or path == "about/index.md")


def test_any_other_page_is_in_the_way(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "docs/briefs").mkdir()
    (site / "docs/briefs/index.md").write_text("# Mine\n", encoding="utf-8")
    assert main(["compile", "--root", str(site)]) == 1
    assert "docs/briefs/index.md:1:1: error" in capsys.readouterr().out


LISTS = """\
# About us

<div data-briefgen="newest-briefs" data-most="{most}"></div>

<div data-briefgen="newest-corrections"></div>

Not in code: `<div data-briefgen="mine">`.

```html
<div data-briefgen="yours"></div>
```
"""

WITHDRAWN = """\
date: 2025-02-01
status: withdrawn
version: "2.0"
updated: 2025-03-01
errata:
  - date: 2025-03-01
    kind: retraction
    was: The library is closed on Wednesdays.
    now: Its hours were never changed."""


def test_lists_stand_on_any_page_in_its_language(site: Path) -> None:
    """Those that change with the briefs, and nothing else of the page."""
    (site / "docs/us").mkdir()
    (site / "docs/us/us.md").write_text(LISTS.format(most=3), encoding="utf-8")
    (site / "docs/us/wir.md").write_text("---\nlang: de-AT\n---\n" + LISTS.format(most=1), encoding="utf-8")
    other = (site / "sources/example-library.md").read_text("utf-8")
    (site / "sources/newer.md").write_text(
        other.replace("date: 2025-01-10", WITHDRAWN).replace('title: "', 'title: "{{ no }} <b>'),
        "utf-8",
    )
    done = run("build", "--strict", "--offline", "--root", site)
    assert done.returncode == 0, done.stdout + done.stderr
    english = (site / "site-offline/us/us.html").read_text("utf-8")
    german = (site / "site-offline/us/wir.html").read_text("utf-8")
    assert '<a href="../briefs/example-library.html" lang="en" hreflang="en">An example' in english
    assert "· 1 March 2025 · Withdrawn</li>" in english
    assert "· 1. März 2025 · Zurückgezogen</li></ul>" in german
    assert "{{ no }} &lt;b&gt;" in german
    assert '<span class="verdict false">Falsch</span> <span lang="en">„From next week' in german
    for page in (english, german):
        assert "data-briefgen" in page.partition("Not in code")[2]
        assert '<div data-briefgen="' not in page


@pytest.mark.parametrize(
    ("written", "at", "said"),
    [
        ('<div data-briefgen="newest-breifs"></div>', "1:21", "did you mean `newest-briefs`?"),
        ('<div data-briefgen="corrections"></div>', "1:21", "did you mean `newest-corrections`?"),
        ('<div data-briefgen="topics" data-most="all"></div>', "1:40", "a number from 1 to 999"),
        ("<div data-briefgen='topics'></div>", "1:6", "on a line of its own"),
        ('See <div data-briefgen="topics"></div>', "1:10", "on a line of its own"),
        ('<div data-briefgen="topics">none</div>', "1:6", "on a line of its own"),
        ('~~~\n```\n~~~\n<div data-briefgen="topic"></div>', "4:21", "did you mean `topics`?"),
    ],
)
def test_a_list_that_is_misspelt_is_told_once(site: Path, written: str, at: str, said: str) -> None:
    (site / "docs/us.md").write_text(written + "\n", encoding="utf-8")
    [finding] = compile_briefs(site).findings
    assert finding.rule.code == "BG404"
    assert f"{finding.span.path}:{finding.span.line}:{finding.span.column}" == f"docs/us.md:{at}"
    assert said in (finding.hint or "")
