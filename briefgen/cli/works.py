"""`briefgen works`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from briefgen.cli._arguments import Options, add_strict
from briefgen.terminal.outcome import exit_code, has_error, summary
from briefgen.terminal.speak import write_data
from briefgen.terminal.visible import counted, json_text, visible

if TYPE_CHECKING:
    from briefgen.coverage import WorkUse

PLACE = 65
SUMMARY = "list the works of the bibliography, or hand them on"


class WorksOptions(Options):
    """What the command is told."""

    format: str
    brief: str | None
    status: str | None
    strict: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--format``, ``--brief`` and ``--strict``."""
    formats = ("text", "json", "csv", "bibtex", "csl-json", "ris")
    parser.add_argument("--format", choices=formats, default="text", help="bibtex, csl-json, ris: the works")
    parser.add_argument("--brief", metavar="SLUG", help="only the works that this brief cites")
    says = (
        "a table of retractions (CSV with DOIs): name the works of which it says more than the bibliography"
    )
    parser.add_argument("--status", metavar="FILE", help=says)
    add_strict(parser)


def run(options: WorksOptions) -> int:
    """List the works. Raises ProjectError, OSError."""
    from briefgen.model.project import ProjectError
    from briefgen.pipeline import list_works

    told = list_works(options.root)
    uses = told.value
    if options.brief is not None:
        uses = tuple(use for use in uses if options.brief in use.briefs)
        if not uses:
            raise ProjectError(f"no work is cited by a brief `{options.brief}`")
    if options.status is not None:
        write_data(_what_became_of(uses, options.status))
    else:
        write_data(_written(uses, options.format))
    if has_error(told.findings):
        sys.stderr.write(f"not everything could be counted: {summary(told.findings)}")
    return exit_code(told.findings, strict=options.strict)


def _what_became_of(uses: "Sequence[WorkUse]", table: str) -> str:
    """What a table says of the works, and where they are cited. Raises ProjectError, OSError."""
    from briefgen.bibliography.status_table import not_said, statuses_in
    from briefgen.disk.reading import read
    from briefgen.model.limits import USUAL
    from briefgen.model.project import ProjectError

    data = read(PurePath(table), USUAL.list, linked=True)
    statuses = statuses_in(data.decode("utf-8-sig", "replace"))
    if not statuses:
        raise ProjectError(
            f"{table} has no line with a DOI and a status; its first line must name both columns"
        )
    briefs = {use.work.key: ", ".join(use.briefs) or "no brief" for use in uses}
    lines = [
        f"{visible(work.key)}: {status}; cited by {visible(briefs[work.key])}: "
        f"write `status = {{{status}}}`\n"
        for work, status in not_said((use.work for use in uses), statuses)
    ]
    return "".join(lines) or "the bibliography says all that the table says of its works\n"


def _written(uses: "Sequence[WorkUse]", form: str) -> str:
    works = [use.work for use in uses]
    match form:
        case "json":
            return json_text({"works": [_facts(use) for use in uses]})
        case "csv":
            return _as_csv(uses)
        case "bibtex":
            from briefgen.bibliography.export_bibtex import bibtex

            return bibtex(works)
        case "csl-json":
            from briefgen.bibliography.export_csl import csl_json

            return csl_json(works)
        case "ris":
            from briefgen.bibliography.export_ris import ris

            return ris(works)
        case _:
            return "".join(_line(use) for use in uses)


def _facts(use: "WorkUse") -> dict[str, object]:
    return {
        "key": use.work.key,
        "type": use.work.entry_type,
        "title": use.work.title,
        "cited": use.cited,
        "quoted": use.quoted,
        "verified": use.verified,
        "captured": use.captured,
        "unused": not use.briefs,
        "duplicates": list(use.duplicates),
        "briefs": list(use.briefs),
    }


def _as_csv(uses: "Sequence[WorkUse]") -> str:
    """A table with a line of names, as RFC 4180 has it but for the ends of its lines."""
    names = "key type title cited quoted verified captured unused duplicates briefs".split()
    rows = [names, *([_cell(value) for value in _facts(use).values()] for use in uses)]
    return "".join(",".join(row) + "\n" for row in rows)


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    # A program for tables takes what begins like this for a formula.
    text = f"'{text}" if text[:1] in ("=", "+", "-", "@") else text
    return '"' + text.replace('"', '""') + '"' if set(text) & set(',"\r\n') else text


def _line(use: "WorkUse") -> str:
    said = [f"cited {counted(use.cited, 'time')}, quoted {counted(use.quoted, 'time')}"]
    if use.quoted:
        said.append(f"{use.verified} verified")
    said.append("captured" if use.captured else "no capture")
    if not use.briefs:
        said = ["unused"]
    if use.duplicates:
        said.append(f"seems to be {', '.join(use.duplicates)}")
    return f"{visible(use.work.key):<28} {visible(', '.join(said))}\n"
