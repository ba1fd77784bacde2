"""What a search loads, in Chromium: see README.md.

    python -m benchmarks.search [BRIEFS ...]

Sites of so many briefs (40, 4,000 and 10,000) are indexed as `briefgen index` does it, and searched by the
theme's dialog: in one language, and with slips from an English page in all of them. Exit code 1 when a search
is above a bound.
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Browser, Page, Response, sync_playwright

from benchmarks.search_site import site_pages
from briefgen.catalogue import CATALOGUE
from briefgen.model.layout import project
from briefgen.site.search import index_site
from briefgen.write import write_theme
from tests.browser import CHROMIUM_FLAGS, CHROMIUM_MISSING, find_chromium, serve
from tests.site.search_dialog.dialog import Dialog

FIRST_BOUND, FURTHER_BOUND = 350_000, 100_000
"""For each language that is searched: it has an engine, a list and words of its own."""
SIZES = (40, 4_000, 10_000)


def _parted(text: str) -> tuple[str, ...]:
    return tuple(map(str.strip, text.split("|")))


QUERIES = {
    "en": _parted("""sappers|treaty|Pyongyang|Shoigu|ratification|security council|Kim Jong|sanctions|workers|
    resolution 2397|strategic partnership|Borfenka|announcement|builders|memorial|war|Russia|North Korea|
    report|article|the war in Ukraine|who sent the sappers|a visit of Shoigu to Pyongyang|
    the agreement on a comprehensive strategic partnership"""),
    "de": _parted("""Pioniere|Vertrag|Pjöngjang|Schoigu|Ratifikation|Sicherheitsrat|Kim Jong|Sanktionen|
    Bauleute|Resolution 2397|strategische Partnerschaft|Borfenka|Ankündigung|Arbeitskräfte|Gedenkstätte|Krieg|
    Russland|Nordkorea|Bericht|Artikel|der Krieg in der Ukraine|wer hat die Pioniere geschickt|
    ein Besuch von Schoigu in Pjöngjang|der Vertrag über die strategische Partnerschaft"""),
}
PHRASES = {
    "en": _parted('"North Korea"|"the Security Council of the Russian Federation"'),
    "de": _parted('"strategische Partnerschaft"|"der Sicherheitsrat der Russischen Föderation"'),
}
"""Measured, but under no bound: words side by side take all of their places."""
EVERY = ""
"""No language is chosen, on an English page."""
MISTYPED = _parted("""treatty|Pyongjang agreement|who sent the sapers|Шойгу|Schojgu Besuch|Pionire|
    Ratifikatzion|the agrement on a comprehensive strategic partnership|der Krieg in der Ukraine|
    wer hat die Pionire geschickt|der Vertrak über die strategische Partnerschaft|
    ein Besuch von Schoigu in Pjönjang""")
"""Questions with slips, and in another language than the page."""
WARM_UP = "Rudenko"
"""The search before a further one."""

_HOME = """<!doctype html>
<html lang="en">
<head><title>Home</title><link rel="stylesheet" href="assets/briefgen.css"></head>
<body>
<header class="md-header"><div class="md-header__inner"></div></header>
<script id="briefgen-words" type="application/json">{words}</script>
<script src="assets/briefgen.js"></script>
</body>
</html>
"""
"""A page with the theme's scripts and nothing else that could load anything."""


@dataclass(frozen=True)
class Cost:
    """Bytes that the first search of a visit loads, and a later one, for one query."""

    query: str
    first: int
    further: int
    seconds: float


def write_site(folder: Path, pages: Iterable[tuple[str, str]]) -> None:
    """A built site of pages with their paths, not indexed yet."""
    for path, html in pages:
        place = folder / path
        place.parent.mkdir(parents=True)
        place.write_text(html, encoding="utf-8")
    write_theme(folder.parent)
    shutil.copytree(folder.parent / project.THEME / "assets", folder / "assets")
    words = json.dumps(CATALOGUE["en"].for_theme())
    (folder / "index.html").write_text(_HOME.format(words=words), encoding="utf-8")


def cost_of(browser: Browser, root: str, language: str, query: str) -> Cost:
    """What one query costs, in visits of their own."""
    with browser.new_context() as context:
        page = context.new_page()
        before = perf_counter()
        first = _first(page, root, language, query)
        seconds = perf_counter() - before
    with browser.new_context() as context:
        page = context.new_page()
        _first(page, root, language, WARM_UP)
        return Cost(query, first, _further(page, query), seconds)


