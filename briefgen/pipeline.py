"""The stages in their order; reads like a table of contents."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePath
from typing import TypeVar

from briefgen.cache.kept_run import KeptRun
from briefgen.cache.store import Loaded
from briefgen.coverage import (
    BriefCoverage,
    Excerpts,
    WorkUse,
    check_coverage,
    count_quotations,
    dates_to_come,
    measure_briefs,
    measure_excerpts,
    measure_works,
)
from briefgen.decode.lock import encode_lock
from briefgen.decode.published import encode_published
from briefgen.diagnostics import Diagnostic, Told, as_written
from briefgen.each import Each, one_by_one
from briefgen.exceptions import settled
from briefgen.load import load_card_parts, load_files
from briefgen.model.asked import Asked
from briefgen.model.brief import Brief, ContextFile, Status
from briefgen.model.capture import Captures
from briefgen.model.card import Card, CardKit
from briefgen.model.compilation import Compilation
from briefgen.model.counts import Counts, LockState
from briefgen.model.layout.pages import brief_path, gives_way
from briefgen.model.page import Page
from briefgen.model.project import ProjectFiles
from briefgen.model.workspace import Corpus, StaleQuotation, VerifiedCorpus, Workspace
from briefgen.parse import make_card_kit, parse_workspace
from briefgen.render import (
    check_links,
    cited_pages,
    draft_pages,
    has_generated_pages,
    missing_pages,
    render_cards,
    render_lists,
    render_pictures,
    render_site,
)
from briefgen.resolve import resolve_citations
from briefgen.styling import style_references
from briefgen.summed import Summaries
from briefgen.verify import verify_quotations
from briefgen.verify.faulty import without_faulty
from briefgen.verify.lock import accept, lock_state, make_lock, outdated
from briefgen.verify.published import make_published, outdated_published
from briefgen.write import can_draw_cards, find_conflicts

Value = TypeVar("Value")


class Run:
    """The stages up to the verified corpus, each run when its value is first asked for.

    With `anew` the lock spares no look-up; what is `loaded` is not loaded again; `here` does what takes less
    time than to send it. `findings` are those of the stages that have run; what stands in a draft stops
    nothing, unless all of them are asked about, or its file. Each value raises ProjectError when `root` is no
    project.
    """

    def __init__(
        self,
        root: PurePath,
        asked: Asked | None = None,
        loaded: Loaded | None = None,
        each: Each = one_by_one,
        summaries: Summaries | None = None,
        *,
        here: Each | None = None,
        anew: bool = False,
    ) -> None:
        self._root = root
        self._asked = asked or Asked()
        self._loaded = loaded
        self._each = each
        self._here = here or each
        self._summaries = summaries
        self._anew = anew
        self.findings: list[Diagnostic] = []

    @cached_property
    def files(self) -> ProjectFiles:
        """What lies in the project."""
        return self.take(self._loaded.files if self._loaded else load_files(self._root))

    @cached_property
    def workspace(self) -> Workspace:
        """What the files say."""
        return self.take(parse_workspace(self.files, self._each))

    @cached_property
    def corpus(self) -> Corpus:
        """What they say, with everything they name."""
        return self.take(resolve_citations(self.workspace, self._here, keeps=self._summaries is not None))

    @cached_property
    def verified(self) -> VerifiedCorpus:
        """The same, with every quotation looked up."""
        return self.take(verify_quotations(self.corpus, self._each, self._summaries, anew=self._anew))

    @cached_property
    def card_kit(self) -> CardKit | None:
        """What social cards are drawn with."""
        settings = self.workspace.settings
        parts = self._loaded.card_parts if self._loaded else load_card_parts(self._root, settings)
        return self.take(make_card_kit(self.take(parts), settings))

    def take(self, told: Told[Value]) -> Value:
        """The value of a step, whose findings are kept."""
        self.findings += told.findings
        return told.value

    def told(self, value: Value) -> Told[Value]:
        """A value with all findings so far."""
        every = () if self._asked.drafts else (*self.workspace.briefs, *self.workspace.pages)
        held = {one.file.path for one in every if one.front.status is Status.DRAFT} - self._asked.files
        texts: list[Brief | ContextFile] = [*self.workspace.briefs, *self.workspace.contexts]
        findings = as_written(self.findings, self.files.citing)
        weighed = settled(findings, self.workspace.settings.findings, texts)
        return Told(
            value, tuple(replace(one, of_draft=True) if one.span.path in held else one for one in weighed)
        )


def compile_briefs(
    root: PurePath,
    asked: Asked | None = None,
    loaded: Loaded | None = None,
    each: Each = one_by_one,
    answers: Mapping[str, str] | None = None,
    summaries: Summaries | None = None,
    *,
    here: Each | None = None,
    today: str = "",
    see: Callable[[VerifiedCorpus], None] | None = None,
    only_findings: bool = False,
) -> Told[Compilation]:
    """Compile everything below `root`, which may be `loaded` already, and `each` brief; nothing is written.

    With an error among the findings, other than in a draft, the pages are not fit to be published. Drafts
    have pages if they are asked about. `answers` and `summaries` are those of an earlier run; `today` is a
    day, if days to come are to be told. `see` is given what is verified, `here` is a Run's. With
    `only_findings` texts are written when they are asked for. Raises ProjectError.
    """
    asked = asked or Asked()
    run = Run(root, asked, loaded, each, summaries, here=here)
    verified = run.verified
    if see:
        see(verified)
    run.findings += (*check_coverage(verified), *dates_to_come(run.workspace, today))
    whole, kit = without_faulty(verified, run.findings), run.card_kit
    styled = run.take(style_references(whole, run.files.style, answers or {}))
    whole, draws = replace(whole, styled=styled.styled), can_draw_cards()
    pages: tuple[Page, ...] = ()
    cards: tuple[Card, ...] = ()
    if has_generated_pages(whole):
        site = render_site(
            whole,
            kit if draws else None,
            pictures=draws,
            drafts=asked.drafts,
            each=each,
            here=here or one_by_one,
            later=only_findings,
        )
        by_hand = frozenset(run.files.written)
        pages = tuple(page for page in run.take(site) if not gives_way(page.path, by_hand))
        drawn = run.take(render_cards(whole, kit, later=only_findings))
        cards = (*drawn, *render_pictures(whole, drafts=asked.drafts))
    missing = missing_pages(pages, verified, drafts=asked.drafts)
    run.findings += find_conflicts((*pages, *cards, *missing), run.files.written)
    unpublished = () if asked.drafts else draft_pages(whole)
    run.findings += check_links(verified, (*pages, *unpublished), run.files.written, run.files.passed_over)
    newest, counts, lock = verified.newest, count_quotations(verified, asked.files), lock_state(verified)
    return run.told(
        Compilation(
            pages,
            cards if draws else (),
            newest,
            counts,
            lock,
            bool(cards) and not draws,
            tuple(page.path for page in missing),
            run.files.written,
            {one.resolved.brief.file.path: brief_path(one.slug) for one in verified.briefs if one.slug},
            styled.kept,
            render_lists(whole, drafts=asked.drafts),
            tuple(file.path for file in run.files.including),
            cited_pages(whole, run.files.citing, each),
        )
    )


def kept_of(told: Told[Compilation], generated: Mapping[str, str] | None = None) -> KeptRun:
    """What is kept of a compilation; `generated` are the files that were written of it."""
    made = told.value
    shown = made.lists, made.cited
    return KeptRun(told.findings, made.counts, made.lock, made.newest, made.misses_cards, generated, *shown)


@dataclass(frozen=True, slots=True)
class Locking:
    """The texts of the next locks, how the last one agreed with the briefs, and how all quotations fared."""

    text: str
    published: str
    state: LockState
    counts: Counts


def lock_quotations(root: PurePath, date: str, *, renew: bool = False, check: bool = False) -> Told[Locking]:
    """Look up everything anew, and say what the lock is to be; nothing is written.

    `date` is the day of the author's run. With an error among the findings nothing may be locked. With
    `check` a lock that would be written anew is told. Raises as `compile_briefs`.
    """
    run = Run(root, anew=True)
    verified = run.verified
    published = make_published(verified.corpus)
    if check:
        run.findings += (*outdated(verified), *outdated_published(run.workspace.published, published))
    text = encode_lock(make_lock(verified, date, renew=renew))
    locking = Locking(text, encode_published(published), lock_state(verified), count_quotations(verified))
    return run.told(locking)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the briefs say and cite, in numbers."""

    briefs: tuple[BriefCoverage, ...]
    excerpts: tuple[Excerpts, ...]


