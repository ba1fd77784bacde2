"""The commands that bring something in: `capture` and `import`. Part of the command line.

What only they need is imported when they run: `briefgen check` should not wait for it.
"""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen import rules
from briefgen.decode.days import moment
from briefgen.decode.forms import Flaw, choice, line, web_address
from briefgen.decode.language import language
from briefgen.diagnostics import Diagnostic
from briefgen.display import visible
from briefgen.load import load_files
from briefgen.model.capture import Publish, UrlStatus
from briefgen.model.project import ProjectError
from briefgen.model.work import Work
from briefgen.reporters import full
from briefgen.text import TextFile
from briefgen.write.files import replace_file

if TYPE_CHECKING:
    from briefgen.intake.capture import Candidate, Captured

DONE, REFUSED = 0, 1
STANDARD_INPUT = "-"

Form = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class _Answer:
    """A key of captures.yml that a flag can give; `question` is asked where there is none."""

    key: str
    form: Form
    about: str
    question: str = ""

    @property
    def flag(self) -> str:
        return "--" + self.key.replace("_", "-")


_ANSWERS = (
    _Answer(
        "captured",
        moment,
        "when it was captured: 2025-06-18, or today",
        "when was it captured, as in 2025-06-18 or today",
    ),
    _Answer(
        "language", language, "its language: de, en-GB", "in which language is it written, as in de or en-GB"
    ),
    _Answer("obtained", line, "how it came to you, in words", "how did it come to you, in a few words"),
    _Answer("url_status", choice(UrlStatus), f"of its own address: {', '.join(UrlStatus)}"),
    _Answer("archive", web_address, "the address of an archived copy"),
    _Answer("source_line", line, "what it says itself of its origin"),
    _Answer("copies", line, "the key of the work that this one repeats"),
    _Answer("publish", choice(Publish), f"what readers may see: {', '.join(Publish)}"),
)


# ---------------------------------------------------------------------------------------- arguments


def add_capture_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `briefgen capture`."""
    parser.add_argument("file", metavar="FILE", help="the document; - for standard input")
    parser.add_argument("--key", required=True, metavar="KEY", help="the work's citation key")
    parser.add_argument("--type", metavar="ENDING", help="what the document is, as in pdf")
    parser.add_argument(
        "--page", default="", metavar="ADDRESS", help="of a web archive: the page that is meant"
    )
    parser.add_argument("--truncated", action="store_true", help="its end is missing, and known to be")
    for answer in _ANSWERS:
        parser.add_argument(answer.flag, metavar="TEXT", help=answer.about)


def add_import_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `briefgen import`."""
    parser.add_argument(
        "file", metavar="FILE", help="Hypothesis JSON, W3C annotations or Zotero notes (HTML)"
    )
    parser.add_argument("--key", default="", metavar="KEY", help="the work that all of it is about")
    parser.add_argument("--title", default="", metavar="TEXT", help="the title of the brief")
    parser.add_argument("--output", type=Path, metavar="PATH", help="a new file (default: standard output)")


# ------------------------------------------------------------------------------------------ capture


def capture(options: argparse.Namespace) -> int:
    """Store a document as a capture of a work. Raises ProjectError, OSError."""
    from briefgen.intake.capture import OnlyByHandError, examine, store
    from briefgen.intake.readers import ending_of

    given = _given(options)
    may_ask = sys.stdin.isatty() and options.file != STANDARD_INPUT
    if not may_ask:
        _refuse_missing(given)
    data = _read(options.file)
    ending = (options.type or ending_of(options.file, data)).lower().removeprefix(".")
    findings: list[Diagnostic] = []
    candidate = examine(
        options.root,
        options.key,
        options.file,
        ending,
        data,
        findings.append,
        page=options.page,
        truncated=options.truncated,
    )
    if candidate is None:
        return _refused(findings)
    for note in candidate.reading.notes:
        sys.stdout.write(f"note: {visible(note)}\n")
    answers = given | _asked(given, candidate)
    if options.truncated:
        answers["truncated"] = "true"
    try:
        captured = store(options.root, candidate, answers, findings.append)
    except OnlyByHandError as error:
        sys.stderr.write("".join(f"{visible(text)}\n" for text in error.entry.splitlines()))
        raise
    if captured is None:
        return _refused(findings)
    sys.stdout.write(_words_for(captured, candidate))
    return DONE


def _given(options: argparse.Namespace) -> dict[str, str]:
    """What the flags say, checked. Raises ProjectError."""
    given = {}
    for answer in _ANSWERS:
        written = getattr(options, answer.key)
        if written is not None:
            value, flaw = _formed(answer, written)
            if flaw:
                raise ProjectError(f"{answer.flag} {flaw}")
            given[answer.key] = value
    return given


