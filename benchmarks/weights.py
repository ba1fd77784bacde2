"""What pages weigh on their way to a reader, in Chromium: see README.md.

    python -m benchmarks.weights

The repository's own project, built by MkDocs and by ProperDocs, sent as hosts do: text gzipped, and kept by
the browser for the next page. Bytes are as they come over the line, the heads of the answers included.
"""

import gzip
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.corpus import write_project
from briefgen.render.periods import MOST_ON_A_PAGE
from briefgen.site.search import index_site
from tests.browser import CHROMIUM_FLAGS, CHROMIUM_MISSING, find_chromium, serve
from tests.repository import copy_project, run
from tests.site.page_types import PAGE_TYPES
from tests.site.test_builders import build

BUILDERS = ("mkdocs", "properdocs")
PATIENCE = 120_000
"""Milliseconds that a busy machine may take."""
FIRST, NEXT = PAGE_TYPES["brief-de"], PAGE_TYPES["brief-en"]


@dataclass(frozen=True)
class Visit:
    """The bytes that a reader's first page loads, and the one behind it."""

    first: int
    further: int


def visit(browser: Browser, site: Path, *, awaits: str = "") -> Visit:
    """Open two briefs of a site, one after the other; on the first, `awaits` has to be loaded as well."""
    loaded: list[float] = []
    with (
        serve(site, headers={"Cache-Control": "max-age=600"}) as address,
        browser.new_context() as context,
    ):
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", lambda event: loaded.append(event["encodedDataLength"]))
        if awaits:
            with page.expect_response(f"**/{awaits}", timeout=PATIENCE) as awaited:
                page.goto(address + FIRST)
            awaited.value.finished()
        else:
            page.goto(address + FIRST)
        page.wait_for_load_state("networkidle")
        first = sum(loaded)
        page.goto(address + NEXT)
        page.wait_for_load_state("networkidle")
        return Visit(int(first), int(sum(loaded) - first))


def longest_list(folder: Path) -> Path:
    """The page that lists as many briefs as a page may, built."""
    write_project(folder, MOST_ON_A_PAGE)
    compiled = run("-m", "briefgen", "compile", "--root", folder)
    assert compiled.returncode == 0, compiled.stdout + compiled.stderr
    docs = folder / "docs"
    kept = docs / "briefs/index.md"
    text = kept.read_bytes()
    shutil.rmtree(docs)
    kept.parent.mkdir(parents=True)
    kept.write_bytes(text)
    run("-m", "mkdocs", "build", "-f", folder / "mkdocs.yml", "-d", folder / "site", NO_MKDOCS_2_WARNING="1")
    return folder / "site/briefs/index.html"


def kilobytes(size: float) -> str:
    return f"{size / 1000:6.0f} KB"


def main() -> int:
    path = find_chromium()
    if path is None:
        sys.exit(CHROMIUM_MISSING)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        copy = copy_project(Path(name) / "project")
        done = run("-m", "briefgen", "compile", "--root", copy)
        assert done.returncode == 0, done.stdout + done.stderr
        for builder in BUILDERS:
            site = build(builder, copy)
            bare = visit(browser, site, awaits="search_index.json")
            index_site(copy, site)
            indexed = visit(browser, site)
            print(f"{builder}, {len(list(site.rglob('*.html')))} pages")
            print(f"  {'first visit, to a brief':<44} {kilobytes(indexed.first)}")
            print(f"  {'the next brief':<44} {kilobytes(indexed.further)}")
            print(
                f"  {'more at first with the theme’s own search':<44} {kilobytes(bare.first - indexed.first)}"
            )
        brief = (copy / f"site-{BUILDERS[0]}" / FIRST / "index.html").read_bytes()
        print(f"the brief itself, not compressed {kilobytes(len(brief))}, gzipped {kilobytes(packed(brief))}")
        listed = longest_list(Path(name) / "list").read_bytes()
        print(f"a list of {MOST_ON_A_PAGE} briefs, gzipped {kilobytes(packed(listed))}")
    return 0


def packed(data: bytes) -> int:
    """The bytes that a host sends of a text."""
    return len(gzip.compress(data, compresslevel=6, mtime=0))


if __name__ == "__main__":
    sys.exit(main())