def measure_coverage(root: PurePath) -> Told[Coverage]:
    """Count what `briefgen coverage` tells. Raises as `compile_briefs`."""
    run = Run(root)
    verified = run.verified
    run.findings += check_coverage(verified)
    return run.told(Coverage(measure_briefs(verified), measure_excerpts(verified)))


def list_works(root: PurePath) -> Told[tuple[WorkUse, ...]]:
    """What the briefs make of each work. Raises as `compile_briefs`."""
    run = Run(root)
    return run.told(measure_works(run.verified))


@dataclass(frozen=True, slots=True)
class Reverification:
    """Stale quotations looked up in their new captures, which are among `captures`.

    `text` is the lock with those accepted that were found again, empty where there is no lock.
    """

    stale: tuple[StaleQuotation, ...]
    captures: Captures
    text: str
    counts: Counts
    lock: LockState


def reverify_quotations(root: PurePath, date: str) -> Told[Reverification]:
    """Look stale quotations up in their new captures; nothing is written. Raises as `compile_briefs`."""
    run = Run(root)
    verified = run.verified
    lock = verified.lock
    text = encode_lock(accept(lock, verified.stale, verified.captures, date)) if lock else ""
    return run.told(
        Reverification(
            verified.stale, verified.captures, text, count_quotations(verified), lock_state(verified)
        )
    )


_VALUES: Mapping[str, Callable[[Run], object]] = {
    "load": lambda run: run.files,
    "parse": lambda run: run.workspace,
    "resolve": lambda run: run.corpus,
    "verify": lambda run: run.verified,
    "render": lambda run: run.take(render_site(without_faulty(run.verified, run.findings), run.card_kit)),
}
STAGES = tuple(_VALUES)
"""What `briefgen show --after` can stop at."""


def run_until(stage: str, root: PurePath) -> Told[object]:
    """The value after one of the STAGES, for people who debug and for tests. Raises as `compile_briefs`."""
    run = Run(root)
    return run.told(_VALUES[stage](run))
