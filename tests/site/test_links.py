"""The links of `golden/links-that-work`, followed in the site that MkDocs builds of it."""

import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.repository import ROOT, run

GOLDEN = ROOT / "tests" / "golden"


def test_every_link_leads_somewhere_in_the_built_site(tmp_path: Path) -> None:
    project = tmp_path / "project"
    for layer in ("_base", "links-that-work"):
        leave_out = shutil.ignore_patterns("expected")
        shutil.copytree(GOLDEN / layer, project, dirs_exist_ok=True, ignore=leave_out)
    done = run("-m", "briefgen", "build", "--strict", "--root", project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr
    assert "anchor" not in done.stderr

    site = project / "site"
    pages = {path: read(path) for path in site.rglob("index.html")}
    followed = 0
    for path, page in pages.items():
        for address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            assert target.is_file(), f"{path.relative_to(site)}: {address}"
            if parts.fragment and target in pages:
                found = unquote(parts.fragment) in pages[target].ids
                assert found, f"{path.relative_to(site)}: {address}"
            followed += 1
    assert followed > 100
    assert "briefs/unfinished" not in {path.parent.relative_to(site).as_posix() for path in pages}


class Page(HTMLParser):
    """The addresses in a page's article, and all its ids."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.ids: set[str] = set()
        self._in_article = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_article = self._in_article or tag == "article"
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            if name in ("href", "src") and value and self._in_article:
                self.addresses.append(value)

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._in_article = False


def read(path: Path) -> Page:
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page
