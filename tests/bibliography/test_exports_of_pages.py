"""What pages hand on: the works of a brief and of the site, and the brief itself."""

import html
import json
import re
from pathlib import Path

import pytest

from briefgen.model.work import Work
from briefgen.pipeline import Run, compile_briefs
from tests.bibliography.styles import ENTRIES, project
from tests.bibliography.test_exports import facts, read

TEXT = " ".join(f"So [@{key}]." for key in reversed(ENTRIES))
TYPES = frozenset(
    """article-journal article-newspaper book chapter dataset motion_picture paper-conference report software
    thesis webpage""".split()
)
_ENDINGS = ("bib", "json", "ris")
_FOLDED = re.compile(r"<summary>([^<]*)</summary>\n<pre><code>([^<]*)</code></pre>")


@pytest.fixture(name="pages", scope="module")
def _pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    root = project(tmp_path_factory.mktemp("site"), {"one": TEXT, "two": "A [@book]."}, '""')
    settings = (
        "site_name: The Example Desk\nsite_url: https://desk.example/\n"
        "extra: {briefgen: {authors: [Ada Example]}}\n"
    )
    (root / "mkdocs.yml").write_text(settings)
    brief = root / "sources/two.md"
    brief.write_text(
        brief.read_text().replace("title: two", "title: A & B < C {D}\nauthors: [Ida Lund, 毛泽东]")
    )
    told = compile_briefs(root)
    assert told.findings == ()
    return {page.path: page.text for page in told.value.pages}


@pytest.fixture(name="works", scope="module")
def _works(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Work]:
    root = project(tmp_path_factory.mktemp("works"), {"one": TEXT}, '""')
    return {work.key: work for work in Run(root).workspace.works}


@pytest.mark.parametrize("path", ["briefs/one.sources", "sources/all-sources"])
def test_the_works_load_back(path: str, pages: dict[str, str], works: dict[str, Work]) -> None:
    again = read("again.bib", pages[f"{path}.bib"])
    assert {work.key: facts(work) for work in again} == {key: facts(work) for key, work in works.items()}
    for ending in ("json", "ris"):
        kept = ("key", "authors", "date", "doi", "url", "pages")
        for work in read(f"again.{ending}", pages[f"{path}.{ending}"]):
            assert [facts(work)[name] for name in kept] == [facts(works[work.key])[name] for name in kept]


def test_csl_json_has_the_shape_of_its_schema(pages: dict[str, str]) -> None:
    """The schema of CSL is not ours to keep here; what it demands of our items is this."""
    items = json.loads(pages["sources/all-sources.json"])
    assert {item["id"] for item in items} == set(ENTRIES)
    assert {item["type"] for item in items} <= TYPES
    for item in items:
        assert all(isinstance(item[name], str) for name in ("id", "type", "title"))
        for value in item.values():
            assert value
            if isinstance(value, list):
                assert all(
                    set(name) <= {"family", "given", "literal", "suffix", "non-dropping-particle"}
                    for name in value
                )
            elif isinstance(value, dict):
                assert set(value) == {"date-parts"}
                assert all(isinstance(part, int) for date in value["date-parts"] for part in date)
            else:
                assert isinstance(value, str)


def test_a_brief_has_its_own_works_only(pages: dict[str, str]) -> None:
    assert [item["id"] for item in json.loads(pages["briefs/two.sources.json"])] == ["book"]
    assert (
        "[BibTeX](two.sources.bib) · [CSL-JSON](two.sources.json) · [RIS](two.sources.ris)"
        in pages["briefs/two.md"]
    )
    assert "[RIS](all-sources.ris)" in pages["sources/index.md"]


def test_a_brief_is_cited_with_the_facts_of_its_page(pages: dict[str, str]) -> None:
    page = pages["briefs/two.md"]
    folded = dict(_FOLDED.findall(page))
    for name, file in (("BibTeX", "again.bib"), ("CSL-JSON", "again.json"), ("RIS", "again.ris")):
        (work,) = read(file, html.unescape(folded[name]))
        assert (work.key, work.title, work.publisher) == ("two", "A & B < C {D}", "The Example Desk")
        assert work.url == "https://desk.example/briefs/two/"
        assert work.date
        assert work.date.iso() == "2025-05-10"
        assert [name.full for name in work.authors] == ["Ida Lund", "毛泽东"]
        for known in (work.url, "Ida Lund", "2025/05/10"):
            assert known in page.partition("\n---\n")[0]  # the tags of its head
    (first,) = read("again.bib", html.unescape(dict(_FOLDED.findall(pages["briefs/one.md"]))["BibTeX"]))
    assert [name.full for name in first.authors] == ["Ada Example"]  # of the site: no body is called so


def test_without_works_there_is_nothing_to_take_along(tmp_path: Path) -> None:
    pages = compile_briefs(project(tmp_path, {"one": "None."}, '""')).value.pages
    assert [page.path for page in pages if ".sources." in page.path or "all-sources" in page.path] == []


def test_nobody_gets_what_no_page_shows(tmp_path: Path) -> None:
    """Notes to oneself, abstracts of others, files of one's own."""
    private = (
        "note annotation annotate annote abstract file keywords groups owner timestamp bdsk-file-1 priority"
    )
    fields = ", ".join(f"{name} = {{PRIVATE \\emph{{{name}}}}}" for name in private.split())
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/references.bib").write_text(
        f"@misc{{a, title = {{T}}, pubstate = {{inpress}}, {fields}}}\n"
    )
    (tmp_path / "sources/one.md").write_text("---\ntitle: One\ndate: 2025-05-06\n---\n\nSo it is [@a].\n")
    pages = compile_briefs(tmp_path).value.pages
    assert {page.path for page in pages if page.path.endswith((".bib", ".json", ".ris"))} == {
        "manifest.json",
        *(
            f"{place}.{ending}"
            for place in ("briefs/one.sources", "sources/all-sources")
            for ending in _ENDINGS
        ),
    }
    assert [page.path for page in pages if "PRIVATE" in page.text] == []
    assert any("pubstate = {inpress}" in page.text for page in pages)
