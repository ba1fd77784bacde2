"""One build by MkDocs, watched at each of its steps as by a plugin: what of the last site it takes over."""

import json
import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePath

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from briefgen.disk.own_key import own_key
from briefgen.disk.reading import read_if_there
from briefgen.disk.writing import remove_file, replace_file
from briefgen.each import one_by_one
from briefgen.model.included import ATTRIBUTE
from briefgen.processes import in_processes
from briefgen.site.asked_files import AskedFiles
from briefgen.site.kept_copies import take_made
from briefgen.site.kept_pages import KeptPage, KeptPages, can_be_kept, decode_pages, encode_pages
from briefgen.site.kept_templates import KeptTemplates, decode_templates, encode_templates
from briefgen.site.left_out import LeftOut, may_be_left_out
from briefgen.site.made import Holds, count_marks, encode_made
from briefgen.site.restored_page import restore_page
from briefgen.site.seen_files import SeenFiles
from briefgen.site.shared_pages import WasRead
from briefgen.site.shown_around import shown_around
from briefgen.site.task import Task

_LOG = logging.getLogger(f"mkdocs.{__package__}")
_THEME = "material"
_THEMES_SEARCH = "material/search"


class ObservedBuild(logging.Handler):
    """Notes of each page what it is made of; `is_of_pages` where each is made by itself, of what is known."""

    def __init__(
        self, config: MkDocsConfig, task: Task, cited: Mapping[str, str], coming: Sequence[str] = ()
    ) -> None:
        super().__init__(logging.INFO)
        self._cited = cited
        self._coming = coming
        self._config = config
        self._task = task
        self._files = AskedFiles(())
        self._nav = Navigation([], [])
        searches = _THEMES_SEARCH in config.plugins and not task.is_indexed  # then it is to see every page
        self.is_of_pages = config.theme.name == _THEME and not searches
        self._key = own_key() if task.kept and self.is_of_pages else None
        self._last = KeptPages(task.made_from)
        if self._key is not None:
            data = read_if_there(PurePath(task.kept)) or b""
            self._last = decode_pages(data, self._key, task.made_from)
        self._left = LeftOut(self._last.copies, self._last.paths)
        self._templates = self._kept_templates()
        self._seen = SeenFiles()
        self._copies: dict[str, str] = {}
        self._taken: dict[str, File] = {}
        self._alone: Set[str] = frozenset()
        self._holds: dict[str, Holds] = {}
        self._now: dict[str, KeptPage] = {}
        self._asked: dict[str, dict[str, str | None]] = {}
        self._read_elsewhere: dict[str, WasRead] = {}
        self._around = ""
        self._at = ""
        self._told: set[str] = set()
        self._sent: set[str] = set()

    def _kept_templates(self) -> KeptTemplates | None:
        """The templates as they were compiled; the theme gives them to all that is made of it."""
        if self._key is None:
            return None
        data = read_if_there(PurePath(self._task.templates)) or b""
        templates = KeptTemplates(decode_templates(data, self._key, self._task.made_from))
        vars(self._config.theme)["get_env"] = templates.given_to(self._config.theme.get_env)
        return templates

    def emit(self, _: logging.LogRecord) -> None:
        """Note of which page something is said: it is to be said again, so the page is made again."""
        self._told.add(self._at)

    def get_files(self, get: Callable[[MkDocsConfig], Files], config: MkDocsConfig) -> Files:
        """The files of ``docs/`` that there is something to be done with."""
        return get(config) if self._key is None else self._left.get_files(get, config)

    def on_pre_build(self, **_: object) -> None:
        """Have the theme's search find nothing, where it is not what is searched."""
        search = self._config.plugins.get(_THEMES_SEARCH)
        index = getattr(search, "search_index", None)
        if self._task.is_indexed and index is not None:
            vars(index)["add_entry_from_context"] = _nothing

    def on_files(self, files: Files, **_: object) -> Files:
        """Have the files note what is asked of them; those that are still to come are among them."""
        coming = [File.generated(self._config, path, content=b"") for path in self._coming]
        each = in_processes(self._task.jobs) if self.is_of_pages else one_by_one
        self._files = AskedFiles([*files, *coming], each, self._left)
        return self._files

    def on_nav(self, nav: Navigation, *, files: Files, **_: object) -> Navigation:
        """Take the pages that are there already."""
        self._nav = nav
        taken: dict[str, File] = {}
        places = Counter(file.dest_uri for file in files)
        places.update([*self._config.theme.static_templates, *self._config.extra_templates])
        if self._key is not None:
            self._seen = SeenFiles(files)
        self._alone = {place for place, count in places.items() if count == 1}
        for file in files.documentation_pages():
            kept = self._last.pages.get(file.src_uri)
            if kept is not None and file.dest_uri in self._alone and self._is_as_it_was(file, kept):
                taken[file.dest_uri] = file
        self._take(taken, self._seen.copies(files, self._alone))
        return nav

    def _take(self, pages: Mapping[str, File], copies: Mapping[str, File]) -> None:
        """Have what the last site has of pages and copies, by their places, and of what is left out."""
        made = {path: self._last.pages[file.src_uri].made for path, file in pages.items()}
        same = {path: self._seen.sha256(file) for path, file in copies.items()}
        left = self._left.now
        last, site = PurePath(self._task.last), PurePath(self._config.site_dir)
        wanted = {**made, **same, **left}
        taken = {*take_made(last, site, wanted, with_search=self._task.is_indexed)}
        for path in taken - left.keys():
            vars(pages.get(path) or copies[path])["is_modified"] = _no
        self._taken = {file.src_uri: file for path, file in pages.items() if path in taken}
        self._holds = {path: Holds(sha256) for path, sha256 in (same | left).items() if path in taken}
        for file in self._left.take_back(self._holds):
            self._files.append(file)
        self._copies = left | {
            file.src_uri: same[path]
            for path, file in copies.items()
            if file.src_dir == self._config.docs_dir and may_be_left_out(path)
        }

    def _is_as_it_was(self, file: File, kept: KeptPage) -> bool:
        if file.src_dir != self._config.docs_dir or self._source(file) != kept.source:
            return False
        if self._left.is_same and not self._coming:
            return True  # it would be told the same
        self._files.asked = {}
        for path in kept.asked:
            self._files.get_file_from_path(path)
        return self._files.asked == kept.asked

    def _source(self, file: File) -> str:
        """The hash of the text of a page as it is read."""
        cited = self._cited.get(file.src_uri)
        return self._seen.sha256(file) if cited is None else _hash(cited.encode())

    def on_pre_page(self, page: Page, **_: object) -> Page:
        """Note whose questions and messages come next."""
        self._at = page.file.src_uri
        self._files.asked = self._asked[self._at] = {}
        return page

    def on_env(self, env: jinja2.Environment, *, files: Files, **__: object) -> None:
        """All pages are read: give those that are there already what others need of them.

        Where what stands on every page is not as it was, they are read and made after all.
        """
        env.auto_reload = False  # no template is looked at again for each page that includes it
        self._at, self._files.asked = "", {}
        anchors = {path: {*self._last.pages[path].anchors} for path in self._taken}
        for path, file in self._taken.items():
            assert file.page is not None
            restore_page(file.page, self._last.pages[path], anchors, self._files.get_file_from_path)
        self._around = shown_around(self._nav)
        if self._around != self._last.around:
            for file in self._taken.values():
                self._read_after_all(file)
            self._taken = {}
            self._at, self._files.asked = "", {}
        for file in files.documentation_pages():
            kept = self._last.pages[file.src_uri] if file.src_uri in self._taken else self._read(file)
            if kept is not None:
                self._now[file.src_uri] = kept

    def _read_after_all(self, file: File) -> None:
        page = file.page
        assert page is not None
        remove_file(PurePath(file.abs_dest_path))
        del vars(file)["is_modified"]
        self.on_pre_page(page)
        page.content = page._title_from_render = None
        page.read_source(self._config)
        page.render(self._config, self._files)

    def _read(self, file: File) -> KeptPage | None:
        """What is kept of a page that was read, before its templates change anything of it."""
        page = file.page
        if page is None or not can_be_kept(page.meta) or "template" in page.meta:
            return None
        read = self._read_elsewhere.get(file.src_uri) or self.of_read(page)
        if read.includes:  # a list, which says what others say
            return None
        links = {target.src_uri: links for target, links in (page.links_to_anchors or {}).items()}
        # of `<a id>` MkDocs has no name, and no link leads there
        anchors = sorted(name for name in page.present_anchor_ids or () if name)
        said = [read.asked, page.meta, page._title_from_render, anchors, links]
        asked, meta, heading, anchors, links = json.loads(json.dumps(said))  # of plain values
        return KeptPage(self._source(file), "", asked, meta, heading, tuple(anchors), links)

    def on_page_context(self, _: object, *, page: Page, **__: object) -> None:
        """Note whose messages come next."""
        self._at = page.file.src_uri

    def on_post_page(self, output: str, *, page: Page, **_: object) -> None:
        """Note what a page is."""
        kept = self._now.get(page.file.src_uri)
        if kept is not None and output.strip():
            data = output.encode("utf-8", "xmlcharrefreplace")
            self._now[page.file.src_uri] = replace(kept, made=_hash(data), marks=count_marks(data))
        self.note_end()

    def of_read(self, page: Page) -> WasRead:
        """What is to be known of a page that was read."""
        return WasRead(self._asked[page.file.src_uri], ATTRIBUTE in (page.content or ""))

    def note_read(self, path: str, read: WasRead) -> None:
        """A page was read elsewhere; what is said next is said of it."""
        self._at, self._read_elsewhere[path], self._files.asked = path, read, {}

    def of_made(self, path: str) -> tuple[Holds, dict[str, bytes]]:
        """What a page holds, and the templates that were compiled since this was last asked."""
        kept, used = self._now.get(path), {} if self._templates is None else self._templates.used
        new = {name: code for name, code in used.items() if name not in self._sent}
        self._sent |= {*new}
        return Holds("") if kept is None else Holds(kept.made, kept.marks), new

    def note_made(self, path: str, made: Holds, templates: Mapping[str, bytes]) -> None:
        """A page was made elsewhere; what is said next is said of it."""
        self._at = path
        if path in self._now:
            self._now[path] = replace(self._now[path], made=made.sha256, marks=made.marks)
        if self._templates is not None:
            self._templates.used.update(templates)

    def note_end(self) -> None:
        """What is said next is said of no page."""
        self._at = ""

    def keep(self) -> None:
        """Keep of the site that was made what the next one can take over. That it cannot is no failure."""
        number = len(self._files.documentation_pages())
        _LOG.info(f"{number - len(self._taken)} pages made, {len(self._taken)} taken from the last site")
        kept = {path: page for path, page in self._now.items() if page.made and path not in self._told}
        if self._key is not None and _LOG.isEnabledFor(
            logging.INFO
        ):  # else nobody knows of what it was silent
            with suppress(OSError):
                made = self._task.made_from
                pages = KeptPages(made, self._around, kept, self._copies, self._left.paths)
                data = encode_pages(pages, self._key)
                replace_file(PurePath(self._task.kept), data)
            with suppress(OSError):
                replace_file(PurePath(self._task.holds), encode_made(self._all_that_is_known()))
        if self._key is not None and self._templates is not None:
            with suppress(OSError):
                data = encode_templates(self._templates.used, self._key, self._task.made_from)
                replace_file(PurePath(self._task.templates), data)

    def _all_that_is_known(self) -> dict[str, Holds]:
        """What files of the site hold, but for what was written last, where two were for one place."""
        files = {file.src_uri: file.dest_uri for file in self._files.documentation_pages()}
        pages = {files[path]: Holds(one.made, one.marks) for path, one in self._now.items() if one.made}
        return self._holds | {place: one for place, one in pages.items() if place in self._alone}


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()


def _no() -> bool:
    """Whether a file is modified that is not."""
    return False


def _nothing(_: Page) -> None:
    """What the index of the theme has of a page that is searched in another."""
