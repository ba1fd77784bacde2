"""The command line: its arguments, its commands, and where exceptions become words."""

import argparse
import io
import os
import shlex
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from briefgen import __version__
from briefgen.accounts import (
    closing_line,
    coverage_json,
    coverage_text,
)
from briefgen.cli_capture import add_capture_arguments, add_import_arguments, capture, import_annotations
from briefgen.cli_lock import lock, reverify
from briefgen.cli_search import add_index_arguments, index, indexing
from briefgen.cli_site import add_csp_arguments, csp
from briefgen.cli_words import (
    Options,
    exit_code,
    has_error,
    say,
    say_why,
    show_findings,
    wants_colour,
    write_json,
)
from briefgen.diagnostics import Diagnostic
from briefgen.display import visible
from briefgen.dump import dump
from briefgen.model.project import ProjectError
from briefgen.pipeline import (
    STAGES,
    Compilation,
    compile_briefs,
    measure_coverage,
    run_until,
)
from briefgen.reporters import full, summary
from briefgen.site.build import SiteBuildError, build_site, check_settings
from briefgen.site.search import SearchIndexError
from briefgen.write import NO_CARDS, Written, draw_cards, write_pages, write_theme

COULD_NOT_RUN = 2
INTERRUPTED, READER_GONE = 130, 141
"""What a shell says of a program ended by Ctrl-C, and of one whose output nobody reads any more."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 no error, 1 an error, 2 could not run.

    Raises SystemExit for ``--help``, ``--version`` and arguments that make no sense.
    """
    options = _parser().parse_args(arguments, namespace=Options())
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character must not cost the whole report.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = options.command(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at its end, and would complain there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except (ProjectError, SearchIndexError, SiteBuildError) as error:
        say_why(str(error))
        return COULD_NOT_RUN
    except OSError as error:
        say_why(": ".join(str(part) for part in (error.filename, error.strerror) if part) or str(error))
        return COULD_NOT_RUN
    return code


# ---------------------------------------------------------------------------------------- commands


def _check(options: Options) -> int:
    findings: list[Diagnostic] = []
    compilation = compile_briefs(options.root, findings.append)
    show_findings(options, findings, compilation.counts, compilation.lock)
    if not findings:
        say(options, summary(findings))
    say(options, closing_line(compilation.counts, compilation.lock))
    return exit_code(options, findings)


def _compile(options: Options) -> int:
    findings, compilation = _compile_and_write(options)
    say(options, closing_line(compilation.counts, compilation.lock))
    return exit_code(options, findings)


def _build(options: Options) -> int:
    if (options.root / "sources").is_dir():
        check_settings(options.root)  # before anything is written
    findings, compilation = _compile_and_write(options)
    if not has_error(findings):
        sys.stdout.flush()  # before MkDocs speaks
        finish = indexing(options.root, lambda words: say(options, words), offline=options.offline)
        site = build_site(
            options.root, compilation.newest, strict=options.strict, offline=options.offline, finish=finish
        )
        say(options, _where_to_open_offline(site) if options.offline else _where_to_open(site))
    say(options, closing_line(compilation.counts, compilation.lock))
    return exit_code(options, findings)


def _show(options: Options) -> int:
    findings: list[Diagnostic] = []
    value = run_until(options.after, options.root, findings.append)
    write_json(dump(value))
    sys.stderr.write(full(findings, colour=wants_colour(sys.stderr)))
    return exit_code(options, findings)


def _compile_and_write(options: Options) -> tuple[list[Diagnostic], Compilation]:
    findings: list[Diagnostic] = []
    compilation = compile_briefs(options.root, findings.append)
    written = None
    if not has_error(findings):
        write_theme(options.root, has_cards=not compilation.misses_cards)
        pictures = draw_cards(options.root, compilation.cards)
        written = write_pages(options.root, compilation.pages, pictures)
    show_findings(options, findings, compilation.counts, compilation.lock)
    say(options, _words_for(written) if written else "nothing was written\n")
    if written and compilation.misses_cards:
        say(options, NO_CARDS)
    return findings, compilation


def _coverage(options: Options) -> int:
    findings: list[Diagnostic] = []
    coverage = measure_coverage(options.root, findings.append)
    if options.format == "json":
        write_json(coverage_json(coverage.briefs, coverage.excerpts))
    else:
        sys.stdout.write(coverage_text(coverage.briefs, coverage.excerpts))
    if has_error(findings):
        sys.stderr.write(f"not everything could be counted: {summary(findings)}")
    return exit_code(options, findings)


def _words_for(written: Written) -> str:
    return (
        f"docs/: {len(written.changed)} written, {len(written.removed)} removed, "
        f"{len(written.unchanged)} unchanged\n"
    )


def _where_to_open(site: Path) -> str:
    serve = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", "--directory", str(site)]
    return (
        f"{site.name}/: open http://127.0.0.1:8000/ while this runs:\n"
        f"    {visible(shlex.join(serve))}\n"
        "(`briefgen build --offline` makes a site that opens from files)\n"
    )


def _where_to_open_offline(site: Path) -> str:
    return f"{site.name}/: open {(site / 'index.html').as_uri()}\n"


# --------------------------------------------------------------------------------------- arguments


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefgen",
        description="Compiles annotated source files to cited briefs whose quotations are checked.",
        epilog="Exit codes: 0 no error, 1 an error (with --strict: or a warning), 2 could not run.",
    )
    parser.add_argument("--version", action="version", version=f"briefgen {__version__}")
    root_help = "the project's folder (default: here)"
    parser.add_argument("--root", type=Path, default=Path(), metavar="DIR", help=root_help)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    table: tuple[tuple[str, Callable[[Options], int], str], ...] = (
        ("compile", _compile, "check the briefs and write them to docs/"),
        ("build", _build, "compile, then have MkDocs build site/ and make its search index"),
        ("check", _check, "check the briefs and write nothing"),
        ("lock", lock, "look every quotation up anew and note in sources/verified.lock what was found"),
        ("reverify", reverify, "look quotations up whose capture was replaced"),
        ("coverage", _coverage, "count what the briefs say, cite and quote"),
        ("show", _show, "print what one stage hands to the next"),
    )
    for name, command, summary_line in table:
        one = commands.add_parser(name, help=summary_line, description=summary_line)
        one.set_defaults(command=command)
        # No default of its own: it would undo a --root that stands before the command.
        one.add_argument("--root", type=Path, default=argparse.SUPPRESS, metavar="DIR", help=root_help)
        one.add_argument("--strict", action="store_true", help="let warnings count as errors")
        if name == "show":
            one.add_argument(
                "--after", choices=STAGES, required=True, metavar="STAGE", help=", ".join(STAGES)
            )
            one.add_argument("--format", choices=("json",), default="json", help="json, the only one so far")
        else:
            one.add_argument("--format", choices=("text", "json"), default="text", help="of the findings")
        if name == "build":
            one.add_argument(
                "--offline", action="store_true", help="make site-offline/ instead, which opens from files"
            )
        if name in {"lock", "reverify"}:
            one.add_argument("--date", type=_day, default=_today(), metavar="DAY", help="default: today")
        if name == "lock":
            either = one.add_mutually_exclusive_group()
            either.add_argument("--renew", action="store_true", help="date anew what is locked already, too")
            either.add_argument(
                "--check",
                action="store_true",
                help="write nothing, fail where the lock is not up to date",
            )
        if name == "reverify":
            one.add_argument("--write", action="store_true", help="accept what stands in the new capture")
    others: tuple[
        tuple[str, Callable[[Options], int], Callable[[argparse.ArgumentParser], None], str], ...
    ] = (
        ("capture", capture, add_capture_arguments, "store a document as a capture of a work"),
        ("index", index, add_index_arguments, "make the search index of a site that is built already"),
        ("import", import_annotations, add_import_arguments, "write annotations down as a draft"),
        ("csp", csp, add_csp_arguments, "print the Content-Security-Policy that a built site needs"),
    )
    for name, command, add_arguments, summary_line in others:
        one = commands.add_parser(name, help=summary_line, description=summary_line)
        one.set_defaults(command=command)
        one.add_argument("--root", type=Path, default=argparse.SUPPRESS, metavar="DIR", help=root_help)
        add_arguments(one)
    return parser


def _today() -> str:
    """The day on the author's machine: the only use of a clock, and only for what authors commit."""
    return datetime.now().astimezone().date().isoformat()


def _day(written: str) -> str:
    try:
        day = date.fromisoformat(written).isoformat()
    except ValueError:
        day = None
    if day != written:
        raise argparse.ArgumentTypeError(f"{written!r} is no day of the calendar, as in 2025-06-18")
    return day
