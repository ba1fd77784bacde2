"""How long it takes from saving a brief until it is painted, in Chromium: see README.md.

    python -m benchmarks.saves [COUNT ...]

Without a count for projects of 40 and of 1,000 briefs. The bound is on the 95th percentile of 50 saves.
"""

import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from playwright.sync_api import Page, sync_playwright

from benchmarks.corpus import write_project
from briefgen.write.starter import starter_files
from tests.browser import CHROMIUM_FLAGS, CHROMIUM_MISSING, find_chromium
from tests.repository import ROOT

SAVES = 50
BOUNDS = {40: 1.0, 1_000: 3.0}
"""Seconds, by the number of briefs."""
PATIENCE = 600_000
"""Milliseconds that the first page may take."""
_PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))"


@contextmanager
def served(root: Path) -> Iterator[str]:
    """The address of a project that is served."""
    command = [sys.executable, "-m", "briefgen", "serve", "--root", str(root), "--port", "0"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    ) as program:
        assert program.stdout is not None
        try:
            said = ""
            for line in program.stdout:
                said += line
                if found := re.match(r"(http://127\.0\.0\.1:\d+/\S*) shows", line):
                    yield found[1]
                    break
            else:
                sys.exit(said)
        finally:
            program.send_signal(signal.SIGINT)
            program.wait(60)


def seconds(page: Page, source: Path, number: int) -> float:
    """From the moment before a save until what was saved is painted."""
    text = source.read_text("utf-8").partition("\n\nSaved ")[0]
    begun = perf_counter()
    source.write_text(f"{text}\n\nSaved {number} times.\n", encoding="utf-8")
    page.get_by_text(f"Saved {number} times.").wait_for(timeout=PATIENCE)
    page.evaluate(_PAINTED)
    return perf_counter() - begun


def measure(briefs: int, chromium: Path) -> list[float]:
    """The times of all saves of a brief, in a project of so many."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        root = Path(name) / "project"
        write_project(root, briefs)
        (root / "mkdocs.yml").write_bytes(starter_files()["mkdocs.yml"])
        (root / "docs/index.md").write_text("# Briefs\n", encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_FLAGS))
        with served(root) as address:
            page = browser.new_page()
            page.goto(f"{address}briefs/brief-0000/", timeout=PATIENCE)
            source = root / "sources/brief-0000.md"
            seconds(page, source, 0)  # the first one still loads this and that
            return [seconds(page, source, number) for number in range(1, SAVES + 1)]


def main() -> int:
    chromium = find_chromium()
    if chromium is None:
        sys.exit(CHROMIUM_MISSING)
    missed = False
    for briefs in map(int, sys.argv[1:]) if sys.argv[1:] else BOUNDS:
        times = measure(briefs, chromium)
        p95 = quantiles(times, n=20)[-1]
        bound = BOUNDS.get(briefs)
        said = f", bound {bound:.1f} s" if bound else ""
        print(f"{briefs:,} briefs, {len(times)} saves: median {median(times):.2f} s, p95 {p95:.2f} s{said}")
        missed |= bound is not None and p95 >= bound
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
