"""How well frequent words rank with few of their places: see README.md.

    python -m benchmarks.search_ranking

The questions of `benchmarks.search`, asked of an index as a site has it and of one with all places. Exit
code 1 when they do not find the same records, or the best ten of the first score too little in the second.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.search import QUERIES, write_site
from benchmarks.search_site import site_pages
from briefgen.site.search import index_site
from briefgen.site.search.frequent import ALL_PLACES, FEW_PLACES
from tests.browser import CHROMIUM_FLAGS, CHROMIUM_MISSING, find_chromium, serve

BRIEFS, BEST, BOUND = 4_000, 10, 0.9
_RANKED = """async ([root, language, question]) => {
  document.documentElement.lang = language;
  const pagefind = await import(`${root}pagefind/pagefind.js#${language}${root}`);
  const ranking = { pageLength: 0, termSimilarity: 5 };
  const index = await pagefind.createInstance({ basePath: `${root}pagefind/`, noWorker: true, ranking });
  const { results } = await index.search(question);
  return results.map(result => [result.id, result.score]);
}"""
"""As the dialog asks, with its settings; those for metadata have no say, as none is searched."""


def with_all_places(site: Path, copy: Path) -> None:
    """The site with an index whose frequent words have all of their places."""
    shutil.copytree(site, copy)
    for few in (copy / "pagefind/index").glob(f"*{FEW_PLACES}.pf_index"):
        few.with_name(few.name.replace(FEW_PLACES, ALL_PLACES)).replace(few)


def ranked(browser: Browser, root: str, language: str, question: str) -> dict[str, float]:
    """What is found, best first, with its score; by an engine that has loaded nothing else."""
    with browser.new_page() as page:
        page.goto(root)
        return dict(page.evaluate(_RANKED, [root, language, question]))


def quality(few: dict[str, float], every: dict[str, float]) -> float:
    """What the best of the first score in the second, of what the best there do; 0 when others are found."""
    if few.keys() != every.keys():
        return 0
    best = sum(list(every.values())[:BEST])
    return sum(every[record] for record in list(few)[:BEST]) / best if best else 1


def main() -> int:
    """Measure, and print the questions from the worst to the best."""
    path = find_chromium()
    if path is None:
        sys.exit(CHROMIUM_MISSING)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        root = Path(name)
        site, whole = root / "site", root / "whole"
        write_site(site, site_pages(BRIEFS))
        index_site(root, site)
        with_all_places(site, whole)
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        with serve(site) as few, serve(whole) as every:
            measured = [
                (quality(*(ranked(browser, one, language, question) for one in (few, every))), question)
                for language, questions in QUERIES.items()
                for question in questions
            ]
    for value, question in sorted(measured):
        print(f"{value:6.3f}  {question}")
    values = [value for value, _ in measured]
    same = sum(value > 0 for value in values)
    print(
        f"\n{same} of {len(values)} questions find the same records; the best {BEST} score "
        f"{min(values):.3f} to {max(values):.3f} of what they may, at least {BOUND}"
    )
    return 0 if min(values) >= BOUND else 1


if __name__ == "__main__":
    sys.exit(main())
