"""Pages by hand that cite in a project with briefs: works' pages, the lock, counts, what is kept."""

import json
import logging
import sys
from pathlib import Path, PurePath
from time import process_time

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from briefgen.decode.excluded import excluded_pages
from briefgen.markdown.tree import parse_tree
from briefgen.model.asked import Asked
from briefgen.model.compilation import Compilation
from briefgen.model.layout import project
from briefgen.pipeline import compile_briefs, lock_quotations
from briefgen.render.heading_ids import heading_ids
from briefgen.render.paragraph_ids import paragraph_ids
from briefgen.serving.builder import hush
from briefgen.serving.session import Session
from briefgen.site.cited_pages import CitedPages
from briefgen.text import TextFile
from briefgen.write.starter import write_starter
from tests.cli.project import run

PAGE = """\
---
title: When to visit
---
The notice says “opens at ten, as before” [@examplenotice, p. 1], as @examplereport
and @nobody know[^own].

=== "A tab"

    > On all other days it opens at ten, as before. [@examplenotice]

[@examplenotice]: so it says.

[^own]: Who else [@examplereport].
"""
QUOTED = "“opens at ten, as before”"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The project to start from, with a page that cites."""
    root = tmp_path / "site"
    write_starter(root)
    (root / "docs/visit.md").write_text(PAGE, encoding="utf-8")
    return root


def compiled(root: Path) -> Compilation:
    told = compile_briefs(PurePath(root), Asked())
    assert [str(one.message) for one in told.findings] == []
    return told.value


def test_a_page_that_the_builder_has_for_a_draft_stops_nothing_and_no_reader_is_told_of_it(
    root: Path,
) -> None:
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("draft_docs: |\n  visit.md\n")
    made = compiled(root)
    assert "[^w-examplenotice-1]" in made.cited["visit.md"]
    assert "sources/examplenotice.md" not in made.cited["visit.md"]
    assert not any("visit.md" in page.text for page in made.pages)
    (root / "docs/visit.md").write_text(f"{PAGE}[@nothing]\n", encoding="utf-8")
    told = compile_briefs(PurePath(root), Asked())
    assert [(one.rule.code, one.of_draft) for one in told.findings] == [("BG201", True)]
    assert "visit.md" not in told.value.cited


def test_a_citation_that_another_file_brings_into_pages_is_warned_of_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # from which snippets are read
    snippets = "markdown_extensions: [footnotes, {pymdownx.snippets: {base_path: [parts]}}]\n"
    texts = {
        "mkdocs.yml": f"site_name: A\ntheme: mkdocs\n{snippets}plugins: [briefgen]\n",
        "sources/references.bib": "@book{b, title = {B}, author = {Doe, Ann}, date = {1855}}\n",
        "docs/index.md": '# A\n\nWords [@b], `[@b, c]`, \\[@b, d].\n\n--8<-- "p.md"\n',
        "docs/two.md": '# B\n\n--8<-- "p.md"\n',
        "parts/p.md": "Brought [*see* @b, p. 3] and [@nothing].\n\n    [@b, e]\n",
    }
    for path, text in texts.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    told = [one.getMessage() for one in caplog.records if "as it is written" in one.getMessage()]
    assert len(told) == 1
    assert "docs/index.md: the citation `[see @b, p. 3]` is shown" in told[0]


def test_notes_stand_in_the_place_of_citations_and_all_else_stays(root: Path) -> None:
    text = compiled(root).cited["visit.md"]
    body, _, notes = text.partition("\n[^own]: Who else")
    way = "sources/examplenotice.md#q-184-207"
    said = "Found in our copy: Library of Example Town"
    mark = f'[✓]({way} "{said}"){{ .found aria-label="{said}" }}'
    assert (
        f"{QUOTED}{mark}[^w-examplenotice-1], as The Example Herald[^w-examplereport-1]\nand @nobody" in body
    )
    assert '\n=== "A tab"\n\n    > On all other days' in body
    assert "\n[^w-examplenotice-3]&#58; so it says.\n" in body  # not the text of a note
    assert notes.startswith(' <span class="cited-in-full"> (') or "cited-in-full" in notes.partition("\n")[0]
    labels = [line.partition("]")[0] for line in notes.splitlines() if line.startswith("[^")]
    assert labels == [
        "[^w-examplenotice-1",
        "[^w-examplereport-1",
        "[^w-examplenotice-2",
        "[^w-examplenotice-3",
    ]
    assert "/// " not in text


ENDS = ("<div markdown>\nA\n</div>\n", "<!-- said\n-->", "/// note\nA\n///\n\n", "A  \n\t\n", "</p>\n \n")


def test_notes_follow_the_last_sign_of_a_page_whatever_that_is(root: Path) -> None:
    for number, end in enumerate(ENDS):
        (root / f"docs/end{number}.md").write_text(f"See [@examplenotice].\n\n{end}", encoding="utf-8")
    cited = compiled(root).cited
    for number, end in enumerate(ENDS):
        kept = end.rstrip("\n")
        assert cited[f"end{number}.md"].startswith(
            f"See[^w-examplenotice-1].\n\n{kept}\n\n[^w-examplenotice-1]: "
        )


def test_the_page_of_a_work_the_manifest_and_the_counts_have_it(root: Path) -> None:
    made = compiled(root)
    pages = {page.path: page.text for page in made.pages}
    work = pages["sources/examplenotice.md"]
    assert "-   [When to visit](../visit.md){ lang=en hreflang=en }" in work
    assert "](../visit.md#fnref:w-examplenotice-1)" in work
    quoted = [
        one for one in json.loads(pages["manifest.json"])["quotations"] if one["brief"] == "docs/visit.md"
    ]
    assert [one["words"] for one in quoted] == [
        "opens at ten, as before",
        "On all other days it opens at ten, as before.",
    ]
    assert made.counts.briefs == 1
    assert made.counts.by_hand is not None
    assert (made.counts.by_hand.briefs, made.counts.by_hand.found) == (1, 2)


def test_a_page_is_found_by_its_name_however_that_is_composed(root: Path) -> None:
    (root / "docs/visit.md").rename(root / "docs/ou\u0308vre.md")
    assert [*compiled(root).cited] == ["o\u00fcvre.md"]
    texts = CitedPages({"o\u00fcvre.md": "as it cites"})
    config = load_config(str(root / "mkdocs.yml"), plugins=[], theme="mkdocs")
    file = File("ou\u0308vre.md", config.docs_dir, config.site_dir, config.use_directory_urls)
    before = config.markdown_extensions
    assert texts.on_page_read_source(page=Page(None, file, config), config=config) == "as it cites"
    texts.on_page_content("", config=config)
    assert config.markdown_extensions is before


def test_what_it_quotes_is_locked(root: Path) -> None:
    locking = lock_quotations(PurePath(root), "2025-02-01").value
    (root / project.LOCK).write_text(locking.text, encoding="utf-8")
    told = compile_briefs(PurePath(root), Asked()).value
    assert told.lock.agrees
    assert locking.text.count('"brief": "docs/visit.md"') == 2
    (root / "docs/visit.md").write_text("# Gone\n", encoding="utf-8")
    assert compile_briefs(PurePath(root), Asked()).value.lock.gone == 2


def test_a_kept_run_says_the_same(root: Path) -> None:
    first = run("check", "--cache", "--root", root)
    assert (
        first.stdout == run("check", "--cache", "--root", root).stdout == run("check", "--root", root).stdout
    )
    assert "1 brief, 6 quotations: 6 found; 1 page by hand, 2 quotations: 2 found" in first.stdout
    counts = json.loads(run("check", "--format", "json", "--root", root).stdout)["counts"]
    assert (counts["quotations"], counts["by_hand"]["pages"], counts["by_hand"]["quotations"]) == (6, 1, 2)


def test_a_built_page_is_made_anew_when_a_work_changes_and_no_other_by_hand(root: Path) -> None:
    (root / "docs/other.md").write_text("# Other\n", encoding="utf-8")
    assert run("build", "--cache", "--root", root).returncode == 0
    page, other = root / "site/visit/index.html", root / "site/other/index.html"
    assert 'id="fnref:w-examplenotice-1"' in page.read_text("utf-8")
    works = root / project.BIBLIOGRAPHY
    works.write_text(works.read_text("utf-8").replace("The Example Herald", "The Example Post"), "utf-8")
    before = other.stat().st_ino
    done = run("build", "--cache", "--root", root)
    assert done.returncode == 0, done.stderr
    assert "The Example Post" in page.read_text("utf-8")
    assert other.stat().st_ino == before


def test_while_it_is_written_a_misquote_is_told_on_its_page_which_stays_as_it_was(root: Path) -> None:
    hush(logging.NullHandler())
    session = Session(PurePath(root))
    place, page = root / "docs/visit.md", root / project.SERVED / "visit/index.html"
    assert session.refresh().why == ""
    good = page.read_text("utf-8")
    assert 'id="fnref:w-examplenotice-1"' in good
    place.write_text(PAGE.replace(QUOTED, "“opens at nine”"), encoding="utf-8")
    view = session.refresh()
    assert [one.rule.name for one in view.findings["visit.md"]] == ["quotation-not-in-capture"]
    assert "visit.md" in view.kept
    assert page.read_text("utf-8") == good
    place.write_text(PAGE.replace("as before” [", "as before” — so [", 1), encoding="utf-8")
    assert session.refresh().kept == frozenset()
    assert "— so" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("lines", "out", "within"),
    [
        ("/drafts/", ["drafts/a.md", "drafts/b/c.md"], ["more/drafts/a.md", "drafts.md"]),
        ("*.tmp.md\n!keep.tmp.md", ["a.tmp.md", "b/c.tmp.md"], ["keep.tmp.md", "a.md"]),
        ("# /a.md\nb/*.md", ["b/c.md"], ["a.md", "b/c/d.md"]),
        ("**/old/**", ["old/a.md", "x/old/a.md"], ["older/a.md"]),
    ],
)
def test_excluded_pages_are_those_that_mkdocs_passes_over(
    lines: str, out: list[str], within: list[str]
) -> None:
    from mkdocs.config.config_options import PathSpec

    settings = "exclude_docs: |\n" + "".join(f"  {line}\n" for line in lines.splitlines())
    ours, theirs = excluded_pages(TextFile("mkdocs.yml", settings)), PathSpec().run_validation(lines)
    paths = [*out, *within]
    assert [path for path in paths if ours.has(path)] == out
    assert [path for path in paths if theirs.match_file(path)] == out


def test_a_note_to_which_nothing_leads_ends_nothing(root: Path) -> None:
    """It is no fault of a page by hand; a list of works ended in a traceback."""
    with (root / "docs/visit.md").open("a", encoding="utf-8") as page:
        page.write("\n[^none]: Nobody leads here. [^other]: Nor here.\n\n[^in]: [^in]: [^in]: x\n")
    assert "[^none]: Nobody" in compiled(root).cited["visit.md"]


@pytest.mark.parametrize("piece", ["@examplereport [a; ", "@examplereport [@examplereport; "])
def test_a_page_takes_the_time_of_its_length(root: Path, piece: str) -> None:
    """Both took the square of it; counted are calls, as a clock tells of the machine, too."""
    counts = []
    for times in (100, 400):
        (root / "docs/visit.md").write_text(f"{PAGE}\n{piece * times}\n", encoding="utf-8")
        calls = 0

        def count(*_: object) -> None:
            nonlocal calls
            calls += 1

        sys.setprofile(count)
        try:
            compile_briefs(PurePath(root), Asked())
        finally:
            sys.setprofile(None)
        counts.append(calls)
    assert counts[1] < 5 * counts[0]


def test_headings_and_paragraphs_that_are_called_alike_are_counted_once() -> None:
    """Each looked through all before it: seconds of CPU, and a bound far from what is right."""
    blocks = parse_tree(TextFile("a.md", "## a\n\nb\n\n" * 4_000), 0, "en").blocks
    began = process_time()
    ids = {*heading_ids("T", blocks).values()}, {*paragraph_ids(blocks, ()).values()}
    assert process_time() - began < 1.5
    assert [len(one) for one in ids] == [4_000, 4_000]


@pytest.mark.parametrize(
    ("line", "path", "other"),
    [
        ("**/" * 40 + "x", "a/" * 60 + "b.md", "a/" * 60 + "x"),
        ("*" * 40 + "x", "a" * 200, "a" * 200 + "x"),
        ("*a" * 40 + "x", "a" * 200, "a" * 200 + "x"),
        ("a**/" * 9 + "**/**" * 100_000 + "x", "a/" * 60 + "b.md", "a/" * 60 + "x"),
    ],
    ids=["folders", "stars", "letters", "stars of stars"],
)
def test_a_pattern_with_countless_ways_to_fit_is_looked_at_once(line: str, path: str, other: str) -> None:
    """As an expression each of these ran for ever, in the check of a pull request that brings it along."""
    excluded = excluded_pages(TextFile("mkdocs.yml", f"exclude_docs: '{line}'\n"))
    assert (excluded.has(path), excluded.has(other)) == (False, True)
