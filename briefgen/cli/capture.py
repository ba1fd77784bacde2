"""`briefgen capture`."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING

from briefgen.cli._arguments import Options
from briefgen.cli._capture_answers import (
    ANSWERS,
    asked_of_person,
    given_by,
    refuse_missing,
    said_of,
)
from briefgen.cli._captured_words import words_for
from briefgen.cli._documents import STANDARD_INPUT, read_document, refused
from briefgen.cli._sources import Source, is_address, source_of
from briefgen.diagnostics import Diagnostic
from briefgen.failure import CannotRunError
from briefgen.model.capture import TextBy
from briefgen.model.layout import project
from briefgen.terminal.speak import CLEAN, FINDINGS, FOR_PEOPLE, say
from briefgen.terminal.visible import counted, visible

if TYPE_CHECKING:
    from briefgen.intake.capture import GivenText

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
    own_network: bool
    stamp: str | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the document, its work, and an argument for each key of the entry."""
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="the document, or several; the address of a web page, which is fetched; a folder that a "
        "reference manager exported with its files; - for standard input",
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
    parser.add_argument(
        "--own-network",
        action="store_true",
        help="a page may be fetched from this machine or its network",
    )
    parser.add_argument("--stamp", metavar="FILE", help="a time stamp of the document (RFC 3161)")
    parser.add_argument("--truncated", action="store_true", help="its end is missing, and known to be")
    for answer in ANSWERS:
        parser.add_argument(answer.flag, metavar="TEXT", help=answer.about)


def run(options: _Options) -> int:
    """Store documents as captures of works. Raises CannotRunError, ProjectError, OSError."""
    if options.again is not None:
        return _read_again(options, options.again)
    if not options.files:
        raise CannotRunError("say which document is captured: FILE, and of which work: --key KEY")
    if options.key is not None and len(options.files) > 1:
        raise CannotRunError("--key is for one document; several are called after the keys of their works")
    given = given_by(options)
    exported, codes = _exported(options)
    keys = {file: _key_of(options, file) for file in options.files if file not in exported}
    alone = not sys.stdin.isatty() or STANDARD_INPUT in options.files
    if keys and alone and not all(map(is_address, keys)):
        refuse_missing({"language", *given})
    text = _given_text(options)
    codes += [_capture(options, file, key, given, text, alone=alone) for file, key in keys.items()]
    for files in exported.values():
        codes += [_capture_exported(options, file, key, given) for file, key in files]
    if len(codes) > 1:
        stored = sum(code == CLEAN for code in codes)
        say(FOR_PEOPLE, f"{stored} of {counted(len(codes), 'document')} captured\n")
    return max(codes)


def _exported(options: _Options) -> "tuple[dict[str, tuple[tuple[str, str], ...]], list[int]]":
    """The documents of each exported folder, with the keys of their works; a code for each left out."""
    from briefgen.disk.reading import is_folder
    from briefgen.intake.exported import exported_in

    exported, codes = {}, []
    for name in options.files:
        if not is_address(name) and is_folder(PurePath(name)):
            found = exported_in(options.root, PurePath(name))
            exported[name] = found.files
            for said in found.left_out:
                sys.stdout.write(f"{visible(said)}\n")
                codes.append(FINDINGS)
    if exported and (options.key is not None or options.text is not None):
        raise CannotRunError("--key and --text are for one document, and not for a folder")
    return exported, codes


def _capture_exported(options: _Options, file: str, key: str, given: Mapping[str, str]) -> int:
    """The same for a document of a folder: nobody is asked, and what is wrong with one stops no other."""
    try:
        return _capture(options, file, key, {"obtained": _EXPORTED, **given}, None, alone=True, exported=True)
    except CannotRunError as error:
        sys.stdout.write(f"{visible(file)}: {visible(str(error))}\n")
        return FINDINGS


_EXPORTED = "kept in a reference manager, and exported from there with its work"