def _first(page: Page, root: str, language: str, query: str) -> int:
    """Open the dialog on a page that has loaded nothing for it, and ask."""
    page.goto(f"{root}?lang={language}" if language else root)
    with _noting(page) as loaded:
        Dialog(page).open()
        _ask(page, query)
    return sum(loaded)


def _further(page: Page, query: str) -> int:
    """Ask something else in the open dialog."""
    with _noting(page) as loaded:
        _ask(page, query)
    return sum(loaded)


def _ask(page: Page, query: str) -> None:
    dialog = Dialog(page).wait()
    dialog.field.fill(query)
    dialog.wait()


@contextmanager
def _noting(page: Page) -> Iterator[list[int]]:
    """A list that fills with the bytes of what a search loads, as they are sent; a page has its typeface."""
    loaded: list[int] = []

    def note(response: Response) -> None:
        if not response.url.endswith(".woff2"):
            loaded.append(int(response.headers["content-length"]))

    page.on("response", note)
    yield loaded
    page.remove_listener("response", note)


@dataclass(frozen=True)
class Site:
    """What a site costs: its records, the seconds to index them, and the questions of each language."""

    briefs: int
    records: int
    seconds: float
    costs: dict[str, list[Cost]]

    @property
    def is_within(self) -> bool:
        """Whether every bound holds."""
        return all(
            cost.first <= _times(language) * FIRST_BOUND and cost.further <= _times(language) * FURTHER_BOUND
            for language, costs in self.costs.items()
            for cost in costs
        )

    def lines(self) -> Iterator[str]:
        """The lightest and the heaviest question of each language."""
        yield f"{self.briefs:,} briefs, {self.records:,} records, indexed in {self.seconds:.0f} s"
        for language, costs in self.costs.items():
            first, further, seconds = (
                sorted(values)
                for values in zip(*((cost.first, cost.further, cost.seconds) for cost in costs), strict=True)
            )
            yield (
                f"  {language or 'all'}: a first search {first[0] / 1000:.0f} to {first[-1] / 1000:.0f} KB "
                f"and {seconds[0]:.1f} to {seconds[-1]:.1f} s, "
                f"a further one {further[0] / 1000:.0f} to {further[-1] / 1000:.0f} KB"
            )


def _times(language: str) -> int:
    """In how many languages is searched."""
    return 1 if language else len(QUERIES)


def measure(browser: Browser, briefs: int) -> Site:
    """Measure a site and print it."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        site = root / "site"
        write_site(site, site_pages(briefs))
        before = perf_counter()
        indexed = index_site(root, site)
        seconds = perf_counter() - before
        size = sum(place.stat().st_size for place in (site / "pagefind").rglob("*") if place.is_file())
        print(f"\n{briefs:,} briefs, an index of {size / 1e6:.1f} MB")
        with serve(site) as address:
            costs = {language: _measure_in(browser, address, language) for language in (*QUERIES, EVERY)}
    return Site(briefs, indexed.records, seconds, costs)


def _measure_in(browser: Browser, address: str, language: str) -> list[Cost]:
    """Measure the questions in one language and print them; the result is those that have a bound."""
    bounded, phrases = (
        [cost_of(browser, address, language, query) for query in queries.get(language, ())]
        for queries in (QUERIES | {EVERY: MISTYPED}, PHRASES)
    )
    print(f"{language or 'all'}: KB of a first search, KB of a further one, seconds of a first one")
    for cost in sorted([*bounded, *phrases], key=lambda cost: -cost.first):
        print(f"  {cost.query:55} {cost.first / 1000:6.0f} {cost.further / 1000:6.0f} {cost.seconds:6.2f}")
    return bounded


def main() -> int:
    """Measure the sizes named as arguments, or all."""
    sizes = [int(argument) for argument in sys.argv[1:]] or SIZES
    path = find_chromium()
    if path is None:
        sys.exit(CHROMIUM_MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        sites = [measure(browser, size) for size in sizes]
    lightest_to_heaviest = "\n".join(line for site in sites for line in site.lines())
    print(
        f"\nFrom the lightest question to the heaviest (a first search may load {FIRST_BOUND / 1000:.0f} KB, "
        f"a further one {FURTHER_BOUND / 1000:.0f}, in all languages {_times(EVERY)} times as much):\n"
        f"{lightest_to_heaviest}"
    )
    return 0 if all(site.is_within for site in sites) else 1


if __name__ == "__main__":
    sys.exit(main())
