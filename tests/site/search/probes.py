"""The table of probes, and a reader who looks for them."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, BrowserContext

from tests.browser import serve
from tests.site.search_dialog.dialog import Dialog

HERE = Path(__file__).parent
PROJECT = HERE / "project"


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


class Reader:
    """Somebody who searches a built site in Chromium, from a page in the language of the probe."""

    def __init__(self, context: BrowserContext, root: str, site: Path) -> None:
        self._context = context
        self._root = root
        self._site = site
        self._dialogs: dict[str, Dialog] = {}

    def finds(self, probe: Probe) -> bool:
        """Whether the page, and the section where one is named, is among the results shown at first."""
        links = self.links(probe.query, probe.language)
        wanted = f"{probe.page}#{probe.anchor}"
        return wanted in links if probe.anchor else any(link.split("#")[0] == probe.page for link in links)

    def links(self, query: str, language: str) -> list[str]:
        """Where the first results lead, from the site's root, for somebody on a page in this language."""
        return self._dialog(language).look_for(query).links

    def _dialog(self, language: str) -> Dialog:
        if language not in self._dialogs:
            page = self._context.new_page()
            page.goto(self._root + page_in(language, self._site))
            self._dialogs[language] = Dialog(page).open()
        return self._dialogs[language]


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
