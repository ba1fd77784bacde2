"""What a search loads, in Chromium: see README.md.

    python -m benchmarks.search [BRIEFS ...]

Sites of so many briefs (40 and 4,000) are indexed as `briefgen index` does it, and searched through Pagefind
as the dialog does, with the first five results loaded. Exit code 1 when a search is above a bound and its
word is not named as too frequent.
"""

import gzip
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Browser, Page, Response, sync_playwright

from benchmarks.search_site import site_pages
from briefgen.searchindex import index_site
from tests.browser import CHROMIUM_FLAGS, CHROMIUM_MISSING, find_chromium, serve
from tests.site.search.probes import DRIVER, RESULTS

FIRST_BOUND, FURTHER_BOUND = 300_000, 100_000
SIZES = (40, 4_000)
QUERIES = {
    "en": """sappers|treaty|Pyongyang|Shoigu|ratification|security council|Kim Jong|sanctions|workers|
    resolution 2397|strategic partnership|Borfenka|announcement|builders|memorial|war|Russia|North Korea|
    report|article""",
    "de": """Pioniere|Vertrag|Pjöngjang|Schoigu|Ratifikation|Sicherheitsrat|Kim Jong|Sanktionen|Bauleute|
    Resolution 2397|strategische Partnerschaft|Borfenka|Ankündigung|Arbeitskräfte|Gedenkstätte|Krieg|Russland|
    Nordkorea|Bericht|Artikel""",
}
TOO_FREQUENT = frozenset("war Russia report article Krieg Russland Nordkorea Bericht Artikel".split())
"""Words of nearly every brief, of the kind that nobody types alone who looks for something."""
WARM_UP = {"en": "Rudenko", "de": "Rudenko"}
"""The search before a further one."""


@dataclass(frozen=True)
class Cost:
    """Bytes that the first search of a visit loads, and a later one, for one query."""

    query: str
    first: int
    further: int
    seconds: float


def write_site(folder: Path, briefs: int) -> None:
    """A built site of so many briefs, not indexed yet."""
    for path, html in site_pages(briefs):
        place = folder / path
        place.parent.mkdir(parents=True)
        place.write_text(html, encoding="utf-8")
    (folder / "index.html").write_text(
        "<!doctype html><html lang=en><title>Home</title></html>", encoding="utf-8"
    )
    (folder / "assets").mkdir()
    (folder / "assets/briefgen.js").write_text("/* search: none */\n", encoding="utf-8")


def costs(browser: Browser, root: str, language: str) -> list[Cost]:
    """What each query of a language costs on the site at `root`."""
    return [cost_of(browser, root, language, query) for query in map(str.strip, QUERIES[language].split("|"))]


def cost_of(browser: Browser, root: str, language: str, query: str) -> Cost:
    """What one query costs, in visits of their own."""
    with browser.new_context() as context:
        page = context.new_page()
        before = perf_counter()
        first = _loaded_by(page, root, language, query)
        seconds = perf_counter() - before
    with browser.new_context() as context:
        page = context.new_page()
        _loaded_by(page, root, language, WARM_UP[language])
        return Cost(query, first, _search(page, query), seconds)


def _loaded_by(page: Page, root: str, language: str, query: str) -> int:
    page.goto(root)
    page.add_script_tag(path=DRIVER)
    page.evaluate(
        "([root, language]) => { window.search = searchDriver(root, [language], language); }",
        [root, language],
    )
    return _search(page, query)


def _search(page: Page, query: str) -> int:
    """Search and load the first results; the bytes that a server would have sent for it."""
    responses: list[Response] = []

    def note(response: Response) -> None:
        responses.append(response)

    page.on("response", note)
    found = page.evaluate("([query, count]) => search(query, count)", [query, RESULTS])
    page.remove_listener("response", note)
    assert isinstance(found, list)
    bodies = ((response.url, response.body()) for response in responses)
    # Servers compress scripts; everything else of an index is compressed already.
    return sum(len(gzip.compress(body)) if url.endswith(".js") else len(body) for url, body in bodies)


def measure(browser: Browser, briefs: int) -> bool:
    """Measure a site and print it; whether every bound holds."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        site = root / "site"
        write_site(site, briefs)
        before = perf_counter()
        indexed = index_site(root, site)
        size = sum(place.stat().st_size for place in (site / "pagefind").rglob("*") if place.is_file())
        print(
            f"\n{briefs:,} briefs: {indexed.records:,} records, indexed in {perf_counter() - before:.0f} s, "
            f"{size / 1e6:.1f} MB in all"
        )
        with serve(site) as address:
            measured = {language: costs(browser, address, language) for language in QUERIES}
    return sum(_print(found, language) for language, found in measured.items()) == 0


def _print(measured: list[Cost], language: str) -> int:
    """Print what was measured; how many searches are above a bound."""
    print(f"{language}: KB of a first search, KB of a further one, seconds of a first one")
    above = 0
    for cost in sorted(measured, key=lambda cost: -cost.first):
        is_above = cost.first > FIRST_BOUND or cost.further > FURTHER_BOUND
        is_frequent = cost.query in TOO_FREQUENT
        above += is_above and not is_frequent
        said = (" above the bound" if is_above else "") + (" (a very frequent word)" if is_frequent else "")
        print(
            f"  {cost.query:24} {cost.first / 1000:6.0f} {cost.further / 1000:6.0f} {cost.seconds:6.2f}{said}"
        )
    return above


def main() -> int:
    """Measure the sizes named as arguments, or all."""
    sizes = [int(argument) for argument in sys.argv[1:]] or SIZES
    path = find_chromium()
    if path is None:
        sys.exit(CHROMIUM_MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        held = [measure(browser, size) for size in sizes]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
