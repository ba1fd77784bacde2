"""The table of probes, and a reader who looks for them."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser

from tests.browser import serve

HERE = Path(__file__).parent
DRIVER = HERE / "driver.js"
PROJECT = HERE / "project"
RESULTS = 5


class Probe(NamedTuple):
    site: str
    query: str
    language: str
    category: str
    page: str
    anchor: str


def read_probes() -> list[Probe]:
    lines = (HERE / "probes.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [Probe(*row) for row in rows[1:]]


@dataclass(frozen=True)
class Found:
    """One of the first results: a page and the sections that it leads to."""

    page: str
    kind: str
    sections: tuple[str, ...]


class Reader:
    """Somebody who searches a built site in Chromium."""

    def __init__(self, page: Any, root: str, languages: list[str]) -> None:
        self._page = page
        page.goto(root)
        page.add_script_tag(path=DRIVER)
        page.evaluate(
            "([root, languages]) => { window.search = own => searchDriver(root, languages, own); }",
            [root, languages],
        )

    def search(self, query: str, language: str) -> list[Found]:
        """The first results on a page in this language."""
        results = self._page.evaluate(
            "([query, own, count]) => search(own)(query, count)", [query, language, RESULTS]
        )
        return [Found(one["page"], one["kind"], tuple(one["sections"])) for one in results]

    def finds(self, probe: Probe) -> bool:
        return any(
            found.page == probe.page and (not probe.anchor or probe.anchor in found.sections)
            for found in self.search(probe.query, probe.language)
        )


@contextmanager
def reader_of(site: Path, chromium: Browser) -> Iterator[Reader]:
    with serve(site) as root, chromium.new_context() as context:
        yield Reader(context.new_page(), root, languages_of(site))


def languages_of(site: Path) -> list[str]:
    """The languages that the theme's script was told of."""
    script = (site / "assets/briefgen.js").read_text(encoding="utf-8")
    said = re.search(r"^briefgen\.search\((.*)\);\s*\Z", script, re.MULTILINE)
    assert said is not None, "the theme's script was not told of an index"
    languages = json.loads(said[1])["languages"]
    assert isinstance(languages, list)
    return languages
