"""`briefgen import`."""

import argparse
import re
import sys
from pathlib import PurePath
from typing import TYPE_CHECKING

from briefgen import rules
from briefgen.cli._arguments import Options, day_of_run, today
from briefgen.cli._documents import read_document, refused
from briefgen.diagnostics import Diagnostic
from briefgen.failure import CannotRunError
from briefgen.model.layout import project
from briefgen.terminal.speak import CLEAN, FINDINGS, FOR_PEOPLE, say, write_document
from briefgen.terminal.visible import counted, visible
from briefgen.text import TextFile

if TYPE_CHECKING:
    from briefgen.model.work import Work

_SHAPES = ("mkdocs-bibtex", "quarto", "myst", "joss", "obsidian", "pandoc")
_TEXTS = (".md", ".markdown", ".qmd", ".rmd")
_HALF = re.compile("[\ud800-\udfff]")
"""What JSON can say and UTF-8 cannot."""

PLACE = 100
SUMMARY = "move documents of other programs in, or write annotations down as a draft"


class _Options(Options):
    file: str
    folder: PurePath | None
    shape: str | None
    key: str
    title: str
    output: PurePath | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the source, where it goes, and what is known of it."""
    parser.add_argument(
        "file",
        metavar="SOURCE",
        help="a folder or a file: mkdocs-bibtex, Quarto, MyST, JOSS, Obsidian, Pandoc; or, without DIR, "
        "Hypothesis JSON, W3C annotations or Zotero notes (HTML)",
    )
    parser.add_argument(
        "folder", type=PurePath, nargs="?", metavar="DIR", help="the project, a new one or one that is there"
    )
    parser.add_argument(
        "--from",
        dest="shape",
        choices=_SHAPES,
        metavar="SHAPE",
        help=f"one of {', '.join(_SHAPES)} (default: seen)",
    )
    parser.add_argument("--key", default="", metavar="KEY", help="the work that all of it is about")
    parser.add_argument("--title", default="", metavar="TEXT", help="the title of the brief")
    parser.add_argument(
        "--output", type=PurePath, metavar="PATH", help="a new file (default: standard output)"
    )


def run(options: _Options) -> int:
    """Move documents in, or write annotations down as a draft. Raises CannotRunError, OSError."""
    if options.folder is not None:
        return _move(options, options.folder)
    from briefgen.disk.reading import is_folder, is_taken
    from briefgen.disk.writing import add_file
    from briefgen.intake.annotations import NotAnnotationsError, make_scaffold, read_annotations

    if is_folder(PurePath(options.file)) or options.file.lower().endswith(_TEXTS):
        raise CannotRunError(
            f"{visible(options.file)} holds documents: name the project that they are moved into, "
            "a new folder or one that is there, behind it"
        )
    try:
        annotations = read_annotations(read_document(options.root, options.file).decode("utf-8-sig"))
    except UnicodeDecodeError:
        return refused([_unreadable(options.file, "is not UTF-8", ())])
    except NotAnnotationsError as error:
        return refused([_unreadable(options.file, error.what, error.notes)])
    scaffold = make_scaffold(
        annotations, _works(options.root), key=options.key, title=options.title, today=today()
    )
    if _HALF.search(scaffold.text):
        return refused([_unreadable(options.file, "holds half of a character, as no text can", ())])
    if options.output is None:
        write_document(scaffold.text)
    else:
        if is_taken(options.output):
            raise CannotRunError(f"{options.output} is there already, and is not overwritten")
        add_file(options.output, scaffold.text.encode())
        quotations = sum(bool(annotation.quotation) for annotation in annotations)
        say(FOR_PEOPLE, f"{visible(str(options.output))}: {quotations} quotations, as a draft\n")
    if scaffold.missing:
        sys.stderr.write(f"put into {project.BIBLIOGRAPHY}, under keys of your choice:\n")
        sys.stderr.write("".join(f"    {visible(entry)}\n" for entry in scaffold.missing))
    return CLEAN


def _move(options: _Options, folder: PurePath) -> int:
    """Move documents in; ends as findings do where a name was taken."""
    from briefgen.moving.move import move_in
    from briefgen.moving.shape import Shape

    shape = Shape(options.shape) if options.shape else None
    moved = move_in(PurePath(options.file), folder, shape, today=day_of_run())
    say(FOR_PEOPLE, "".join(f"{visible(line)}\n" for line in moved.text.splitlines()))
    lines = (
        [f"{counted(len(moved.written), 'file')} written in {visible(str(folder))}"] if moved.written else []
    )
    lines += ["nothing was missing"] if not moved.written and not moved.refused else []
    lines += [
        f"{visible(path)} is there already, with other words, and is as it was" for path in moved.refused
    ]
    lines.append(f"{visible(moved.path)} has this list; {counted(moved.decide, 'place')} to decide")
    say(FOR_PEOPLE, "\n" + "".join(f"{line}\n" for line in lines))
    return FINDINGS if moved.refused else CLEAN


def _works(root: PurePath) -> "tuple[Work, ...]":
    """The works of the project, if there is one: they only help to find the keys."""
    from briefgen.bibliography.works_of_files import parse_library
    from briefgen.decode.csl_yaml import decode_csl_yaml
    from briefgen.load import load_files
    from briefgen.model.project import ProjectError

    try:
        files = load_files(root).value
    except ProjectError:
        return ()
    return parse_library(files.bibliography, lambda _: None, None, decode_csl_yaml)


def _unreadable(name: str, what: str, notes: tuple[str, ...]) -> Diagnostic:
    hint = "export as JSON (Hypothesis), as W3C annotations, or a note as HTML (Zotero)"
    return Diagnostic(rules.IMPORT_UNREADABLE, TextFile(name, "").span(0, 0), f"this {what}", notes, hint)
