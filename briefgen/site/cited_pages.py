"""Pages by hand that cite, as MkDocs reads them: their text with notes, and what notes need."""

import json
import unicodedata
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page

from briefgen.disk.reading import read_if_there

_OURS = "briefgen"
_NOTES = "footnotes"
_WITH_NOTES = frozenset(
    {_NOTES, f"markdown.extensions.{_NOTES}", "extra", "markdown.extensions.extra", "pymdownx.extra"}
)
_IN_ORDER = "USE_DEFINITION_ORDER"
"""A setting of `footnotes`: whether notes are numbered as they are written, not as their marks are met."""


class CitedPages:
    """Gives MkDocs the texts, by the paths of their pages in ``docs/``, when it reads those.

    Such a page has the settings of the site, but for notes; all other pages have just those.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts
        self._settings: tuple[list[str], dict[str, Any]] | None = None

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """The text of a page that cites; nothing of any other, which MkDocs then reads itself."""
        self._restore(config)
        text = self.texts.get(unicodedata.normalize("NFC", page.file.src_uri))
        if text is not None:
            self._settings = config.markdown_extensions, config.mdx_configs
            names = config.markdown_extensions
            config.markdown_extensions = names if _WITH_NOTES & {*names} else [*names, _NOTES]
            config.mdx_configs = _with_order(config.mdx_configs)
        return text

    def on_page_content(self, html: str, *, config: MkDocsConfig, **_: object) -> str:
        """A page is made: the next one has the settings of the site."""
        self._restore(config)
        return html

    def _restore(self, config: MkDocsConfig) -> None:
        if self._settings is not None:
            config.markdown_extensions, config.mdx_configs = self._settings
            self._settings = None


def _with_order(settings: dict[str, Any]) -> dict[str, Any]:
    """Settings of extensions with notes in the order of their marks, unless they say another."""
    own = settings.get(_NOTES) or {}
    return {**settings, _NOTES: {_IN_ORDER: False, **own}}


def add_cited(config: MkDocsConfig, texts: Mapping[str, str]) -> None:
    """Have MkDocs read these texts, unless our own plugin does that already."""
    if texts and _OURS not in config.plugins:
        config.plugins[f"{_OURS}/cited"] = cast("BasePlugin[Any]", CitedPages(texts))


def read_cited(place: str) -> Mapping[str, str]:
    """The texts that the last run wrote; none without a place. Raises OSError."""
    data = read_if_there(PurePath(place)) if place else None
    texts: Mapping[str, str] = {} if data is None else json.loads(data)
    return texts
