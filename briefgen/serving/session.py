"""What a server shows: compiled and built anew when told to, with the last good page of what is broken."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from briefgen.cache.kept_results import KeptResults
from briefgen.diagnostics import Diagnostic, Severity, Told
from briefgen.disk.writing import own_place
from briefgen.each import one_by_one
from briefgen.failure import CannotRunError
from briefgen.model.asked import Asked
from briefgen.model.compilation import Compilation
from briefgen.model.layout import project
from briefgen.model.layout.pages import ENDING, feed_languages
from briefgen.pipeline import compile_briefs
from briefgen.remembered import Memory
from briefgen.serving.builder import Content, SiteBuilder, Source
from briefgen.site.build import check_settings
from briefgen.terminal.outcome import in_order
from briefgen.write import draw_cards, write_theme

_BRIEFS_FOLDER = "briefs/"


@dataclass(frozen=True, slots=True)
class View:
    """The site as it is now: its pages by their places, each with a hash of what it is.

    `findings` are those of a page by its path in ``docs/``, `elsewhere` all others. `kept` are the pages that
    are as they were before an error. `why` says why nothing could be made, and is empty otherwise.
    """

    pages: Mapping[str, str] = field(default_factory=dict)
    findings: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    elsewhere: tuple[Diagnostic, ...] = ()
    kept: frozenset[str] = frozenset()
    why: str = ""


class Session:
    """A project that is looked at while it is written. `folder` is where its site lies, and `today` says
    which day it is, where days to come are to be told."""

    def __init__(
        self, root: PurePath, *, drafts: bool = False, today: Callable[[], str] | None = None
    ) -> None:
        self._root = root
        self._today = today
        self._asked = Asked(drafts)
        self._kept = KeptResults(root, project.KEPT_BRIEFS, remembers=True)
        self._memory = Memory()
        self.folder = own_place(root, project.SERVED)
        self._builder = SiteBuilder(root, self.folder)
        self._generated: dict[str, Content] = {}
        self._cited: Mapping[str, str] = {}
        self._answers: Mapping[str, str] = {}
        self.view = View()

    def refresh(self) -> View:
        """Compile and build what the files say now; what cannot be is told, and is as it was before."""
        try:
            with self._memory.at_work():
                self.view = self._made()
        except (CannotRunError, OSError) as error:
            self.view = View(
                self.view.pages, self.view.findings, self.view.elsewhere, self.view.kept, str(error)
            )
        return self.view

    def _made(self) -> View:
        check_settings(self._root)
        each = self._kept.each(one_by_one)
        today = self._today() if self._today else ""
        told = compile_briefs(
            self._root,
            self._asked,
            each=each,
            answers=self._answers,
            summaries=self._kept.summary,
            today=today,
        )
        self._kept.keep()
        compilation = told.value
        self._answers = compilation.answers
        has_cards, lists = not compilation.misses_cards, compilation.lists
        feeds = feed_languages(page.path for page in compilation.pages)
        theme = write_theme(self._root, has_cards=has_cards, lists=lists, feeds=feeds)
        made: dict[str, Content] = {page.path: page.text for page in compilation.pages}
        made |= draw_cards(self._root, compilation.cards)
        before = self._generated
        kept = {path: before[path] for path in _to_keep(compilation, before) if path not in made}
        self._generated = made | kept
        including = frozenset(path.removeprefix(project.in_docs("")) for path in compilation.including)
        cited = {**_to_keep_citing(told, self._cited), **compilation.cited}
        self._cited = cited
        by_hand = {
            path: (lists if path in including else (), cited.get(path, "")) for path in compilation.by_hand
        }
        source = Source(self._generated, by_hand, compilation.newest, cited)
        new = {*theme.changed, *theme.removed} - {project.LISTS}
        self._builder.build(source, has_new_theme=bool(new))
        findings, elsewhere = _by_page(told.findings, compilation.briefs)
        as_before = kept.keys() | (cited.keys() - compilation.cited.keys())
        return View(self._builder.pages, findings, elsewhere, frozenset(as_before))


def _to_keep(compilation: Compilation, before: Mapping[str, Content]) -> set[str]:
    """The last good pages of broken briefs and, as long as there are any, what those may lead to."""
    missing = set(compilation.missing)
    if not missing:
        return set()
    return {path for path in before if path in missing or not path.startswith(_BRIEFS_FOLDER)}


def _to_keep_citing(told: Told[Compilation], before: Mapping[str, str]) -> dict[str, str]:
    """The last good texts of pages by hand that have an error."""
    wrong = {one.span.path for one in told.findings if one.severity is Severity.ERROR}
    return {path: text for path, text in before.items() if project.in_docs(path) in wrong}


def _by_page(
    findings: tuple[Diagnostic, ...], briefs: Mapping[str, str]
) -> tuple[dict[str, tuple[Diagnostic, ...]], tuple[Diagnostic, ...]]:
    pages: dict[str, tuple[Diagnostic, ...]] = {}
    elsewhere: list[Diagnostic] = []
    for finding in in_order(findings):
        path = finding.span.path
        page = briefs.get(path) or (path.removeprefix(project.in_docs("")) if path.endswith(ENDING) else "")
        if page and page != path:
            pages[page] = (*pages.get(page, ()), finding)
        else:
            elsewhere.append(finding)
    return pages, tuple(elsewhere)
