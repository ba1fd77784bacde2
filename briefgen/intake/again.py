"""Reading again: what today's reader makes of a document that was captured before, stored beside that.

Nothing that is there changes by a byte: the text of then stays, pinned as it was, and the entry of it in
captures.yml, too. A further entry names the same document with its new text, and quotations are looked up in
that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from briefgen.decode.captures import decode_captures
from briefgen.decode.settings import decode_settings
from briefgen.diagnostics import Report
from briefgen.disk.writing import locked
from briefgen.intake.beside import list_with, text_beside
from briefgen.intake.browser import read_as_shown
from briefgen.intake.capture import LAST, ORDER, is_in_the_way, refusal, work_of
from briefgen.intake.child import read_apart
from briefgen.intake.readers import Attempt, Document, Missing, Refused, ending_of
from briefgen.load import load_files
from briefgen.model.capture import CaptureList, CaptureRecord, TextBy
from briefgen.model.layout import project
from briefgen.model.project import ProjectError, ProjectFiles
from briefgen.model.readers import is_older
from briefgen.write.captures import read_list, remove_leftovers, write_capture

_READ = frozenset({TextBy.EXTRACTION, TextBy.OCR})


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """A document that was read again: the path of its new text, empty where it reads as it did.

    `noted`: captures.yml has a further entry that says who read it.
    """

    file: str
    text: str
    extractor: str
    noted: bool = False


def read_again(
    root: PurePath, key: str, report: Report, *, page: str = "", date: str = "", browser: bool = False
) -> tuple[ReadAgain, ...] | None:
    """Read the documents of a work again, and store each text that is another than before.

    With `browser` what Chromium shows of them is read. None where captures.yml has errors or a document is
    refused, which is reported. Raises CannotRunError, OSError.
    """
    with locked(root, "capture"):
        remove_leftovers(root)
        loaded = load_files(root)
        files, findings = loaded.value, list(loaded.findings)
        listed = decode_captures(files.captures, findings.append) if files.captures else CaptureList()
        errors = [finding for finding in findings if is_in_the_way(finding, files)]
        for finding in errors:
            report(finding)
        if errors:
            return None
        address = page or work_of(files, key).url
        read = read_as_shown if browser else read_apart
        newest = {one.sha256: one for one in listed.records if one.key == key and one.text_by in _READ}
        if not newest:
            raise ProjectError(f"no capture of `{key}` has a text that was read from its document")
        done: list[ReadAgain] = []
        for record in newest.values():
            one = _read(root, files, record, address, date, report, read)
            if one is None:
                return None
            done.append(one)
        return tuple(done)


def _read(
    root: PurePath,
    files: ProjectFiles,
    record: CaptureRecord,
    address: str,
    date: str,
    report: Report,
    read: Callable[[Document, str], Attempt],
) -> ReadAgain | None:
    blob = next((one for one in files.blobs if one.path == record.file), None)
    if blob is None or blob.sha256 != record.sha256:
        raise ProjectError(f"{record.file} is not the file that its hash in {project.CAPTURES} was taken of")
    limits = decode_settings(files.settings, lambda _: None).reading
    document = Document(blob.data, address=address, date=date, truncated=record.truncated, limits=limits)
    ending = ending_of(record.file, blob.data)
    outcome = read(document, ending)
    if isinstance(outcome, Refused):
        report(refusal(record.file, outcome))
        return None
    if isinstance(outcome, Missing):
        raise ProjectError(outcome.said)
    beside = text_beside(record.file.removesuffix(f".{ending}"), outcome, files.blobs)
    written = dict(beside.values)
    unchanged = written.get("text_sha256") == record.text_sha256
    unchanged = unchanged and written.get("spans_sha256", "") == record.spans_sha256
    if unchanged and not is_older(record.extractor):
        return ReadAgain(record.file, "", outcome.extractor)
    said = {name: getattr(record, name) for name in (*ORDER, *LAST)}
    answers = {name: "true" if value is True else str(value) for name, value in said.items() if value}
    values = [("file", record.file), ("sha256", record.sha256)]
    values += [(name, answers[name]) for name in ORDER if name in answers]
    values += beside.values
    values += [(name, answers[name]) for name in LAST if name in answers]
    before = read_list(root) or b""
    write_capture(root, beside.files, before, list_with(before, record.key, values))
    return ReadAgain(record.file, "" if unchanged else beside.text, outcome.extractor, noted=True)
