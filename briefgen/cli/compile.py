"""`briefgen compile`, which is the first half of `briefgen build`."""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefgen.cli._arguments import CompilingOptions, add_compiling_arguments, day_of_run
from briefgen.cli._workers import working
from briefgen.model.layout import project
from briefgen.model.layout.pages import feed_languages
from briefgen.processes import apart
from briefgen.terminal.counts import closing_line
from briefgen.terminal.formats import show_findings
from briefgen.terminal.outcome import exit_code, has_error
from briefgen.terminal.progress import doing
from briefgen.terminal.speak import say

if TYPE_CHECKING:
    from briefgen.cache.kept_results import KeptResults
    from briefgen.cache.kept_run import KeptRun
    from briefgen.cache.store import Loaded
    from briefgen.disk.hashes import Status
    from briefgen.model.card import Card
    from briefgen.processes import Ahead
    from briefgen.site.coming import Coming
    from briefgen.write import Written

PLACE = 10
SUMMARY = "check the briefs and write them to docs/"

add_arguments = add_compiling_arguments


def run(options: CompilingOptions) -> int:
    """Write the pages if there is no error. Raises ProjectError, OSError."""
    from briefgen.cache.looks import find_looks
    from briefgen.disk.hashes import looked_at_once

    before = find_looks(options.root) if options.cache else None
    with looked_at_once(before), ExitStack() as keeping:
        done, _ = compile_and_write(options, keeping)
    say(options.format, closing_line(done.counts, done.lock))
    return exit_code(done.findings, strict=options.strict)


def compile_and_write(
    options: CompilingOptions, keeping: ExitStack, *, drafts: bool = False, waits: bool = False
) -> "tuple[KeptRun, Coming]":
    """Compile, show the findings, and write the pages if there is no error. Raises ProjectError, OSError.

    What is made of briefs is still being kept, until `keeping` is closed. Whoever `waits` for them may be
    given cards that are still to come.
    """
    from briefgen.cache.store import find_run, keep_run, load_project
    from briefgen.model.asked import Asked
    from briefgen.site.coming import NOTHING
    from briefgen.write import NO_CARDS, find_written, write_cited, write_theme

    root = options.root
    with doing("reading the project"):
        loaded = load_project(root, Asked(drafts))
    done = find_run(root, loaded) if options.cache else None
    written, coming = None, NOTHING
    if done is not None and done.generated is not None:
        written = find_written(root, done.generated)
    if done is not None and written is not None:
        feeds = feed_languages(done.generated or ())
        write_theme(root, has_cards=not done.misses_cards, lists=done.lists, feeds=feeds)
        write_cited(root, done.cited)
    else:
        done, written, coming = _compiled(options, loaded, keeping, waits=waits)
        if options.cache and not coming.paths:
            keep_run(root, loaded, done)
    show_findings(options.format, done.findings, done.counts, done.lock)
    say(options.format, _words_for(written) if written else "nothing was written\n")
    if written and done.misses_cards:
        say(options.format, NO_CARDS)
    return done, coming


def _compiled(
    options: CompilingOptions, loaded: "Loaded", keeping: ExitStack, *, waits: bool
) -> "tuple[KeptRun, Written | None, Coming]":
    """Compile and write: a large project in a copy of this process. Raises ProjectError, OSError."""
    from briefgen.cache.kept_results import KeptResults
    from briefgen.disk.hashes import note_seen
    from briefgen.site.coming import NOTHING
    from briefgen.write import draw_ahead

    root = options.root
    kept = KeptResults(root, project.KEPT_BRIEFS) if options.cache else None
    jobs = 1 if options.scheduler else options.jobs  # who speaks to a cluster has threads: it is not copied
    with ExitStack() as failing:
        drawing = draw_ahead(root, jobs if waits else 1)
        failing.callback(drawing.stop)
        left = ExitStack()
        step = apart(
            jobs,
            len(loaded.files.value.briefs),
            lambda: _made(options, loaded, kept, drawing, left),
            left.close,
        )
        failing.callback(step.stop)
        made = step.result()
        note_seen(made.seen)
        keeping.callback(step.wait)
        failing.pop_all()
    if made.cards:
        drawing.begun(made.cards)
        return made.run, made.written, _to_come(options, loaded, made, drawing)
    drawing.stop()
    return made.run, made.written, NOTHING