def _formed(answer: _Answer, written: str) -> tuple[str, str]:
    """A value in its form, or what is wrong with it."""
    text = written.strip()
    if answer.key == "captured" and text.casefold() == "today":
        return datetime.now(UTC).astimezone().date().isoformat(), ""
    if not text:
        return "", "is empty"
    formed = answer.form(text)
    if isinstance(formed, Flaw):
        return "", "; ".join((formed.what, *formed.notes, *((formed.hint,) if formed.hint else ())))
    return str(formed), ""


def _refuse_missing(given: Mapping[str, str]) -> None:
    missing = [answer.flag for answer in _ANSWERS if answer.question and answer.key not in given]
    if missing:
        raise ProjectError(f"nobody can be asked here: say {', '.join(missing)} as well")


def _asked(given: Mapping[str, str], candidate: "Candidate") -> dict[str, str]:
    """What the person at the terminal says of the rest. Raises ProjectError at the end of input."""
    asked = {}
    for answer in _ANSWERS:
        if answer.question and answer.key not in given:
            offered = candidate.language if answer.key == "language" else ""
            asked[answer.key] = _ask(answer, offered)
    return asked


def _ask(answer: _Answer, offered: str) -> str:
    while True:
        sys.stderr.write(f"{answer.question}{f' [{offered}]' if offered else ''}? ")
        sys.stderr.flush()
        written = sys.stdin.readline()
        if not written:
            raise ProjectError("no answer; nothing was stored")
        value, flaw = _formed(answer, written.strip() or offered)
        if not flaw:
            return value
        sys.stderr.write(f"this {flaw}\n")


def _words_for(captured: "Captured", candidate: "Candidate") -> str:
    key, file = visible(candidate.key), visible(captured.file)
    if captured.known:
        return f"{file}: these bytes are a capture of `{key}` already; nothing was written\n"
    lines = [f"{file}: captured for `{key}`, sha256 {captured.sha256[:12]}…"]
    if captured.reused:
        lines = [f"{file}: these bytes lie there already; now they are a capture of `{key}`"]
    if captured.text:
        size = f"{len(candidate.reading.text):,} characters"
        lines.append(f"{visible(captured.text)}: its text, {size}, by {candidate.reading.extractor}")
    many = f", the {captured.count}th of this work" if captured.count > 3 else ""
    few = {2: ", the second of this work", 3: ", the third of this work"}.get(captured.count, many)
    lines.append(f"sources/captures.yml: entry added{few}")
    return "".join(f"{text}\n" for text in lines)


# ------------------------------------------------------------------------------------------- import


def import_annotations(options: argparse.Namespace) -> int:
    """Write annotations down as a draft. Raises ProjectError, OSError."""
    from briefgen.intake.annotations import NotAnnotationsError, make_scaffold, read_annotations

    try:
        annotations = read_annotations(_read(options.file).decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _refused([_unreadable(options.file, "is not UTF-8", ())])
    except NotAnnotationsError as error:
        return _refused([_unreadable(options.file, error.what, error.notes)])
    scaffold = make_scaffold(annotations, _works(options.root), key=options.key, title=options.title)
    if options.output is None:
        sys.stdout.write(scaffold.text)
    else:
        if os.path.lexists(options.output):
            raise ProjectError(f"{options.output} is there already, and is not overwritten")
        replace_file(options.output, scaffold.text.encode())
        quotations = sum(bool(annotation.quotation) for annotation in annotations)
        sys.stdout.write(f"{visible(str(options.output))}: {quotations} quotations, as a draft\n")
    if scaffold.missing:
        sys.stderr.write("put into sources/references.bib, under keys of your choice:\n")
        sys.stderr.write("".join(f"    {visible(entry)}\n" for entry in scaffold.missing))
    return DONE


def _works(root: Path) -> tuple[Work, ...]:
    """The works of the project, if there is one: they only help to find the keys."""
    from briefgen.bibliography.bibtex import parse_bibliography

    try:
        files = load_files(root, lambda _: None)
    except ProjectError:
        return ()
    return parse_bibliography(files.bibliography, lambda _: None) if files.bibliography else ()


def _unreadable(name: str, what: str, notes: tuple[str, ...]) -> Diagnostic:
    hint = "export as JSON (Hypothesis), as W3C annotations, or a note as HTML (Zotero)"
    return Diagnostic(rules.IMPORT_UNREADABLE, TextFile(name, "").span(0, 0), f"this {what}", notes, hint)


# -------------------------------------------------------------------------------------------- common


def _read(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()


def _refused(findings: list[Diagnostic]) -> int:
    sys.stdout.write(full(findings, colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR")))
    return REFUSED
