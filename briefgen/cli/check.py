"""`briefgen check`."""

import argparse
import unicodedata
from collections.abc import Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING

from briefgen.cli._arguments import CompilingOptions, add_compiling_arguments, add_drafts, day_of_run
from briefgen.cli._workers import working
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.failure import CannotRunError
from briefgen.model.layout import project
from briefgen.terminal.counts import closing_line
from briefgen.terminal.formats import show_findings
from briefgen.terminal.outcome import exit_code, has_error, summary
from briefgen.terminal.progress import doing
from briefgen.terminal.speak import CLEAN, FINDINGS, say, write_document
from briefgen.terminal.visible import counted, visible

if TYPE_CHECKING:
    from briefgen.cache.kept_run import KeptRun
    from briefgen.cache.store import Loaded

PLACE = 30
SUMMARY = "check the briefs and write nothing"


class _Options(CompilingOptions):
    files: list[PurePath]
    drafts: bool
    fix: bool
    diff: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add those of `compile`, ``--drafts``, and the files."""
    add_compiling_arguments(parser)
    add_drafts(parser)
    parser.add_argument(
        "--fix",
        action="store_true",
        help="repair what is mechanical, and never a quoted word, then say what is left",
    )
    parser.add_argument(
        "--diff", action="store_true", help="show what --fix would change, and change nothing"
    )
    parser.add_argument(
        "files",
        nargs="*",
        type=PurePath,
        metavar="FILE",
        help="say what is wrong in these files only, drafts among them (default: in the project)",
    )


def run(options: _Options) -> int:
    """Say what is wrong in the project, or in some files of it, and how their quotations fared.

    Raises CannotRunError, ProjectError, OSError.
    """
    from briefgen.cache.looks import find_looks
    from briefgen.disk.hashes import looked_at_once

    with looked_at_once(find_looks(options.root) if options.cache else None):
        return _checked(options)


def _checked(options: _Options) -> int:
    from briefgen.cache.store import find_run, keep_run, load_project
    from briefgen.model.asked import Asked

    files = frozenset(_path_in(options.root, file) for file in options.files)
    with doing("reading the project"):
        loaded = load_project(options.root, Asked(options.drafts, files))
    if options.diff:
        return _show_diff(options, loaded)
    if options.fix and _repair(options, loaded):
        loaded = load_project(options.root, Asked(options.drafts, files))
    found = find_run(options.root, loaded) if options.cache else None
    if found is None:
        with doing("checking the briefs"):
            found = _compiled(options, loaded)
        if options.cache:
            keep_run(options.root, loaded, found)
    findings = found.findings
    if files:
        elsewhere = [one for one in findings if one.span.path not in files]
        findings = tuple(one for one in findings if one.span.path in files)
        say(options.format, _words_for(elsewhere))
    show_findings(options.format, findings, found.counts, found.lock)
    if not findings:
        say(options.format, summary(findings))
    say(options.format, closing_line(found.counts, found.lock))
    return exit_code(findings, strict=options.strict)


def _show_diff(options: _Options, loaded: "Loaded") -> int:
    """Print what would be repaired; ends as findings do where there is something."""
    from briefgen.authoring.fixes import find_repairs
    from briefgen.processes import in_processes

    repairs = find_repairs(options.root, loaded, in_processes(options.jobs))
    write_document("".join(one.diff() for one in repairs))
    return FINDINGS if repairs else CLEAN


def _repair(options: _Options, loaded: "Loaded") -> bool:
    """Repair, and say where; whether there was anything."""
    from briefgen.authoring.fixes import find_repairs, write_repairs
    from briefgen.processes import in_processes

    repairs = find_repairs(options.root, loaded, in_processes(options.jobs))
    write_repairs(options.root, repairs)
    for one in repairs:
        say(options.format, f"{visible(one.path)}: {counted(one.places, 'place')} repaired\n")
    return bool(repairs)


def _compiled(options: _Options, loaded: "Loaded") -> "KeptRun":
    from briefgen.cache.answers import find_answers, keep_answers
    from briefgen.cache.kept_results import KeptResults
    from briefgen.cache.packs import has_place
    from briefgen.each import one_by_one
    from briefgen.pipeline import compile_briefs, kept_of

    root = options.root
    keeps = options.cache and has_place(root, project.KEPT_BRIEFS)  # else all would be pickled for nothing
    kept = KeptResults(root, project.KEPT_BRIEFS) if keeps else None
    answers = find_answers(root) if options.cache else None
    with working(options) as each:
        each_kept = kept.each(each) if kept else each
        summaries = kept.summary if kept else None
        told = compile_briefs(
            root,
            loaded.asked,
            loaded,
            each_kept,
            answers,
            summaries,
            here=kept.each(one_by_one) if kept else one_by_one,
            today=day_of_run(),
            only_findings=True,
        )
    if kept and not has_error(told.findings):
        keep_answers(root, told.value.answers)
        kept.keep()
    return kept_of(told)


def _path_in(root: PurePath, file: PurePath) -> str:
    """The path in the project of a file as it was named from here. Raises CannotRunError."""
    from briefgen.disk.reading import is_file, real_place

    place, folder = real_place(file), real_place(root)
    if not is_file(file):
        raise CannotRunError(f"there is no file {file}")
    if not place.is_relative_to(folder):
        raise CannotRunError(f"{file} is no file of the project {folder}")
    return unicodedata.normalize("NFC", place.relative_to(folder).as_posix())


def _words_for(elsewhere: Iterable[Diagnostic]) -> str:
    """What is said of errors that are not shown: quotations may not have been looked up because of them."""
    errors = sum(one.severity is Severity.ERROR and not one.of_draft for one in elsewhere)
    return f"{counted(errors, 'error')} in other files; `briefgen check` shows them\n" if errors else ""