@dataclass(frozen=True, slots=True)
class _Made:
    """What became of a compilation: its outcome, what was written of it, the cards that are still being
    drawn, the hashes of all else, and what was seen of files."""

    run: "KeptRun"
    written: "Written | None"
    cards: "tuple[Card, ...]" = ()
    hashes: Mapping[str, str] = field(default_factory=dict)
    seen: "Mapping[Status, str]" = field(default_factory=dict)


def _made(
    options: CompilingOptions,
    loaded: "Loaded",
    kept: "KeptResults | None",
    drawing: "Ahead[Card]",
    left: ExitStack,
) -> _Made:
    """Compile and write; what may be done later is `left`. Raises ProjectError, OSError."""
    from briefgen.cache.answers import find_answers, keep_answers
    from briefgen.disk.hashes import seen_now
    from briefgen.each import one_by_one
    from briefgen.pipeline import compile_briefs, kept_of
    from briefgen.write import are_absent, draw_cards, hashes_for, write_cited, write_pages, write_theme

    root = options.root
    answers = find_answers(root) if options.cache else None
    with working(options) as each:
        with doing("compiling the briefs"):
            told = compile_briefs(
                root,
                loaded.asked,
                loaded,
                kept.each(each) if kept else each,
                answers,
                kept.summary if kept else None,
                here=kept.each(one_by_one) if kept else one_by_one,
                today=day_of_run(),
            )
        if has_error(told.findings):
            return _Made(kept_of(told), None)
        made = told.value
        feeds = feed_languages(page.path for page in made.pages)
        write_theme(root, has_cards=not made.misses_cards, lists=made.lists, feeds=feeds)
        write_cited(root, made.cited)
        if kept:
            keep_answers(root, made.answers)
            left.callback(kept.keep)
        pictures: Mapping[str, bytes] = {}
        are_to_come = are_absent(root, [card.path for card in made.cards]) and drawing.begin(made.cards)
        if not are_to_come:
            with doing("drawing the cards"):
                pictures = draw_cards(root, made.cards, each)
        with doing("writing the pages"):
            hashes = hashes_for(made.pages, pictures)
            written = write_pages(root, made.pages, pictures, hashes)
    if are_to_come:
        coming = replace(written, changed=(*written.changed, *(card.path for card in made.cards)))
        return _Made(kept_of(told), coming, made.cards, hashes, seen_now())
    return _Made(kept_of(told, hashes), written, seen=seen_now())


def _to_come(options: CompilingOptions, loaded: "Loaded", made: _Made, drawing: "Ahead[Card]") -> "Coming":
    """The cards of a project that had none yet."""
    from briefgen.cache.store import keep_run
    from briefgen.site.coming import Coming
    from briefgen.write import add_pictures, draw_cards, hashes_for

    root, cards, done, hashes = options.root, made.cards, made.run, made.hashes

    def make() -> Mapping[str, bytes]:
        with doing("drawing the cards"):
            drawing.finish()
            pictures = draw_cards(root, cards)
        add_pictures(root, pictures)
        if options.cache:
            keep_run(root, loaded, replace(done, generated={**hashes, **hashes_for((), pictures)}))
        return pictures

    return Coming(tuple(card.path for card in cards), make, drawing.stop)


def _words_for(written: "Written") -> str:
    return (
        f"docs/: {len(written.changed)} written, {len(written.removed)} removed, "
        f"{len(written.unchanged)} unchanged\n"
    )
