"""captures.yml: which works have a capture, and how it came to us."""

from collections.abc import Iterator

from briefgen import rules
from briefgen.decode.crops import decode_crops
from briefgen.decode.days import day, when_captured
from briefgen.decode.forms import (
    Flaw,
    choice,
    flag,
    line,
    path,
    reason,
    sha256,
    short,
    shown,
    text,
    web_address,
)
from briefgen.decode.language_tag import language
from briefgen.decode.nodes import Entry, Mapping, Node, Sequence, Unread
from briefgen.decode.reader import MappingReader, read_mapping, type_of
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.capture import (
    CaptureList,
    CaptureRecord,
    Holds,
    ListState,
    NoCapture,
    Publish,
    TextBy,
    UrlStatus,
)
from briefgen.text import Span, TextFile

_TEXT_KEYS = (
    "`text` names the file with the text, `text_by` says how that was made, `text_sha256` is its hash, "
    "`extractor` the program that made it; `spans` names the file that says what its stretches are, "
    "`spans_sha256` is its hash"
)

_SAYS_NONE = "capture"
"""The key of an entry that says that its work has no capture."""
_WITHHELD = "withheld"
"""Its value where there was one, which may not be shown to anybody."""


def decode_captures(file: TextFile, report: Report) -> CaptureList:
    """The captures of the file in the order written; one that lacks a required value is left out.

    Everything wrong with them is reported, and makes the list a faulty one. A citation key leads to one
    mapping or a list of them.
    """
    faults: list[Diagnostic] = []
    records: list[CaptureRecord] = []
    uncaptured: list[NoCapture] = []
    for one in _decode(file, faults.append):
        if isinstance(one, NoCapture):
            uncaptured.append(one)
        else:
            records.append(one)
    for fault in faults:
        report(fault)
    state = ListState.FAULTY if faults else ListState.WHOLE
    return CaptureList(tuple(records), tuple(uncaptured), state)


def _decode(file: TextFile, report: Report) -> Iterator[CaptureRecord | NoCapture]:
    root = read_mapping(file.span(0, len(file.text)), "the file", file.whole_line(1), report)
    if root is None:
        return
    first_lines: dict[str, int] = {}
    for entry in root.node.entries:
        if entry.key in first_lines:
            report(
                Diagnostic(
                    rules.YAML_DUPLICATE_KEY,
                    entry.key_span,
                    f"{shown(entry.key)} stands here a second time",
                    (f"first in line {first_lines[entry.key]}",),
                    "list all captures of a work below one key, each beginning with `- `",
                )
            )
        first_lines.setdefault(entry.key, entry.key_span.line)
        for number, mapping in enumerate(_mappings(entry, report), start=1):
            says_none = mapping.all_of(_SAYS_NONE)
            decoded: CaptureRecord | NoCapture | None = None
            if not says_none:
                decoded = _decode_capture(entry, mapping, number, report)
            elif entry.value is mapping:
                decoded = _decode_no_capture(entry, mapping, report)
            else:
                report(
                    Diagnostic(
                        rules.YAML_UNKNOWN_KEY,
                        says_none[0].key_span,
                        f"{shown(f'{entry.key}.capture')} stands in a list of captures",
                        ("a work has captures, or none",),
                        "write `capture: none` and `why` directly below the key, without `- `",
                    )
                )
            if decoded:
                yield decoded


def _mappings(entry: Entry, report: Report) -> Iterator[Mapping]:
    nodes: tuple[Node, ...] = (entry.value,)
    if isinstance(entry.value, Sequence) and entry.value.items:
        nodes = entry.value.items
    for node in nodes:
        if isinstance(node, Mapping):
            yield node
        elif not isinstance(node, Unread):
            report(
                Diagnostic(
                    rules.YAML_WRONG_TYPE,
                    node.span if node.span.start < node.span.end else entry.key_span,
                    f"the capture of {shown(entry.key)} is {type_of(node)}",
                    ("expected a mapping with `file`, `sha256` and so on, or a list of such mappings",),
                )
            )


