"""What was read of a document: its place beside that, and what captures.yml says of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count

from briefgen.decode.new_capture import Fields, add_capture, entry_text
from briefgen.decode.spans import says_something, spans_text
from briefgen.intake.readers import Reading
from briefgen.load.texts import BOM
from briefgen.model.capture import Blob, TextBy
from briefgen.model.layout import project
from briefgen.model.project import ProjectError
from briefgen.model.spans import SpanKind

TEXT_ENDING = ".text.txt"
_SPANS_ENDING = ".spans.json"


class OnlyByHandError(ProjectError):
    """captures.yml is written so that only a person can add to it; `entry` shows what is to be added."""

    def __init__(self, entry: str) -> None:
        super().__init__(
            f"{project.CAPTURES} is written in a way that only a person can add to; nothing was stored. "
            "Write its entries line by line, as the one above"
        )
        self.entry = entry


@dataclass(frozen=True, slots=True)
class Beside:
    """The files that are new with a text, by their paths, and the keys of its entry; `text` is its path."""

    text: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    values: Fields = ()


def text_beside(stem: str, reading: Reading, blobs: Iterable[Blob], text_by: TextBy | None = None) -> Beside:
    """Where the text of a document is to lie, and its spans; nothing where the document is its own text.

    `text_by` says how the text was made where none of our readers did it.
    """
    if not reading.extractor and text_by is None:
        return Beside()
    blobs = tuple(blobs)
    files: dict[str, bytes] = {}
    extracted = reading.text.encode()
    digest = sha256(extracted).hexdigest()
    text, there = place_beside(stem, TEXT_ENDING, digest, blobs)
    if not there:
        files[text] = extracted
    values = [
        ("text", text),
        ("text_by", (text_by or _text_by(reading)).value),
        ("text_sha256", digest),
    ]
    if reading.extractor:
        values.append(("extractor", reading.extractor))
    if reading.spans or says_something(reading.facts):
        listed = spans_text(reading.spans, digest, reading.facts).encode()
        spans_digest = sha256(listed).hexdigest()
        spans, there = place_beside(text.removesuffix(TEXT_ENDING), _SPANS_ENDING, spans_digest, blobs)
        if not there:
            files[spans] = listed
        values += [("spans", spans), ("spans_sha256", spans_digest)]
    return Beside(text, files, tuple(values))


def _text_by(reading: Reading) -> TextBy:
    """How a text was made: most of a scan's was recognised by the program that made the file."""
    recognised = sum(one.end - one.start for one in reading.spans if one.kind is SpanKind.RECOGNISED)
    return TextBy.OCR if recognised * 2 > len(reading.text) else TextBy.EXTRACTION


def list_with(before: bytes, key: str, values: Fields) -> bytes:
    """captures.yml with one entry more. Raises OnlyByHandError."""
    mark = BOM if before.startswith(BOM) else b""
    text = before.removeprefix(BOM).decode("utf-8")
    added = add_capture(text, key, values)
    if added is None:
        raise OnlyByHandError(entry_text(key, values))
    return mark + added.encode()


def place_beside(stem: str, ending: str, digest: str, blobs: Iterable[Blob]) -> tuple[str, bool]:
    """Where what was read of a document is to lie, and whether it does already."""
    taken = {blob.path.casefold(): blob for blob in blobs}
    for name in numbered(stem):
        path = f"{name}{ending}"
        there = taken.get(path.casefold())
        if there is None or there.sha256 == digest:
            return path, there is not None
    raise AssertionError("numbers do not end")


def numbered(stem: str) -> Iterator[str]:
    """A name, and the same with numbers from 2 on."""
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))
