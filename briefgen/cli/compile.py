"""`briefgen compile`, which is the first half of `briefgen build`."""

from typing import TYPE_CHECKING

from briefgen.cli._arguments import CompilingOptions, add_compiling_arguments, day_of_run
from briefgen.cli._workers import working
from briefgen.model.layout import project
from briefgen.model.layout.pages import feed_languages
from briefgen.terminal.counts import closing_line
from briefgen.terminal.formats import show_findings
from briefgen.terminal.outcome import exit_code, has_error
from briefgen.terminal.progress import doing
from briefgen.terminal.speak import say

if TYPE_CHECKING:
    from briefgen.cache.kept_run import KeptRun
    from briefgen.cache.store import Loaded
    from briefgen.write import Written

PLACE = 10
SUMMARY = "check the briefs and write them to docs/"

add_arguments = add_compiling_arguments


def run(options: CompilingOptions) -> int:
    """Write the pages if there is no error. Raises ProjectError, OSError."""
    done = compile_and_write(options)
    say(options.format, closing_line(done.counts, done.lock))
    return exit_code(done.findings, strict=options.strict)


def compile_and_write(options: CompilingOptions, *, drafts: bool = False) -> "KeptRun":
    """Compile, show the findings, and write the pages if there is no error. Raises ProjectError, OSError."""
    from briefgen.cache.store import find_run, keep_run, load_project
    from briefgen.model.asked import Asked
    from briefgen.write import NO_CARDS, find_written, write_cited, write_theme

    root = options.root
    with doing("reading the project"):
        loaded = load_project(root, Asked(drafts))
    done = find_run(root, loaded) if options.cache else None
    written = None
    if done is not None and done.generated is not None:
        written = find_written(root, done.generated)
    if done is not None and written is not None:
        feeds = feed_languages(done.generated or ())
        write_theme(root, has_cards=not done.misses_cards, lists=done.lists, feeds=feeds)
        write_cited(root, done.cited)
    else:
        done, written = _compiled(options, loaded)
        if options.cache:
            keep_run(root, loaded, done)
    show_findings(options.format, done.findings, done.counts, done.lock)
    say(options.format, _words_for(written) if written else "nothing was written\n")
    if written and done.misses_cards:
        say(options.format, NO_CARDS)
    return done


def _compiled(options: CompilingOptions, loaded: "Loaded") -> "tuple[KeptRun, Written | None]":
    """Compile and write. Raises ProjectError, OSError."""
    from briefgen.cache.answers import find_answers, keep_answers
    from briefgen.cache.kept_results import KeptResults
    from briefgen.each import one_by_one
    from briefgen.pipeline import compile_briefs, kept_of
    from briefgen.write import draw_cards, hashes_for, write_cited, write_pages, write_theme

    root = options.root
    kept = KeptResults(root, project.KEPT_BRIEFS) if options.cache else None
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
            return kept_of(told), None
        made = told.value
        feeds = feed_languages(page.path for page in made.pages)
        write_theme(root, has_cards=not made.misses_cards, lists=made.lists, feeds=feeds)
        write_cited(root, made.cited)
        if kept:
            keep_answers(root, made.answers)
            kept.keep()
        with doing("drawing the cards"):
            pictures = draw_cards(root, made.cards, each)
    with doing("writing the pages"):
        written = write_pages(root, made.pages, pictures)
    return kept_of(told, hashes_for(made.pages, pictures)), written


def _words_for(written: "Written") -> str:
    return (
        f"docs/: {len(written.changed)} written, {len(written.removed)} removed, "
        f"{len(written.unchanged)} unchanged\n"
    )
