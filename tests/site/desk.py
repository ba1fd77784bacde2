"""The Bridge Desk (`tests/site/project`), which nobody publishes: a small project in three languages, with a
page of every type. Whatever is tested of sites, and not of our own, is tested with it: pictures,
accessibility, other ways to build."""

import shutil
from pathlib import Path

from tests.repository import run
from tests.sweep import SWEEP

PROJECT = Path(__file__).parent / "project"

PAGES = {
    "home": "",
    "brief-en": "briefs/bridge-closure/",
    "brief-de": "briefs/brueckensperrung/",
    "brief-he": "briefs/gesher/",
    "brief-withdrawn": "briefs/ferry/",
    "briefs": "briefs/",
    "topics": "topics/",
    "topic": "topics/bridges/",
    "timeline": "timeline/",
    "sources": "sources/",
    "work": "sources/herald2025bridge/",
    "work-unchecked": "sources/council2025minutes/",
    "corrections": "corrections/",
    "errata": "errata/",
    "method": "method/",
    "manual-tables": "manual/tables/",
    "manual-code": "manual/code/",
    "not-found": "404.html",
}
"""The address of each page, from the root of the site, by the name that tests and pictures give it."""

_SAMPLED = ("home", "brief-de", "briefs", "timeline", "work", "manual-tables", "not-found")
SAMPLE = {name: place for name, place in PAGES.items() if SWEEP > 1 or name in _SAMPLED}
"""Those that have all parts of a page between them, for what is tested of hosts; in the sweep all."""


def copy_desk(target: Path) -> Path:
    """Copy what its authors wrote into the new folder `target`."""
    return Path(shutil.copytree(PROJECT, target))


def build_desk(target: Path) -> Path:
    """Build a copy of it; the folder of the site.

    What is quoted there fares in every way that there is, and that is warned of: `--strict` would refuse it.
    """
    done = run("-m", "briefgen", "build", "--root", copy_desk(target))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr
    return target / "site"
