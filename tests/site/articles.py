"""What a builder of sites made of a page: its article as HTML, as words, and with its footnotes."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

_ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
_INLINE = frozenset("a abbr b bdi code del em i kbd mark q span strong sub sup".split())
_ADDED = frozenset({"headerlink", "md-skip"})
"""Classes of the links that builders add to an article of their own accord."""


@dataclass(frozen=True)
class Article:
    """The article of a built page. Two are equal when they read the same."""

    words: tuple[str, ...]
    marks: tuple[tuple[str, str], ...]
    """The footnote marks in the order of the text: the number shown and the id it leads to."""
    notes: tuple[str, ...]
    """The ids of the footnotes in the order of their list: the first is number 1."""


def article_html(page: Path) -> str:
    """The article of a page as the builder wrote it."""
    found = _ARTICLE.search(page.read_text(encoding="utf-8"))
    assert found is not None, f"{page} has no article"
    return found[0]


def read_article(page: Path) -> Article:
    """The article of a page as its reader meets it."""
    reader = _Reader()
    reader.feed(article_html(page))
    reader.close()
    return Article(tuple("".join(reader.text).split()), tuple(reader.marks), tuple(reader.notes))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.marks: list[tuple[str, str]] = []
        self.notes: list[str] = []
        self._mark = ""
        self._is_added = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        classes = set(attributes.get("class", "").split())
        if tag not in _INLINE:
            self.text.append(" ")
        if tag == "li" and attributes.get("id", "").startswith("fn:"):
            self.notes.append(attributes["id"])
        if tag == "a":
            self._is_added = bool(classes & _ADDED)
            self._mark = attributes.get("href", "")[1:] if "footnote-ref" in classes else ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._is_added, self._mark = False, ""
        if tag not in _INLINE:
            self.text.append(" ")

    def handle_data(self, data: str) -> None:
        if self._mark:
            self.marks.append((data, self._mark))
        if not self._is_added:
            self.text.append(data)
