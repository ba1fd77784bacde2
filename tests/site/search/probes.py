"""The table of probes, and a reader who looks for them."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser import serve
from tests.site.search_dialog.dialog import Dialog, address
from tests.sweep import SWEEP

HERE = Path(__file__).parent
PROJECT = HERE / "project"
TABS = 1 if SWEEP == 1 else 2
"""How many pages of each language a reader has open."""
_Tab = tuple[str, int]
"""A language, and one of its pages."""


class Probe(NamedTuple):
    site: str
    query: str
    language: str
    category: str
    page: str
    anchor: str


def read_probes(place: Path = HERE / "probes.tsv") -> list[Probe]:
    lines = place.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [Probe(*row) for row in rows[1:]]


class Reader:
    """Somebody who searches a built site in Chromium, from a page in the language of the probe."""

    def __init__(self, context: BrowserContext, root: str, site: Path) -> None:
        self._context = context
        self._root = root
        self._site = site
        self._dialogs: dict[_Tab, Dialog] = {}

    def missed(self, probes: Iterable[Probe]) -> list[Probe]:
        """The probes whose page, or section where one is named, is not among the results shown at first."""
        by_tab: dict[_Tab, list[Probe]] = {}
        for number, probe in enumerate(probes):
            by_tab.setdefault((probe.language, number % TABS), []).append(probe)
        missed = []
        # All tabs are asked at a time: most of a search is the pause after the last letter.
        for asked in zip_longest(*by_tab.values()):
            dialogs = {probe: self._dialog(tab) for tab, probe in zip(by_tab, asked, strict=True) if probe}
            for probe, dialog in dialogs.items():
                dialog.ask(probe.query)
            missed += [probe for probe, dialog in dialogs.items() if not _is_met(probe, dialog.wait().links)]
        return missed

    def links(self, query: str, language: str) -> list[str]:
        """Where the first results lead, from the site's root, for somebody on a page in this language."""
        dialog = self._dialog((language, 0))
        dialog.ask(query)
        return dialog.wait().links

    def results(self, query: str, language: str) -> list[list[str]]:
        """The same, of each result: its own link, and those of further places on its page."""
        self.links(query, language)
        found: list[list[str]] = (
            self.page(language)
            .locator(".search-result")
            .evaluate_all(
                "results => results.map(one => [...one.querySelectorAll('a')].map(link => link.href))"
            )
        )
        return [[address(link) for link in links] for links in found]

    def page(self, language: str) -> Page:
        """The page on which somebody asks in this language."""
        return self._dialog((language, 0)).page

    def _dialog(self, tab: _Tab) -> Dialog:
        if tab not in self._dialogs:
            page = self._context.new_page()
            page.goto(self._root + page_in(tab[0], self._site))
            self._dialogs[tab] = Dialog(page).open()
        return self._dialogs[tab]


def _is_met(probe: Probe, links: list[str]) -> bool:
    if probe.anchor:
        return f"{probe.page}#{probe.anchor}" in links
    return any(link.partition("#")[0] == probe.page for link in links)


@contextmanager
def reader_of(site: Path, chromium: Browser) -> Iterator[Reader]:
    with serve(site) as root, chromium.new_context() as context:
        yield Reader(context, root, site)


def page_in(language: str, site: Path) -> str:
    """The address of a brief in this language; the home page where there is none."""
    for page in sorted(site.glob("briefs/*/index.html")):
        if f'<html lang="{language}"' in page.read_text(encoding="utf-8")[:200]:
            return page.parent.relative_to(site).as_posix() + "/"
    return ""


def languages_of(site: Path) -> list[str]:
    """The languages that the theme's script was told of."""
    script = (site / "assets/briefgen.js").read_text(encoding="utf-8")
    said = re.search(r"^briefgen\.search\((.*)\);\s*\Z", script, re.MULTILINE)
    assert said is not None, "the theme's script was not told of an index"
    languages = json.loads(said[1])["languages"]
    assert isinstance(languages, list)
    return languages
