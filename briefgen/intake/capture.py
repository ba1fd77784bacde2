"""Capturing: from a document to a file of seeds/, its text beside it, and an entry in captures.yml."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath

from briefgen.bibliography.works_of_files import parse_library
from briefgen.decode.captures import decode_captures
from briefgen.decode.csl_yaml import decode_csl_yaml
from briefgen.decode.settings import decode_settings
from briefgen.diagnostics import Diagnostic, Report, Severity
from briefgen.disk.writing import locked
from briefgen.intake.beside import TEXT_ENDING, list_with, numbered, text_beside
from briefgen.intake.browser import read_as_shown
from briefgen.intake.child import read_apart
from briefgen.intake.readers import PICTURES, RECORDINGS, Document, Missing, Reading, Refused
from briefgen.load import load_files
from briefgen.model.capture import Blob, Capture, CaptureList, CaptureRecord, Holds, TextBy
from briefgen.model.layout import project
from briefgen.model.project import ProjectError, ProjectFiles
from briefgen.model.work import Work
from briefgen.rules import RULES
from briefgen.suggest import suggest
from briefgen.text import TextFile
from briefgen.verify.same_work import report_other_work
from briefgen.write.captures import read_list, remove_leftovers, write_capture

_UNFIT = re.compile(r"[^\w.-]+")
_MOST_BYTES = 200
"""Of a key in the name of a file: a number and an ending come behind it."""
_WITH_TEXT_GIVEN = PICTURES | RECORDINGS | {"pdf"}
ORDER = (
    "captured",
    "language",
    "stamped",
    "obtained",
    "url_status",
    "archive",
    "source_line",
    "truncated",
    "holds",
)
LAST = ("copies", "publish", "stamp")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that could be read, and the work it is to be a capture of."""

    key: str
    ending: str
    data: bytes
    reading: Reading
    offered: Mapping[str, str]
    """Keys of the entry with what the bibliography, or else the document, says of them."""
    text_by: TextBy | None = None
    """How its text was made, where that was given with it."""


@dataclass(frozen=True, slots=True)
class GivenText:
    """The text of a picture or a recording, made elsewhere; `extractor` names the program that did it."""

    text: str
    text_by: TextBy
    extractor: str = ""


@dataclass(frozen=True, slots=True)
class Captured:
    """What was done: where the document lies, where its text, and how many captures the work has now.

    `text` is empty where the document is its own text. `known`: it was a capture of the work already, and
    nothing was written. `reused`: its bytes were in seeds/ already, and no second copy was made.
    """

    file: str
    text: str
    sha256: str
    count: int
    known: bool = False
    reused: bool = False


def examine(
    root: PurePath,
    key: str,
    name: str,
    ending: str,
    data: bytes,
    report: Report,
    *,
    page: str = "",
    date: str = "",
    truncated: bool = False,
    given: GivenText | None = None,
    browser: bool = False,
) -> Candidate | None:
    """Read a document that is to become a capture, unless its text is `given`; nothing is written.

    With `browser` it is a page, and read is what Chromium shows of it.

    None where it is refused, which is then reported. Raises CannotRunError where the project, the key or the
    installation does not allow it.
    """
    files = load_files(root).value
    work = work_of(files, key)
    _refuse_uncaptured(files, key)
    if given is not None:
        if ending not in _WITH_TEXT_GIVEN:
            raise ProjectError(f"a text is given of pictures, recordings and scans; .{ending} is read")
        if not given.text.strip():
            raise ProjectError("the text that is given holds no words")
        reading = Reading(given.text, given.extractor)
        return Candidate(key, ending, data, reading, _offered(work, reading), given.text_by)
    limits = decode_settings(files.settings, lambda _: None).reading
    document = Document(data, address=page or work.url, truncated=truncated, limits=limits, date=date)
    outcome = read_as_shown(document, ending) if browser else read_apart(document, ending)
    if isinstance(outcome, Refused):
        report(refusal(name, outcome))
        return None
    if isinstance(outcome, Missing):
        raise ProjectError(outcome.said)
    return Candidate(key, ending, data, outcome, _offered(work, outcome))


def _offered(work: Work, reading: Reading) -> Mapping[str, str]:
    said = {"language": work.language or reading.facts.language}
    if work.accessed is not None:
        said["captured"] = work.accessed.iso()
    return {name: value for name, value in said.items() if value}


def store(
    root: PurePath, candidate: Candidate, answers: Mapping[str, str], report: Report
) -> Captured | None:
    """Write a capture: its bytes, its text, its entry, in this order.

    `answers` are further keys of the entry with their values. None where captures.yml has errors, which are
    reported. Raises ProjectError, OSError.
    """
    with locked(root, "capture"):
        remove_leftovers(root)
        loaded = load_files(root)
        files, findings = loaded.value, list(loaded.findings)
        listed = decode_captures(files.captures, findings.append) if files.captures else CaptureList()
        errors = [finding for finding in findings if is_in_the_way(finding, files)]
        errors += () if errors else _other_work(files, candidate, answers)
        for finding in errors:
            report(finding)
        return None if errors else _store(root, files.blobs, listed.records, candidate, answers)


