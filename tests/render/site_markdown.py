"""The site's Markdown, as Python-Markdown reads it with the extensions of mkdocs.yml."""

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml
from markdown import Markdown

from briefgen.catalogue import words_for
from briefgen.render.view import BriefView

_SAME = {"s": "del"}
_AROUND_BLOCKS = re.compile(r"\s*(⟨/?(?:blockquote|d[ldt]|div|h\d|li|[ou]l|p|t(?:able|body|head|[dhr]))⟩)\s*")
_VOID = {"br", "img", "hr"}


@cache
def _markdown() -> Markdown:
    settings = yaml.safe_load((Path(__file__).parents[2] / "mkdocs.yml").read_text("utf-8"))
    configs: dict[str, dict[str, Any]] = {}
    for extension in settings["markdown_extensions"]:
        configs |= extension if isinstance(extension, dict) else {extension: {}}
    return Markdown(extensions=list(configs), extension_configs=configs)


def site_html(text: str) -> str:
    """The HTML the site shows for a text in its own dialect."""
    return _markdown().reset().convert(text)


def plain_view() -> BriefView:
    """The view of a brief without citations, quotations and footnotes."""
    return BriefView("en", words_for("en"), {}, {}, {}, frozenset())


def shape(page: str) -> str:
    """HTML without what means nothing: comments, spaces beside spaces, the permanent links of headings."""
    reader = _Shape()
    reader.feed(page)
    reader.close()
    return _AROUND_BLOCKS.sub(r"\1", " ".join("".join(reader.pieces).split()))


class _Shape(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {
            name: unquote(value or "") for name, value in attrs if name in ("href", "src", "alt", "title")
        }
        if ("class", "headerlink") in attrs:
            self._hidden = True
        elif not self._hidden:
            said = "".join(f" {name}={value!r}" for name, value in sorted(values.items()) if value)
            self.pieces.append(f"⟨{_SAME.get(tag, tag)}{said}⟩")

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._hidden = tag != "a"
        elif tag not in _VOID:
            self.pieces.append(f"⟨/{_SAME.get(tag, tag)}⟩")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data)
