"""Captures: from a record of captures.yml and the bytes of a file to a text that may be searched."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefgen import rules
from briefgen.decode.spans import decode_facts, decode_spans
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.capture import Blob, Capture, CaptureRecord, Captures, TextBy
from briefgen.model.layout import project
from briefgen.model.named import Reference
from briefgen.model.readers import is_older
from briefgen.model.spans import TextSpan, flow
from briefgen.suggest import suggest
from briefgen.text import Span
from briefgen.verify.line_ends import only_line_ends_differ
from briefgen.verify.pictures import picture_of
from briefgen.verify.stamps import StampsBeside

_READ = frozenset({TextBy.EXTRACTION, TextBy.OCR})
_MOST_NAMED = 12
_FOLDER = f"{project.SEEDS}/"
_GIT = f"git changed it: write `{_FOLDER}** -text` into .gitattributes, then have git write the file anew"


def read_captures(
    records: Sequence[CaptureRecord], blobs: Sequence[Blob], report: Report, roots: Sequence[Reference] = ()
) -> Captures:
    """The captures whose file is there, has the right hash and reads as text; others are reported.

    Time stamps beside them are checked up to `roots`, files that the settings name.
    """
    files = {blob.path: blob for blob in blobs}
    stamps = StampsBeside(files, roots, report)
    captures = [_read(record, files, report) for record in records]
    captures = [stamps.on(one) if one else None for one in captures]
    older = _read_again_since(records)
    _name_older_readers([one for one in records if (one.key, one.number) not in older], report)
    return Captures(tuple(one for one in captures if one is not None and (one.key, one.number) not in older))


def _name_older_readers(records: Sequence[CaptureRecord], report: Report) -> None:
    """Report, once for all, the captures whose text a newer reader might read otherwise."""
    first: dict[str, CaptureRecord] = {}
    for record in records:
        if record.text_by in _READ and is_older(record.extractor):
            first.setdefault(record.key, record)
    if not first:
        return
    keys = list(first)
    shown = [f"`{key}`: {first[key].file}, by {first[key].extractor}" for key in keys[:_MOST_NAMED]]
    if len(keys) > _MOST_NAMED:
        shown.append(f"and {len(keys) - _MOST_NAMED} more")
    report(
        Diagnostic(
            rules.CAPTURE_OF_OLDER_READER,
            first[keys[0]].key_span,
            "the text of this capture was read by an older briefgen"
            if len(keys) == 1
            else f"the texts of {len(keys)} works' captures were read by an older briefgen",
            tuple(shown),
            f"`briefgen capture --again {keys[0] if len(keys) == 1 else 'KEY'}` reads it again; "
            "what was checked stays checked",
        )
    )


def _read_again_since(records: Sequence[CaptureRecord]) -> frozenset[tuple[str, int]]:
    """The captures whose document has a newer text in a later entry of its work; they are checked, too."""
    newest = {(one.key, one.sha256): one.number for one in records if one.text_by in _READ}
    return frozenset(
        (one.key, one.number)
        for one in records
        if one.text_by in _READ and newest[one.key, one.sha256] != one.number
    )


def _read(record: CaptureRecord, files: Mapping[str, Blob], report: Report) -> Capture | None:
    blob = _find(record.file, record.file_span, files, report)
    if blob is None:
        return None
    if blob.sha256 != record.sha256:
        report(
            Diagnostic(
                rules.CAPTURE_ALTERED,
                record.sha256_span,
                f"{record.file} is not the file this hash was taken of",
                _both(record.sha256, blob),
                _GIT
                if only_line_ends_differ(blob.data, record.sha256)
                else "bring back the captured file; a new capture gets a file and an entry of its own",
            )
        )
        return None
    document = blob.data
    if record.text and record.text_span:
        blob = _find(record.text, record.text_span, files, report)
    if blob and record.text_sha256 and blob.sha256 != record.text_sha256:
        report(_altered_text(record, blob))
        return None
    capture = _decode(record, blob, files, report) if blob else None
    if capture is None or not (record.text or record.crops):
        return capture
    picture = picture_of(record, document, capture.text, report)
    return replace(capture, picture=picture) if picture else capture


def _altered_text(record: CaptureRecord, blob: Blob) -> Diagnostic:
    """An extracted text stays as it was: a newer program may read the same document in another way."""
    return Diagnostic(
        rules.CAPTURE_TEXT_ALTERED,
        record.text_sha256_span or record.file_span,
        f"{record.text} is not the text this hash was taken of",
        _both(record.text_sha256, blob),
        _GIT
        if only_line_ends_differ(blob.data, record.text_sha256)
        else f"bring back the text that was extracted from {record.file}",
    )


def _both(digest: str, blob: Blob) -> tuple[str, ...]:
    hashes = (f"captures.yml: {digest}", f"the file:     {blob.sha256}")
    return (*hashes, "only its line ends differ") if only_line_ends_differ(blob.data, digest) else hashes


def _find(path: str, span: Span, files: Mapping[str, Blob], report: Report) -> Blob | None:
    name = unicodedata.normalize("NFC", path)
    if not name.startswith(_FOLDER) or ".." in name.split("/"):
        report(
            Diagnostic(
                rules.CAPTURE_OUTSIDE,
                span,
                f"`{path}` does not lie in {_FOLDER}",
                hint=f"move the file into {_FOLDER} and write `file: {_FOLDER}name.txt`",
            )
        )
        return None
    blob = files.get(name)
    if blob is None:
        near = suggest(name.removeprefix(_FOLDER), [other.removeprefix(_FOLDER) for other in files])
        report(
            Diagnostic(
                rules.CAPTURE_MISSING,
                span,
                f"there is no file `{path}`",
                hint=f"did you mean `{_FOLDER}{near}`?"
                if near
                else "put the captured file there; nothing else can be checked",
            )
        )
    return blob


def _decode(record: CaptureRecord, blob: Blob, files: Mapping[str, Blob], report: Report) -> Capture | None:
    try:
        text = blob.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = blob.data.count(b"\n", 0, error.start) + 1
        report(
            Diagnostic(
                rules.CAPTURE_NOT_TEXT,
                record.text_span or record.file_span,
                f"`{blob.path}` cannot be read as UTF-8 text",
                (f"byte {error.start}, in line {line}, is 0x{blob.data[error.start]:02x}",),
                f"give its text in a second file: `text: {_FOLDER}name.txt` and `text_by:`",
            )
        )
        return None
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    own_text = blob.sha256 if record.text else ""
    whole = unicodedata.normalize("NFC", lines)
    if not record.spans:
        return Capture(record, whole, own_text)
    spans = _spans(record, own_text, len(whole), files, report)
    if spans is None:
        return None
    facts = decode_facts(files[unicodedata.normalize("NFC", record.spans)].data)
    return Capture(record, flow(whole, spans), own_text, spans, whole, facts=facts)


def _spans(
    record: CaptureRecord, text_sha256: str, length: int, files: Mapping[str, Blob], report: Report
) -> tuple[TextSpan, ...] | None:
    place = record.spans_span or record.file_span
    blob = _find(record.spans, place, files, report)
    if blob is None:
        return None
    if blob.sha256 != record.spans_sha256:
        what = f"{record.spans} is not the file this hash was taken of"
        notes = _both(record.spans_sha256, blob)
        place = record.spans_sha256_span or place
    else:
        spans = decode_spans(blob.data, text_sha256, length)
        if not isinstance(spans, str):
            return spans
        what, notes = f"{record.spans} {spans}", ()
    hint = f"bring back the file that was made with {record.text}"
    report(Diagnostic(rules.CAPTURE_SPANS_ALTERED, place, what, notes, hint))
    return None
