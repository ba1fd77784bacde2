"""A time stamp for an entry of captures.yml: one line more, without touching what an author wrote there."""

from dataclasses import replace

from briefgen.decode.captures import decode_captures
from briefgen.decode.new_capture import LINES, scalar, without_places
from briefgen.diagnostics import Diagnostic
from briefgen.model.capture import CaptureRecord
from briefgen.model.layout import project
from briefgen.text import TextFile

_KEY = "sha256"


def add_stamp(text: str, record: CaptureRecord, path: str) -> str | None:
    """The text of captures.yml with the stamp of a capture, below its hash; None where it takes a person.

    The result is read back: it says what it said before, and the stamp.
    """
    at = record.sha256_span
    lines = LINES.findall(text)
    before = at.file.line_text(at.line)[: at.column - 1]
    margin = before.partition(_KEY)[0]
    if at.line > len(lines) or _KEY not in before or margin.strip(" -"):
        return None
    line = lines[at.line - 1]
    end = line[len(line.rstrip("\r\n")) :]
    if not end:
        lines[at.line - 1], end = f"{line}\n", "\n"
    lines.insert(at.line, f"{' ' * len(margin)}stamp: {scalar(path)}{end}")
    added = "".join(lines)
    return added if _says(added, record, path, text) else None


def _says(added: str, record: CaptureRecord, path: str, text: str) -> bool:
    faults: list[Diagnostic] = []
    old, new = (
        decode_captures(TextFile(project.CAPTURES, _plain(one)), faults.append) for one in (text, added)
    )
    wanted = [
        replace(one, stamp=path) if (one.key, one.number) == (record.key, record.number) else one
        for one in map(without_places, old.records)
    ]
    return not faults and wanted == [without_places(one) for one in new.records]


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
