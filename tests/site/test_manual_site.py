"""The manual is a site of its own: readers of briefs never meet it, and its authors have all of it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from tests.repository import ROOT, run

DOCS = ROOT / "docs"
_OURS = re.compile(r"(?:^|/)(?:manual|dev)/")
_LINK = re.compile(r'(?:href|src)="([^"#?]*)')


def pages_of(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8")
        for path in site.rglob("*")
        if path.suffix in {".html", ".xml", ".json"} and path.is_file()
    }


def addresses(folder: Path) -> Iterator[str]:
    """Where the pages by hand of a folder of docs/ are in a site."""
    for path in folder.rglob("*.md"):
        page = path.relative_to(DOCS).with_suffix("")
        yield f"{page.parent if page.name == 'index' else page}/index.html"


def test_no_page_of_it_is_in_the_briefs_site(project: Path) -> None:
    """Not in its pages, tabs, menu, lists, its page for what is missing, its map, its search."""
    pages = pages_of(project / "site")
    assert {"index.html", "404.html", "method/index.html", "sitemap.xml"} <= pages.keys()
    assert [path for path in pages if _OURS.search(path)] == []
    named = {path: [to for to in _LINK.findall(text) if _OURS.search(to)] for path, text in pages.items()}
    assert {path: links for path, links in named.items() if links} == {}
    assert not _OURS.search(pages["sitemap.xml"])
    searched = [one["location"] for one in json.loads(pages["search/search_index.json"])["docs"]]
    assert [place for place in searched if _OURS.search(place)] == []
    assert not (project / "site/assets/brief.png").exists()


def test_it_is_whole_and_has_nothing_else(project: Path, tmp_path: Path) -> None:
    """Built as `.ci/site` does it: a link that leads nowhere, and a page that no list names, are warnings."""
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci/manual.yml").write_bytes((ROOT / ".ci/manual.yml").read_bytes())
    for name in ("docs", ".briefgen"):
        (tmp_path / name).symlink_to(project / name)
    done = run("-m", "mkdocs", "build", "--strict", "--config-file", tmp_path / ".ci/manual.yml")
    assert done.returncode == 0, done.stderr
    made = {path for path in pages_of(tmp_path / "site-manual") if path.endswith("/index.html")}
    assert made == {*addresses(DOCS / "manual"), *addresses(DOCS / "dev")}
    home = (tmp_path / "site-manual/index.html").read_text("utf-8")
    assert 'href="manual/tutorial/"' in home
    assert "Sources and Corrections" not in home
    assert (tmp_path / "site-manual/assets/briefgen.css").exists()
