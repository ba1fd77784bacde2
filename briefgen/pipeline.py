"""The stages in their order; reads like a table of contents."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefgen.coverage import (
    BriefCoverage,
    Counts,
    Excerpts,
    check_coverage,
    count_quotations,
    measure_briefs,
    measure_excerpts,
)
from briefgen.decode import encode_lock
from briefgen.diagnostics import Diagnostic, Report, Severity
from briefgen.load import load_files
from briefgen.markdown.walk import walk_blocks
from briefgen.model.brief import Status
from briefgen.model.card import Card
from briefgen.model.page import Page
from briefgen.model.workspace import StaleQuotation, VerifiedBrief, VerifiedCorpus
from briefgen.parse import parse_workspace
from briefgen.render import check_links, draft_pages, render_cards, render_site
from briefgen.resolve import resolve_citations
from briefgen.verify import verify_quotations
from briefgen.verify.lock import LockState, accept, lock_state, make_lock, report_outdated
from briefgen.write import can_draw_cards, find_conflicts

STAGES = ("load", "parse", "resolve", "verify", "render")
"""What `briefgen show --after` can stop at."""


@dataclass(frozen=True, slots=True)
class Compilation:
    """What a site is built from: its generated pages, the pictures to be drawn, and the newest day any of its
    briefs names.

    `counts` says how all quotations fared, and `lock` how the lock agrees with what was found. With
    `misses_cards` there would be pictures if what draws them were installed.
    """

    pages: tuple[Page, ...]
    cards: tuple[Card, ...]
    newest: str
    counts: Counts
    lock: LockState
    misses_cards: bool = False


def compile_briefs(root: Path, report: Report) -> Compilation:
    """Compile everything below `root`; nothing is written.

    Findings go to `report`; with an error among them the pages are not fit to be published. Raises
    ProjectError when `root` is no project.
    """
    faulty: set[str] = set()
    report = _noting(faulty, report)
    files = load_files(root, report)
    workspace = parse_workspace(files, report)
    corpus = resolve_citations(workspace, report)
    verified = verify_quotations(corpus, report)
    check_coverage(verified, report)
    whole = _without_faulty(verified, faulty)
    draws = can_draw_cards()
    pages = render_site(whole if draws else replace(whole, card_kit=None), report)
    cards = render_cards(whole, report)
    find_conflicts((*pages, *cards, *_missing(pages, verified)), files.written, report)
    check_links(verified, (*pages, *draft_pages(whole)), files.written, report)
    newest, counts, lock = _newest(verified), count_quotations(verified), lock_state(verified)
    return Compilation(pages, cards if draws else (), newest, counts, lock, bool(cards) and not draws)


@dataclass(frozen=True, slots=True)
class Locking:
    """The text of the next lock, how the last one agreed with the briefs, and how all quotations fared."""

    text: str
    state: LockState
    counts: Counts


def lock_quotations(
    root: Path, date: str, report: Report, *, renew: bool = False, check: bool = False
) -> Locking:
    """Look up everything anew, and say what the lock is to be; nothing is written.

    `date` is the day of the author's run. With an error among the findings nothing may be locked. With
    `check` a lock that would be written anew is reported. Raises as `compile_briefs`.
    """
    files = load_files(root, report)
    corpus = resolve_citations(parse_workspace(files, report), report)
    verified = verify_quotations(corpus, report, anew=True)
    if check:
        report_outdated(verified, report)
    text = encode_lock(make_lock(verified, date, renew=renew))
    return Locking(text, lock_state(verified), count_quotations(verified))


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the briefs say and cite, in numbers."""

    briefs: tuple[BriefCoverage, ...]
    excerpts: tuple[Excerpts, ...]


def measure_coverage(root: Path, report: Report) -> Coverage:
    """Count what `briefgen coverage` tells. Raises as `compile_briefs`."""
    files = load_files(root, report)
    corpus = resolve_citations(parse_workspace(files, report), report)
    verified = verify_quotations(corpus, report)
    check_coverage(verified, report)
    return Coverage(measure_briefs(verified), measure_excerpts(verified))


@dataclass(frozen=True, slots=True)
class Reverification:
    """Stale quotations looked up in their new captures.

    `text` is the lock with those accepted that were found again, empty where there is no lock.
    """

    stale: tuple[StaleQuotation, ...]
    text: str
    counts: Counts
    lock: LockState


def reverify_quotations(root: Path, date: str, report: Report) -> Reverification:
    """Look stale quotations up in their new captures; nothing is written. Raises as `compile_briefs`."""
    files = load_files(root, report)
    corpus = resolve_citations(parse_workspace(files, report), report)
    verified = verify_quotations(corpus, report)
    text = encode_lock(accept(verified.lock, verified.stale, date)) if verified.lock else ""
    return Reverification(verified.stale, text, count_quotations(verified), lock_state(verified))


def run_until(stage: str, root: Path, report: Report) -> object:
    """The value after one of the STAGES, for people who debug and for tests. Raises as `compile_briefs`."""
    faulty: set[str] = set()
    report = _noting(faulty, report)
    stages: tuple[Callable[[Any], object], ...] = (
        lambda folder: load_files(folder, report),
        lambda files: parse_workspace(files, report),
        lambda workspace: resolve_citations(workspace, report),
        lambda corpus: verify_quotations(corpus, report),
        lambda verified: render_site(_without_faulty(verified, faulty), report),
    )
    value: object = root
    for name, step in zip(STAGES, stages, strict=True):
        value = step(value)
        if name == stage:
            break
    return value


def _noting(faulty: set[str], report: Report) -> Report:
    """Passes findings on, and notes the paths of the files that have an error."""

    def note(finding: Diagnostic) -> None:
        if finding.severity is Severity.ERROR:
            faulty.add(finding.span.path)
        report(finding)

    return note


def _without_faulty(corpus: VerifiedCorpus, faulty: set[str]) -> VerifiedCorpus:
    """The corpus without the briefs that have an error: a brief is rendered only when it is whole."""
    return replace(corpus, briefs=tuple(brief for brief in corpus.briefs if not _is_faulty(brief, faulty)))


def _missing(pages: tuple[Page, ...], corpus: VerifiedCorpus) -> tuple[Page, ...]:
    """Empty pages in the places of faulty briefs, so that what is in their way is told at once too."""
    slugs = {brief.slug for brief in corpus.briefs if brief.slug and brief.front.status is not Status.DRAFT}
    missing = {f"briefs/{slug}.md" for slug in slugs} - {page.path for page in pages}
    return tuple(Page(path, "") for path in sorted(missing))


def _is_faulty(brief: VerifiedBrief, faulty: set[str]) -> bool:
    """Whether an error was found in a brief's file or in that of a context box it includes."""
    files = {block.span.path for block in walk_blocks(brief.resolved.blocks)}
    return not faulty.isdisjoint({brief.resolved.brief.file.path, *files})


def _newest(corpus: VerifiedCorpus) -> str:
    """The newest day, ISO 8601, on which a brief was published, changed or verified; empty without briefs."""
    days = [brief.front.updated or brief.front.date for brief in corpus.briefs]
    days += [erratum.date for brief in corpus.briefs for erratum in brief.front.errata]
    days += [brief.last_verified for brief in corpus.briefs]
    return max(days, default="")