def _other_work(
    files: ProjectFiles, candidate: Candidate, answers: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """What is wrong with a document that is another than its entry describes."""
    nowhere = TextFile(f"{project.SEEDS}/{candidate.key}", "").span(0, 0)
    record = CaptureRecord(
        candidate.key,
        nowhere,
        "",
        nowhere,
        "",
        nowhere,
        answers.get("captured", ""),
        answers.get("language", ""),
        stamped=answers.get("stamped", ""),
        truncated="truncated" in answers,
        holds=Holds(answers["holds"]) if "holds" in answers else None,
        text_by=candidate.text_by,
    )
    reading = candidate.reading
    text = unicodedata.normalize("NFC", reading.text)
    spans = reading.spans if text == reading.text else ()
    capture = Capture(record, text, spans=spans, facts=reading.facts)
    yield from report_other_work(work_of(files, candidate.key), capture)


# -------------------------------------------------------------------------------------------- storing


def _store(
    root: PurePath,
    blobs: tuple[Blob, ...],
    records: tuple[CaptureRecord, ...],
    candidate: Candidate,
    answers: Mapping[str, str],
) -> Captured:
    digest = sha256(candidate.data).hexdigest()
    own = [record for record in records if record.key == candidate.key]
    for record in own:
        if record.sha256 == digest:
            return Captured(record.file, record.text, digest, len(own), known=True)
    new: dict[str, bytes] = {}
    file, reused = _place_of_document(candidate.key, candidate.ending, digest, blobs)
    if not reused:
        new[file] = candidate.data
    values = [("file", file), ("sha256", digest)]
    values += [(name, answers[name]) for name in ORDER if answers.get(name)]
    beside = text_beside(
        file.removesuffix(f".{candidate.ending}"), candidate.reading, blobs, candidate.text_by
    )
    new |= beside.files
    values += beside.values
    values += [(name, answers[name]) for name in LAST if answers.get(name)]
    before = read_list(root)
    write_capture(root, new, before, list_with(before or b"", candidate.key, values))
    return Captured(file, beside.text, digest, len(own) + 1, reused=reused)


def _place_of_document(key: str, ending: str, digest: str, blobs: Iterable[Blob]) -> tuple[str, bool]:
    """Where a document is to lie, and whether it does already.

    A new one gets a name that no other file of seeds/ begins with, so that its text can lie beside it.
    """
    for blob in blobs:
        is_text = blob.path.endswith(TEXT_ENDING)
        if blob.sha256 == digest and blob.path.endswith(f".{ending}") and not is_text:
            return blob.path, True
    taken = [blob.path.casefold() for blob in blobs]
    for stem in numbered(_file_name(key)):
        if not any(path.startswith(f"{stem}.".casefold()) for path in taken):
            return f"{stem}.{ending}", False
    raise AssertionError("numbers do not end")


def _file_name(key: str) -> str:
    """A citation key as the beginning of a file name in seeds/, on any system."""
    name = _UNFIT.sub("-", unicodedata.normalize("NFC", key)).strip("-.")
    name = name.encode()[:_MOST_BYTES].decode(errors="ignore")
    return f"{project.SEEDS}/{name or 'capture'}"


# ------------------------------------------------------------------------------------------- checking


def work_of(files: ProjectFiles, key: str) -> Work:
    """The work of a citation key. Raises ProjectError where it is not in the bibliography."""
    if not files.bibliography:
        raise ProjectError(f"there is no {project.BIBLIOGRAPHY}: a capture belongs to a work in it")
    works = {
        work.key: work for work in parse_library(files.bibliography, lambda _: None, None, decode_csl_yaml)
    }
    if key in works:
        return works[key]
    near = suggest(key, works)
    advice = f"did you mean `{near}`?" if near else "write its entry there first"
    raise ProjectError(f"there is no work `{key}` in {project.BIBLIOGRAPHY}: {advice}")


def _refuse_uncaptured(files: ProjectFiles, key: str) -> None:
    """Raise ProjectError where captures.yml says why a work has no capture: a person has to delete that."""
    listed = decode_captures(files.captures, lambda _: None) if files.captures else CaptureList()
    for entry in listed.uncaptured:
        if entry.key == key:
            raise ProjectError(
                f"{project.CAPTURES}:{entry.key_span.line} says `capture: none` of `{key}`: "
                "delete that entry, then run this again; nothing was stored"
            )


def is_in_the_way(finding: Diagnostic, files: ProjectFiles) -> bool:
    """Whether captures.yml, or what was read in its place, cannot be relied upon; other errors can wait."""
    read = files.captures.path if files.captures else project.CAPTURES
    return finding.span.path in {project.CAPTURES, read} and finding.severity is Severity.ERROR


def refusal(name: str, refusal: Refused) -> Diagnostic:
    """A finding about a document as a whole."""
    shown = "the document" if name == "-" else name
    message = f"this {refusal.what}; nothing is stored"
    rule = next(rule for rule in RULES if rule.code == refusal.code)
    return Diagnostic(rule, TextFile(shown, "").span(0, 0), message, refusal.notes, refusal.hint)