def _key_of(options: _Options, name: str) -> str:
    """The key of the work that a document is; empty for a page that lies at the address of none."""
    from briefgen.intake.uncaptured import key_meant, key_of_address

    if options.key is not None:
        return options.key
    return (key_of_address(options.root, name) or "") if is_address(name) else key_meant(options.root, name)


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
    options: _Options,
    file: str,
    key: str,
    given: Mapping[str, str],
    text: "GivenText | None",
    *,
    alone: bool,
    exported: bool = False,
) -> int:
    from briefgen.intake.beside import OnlyByHandError
    from briefgen.intake.capture import examine, store
    from briefgen.intake.git_changes import ATTRIBUTES, git_would_change
    from briefgen.intake.readers import ending_of
    from briefgen.intake.uncaptured import has_work

    source = source_of(options.root, file, own_network=options.own_network)
    data = source.data
    ending = (options.type or ending_of(source.file, data)).lower().removeprefix(".")
    page = options.page or source.page
    if not has_work(options.root, key):
        _offer_entry(source, key, ending)
    findings: list[Diagnostic] = []
    candidate = examine(
        options.root,
        key,
        file,
        ending,
        data,
        findings.append,
        page=page,
        date=options.date,
        truncated=options.truncated,
        given=text,
        browser=options.browser,
    )
    if candidate is None:
        return refused(findings)
    source.refuse_wall(candidate.reading)
    token = _stamp_of(options, data, ending)
    for note in candidate.reading.notes:
        sys.stdout.write(f"note: {visible(note)}\n")
    answers = {**source.answers, **given}
    if alone:
        answers = {**said_of(candidate, "language", *["captured"] * exported), **answers}
        refuse_missing(answers)
    else:
        answers |= asked_of_person(answers, candidate)
    if options.truncated:
        answers["truncated"] = "true"
    try:
        captured = store(options.root, candidate, answers, findings.append)
    except OnlyByHandError as error:
        sys.stderr.write("".join(f"{visible(text)}\n" for text in error.entry.splitlines()))
        raise
    if captured is None:
        return refused(findings)
    say(FOR_PEOPLE, words_for(captured, candidate))
    if token is not None:
        from briefgen.intake.stamp import keep_stamp

        say(FOR_PEOPLE, f"{visible(keep_stamp(options.root, key, token).path)}: its time stamp\n")
    if git_would_change(options.root, data):
        sys.stdout.write(
            f"note: git would change this file: write `{ATTRIBUTES}` into .gitattributes first\n"
        )
    return CLEAN


def _stamp_of(options: _Options, document: bytes, ending: str) -> bytes | None:
    """The time stamp given with a document. Raises CannotRunError where it, or a signature, is false."""
    from briefgen.intake.stamp import refuse_false

    if options.stamp is not None and len(options.files) > 1:
        raise CannotRunError("--stamp is the time stamp of one document")
    token = None if options.stamp is None else read_document(options.root, options.stamp)
    refuse_false(options.root, token, document, ending)
    return token


def _offer_entry(source: Source, key: str, ending: str) -> None:
    """Show the entry that the bibliography lacks, as far as the document says it. Raises CannotRunError."""
    from briefgen.intake.child import read_apart
    from briefgen.intake.offered_entry import entry_offered
    from briefgen.intake.readers import Document, Reading

    reading = read_apart(Document(source.data, address=source.page), ending)
    if isinstance(reading, Reading) and (reading.facts.title or source.page):
        source.refuse_wall(reading)
        offered = entry_offered(reading.facts, key, source.page, source.answers.get("captured", "")[:10])
        sys.stdout.write("".join(f"{visible(line)}\n" for line in offered.splitlines()))
        raise CannotRunError(
            f"there is no work for {source.name} in {project.BIBLIOGRAPHY}: the entry above is what the "
            "document says of itself. Look it over, write it there, and run this again; nothing was stored"
        )


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
            say(FOR_PEOPLE, f"{visible(one.text)}: {visible(one.file)}, read anew by {one.extractor}\n")
        elif one.noted:
            noted = f"reads as it did; {project.CAPTURES} says that it was read by {one.extractor}"
            say(FOR_PEOPLE, f"{visible(one.file)}: {noted}\n")
        else:
            say(FOR_PEOPLE, f"{visible(one.file)}: reads as it did; nothing was written\n")
    if any(one.text for one in done):
        sys.stdout.write(
            "`briefgen reverify` says where quotations stand in it; with --write it moves them\n"
        )
    return CLEAN