def _decode_capture(entry: Entry, mapping: Mapping, number: int, report: Report) -> CaptureRecord | None:
    place = entry.key_span if entry.value is mapping else _head(mapping)
    reader = MappingReader(mapping, place, report, f"{short(entry.key)}.")
    # the order here is the order of "known keys" in messages
    file = reader.required("file", path)
    digest = reader.required("sha256", sha256)
    captured = reader.required("captured", when_captured)
    spoken = reader.required("language", language)
    stamped = reader.value("stamped", day, "")
    obtained = reader.by_language("obtained", line, language)
    url_status = reader.value("url_status", choice(UrlStatus), None)
    archive = reader.value("archive", web_address, "")
    source_line = reader.value("source_line", text, "")
    truncated = reader.value("truncated", flag, False)
    holds = reader.value("holds", choice(Holds), None)
    text_file = reader.value("text", path, "")
    text_by = reader.value("text_by", choice(TextBy), None)
    text_sha256 = reader.value("text_sha256", sha256, "")
    extractor = reader.value("extractor", line, "")
    spans = reader.value("spans", path, "")
    spans_sha256 = reader.value("spans_sha256", sha256, "")
    copies = reader.reference("copies")
    publish = reader.value("publish", choice(Publish), Publish.EXCERPTS)
    crops = decode_crops(reader)
    stamp = reader.value("stamp", path, "")
    reader.finish()
    _find_half_a_text(reader, report)
    if file is None or digest is None or captured is None or spoken is None:
        return None
    return CaptureRecord(
        key=entry.key,
        key_span=entry.key_span,
        file=file,
        file_span=reader.place("file"),
        sha256=digest,
        sha256_span=reader.place("sha256"),
        captured=captured,
        language=spoken,
        stamped=stamped,
        obtained=next((said for _, said in obtained), ""),
        obtained_in=tuple(pair for pair in obtained if pair[0]),
        url_status=url_status,
        archive=archive,
        source_line=source_line,
        truncated=truncated,
        holds=holds,
        text=text_file,
        text_span=reader.place("text") if text_file else None,
        text_by=text_by,
        text_sha256=text_sha256,
        text_sha256_span=reader.place("text_sha256") if text_sha256 else None,
        extractor=extractor,
        spans=spans,
        spans_span=reader.place("spans") if spans else None,
        spans_sha256=spans_sha256,
        spans_sha256_span=reader.place("spans_sha256") if spans_sha256 else None,
        copies=copies.name if copies else "",
        copies_span=copies.span if copies else None,
        publish=publish,
        crops=crops,
        stamp=stamp,
        stamp_span=reader.place("stamp") if stamp else None,
        number=number,
    )


def _decode_no_capture(entry: Entry, mapping: Mapping, report: Report) -> NoCapture | None:
    reader = MappingReader(mapping, entry.key_span, report, f"{short(entry.key)}.")
    said = reader.required(_SAYS_NONE, _none)
    why = reader.required("why", reason)
    spoken = reader.value("language", language, "")
    digest = reader.required("sha256", sha256) if said == _WITHHELD else ""
    reader.finish()
    if said is None or why is None or digest is None:
        return None
    return NoCapture(entry.key, entry.key_span, why, spoken, digest)


def _none(written: str) -> str | Flaw:
    if written in ("none", _WITHHELD):
        return written
    return Flaw(
        rules.UNKNOWN_CHOICE,
        f"cannot be {shown(written)}",
        ("expected `none`, which says that the work has no capture, or `withheld`",),
        "a capture is described by `file`, `sha256`, `captured` and `language`",
    )


def _find_half_a_text(reader: MappingReader, report: Report) -> None:
    """A text of a picture is worth what is known of its making: `text` and `text_by` come together."""
    pairs = (
        ("text", "text_by"),
        ("text_by", "text"),
        ("text_sha256", "text"),
        ("extractor", "text_sha256"),
        ("spans", "text_sha256"),
        ("spans", "spans_sha256"),
        ("spans_sha256", "spans"),
    )
    for key, other in pairs:
        if reader.is_given(key) and not reader.is_given(other):
            message = f"`{reader.label(key)}` without `{other}`"
            note = _TEXT_KEYS
            report(Diagnostic(rules.YAML_MISSING_KEY, reader.place(key), message, (note,)))


def _head(mapping: Mapping) -> Span:
    return mapping.entries[0].key_span if mapping.entries else mapping.span
