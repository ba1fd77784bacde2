"""A site of mkdocs-bibtex moves in: it shows the same references, and all else is as it was, to the byte.

What is expected of references was written down by mkdocs-bibtex itself (`bibtex_site.py`).
"""

import html
import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from briefgen.cli.main import main
from tests.by_hand.bibtex_site import WORKS, references, site_files
from tests.mkdocs_site import mkdocs, put
from tests.shared import made_once

_NOTES = re.compile(r'<div class="footnote">(.*?)</ol>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_MOVED = {"mkdocs.yml": ("  - bibtex:\n      bib_file: refs.bib\n", "  - briefgen\n")}


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it moved in, `ours`, and without anything that cites, `plain`; both built."""
    return made_once(tmp_path_factory, "moved-site", _build)


def _build(folder: Path) -> None:
    files = dict(site_files())
    theirs, _ = _MOVED["mkdocs.yml"]
    assert main(["import", str(put(folder / "theirs", files)), str(folder / "ours"), "--quiet"]) == 0
    put(folder / "plain", files | {"mkdocs.yml": files["mkdocs.yml"].replace(theirs, "")})
    for name in ("ours", "plain"):
        code, said = mkdocs(folder / name, folder / f"built-{name}", "--strict")
        assert code == 0, said


def _shown(page: str) -> str:
    found = _NOTES.search(page)
    return " ".join(html.unescape(_TAG.sub("", found[1])).split()) if found else ""


def test_importing_it_changes_the_plugin_alone(sites: Path) -> None:
    before, after = (_files(sites / name) for name in ("theirs", "ours"))
    theirs, ours = _MOVED["mkdocs.yml"]
    moved = {path: data for path, data in before.items() if path != "refs.bib"}
    moved["mkdocs.yml"] = moved["mkdocs.yml"].replace(theirs.encode(), ours.encode())
    moved["sources/references.bib"] = before["refs.bib"]
    assert moved.items() <= after.items()
    added = {".gitattributes", ".gitignore", "IMPORTED.md", "sources/captures.yml"}
    made = {path for path in after if path.startswith((".briefgen/", "__pycache__/"))}  # by MkDocs
    assert after.keys() == moved.keys() | added | made
    assert b"Nothing is left for you to decide." in after["IMPORTED.md"]


def test_the_references_are_those_of_mkdocs_bibtex_in_its_order(sites: Path) -> None:
    expected = references()
    assert len(expected) == 20
    for path, notes in expected.items():
        shown = _shown((sites / "built-ours" / path).read_text("utf-8"))
        places = {title: shown.find(title) for _, _, title, _, _ in WORKS.values()}
        there = sorted((place, title) for title, place in places.items() if place >= 0)
        titles = {key: work[2] for key, work in WORKS.items()}
        assert [title for _, title in there] == [titles[key] for key, _ in notes], path
        for key, text in notes:
            for said in _said_of(WORKS[key]):
                assert said in text, (path, key)  # else the expectation is none
                assert said in shown, (path, key, said)


def _said_of(work: tuple[str, str, str, str, str]) -> list[str]:
    _, authors, title, _, year = work
    names = [name.partition(",")[0].replace('{\\"u}', "ü") for name in authors.split(" and ")]
    return [*names, title, year]


def test_pages_that_cite_nothing_are_as_they_were(sites: Path) -> None:
    ours, plain = (_files(sites / f"built-{name}") for name in ("ours", "plain"))
    assert ours.keys() == plain.keys()
    other = {path for path in ours if ours[path] != plain[path]}
    assert other == {*references(), "search/search_index.json"}


def _files(folder: Path) -> Mapping[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_of_pages_that_cite_all_else_is_as_it_was(sites: Path) -> None:
    for path in references():
        ours, plain = ((sites / f"built-{name}" / path).read_text("utf-8") for name in ("ours", "plain"))
        assert _without_citations(ours) == _without_citations(plain), path


def _without_citations(page: str) -> str:
    """A page without notes and their marks, of either form."""
    page = re.sub(r'<div class="footnote">.*?</ol>\n</div>\n?', "", page, flags=re.DOTALL)
    page = re.sub(r" ?(?:\[@[^\]]*\]|<sup id=\"fnref\d*:.*?</sup>)", "", page)
    return re.sub(r"\n*<p>\\bibliography</p>|\n(?=</div>|\n)", "", page)


def test_a_misquote_of_one_page_stops_mkdocs_at_its_line(sites: Path, tmp_path: Path) -> None:
    capture = "The piers of the old bridge are of oak.\n"
    page = "# P\n\nText.\n\n!!! note\n\n    He says “the piers are of iron” [@sand2001], [@sand2010].\n"
    root = put(
        tmp_path / "site",
        {
            "mkdocs.yml": "site_name: S\nplugins: [briefgen]\n",
            "docs/index.md": page,
            "sources/references.bib": site_files()["refs.bib"],
            "seeds/sand.txt": capture,
            "sources/captures.yml": _captured(capture),
        },
    )
    code, said = mkdocs(root, tmp_path / "built")
    assert code != 0
    assert "docs/index.md:7:13: [BG301]" in said
    assert "docs/index.md:7:52: [BG201] the bibliography has no work `sand2010`" in said
    assert not (tmp_path / "built").exists()


def _captured(text: str) -> str:
    digest = sha256(text.encode()).hexdigest()
    return (
        f"sand2001:\n  file: seeds/sand.txt\n  sha256: {digest}\n  captured: 2025-01-01\n"
        "  language: en\n  obtained: made up\n"
    )
