"""`briefgen check`."""

import argparse
import unicodedata
from collections.abc import Iterable
from pathlib import PurePath

from briefgen.cli._arguments import FindingsOptions, add_drafts, add_findings_arguments
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.failure import CannotRunError
from briefgen.terminal.counts import closing_line
from briefgen.terminal.formats import show_findings
from briefgen.terminal.outcome import exit_code, summary
from briefgen.terminal.speak import say
from briefgen.terminal.visible import counted

PLACE = 30
SUMMARY = "check the briefs and write nothing"


class _Options(FindingsOptions):
    files: list[PurePath]
    drafts: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add those of findings, ``--drafts``, and the files."""
    add_findings_arguments(parser)
    add_drafts(parser)
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
    from briefgen.pipeline import Asked, compile_briefs

    files = frozenset(_path_in(options.root, file) for file in options.files)
    told = compile_briefs(options.root, Asked(options.drafts, files))
    findings, compilation = told.findings, told.value
    if files:
        elsewhere = [one for one in findings if one.span.path not in files]
        findings = tuple(one for one in findings if one.span.path in files)
        say(options.format, _words_for(elsewhere))
    show_findings(options.format, findings, compilation.counts, compilation.lock)
    if not findings:
        say(options.format, summary(findings))
    say(options.format, closing_line(compilation.counts, compilation.lock))
    return exit_code(findings, strict=options.strict)


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
