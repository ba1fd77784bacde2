"""The command line: the only place that speaks to people, and where exceptions become words."""

import argparse
import io
import os
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from briefgen import __version__
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.display import visible
from briefgen.dump import dump
from briefgen.model.project import ProjectError
from briefgen.pipeline import STAGES, Compilation, compile_briefs, run_until
from briefgen.reporters import as_json, full, summary
from briefgen.sitebuild import SiteBuildError, build_site
from briefgen.write import Written, write_pages, write_theme

CLEAN, FINDINGS, COULD_NOT_RUN = 0, 1, 2
INTERRUPTED, READER_GONE = 130, 141
"""What a shell says of a program ended by Ctrl-C, and of one whose output nobody reads any more."""


class _Options(argparse.Namespace):
    command: "Callable[[_Options], int]"
    root: Path
    strict: bool
    format: str
    after: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 no error, 1 an error, 2 could not run.

    Raises SystemExit for ``--help``, ``--version`` and arguments that make no sense.
    """
    options = _parser().parse_args(arguments, namespace=_Options())
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
    except (ProjectError, SiteBuildError) as error:
        _say_why(str(error))
        return COULD_NOT_RUN
    except OSError as error:
        _say_why(": ".join(str(part) for part in (error.filename, error.strerror) if part) or str(error))
        return COULD_NOT_RUN
    return code


# ---------------------------------------------------------------------------------------- commands


def _check(options: _Options) -> int:
    findings: list[Diagnostic] = []
    compile_briefs(options.root, findings.append)
    _show_findings(options, findings)
    if not findings:
        _say(options, summary(findings))
    return _exit_code(options, findings)


def _compile(options: _Options) -> int:
    findings, _ = _compile_and_write(options)
    return _exit_code(options, findings)


def _build(options: _Options) -> int:
    findings, compilation = _compile_and_write(options)
    if not _has_error(findings):
        sys.stdout.flush()  # before MkDocs speaks
        build_site(options.root, compilation.newest, strict=options.strict)
        _say(options, _where_to_open(options.root.resolve() / "site"))
    return _exit_code(options, findings)


def _show(options: _Options) -> int:
    findings: list[Diagnostic] = []
    value = run_until(options.after, options.root, findings.append)
    _write_json(dump(value))
    sys.stderr.write(full(findings, colour=_wants_colour(sys.stderr)))
    return _exit_code(options, findings)


def _compile_and_write(options: _Options) -> tuple[list[Diagnostic], Compilation]:
    findings: list[Diagnostic] = []
    compilation = compile_briefs(options.root, findings.append)
    written = None
    if not _has_error(findings):
        write_theme(options.root)
        written = write_pages(options.root, compilation.pages)
    _show_findings(options, findings)
    _say(options, _words_for(written) if written else "nothing was written\n")
    return findings, compilation


def _words_for(written: Written) -> str:
    return (
        f"docs/: {len(written.changed)} written, {len(written.removed)} removed, "
        f"{len(written.unchanged)} unchanged\n"
    )


def _where_to_open(site: Path) -> str:
    serve = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", "--directory", str(site)]
    return (
        f"site/: open {(site / 'index.html').as_uri()}\n"
        "or, for search and clean addresses, open http://127.0.0.1:8000/ while this runs:\n"
        f"    {visible(shlex.join(serve))}\n"
    )


def _has_error(findings: list[Diagnostic]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _exit_code(options: _Options, findings: list[Diagnostic]) -> int:
    return FINDINGS if _has_error(findings) or (options.strict and findings) else CLEAN


# ------------------------------------------------------------------------------------------- words


def _show_findings(options: _Options, findings: list[Diagnostic]) -> None:
    if options.format == "json":
        _write_json(as_json(findings))
    else:
        sys.stdout.write(full(findings, colour=_wants_colour(sys.stdout)))


def _write_json(text: str) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # RFC 8259, whatever the terminal speaks
    sys.stdout.write(text)


def _say(options: _Options, words: str) -> None:
    """Tell people how it went: on standard output, unless that belongs to the JSON."""
    (sys.stderr if options.format == "json" else sys.stdout).write(words)


def _say_why(words: str) -> None:
    sys.stderr.write(f"briefgen: {visible(words)}\n")


def _wants_colour(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR")


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
    table: tuple[tuple[str, Callable[[_Options], int], str], ...] = (
        ("compile", _compile, "check the briefs and write them to docs/"),
        ("build", _build, "compile, then have MkDocs build site/"),
        ("check", _check, "check the briefs and write nothing"),
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
    return parser
