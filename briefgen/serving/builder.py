"""MkDocs, kept running: pages are built as `briefgen build` has them built, and only those that changed.

It is the one MkDocs that is called and not started: its own function builds what its command would build, of
files that say themselves whether they are new.
"""

import logging
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import PurePath
from typing import cast

import jinja2
from mkdocs.commands.build import build
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date

from briefgen.disk.reading import is_file, read, real_place
from briefgen.disk.stamps import stamp_of
from briefgen.disk.writing import remove_emptied_folders, remove_file, remove_folder, replace_file
from briefgen.failure import CannotRunError
from briefgen.model.layout import project
from briefgen.model.layout.pages import ENDING
from briefgen.model.layout.site import BUILDERS_INDEX
from briefgen.quick import QuickMarkdown
from briefgen.serving.alone import Standing
from briefgen.serving.settings import read_settings
from briefgen.serving.templates import Templates
from briefgen.site.cited_pages import add_cited
from briefgen.site.environment import builders_environment
from briefgen.site.refused import why_broken_off

_OF_ONE_PAGE = frozenset({"search", "material/search"})
"""Plugins that make of each page what they make of it alone; with any other all pages are built each time."""

_ESCAPED = "briefgen is escaped"
"""The theme's mark in `extra` that titles are escaped: those of new pages are not."""

Content = str | bytes


class NotBuiltError(CannotRunError):
    """MkDocs could not build the site; the message says why."""


@dataclass(frozen=True, slots=True)
class Source:
    """What the site is built from: generated files by their paths in ``docs/``, and all others by theirs,
    with what they are made of beside their bytes.

    `newest` is the day that the site says it was built on, `cited` the texts of pages by hand that cite.
    """

    generated: Mapping[str, Content]
    by_hand: Mapping[str, object]
    newest: str
    cited: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Kept:
    """What one build leaves for the next: its settings, files and what they were made of, titles, pages."""

    settings: bytes
    files: dict[str, "_File"] = field(default_factory=dict)
    titles: dict[str, object] = field(default_factory=dict)
    source: Source | None = None
    stamps: Mapping[str, object] = field(default_factory=dict)
    """Of the files by hand, whether they may have been written since."""
    standing: Standing | None = None
    """Set where a page may be built by itself."""
    shown: dict[str, str] = field(default_factory=dict)
    """The hash of each page as it was built, by its place in the site."""


class SiteBuilder:
    """Builds a project's site into a folder, again and again."""

    def __init__(self, root: PurePath, folder: PurePath) -> None:
        self._root = root
        self._folder = folder
        self._kept: _Kept | None = None
        self._templates = Templates()
        remove_folder(folder, if_there=True)

    @property
    def pages(self) -> Mapping[str, str]:
        """The places of all pages in the site, each with a hash of what it is."""
        return self._kept.shown if self._kept else {}

    def build(self, source: Source, *, has_new_theme: bool) -> None:
        """Build what is not as it was. Raises NotBuiltError, SiteBuildError, OSError."""
        settings = read(self._root / project.SETTINGS)
        kept = self._kept
        if kept is None or kept.settings != settings or has_new_theme:
            kept = _Kept(settings)
            self._templates = Templates()
        self._kept = None  # what breaks off leaves nothing to go on from
        stamps = {path: stamp_of(self._root / project.in_docs(path)) for path in source.by_hand}
        os.environ.update(builders_environment(source.newest))
        try:
            if self._built_alone(kept, source, stamps):
                self._kept = kept
                return
            config = read_settings(self._root, settings, self._folder)
            is_known = set(config.plugins) <= _OF_ONE_PAGE and not config.hooks
            if not is_known:
                kept = _Kept(settings)
            vars(config.theme)["get_env"] = partial(self._templates.environment, config.theme.get_env)
            cast("list[object]", config.markdown_extensions).append(QuickMarkdown())
            add_cited(config, source.cited)
            run = _Run(config, kept, source, stamps)
            config.plugins["briefgen/serving"] = run
            build(config, dirty=True)
        except (MkDocsException, SystemExit) as error:
            raise NotBuiltError(f"MkDocs could not build the site: {error}") from error
        except (CannotRunError, OSError):
            raise
        except Exception as error:  # a hook or a plugin raises what it likes
            raise NotBuiltError(why_broken_off(real_place(self._root), error)) from error
        self._remove_stale(kept, run)
        self._keep_index(kept, run)
        self._kept = run.left()
        if not is_known:
            self._kept.standing = None

    def _built_alone(self, kept: _Kept, source: Source, stamps: Mapping[str, object]) -> bool:
        """Whether nothing but generated files is new, and each page of them could be built by itself."""
        before, standing = kept.source, kept.standing
        if before is None or standing is None or source.newest != before.newest or stamps != kept.stamps:
            return False
        if source.by_hand != before.by_hand or source.generated.keys() != before.generated.keys():
            return False
        new = {path: said for path, said in source.generated.items() if before.generated[path] != said}
        shown = dict(kept.shown)
        for path, said in new.items():
            file = kept.files[path]
            if not path.endswith(ENDING):  # beside the pages, as it is
                replace_file(self._folder / file.dest_uri, said.encode() if isinstance(said, str) else said)
                file.made_of = said
                continue
            page = standing.page(file, said) if isinstance(said, str) else None
            if page is None:
                return False
            replace_file(self._folder / file.dest_uri, page)
            shown[file.dest_uri] = sha256(page).hexdigest()
            file.made_of = said
        kept.source, kept.shown = source, shown
        return True

    def _remove_stale(self, kept: _Kept, run: "_Run") -> None:
        gone = {file.dest_uri for file in kept.files.values()} - {
            file.dest_uri for file in run.files.values()
        }
        for path in gone:
            remove_file(self._folder / path, if_there=True)
        remove_emptied_folders(self._folder, gone)

    def _keep_index(self, kept: _Kept, run: "_Run") -> None:
        """The theme's own search knows the site as it was when all of it was built last."""
        place = self._folder / BUILDERS_INDEX
        if not is_file(place):
            return
        if kept.files and run.index:
            replace_file(place, run.index)


