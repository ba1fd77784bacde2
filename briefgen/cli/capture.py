"""`briefgen capture`."""

import argparse
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefgen.cli._arguments import Options, today
from briefgen.cli._captured_words import words_for
from briefgen.cli._documents import STANDARD_INPUT, read_document, refused
from briefgen.diagnostics import Diagnostic
from briefgen.failure import CannotRunError
from briefgen.model.capture import Publish, TextBy, UrlStatus
from briefgen.model.layout import project
from briefgen.terminal.speak import CLEAN
from briefgen.terminal.visible import counted, visible

if TYPE_CHECKING:
    from briefgen.intake.capture import Candidate, GivenText

PLACE = 80
SUMMARY = "store a document as a capture of a work"


class _Options(Options):
    files: list[str]
    key: str | None
    again: str | None
    type: str | None
    page: str
    date: str
    text: str | None
    text_by: str | None
    extractor: str
    browser: bool
    truncated: bool


@dataclass(frozen=True, slots=True)
class _Answer:
    """A key of captures.yml that a flag can give; `question` is asked where there is none."""

    key: str
    about: str
    question: str = ""

    @property
    def flag(self) -> str:
        return "--" + self.key.replace("_", "-")


_ANSWERS = (
    _Answer(
        "captured",
        "when it was captured: 2025-06-18, today, unknown, or 'on or after 2025-06-18'",
        "when was it captured, as in 2025-06-18, today, unknown, or on or after 2025-06-18",
    ),
    _Answer("language", "its language: de, en-GB", "in which language is it written, as in de or en-GB"),
    _Answer("stamped", "the day that stands on it, which does not say when it was captured"),
    _Answer("obtained", "how it came to you, in words", "how did it come to you, in a few words"),
    _Answer("url_status", f"of its own address: {', '.join(UrlStatus)}"),
    _Answer("archive", "the address of an archived copy"),
    _Answer("source_line", "what it says itself of its origin"),
    _Answer("copies", "the key of the work that this one repeats"),
    _Answer("publish", f"what readers may see: {', '.join(Publish)}"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the document, its work, and an argument for each key of the entry."""
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="the document, or several; - for standard input"
    )
    parser.add_argument(
        "--key",
        metavar="KEY",
        help="the work's citation key (default: what the file is called, without its ending)",
    )
    parser.add_argument(
        "--again", metavar="KEY", help="read what was captured of a work again, and store its text beside"
    )
    parser.add_argument("--type", metavar="ENDING", help="what the document is, as in pdf")
    parser.add_argument(
        "--page", default="", metavar="ADDRESS", help="of a web archive: the page that is meant"
    )
    parser.add_argument(
        "--date", default="", metavar="DATE", help="of a web archive: the day on which it was archived"
    )
    parser.add_argument("--text", metavar="FILE", help="of a picture, a recording or a scan: its text")
    parser.add_argument("--text-by", choices=("hand", "ocr"), help="how that was made")
    parser.add_argument("--extractor", default="", metavar="NAME", help="the program that recognised it")
    parser.add_argument("--browser", action="store_true", help="read what Chromium shows of a page")
    parser.add_argument("--truncated", action="store_true", help="its end is missing, and known to be")
    for answer in _ANSWERS:
        parser.add_argument(answer.flag, metavar="TEXT", help=answer.about)


def run(options: _Options) -> int:
    """Store documents as captures of works. Raises CannotRunError, ProjectError, OSError."""
    from briefgen.intake.uncaptured import key_meant

    if options.again is not None:
        return _read_again(options, options.again)
    if not options.files:
        raise CannotRunError("say which document is captured: FILE, and of which work: --key KEY")
    if options.key is not None and len(options.files) > 1:
        raise CannotRunError("--key is for one document; several are called after the keys of their works")
    given = _given(options)
    keys = {file: options.key or key_meant(options.root, file) for file in options.files}
    if not sys.stdin.isatty() or STANDARD_INPUT in options.files:
        _refuse_missing(given)
    text = _given_text(options)
    codes = [_capture(options, file, key, given, text) for file, key in keys.items()]
    if len(codes) > 1:
        stored = sum(code == CLEAN for code in codes)
        sys.stdout.write(f"{stored} of {counted(len(codes), 'document')} captured\n")
    return max(codes)


def _given_text(options: _Options) -> "GivenText | None":
    """The text that is given with a document. Raises CannotRunError, OSError."""
    from briefgen.intake.capture import GivenText

    if options.text is None or options.text_by is None:
        if options.text is not None or options.text_by is not None or options.extractor:
            raise CannotRunError("--text FILE and --text-by belong together")
        return None
    if len(options.files) > 1 or options.browser:
        raise CannotRunError("--text is the text of one document, which no browser shows")
    try:
        text = read_document(options.root, options.text).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CannotRunError(f"{options.text} is not UTF-8 text") from None
    return GivenText(text.replace("\r\n", "\n"), TextBy(options.text_by), options.extractor.strip())


def _capture(
    options: _Options, file: str, key: str, given: Mapping[str, str], text: "GivenText | None"
) -> int:
    from briefgen.intake.beside import OnlyByHandError
    from briefgen.intake.capture import examine, store
    from briefgen.intake.git_changes import ATTRIBUTES, git_would_change
    from briefgen.intake.readers import ending_of

    data = read_document(options.root, file)
    ending = (options.type or ending_of(file, data)).lower().removeprefix(".")
    findings: list[Diagnostic] = []
    candidate = examine(
        options.root,
        key,
        file,
        ending,
        data,
        findings.append,
        page=options.page,
        date=options.date,
        truncated=options.truncated,
        given=text,
        browser=options.browser,
    )
    if candidate is None:
        return refused(findings)
    for note in candidate.reading.notes:
        sys.stdout.write(f"note: {visible(note)}\n")
    answers = {**given, **_asked(given, candidate)}
    if options.truncated:
        answers["truncated"] = "true"
    try:
        captured = store(options.root, candidate, answers, findings.append)
    except OnlyByHandError as error:
        sys.stderr.write("".join(f"{visible(text)}\n" for text in error.entry.splitlines()))
        raise
    if captured is None:
        return refused(findings)
    sys.stdout.write(words_for(captured, candidate))
    if git_would_change(options.root, data):
        sys.stdout.write(
            f"note: git would change this file: write `{ATTRIBUTES}` into .gitattributes first\n"
        )
    return CLEAN


def _read_again(options: _Options, key: str) -> int:
    """Read the documents of a work again. Raises ProjectError, OSError, CannotRunError."""
    from briefgen.intake.again import read_again

    if options.files or options.key is not None:
        raise CannotRunError("--again KEY reads what is there: it takes neither a document nor --key")
    findings: list[Diagnostic] = []
    done = read_again(
        options.root, key, findings.append, page=options.page, date=options.date, browser=options.browser
    )
    if done is None:
        return refused(findings)
    for one in done:
        if one.text:
            sys.stdout.write(f"{visible(one.text)}: {visible(one.file)}, read anew by {one.extractor}\n")
        elif one.noted:
            noted = f"reads as it did; {project.CAPTURES} says that it was read by {one.extractor}"
            sys.stdout.write(f"{visible(one.file)}: {noted}\n")
        else:
            sys.stdout.write(f"{visible(one.file)}: reads as it did; nothing was written\n")
    if any(one.text for one in done):
        sys.stdout.write(
            "`briefgen reverify` says where quotations stand in it; with --write it moves them\n"
        )
    return CLEAN


def _given(options: _Options) -> dict[str, str]:
    """What the flags say, checked. Raises CannotRunError."""
    given = {}
    for answer in _ANSWERS:
        written = getattr(options, answer.key)
        if written is not None:
            value, flaw = _formed(answer, written)
            if flaw:
                raise CannotRunError(f"{answer.flag} {flaw}")
            given[answer.key] = value
    return given


def _formed(answer: _Answer, written: str) -> tuple[str, str]:
    """A value in its form, or what is wrong with it."""
    from briefgen.decode.forms import Flaw

    text = written.strip()
    if answer.key == "captured" and text.casefold() == "today":
        return today(), ""
    if not text:
        return "", "is empty"
    formed = _forms()[answer.key](text)
    if isinstance(formed, Flaw):
        return "", "; ".join((formed.what, *formed.notes, *((formed.hint,) if formed.hint else ())))
    return str(formed), ""


def _forms() -> Mapping[str, Callable[[str], Any]]:
    """The form of each key, as captures.yml is read."""
    from briefgen.decode.days import day, when_captured
    from briefgen.decode.forms import choice, line, web_address
    from briefgen.decode.language_tag import language

    return {
        "captured": when_captured,
        "stamped": day,
        "language": language,
        "obtained": line,
        "url_status": choice(UrlStatus),
        "archive": web_address,
        "source_line": line,
        "copies": line,
        "publish": choice(Publish),
    }


def _refuse_missing(given: Mapping[str, str]) -> None:
    missing = [answer.flag for answer in _ANSWERS if answer.question and answer.key not in given]
    if missing:
        raise CannotRunError(f"nobody can be asked here: say {', '.join(missing)} as well")


def _asked(given: Mapping[str, str], candidate: "Candidate") -> dict[str, str]:
    """What the person at the terminal says of the rest. Raises CannotRunError at the end of input."""
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
            raise CannotRunError("no answer; nothing was stored")
        value, flaw = _formed(answer, written.strip() or offered)
        if not flaw:
            return value
        sys.stderr.write(f"this {flaw}\n")
