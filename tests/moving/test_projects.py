"""Twenty projects of six shapes move in: each word is kept, nothing is silent, what is left to do is counted.

`pytest --update-golden` writes `expected/` anew: read the difference before you keep it.
"""

import json
import re
import shutil
from collections import Counter
from html import unescape
from pathlib import Path
from statistics import median

import pytest

from briefgen.cli.main import main
from tests.cli.project import tree
from tests.mkdocs_site import mkdocs
from tests.moving.shapes import NAMES, PROJECTS, places_in, words_for_people, words_of
from tests.sweep import sampled

EDITS_FOR_ONE = 1
SIGNS = frozenset(
    """abstract alt august author autoref begin bibliography caption categories cell citep citet collapse
    created end file header include ipython3 june keywords label march may name pagebreak rows s subtitle tag
    title unnumbered 3 20plan 200 first""".split()
)
"""Signs of the sources: keys of front matter, commands, months that are numbers now."""
TEXTS = (".md", ".qmd", ".txt")
KEPT = (".md", ".yml", ".bib", ".csl")


@pytest.mark.parametrize("name", sampled(NAMES, 3))
def test_a_project_moves_in(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], update_golden: bool
) -> None:
    source, expected = PROJECTS / name / "source", PROJECTS / name / "expected"
    root = tmp_path / "moved"
    assert main(["import", str(source), str(root)]) == 0
    told = capsys.readouterr().out
    written = tree(root)
    listed = written["IMPORTED.md"].decode()
    assert told.startswith(listed), "the list on the terminal is that of the file"

    main(["import", str(source), str(root)])
    assert tree(root) == written, "run twice, it changed something"
    assert "nothing was missing" in capsys.readouterr().out

    _every_word_is_kept(source, written, listed)
    _nothing_is_silent(root, listed, capsys)
    actual = {path: data for path, data in written.items() if _is_golden(path)}
    if update_golden:
        shutil.rmtree(expected, ignore_errors=True)
        for path, data in actual.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_bytes(data)
    assert {path: data.decode() for path, data in actual.items()} == {
        path: data.decode() for path, data in tree(expected).items()
    }


def _is_golden(path: str) -> bool:
    return path in ("IMPORTED.md", "mkdocs.yml") or (
        path.startswith("sources/") and path.endswith((".md", "-works.yml"))
    )


def _every_word_is_kept(source: Path, written: dict[str, bytes], listed: str) -> None:
    """Each word of each text stands in what was written as often as before, or in the list."""
    new: Counter[str] = Counter()
    for path, data in written.items():
        if path.endswith(KEPT) and path != "IMPORTED.md":
            new += words_of(data.decode())
    said = words_of(listed)
    old: Counter[str] = Counter()
    for file in source.rglob("*"):
        if file.suffix in TEXTS and file.name != "README.md":
            old += words_of(file.read_text("utf-8"))
    lost = {word for word, count in old.items() if new[word] < count and not said[word]}
    assert lost <= SIGNS


def _nothing_is_silent(root: Path, listed: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What `check` finds, drafts included, is what the list says; without drafts there is no error."""
    is_draft = "status: draft" in "".join(
        path.read_text("utf-8") for path in (root / "sources").rglob("*.md")
    )
    main(["check", "--drafts", "--root", str(root), "--format", "json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    to_decide = places_in(listed.partition("## Left")[0])
    for one in findings:
        if one["severity"] != "note":
            place = one["path"] if one["path"] == "sources" else f"{one['path']}:{one['line']}"
            assert place in to_decide, one
    clean = main(["check", "--root", str(root)]) == 0
    capsys.readouterr()
    assert clean or not is_draft
    assert clean or "sources" in {one["path"] for one in findings}


def test_a_person_has_little_left_to_do() -> None:
    """What is to be decided and the drafts that are to be published, in all twenty projects."""
    edits = {}
    for name in NAMES:
        expected = PROJECTS / name / "expected"
        listed = (expected / "IMPORTED.md").read_text("utf-8")
        found = re.search(r"^## To decide: (\d+)$", listed, re.MULTILINE)
        drafts = sum(
            "\nstatus: draft\n" in path.read_text("utf-8") for path in expected.rglob("sources/*.md")
        )
        edits[name] = (int(found[1]) if found else 0) + drafts
    assert len(edits) == 20
    assert median(edits.values()) <= EDITS_FOR_ONE, edits
    assert {path.name for path in PROJECTS.iterdir()} == set(edits)


BUILT = [name for name in NAMES if not name.startswith("mkdocs")]


@pytest.mark.parametrize("name", sampled(BUILT, 6))
def test_what_was_moved_in_is_on_the_page(name: str, tmp_path: Path) -> None:
    """What pandoc prints of the texts for people stands on the pages that MkDocs builds of them."""
    source, root = PROJECTS / name / "source", tmp_path / "moved"
    assert main(["import", str(source), str(root)]) == 0
    _decide(root)
    assert main(["build", "--drafts", "--root", str(root), "--jobs", "1"]) == 0
    texts = [path for path in source.rglob("*") if path.suffix in TEXTS and path.name != "README.md"]
    pages = (root / "site-drafts/briefs").rglob("index.html")
    shown = words_of(" ".join(_text(page.read_text("utf-8")) for page in pages))
    wanted: Counter[str] = Counter()
    for path in texts:
        wanted |= words_for_people(path)
    assert {word for word, count in wanted.items() if shown[word] < count} == set()


SITES = [name for name in NAMES if name.startswith("mkdocs") and name != "mkdocs-elsewhere"]


@pytest.mark.parametrize("name", sampled(SITES, len(SITES)))
def test_a_site_that_moved_in_shows_its_pages(name: str, tmp_path: Path) -> None:
    source, root, built = PROJECTS / name / "source", tmp_path / "moved", tmp_path / "built"
    assert main(["import", str(source), str(root)]) == 0
    code, said = mkdocs(root, built)
    assert code == 0, said
    for page in (source / "docs").rglob("*.md"):
        place = page.relative_to(source / "docs").with_suffix("")
        place = place.parent if place.name == "index" else place
        shown = words_of((built / place / "index.html").read_text("utf-8"))
        text = re.sub(r"^\\\w+$|^!!! ", "", page.read_text("utf-8"), flags=re.MULTILINE)
        wanted = words_of(re.sub(r"\[@[^\]]*\]|\([^)]*\)", "", text))
        assert {word for word, count in wanted.items() if shown[word] < count} <= {"citation"}


def _decide(root: Path) -> None:
    """What somebody decides, so that all of it can be built."""
    for path in (root / "sources").glob("*.md"):
        text = path.read_text("utf-8")
        front, _, body = text.removeprefix("---\n").partition("\n---\n")
        if not re.search(r"^date: ", front, re.MULTILINE):
            front = f"date: 2024-05-03\n{front}"
        body = re.sub(r"^(mood)::", r"\1:", body, flags=re.MULTILINE)
        body = body.replace("```dataview", "```text")
        body = re.sub(r"^\+[-=+]+\+\n", "", body, flags=re.MULTILINE)
        path.write_text(f"---\n{front}\n---\n{body}", encoding="utf-8")


def _text(page: str) -> str:
    """The words of a page, as a reader without styles has them."""
    inside = page.partition("<article")[2].partition("</article>")[0]
    inside = re.sub(r"</?su[bp]>", "", inside)
    described = " ".join(re.findall(r'<img[^>]* alt="([^"]*)"', inside)) if "<figure" not in inside else ""
    return unescape(f"{re.sub(r'<[^>]*>', ' ', inside)} {described}")