class _File(File):
    """A file of the site that knows what it was made of, and whether that is new."""

    made_of: object = None
    is_new: bool = True

    def is_modified(self) -> bool:
        """As MkDocs asks before it reads, builds or copies a file."""
        return self.is_new


class _NoSettings(Config):  # type: ignore[no-untyped-call]  # what MkDocs does for each kind of settings
    """The plugin has none."""


class _Run(BasePlugin[_NoSettings]):  # type: ignore[no-untyped-call]  # what MkDocs does for each kind of plugin
    """One build, as a plugin that is asked at each of its steps."""

    def __init__(
        self, config: MkDocsConfig, kept: _Kept, source: Source, stamps: Mapping[str, object]
    ) -> None:
        super().__init__()
        self._config, self._kept, self._source, self._stamps = config, kept, source, stamps
        self._standing: Standing | None = None
        self._titles = dict(kept.titles)
        self._shown = dict(kept.shown)
        self._nav = Navigation([], [])
        self._in_nav: set[str] = set()
        self.files: dict[str, _File] = {}
        place = PurePath(config.site_dir) / BUILDERS_INDEX
        self.index = read(place) if is_file(place) else b""

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the generated files in the place of those in ``docs/``, and take up what is as it was."""
        mine = [file for file in files if file.src_dir == config.docs_dir]
        others = [file for file in files if file.src_dir != config.docs_dir]
        for file in mine:
            if file.src_uri in self._source.by_hand:
                made_of = (self._stamps[file.src_uri], self._source.by_hand[file.src_uri])
                self._take(file.src_uri, made_of, None)
        for path, content in self._source.generated.items():
            self._take(path, content, content)
        self._renew_by_hand()
        return Files([*self.files.values(), *others])

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Note which pages the navigation shows."""
        self._nav = nav
        self._in_nav = {page.file.src_uri for page in nav.pages}
        return nav

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """See whether a title of the navigation is another one: then it is on every page."""
        config.extra.pop(_ESCAPED, None)
        before = dict(self._titles)
        for path, file in self.files.items():
            if file.page is not None:
                file.page.update_date = get_build_date()  # it may have been read for an earlier build
                if file.is_new:
                    self._titles[path] = file.page.title
        if any(self._titles.get(path) != before.get(path) for path in self._in_nav):
            for file in self.files.values():
                file.is_new = True
        self._standing = Standing(config, files, self._nav, env)
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Note what a page is."""
        self._shown[page.file.dest_uri] = sha256(output.encode("utf-8", "xmlcharrefreplace")).hexdigest()
        return output

    def left(self) -> _Kept:
        """What the next build can go on from."""
        for file in self.files.values():
            file.is_new = False
        places = {file.dest_uri for file in self.files.values()}
        shown = {place: digest for place, digest in self._shown.items() if place in places}
        titles = {path: title for path, title in self._titles.items() if path in self.files}
        return _Kept(
            self._kept.settings, self.files, titles, self._source, self._stamps, self._standing, shown
        )

    def _take(self, path: str, made_of: object, content: Content | None) -> None:
        known = self._kept.files.get(path)
        if known is not None and known.made_of == made_of:
            self.files[path] = known
            return
        config = self._config
        if content is None:
            file = _File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
        else:
            file = cast("_File", _File.generated(config, path, content=content))
            file.edit_uri = path  # as if it lay in docs/, where `briefgen build` puts it
        file.made_of = made_of
        self.files[path] = file

    def _renew_by_hand(self) -> None:
        """Pages by hand are read again where a page has come or gone, which a link of theirs may lead to."""
        if self._kept.files.keys() == self.files.keys():
            return
        by_hand = self._source.by_hand
        if any(path in by_hand for path in self._kept.files.keys() ^ self.files.keys()):
            renewed: Iterable[str] = list(self.files)
        else:
            renewed = [path for path in self.files if path in by_hand]
        for path in renewed:
            file = self.files.pop(path)
            self._kept.files.pop(path, None)
            self._take(path, file.made_of, self._source.generated.get(path))


def hush(heard: logging.Handler) -> None:
    """Have what MkDocs says heard by one handler, but for its warning of just what is done here."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    heard.addFilter(lambda record: "'dirty' build" not in record.getMessage())
    logger.handlers = [heard]
    logger.propagate = False
