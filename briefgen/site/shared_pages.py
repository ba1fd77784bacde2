"""Pages read, and made, by several copies of MkDocs, each a part of them: see `briefgen.processes`.

What a page is depends on its own text, the files, the navigation and the settings alone, where nothing but
what is known has a part in it; so copies that know these make what one process would. Of each page comes
back what others need of it, and what was said of it: that is said again when it is the turn of the page. A
page that could not be read or made is so once more at its turn, and then ends the build as it would have.
"""

import gc
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from briefgen.each import Each
from briefgen.site.heard import Said, hearing, say_again
from briefgen.site.made import Holds
from briefgen.site.page_aside import lay_aside, lay_aside_again, packed_texts

_READ = ("meta", "_title_from_render", "present_anchor_ids")
"""What reading a page makes of it, but for its texts, and its links, which name files."""

_LINKS = "links_to_anchors"


@dataclass(frozen=True, slots=True)
class WasRead:
    """Of a page that was read: what it asked of the other files, and whether it includes what others say."""

    asked: dict[str, str | None]
    includes: bool


class Observer(Protocol):
    """Who notes what becomes of each page, in a copy, and is told of it by that."""

    def of_read(self, page: Page) -> WasRead:
        """What is to be known of a page that was read."""

    def note_read(self, path: str, read: WasRead) -> None:
        """A page was read elsewhere; what is said next is said of it."""

    def of_made(self, path: str) -> tuple[Holds, dict[str, bytes]]:
        """What a page holds, and the templates that were compiled since this was last asked."""

    def note_made(self, path: str, made: Holds, templates: Mapping[str, bytes]) -> None:
        """A page was made elsewhere; what is said next is said of it."""

    def note_end(self) -> None:
        """What is said next is said of no page."""


@dataclass(frozen=True, slots=True)
class _Read:
    state: Mapping[str, object]
    texts: bytes
    links: Mapping[str, dict[str, str]] | None
    noted: WasRead
    heard: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class _Made:
    made: Holds
    templates: dict[str, bytes]
    heard: tuple[Said, ...]


class SharedPages:
    """MkDocs' own two steps, `read` and `make`, of each page, done for all of them at the first one."""

    def __init__(
        self, read: Callable[..., None], make: Callable[..., None], observer: Observer, each: Each
    ) -> None:
        self._read = read
        self._make = make
        self._observer = observer
        self._each = each
        self._were_read: dict[str, _Read] | None = None
        self._were_made: dict[str, _Made] | None = None

    def read(self, page: Page, config: MkDocsConfig, files: Files, dirty: bool = False) -> None:
        """Read a page, as MkDocs does."""
        path = page.file.src_uri
        if self._were_read is None:
            self._were_read = self._all(
                files.documentation_pages(), lambda file: self._read_apart(file, config, files)
            )
        found = self._were_read.pop(path, None)
        if found is None:
            self._read(page, config, files, dirty)
            return
        self._observer.note_read(path, found.noted)
        vars(page).update(found.state)
        lay_aside(page, found.texts)
        if found.links is not None:
            vars(page)[_LINKS] = {files.src_uris[target]: to for target, to in found.links.items()}
        say_again(found.heard)

    def make(self, page: Page, config: MkDocsConfig, files: Iterable[File], *rest: Any, **more: Any) -> None:
        """Make a page, as MkDocs does."""
        path = page.file.src_uri
        if self._were_made is None:
            self._make(page, config, files, *rest, **more)  # and its templates are there for all others
            others = [file for file in files if file.src_uri != path]
            self._were_made = self._all(
                others, lambda file: self._make_apart(file, config, files, *rest, **more)
            )
            return
        found = self._were_made.pop(path, None)
        if found is None:
            self._make(page, config, files, *rest, **more)
            return
        self._observer.note_made(path, found.made, found.templates)
        say_again(found.heard)
        self._observer.note_end()

    def _all(self, files: Iterable[File], do: Callable[[File], Any]) -> dict[str, Any]:
        """What was made of each page that is not there already, by its path."""
        new = [file for file in files if file.is_modified()]
        gc.freeze()  # what is there now is looked through for circles in no copy
        results = zip(new, self._each(do, new), strict=True)
        gc.unfreeze()
        return {file.src_uri: result for file, result in results if result is not None}

    def _read_apart(self, file: File, config: MkDocsConfig, files: Files) -> _Read | None:
        page = file.page or Page(None, file, config)
        with hearing() as heard:
            try:
                self._read(page, config, files)
            except Exception:  # noqa: BLE001, it is met again at its turn
                return None
        links = page.links_to_anchors
        read = _Read(
            {name: vars(page)[name] for name in _READ if name in vars(page)},
            packed_texts(page),
            None if links is None else {target.src_uri: to for target, to in links.items()},
            self._observer.of_read(page),
            tuple(heard),
        )
        page.markdown = page.content = None  # a copy need not hold all that it has read
        page.toc = TableOfContents([])
        return read

    def _make_apart(
        self, file: File, config: MkDocsConfig, files: Iterable[File], *rest: Any, **more: Any
    ) -> _Made | None:
        assert file.page is not None
        with hearing() as heard:
            try:
                self._make(file.page, config, files, *rest, **more)
            except Exception:  # noqa: BLE001, as above
                return None
        lay_aside_again(file.page)
        made, templates = self._observer.of_made(file.src_uri)
        return _Made(made, templates, tuple(heard))
