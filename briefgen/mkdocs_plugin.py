"""briefgen as a plugin of MkDocs: one line in ``mkdocs.yml`` adds briefs to a site that there is already, and
has its own pages cite.

It is thin: it calls the compiler and hands its pages to MkDocs. Nothing is written into ``docs/``.
"""

import logging
from pathlib import PurePath
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from briefgen.decode.builder import lacking_settings
from briefgen.diagnostics import Severity
from briefgen.disk.reading import is_folder, read
from briefgen.failure import CannotRunError
from briefgen.load import has_briefs
from briefgen.model.asked import Asked
from briefgen.model.compilation import Compilation
from briefgen.model.layout import project
from briefgen.model.layout.pages import INDEX, feed_languages
from briefgen.model.limits import SETTINGS
from briefgen.model.work import Bibliography
from briefgen.model.workspace import VerifiedCorpus
from briefgen.pipeline import compile_briefs
from briefgen.site.cited_pages import CitedPages
from briefgen.site.unread_citations import unread_citations
from briefgen.terminal.causes import told_once
from briefgen.terminal.visible import visible
from briefgen.text import TextFile
from briefgen.write import draw_cards, write_theme

_LOG = get_plugin_logger("briefgen")
_EXTENSION = "markdown_extensions: "
_LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.NOTE: logging.INFO,
}
_UNREAD = (
    "{}: the citation `{}` is shown as it is written: it stands in another file, which a snippet, a macro or "
    "an include brings into the page: write it into the page"
)
_FOLDERS = (project.SOURCES, project.SEEDS)


class Settings(Config):  # type: ignore[no-untyped-call]  # what MkDocs does for each kind of settings
    """There are none: what briefgen is told stands in ``extra: briefgen:``, as always."""


class BriefgenPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]  # and for each kind of plugin
    """Adds the pages of briefs to the site, and the theme that shows them."""

    def __init__(self) -> None:
        super().__init__()
        self._compilation: Compilation | None = None
        self._pictures: dict[str, bytes] = {}
        self._cited = CitedPages({})
        self._works: Bibliography = Bibliography(())
        self._unread: set[str] = set()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Compile, and give MkDocs what generated pages are written for. Raises PluginError for an error."""
        root = _root(config)
        try:
            shows_briefs = has_briefs(root)
            if shows_briefs and config.theme.name != "material":
                raise PluginError("briefgen: briefs are written for the theme `material`")
            told = compile_briefs(root, Asked(), see=self._see)
            for finding in told_once(told.findings):
                place = f"{visible(finding.span.path)}:{finding.span.line}:{finding.span.column}"
                level = _LEVELS[finding.severity]
                words = f"{place}: [{finding.rule.code}] {visible(finding.message)}"
                _LOG.log(logging.INFO if finding.of_draft else level, words)
            if any(one.severity is Severity.ERROR and not one.of_draft for one in told.findings):
                raise PluginError("briefs or pages have errors: `briefgen check` shows them with their lines")
            self._compilation = told.value
            self._cited = CitedPages(told.value.cited)
            if shows_briefs:
                self._show_briefs(root, told.value, config)
        except CannotRunError as error:
            raise PluginError(f"briefgen: {error}") from None
        return config

    def _see(self, verified: VerifiedCorpus) -> None:
        self._works, self._unread = verified.works, set()

    def _show_briefs(self, root: PurePath, made: Compilation, config: MkDocsConfig) -> None:
        """Have MkDocs use our theme, and all extensions that generated pages need. Without briefs the site
        has no such page, and all of it stays as it was but what cites."""
        feeds = feed_languages(page.path for page in made.pages)
        write_theme(root, has_cards=not made.misses_cards, lists=made.lists, feeds=feeds)
        self._pictures = dict(draw_cards(root, made.cards))
        text = read(root / project.SETTINGS, SETTINGS, linked=True).decode(errors="replace")
        needed = lacking_settings(TextFile(project.SETTINGS, text))
        lacking = [one.removeprefix(_EXTENSION) for one in needed if one.startswith(_EXTENSION)]
        theme = str(root / project.THEME)
        if theme not in config.theme.dirs:
            config.theme.dirs.insert(0, theme)
        config.markdown_extensions += lacking

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """The text of a page that cites, with its notes; of any other MkDocs reads its own file."""
        return self._cited.on_page_read_source(page=page, config=config)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The page is made: the next one has the settings of the site. What it shows as it is written, and
        cites, is warned of once, whatever brought it in."""
        if page.file.generated_by is None:
            own = ""
            for one in unread_citations(html, self._works):
                own = own or page.file.content_string
                if one not in self._unread and one not in own:
                    self._unread.add(one)
                    place = visible(project.in_docs(page.file.src_uri))
                    _LOG.warning(_UNREAD.format(place, visible(one)))
        return self._cited.on_page_content(html, config=config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the generated pages among the files, each where `briefgen compile` would write it."""
        assert self._compilation is not None
        made: dict[str, str | bytes] = {page.path: page.text for page in self._compilation.pages}
        made |= self._pictures
        for path, content in made.items():
            there = files.get_file_from_path(path)
            if there is not None:
                files.remove(there)
            listed = InclusionLevel.UNDEFINED if path.endswith(INDEX) else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, path, content=content, inclusion=listed))
        return files

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Have `mkdocs serve` watch what briefs are made from."""
        for name in _FOLDERS:
            if is_folder(_root(config) / name):
                server.watch(str(_root(config) / name))
        return server


def _root(config: MkDocsConfig) -> PurePath:
    return PurePath(config.config_file_path or project.SETTINGS).parent
