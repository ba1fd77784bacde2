"""A German reader sees German, an English reader English, in the same site."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import product
from pathlib import Path

import material
import pytest
import yaml
from playwright.sync_api import Page

from briefgen.catalogue import CATALOGUE
from tests.repository import ROOT
from tests.site.page_types import PAGE_TYPES, WIDTHS
from tests.sweep import sampled
from tests.windows import Windows

PAGES = {"de": PAGE_TYPES["brief-de"], "en": PAGE_TYPES["brief-en"]}
OTHER = {"de": "en", "en": "de"}

SAID = """() => {
    const LEFT_OUT = 'script, style, noscript, body [lang], ' +
        'tr:has(> td > a[href="#source"]) > td:nth-child(2)';
    const said = new Set();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        if (!node.parentElement.closest(LEFT_OUT)) said.add(node.data);
    }
    for (const element of document.querySelectorAll("*")) {
        for (const name of ["aria-label", "title", "placeholder", "alt"]) {
            if (element.hasAttribute(name)) said.add(element.getAttribute(name));
        }
    }
    const style = (element) => getComputedStyle(element, "::before").content.replaceAll('"', "");
    for (const cell of document.querySelectorAll("td")) said.add(style(cell));
    return [...said].map((text) => text.replace(/\\s+/g, " ").trim()).filter((text) => text);
}"""
"""Every text of the page, hidden or not, that is in no language of its own; every label and hint.

Without the last statement of the report that the German brief judges, which is the English word “Source”.
"""


def interface_of(language: str) -> set[str]:
    """What may be said round a text in a language: by us, by the theme, by the site's settings."""
    theme = Path(next(iter(material.__path__))) / "templates" / "partials" / "languages" / f"{language}.html"
    shipped = re.findall(r'^\s*"(?!search\.config)[\w.]+": "(.*)",?$', theme.read_text("utf-8"), re.MULTILINE)
    settings = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)
    names = settings["extra"]["briefgen"]["nav"]["de"]
    site = {settings["site_name"], *names} if language == "en" else set(names.values())
    return {text for text in {*catalogue(language), *shipped, *site} if re.search(r"[^\W\d_]{3}", text)}


def catalogue(language: str) -> set[str]:
    return set(texts(CATALOGUE[language]))


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


SHAPES = {"{date}": r"[\w. ]*\d{4}", "{kind}": r"[\w ]+"}
"""What stands in some places: without it, “{kind} of {date}” would be every text with an “of” in it."""


def pattern(text: str) -> re.Pattern[str]:
    """A text with places to be filled in (``{date}``, ``#``), as it reads when they are."""
    parts = re.split(r"(\{\w*\}|#)", text)
    return re.compile(
        "".join(SHAPES.get(part, ".+") if place % 2 else re.escape(part) for place, part in enumerate(parts))
    )


def said_in(language: str, said: list[str]) -> set[str]:
    """What of a page's texts is the interface of this language and of no other."""
    only = interface_of(language) - interface_of(OTHER[language])
    patterns = [pattern(text) for text in only]
    return {text for text in said if any(one.fullmatch(text) for one in patterns)}


@pytest.mark.parametrize(("language", "width"), sampled(product(PAGES, WIDTHS), 3))
def test_no_word_of_the_interface_is_of_the_other_language(
    windows: Windows, address: str, language: str, width: int
) -> None:
    with windows.page(viewport={"width": width, "height": WIDTHS[width]}) as page:
        page.goto(address + PAGES[language])
        said = page.evaluate(SAID)
        assert page.locator("html").get_attribute("lang") == language
        assert said_in(OTHER[language], said) == set()
        assert len(said_in(language, said)) > 40


@pytest.mark.parametrize(("language", "expected"), [
    ("de", ("Dossiers", "Quellen und Richtigstellungen", "Menü", "Suche", "Dunkle Darstellung",
            "Link zu dieser Stelle", "Zurück zu Fußnote 1 im Text", "Zum Inhalt", "20. Januar 2026")),
    ("en", ("Briefs", "Sources and Corrections", "Menu", "Search", "Switch to dark",
            "Link to this place", "Back to footnote 1 in the text", "Skip to content", "20 January 2026")),
])  # fmt: skip
def test_these_words_are_there(
    windows: Windows, address: str, language: str, expected: tuple[str, ...]
) -> None:
    with windows.page(viewport={"width": 390, "height": 844}) as page:
        page.goto(address + PAGES[language])
        said = " | ".join(page.evaluate(SAID))
        assert [word for word in expected if word not in said] == []
        assert page.title().endswith(expected[1])


@pytest.mark.parametrize(("language", "marks"), [("de", "„“"), ("en", "“”")])
def test_quotation_marks_are_those_of_the_language(
    windows: Windows, address: str, language: str, marks: str
) -> None:
    """Of the references, which briefgen writes; authors write theirs for themselves."""
    with windows.page() as page:
        page.goto(address + PAGES[language])
        notes = " ".join(quoting(page))
        assert all(mark in notes for mark in marks)
        assert ("„" in notes) is (language == "de")


def quoting(page: Page) -> list[str]:
    """The sources of a brief, without what is in a language of its own, and without the titles as such.

    Those lead to the pages of their works; the marks around a title stand outside of its link.
    """
    found: list[str] = page.locator(".source-list li").evaluate_all(
        """items => items.map((item) => {
            const copy = item.cloneNode(true);
            for (const other of copy.querySelectorAll("[lang], a[href*='/sources/']")) other.remove();
            return copy.textContent;
        })"""
    )
    return found
