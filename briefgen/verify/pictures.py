"""Captured pictures: what kind and how large they are, and which stretches of their text their crops show."""

from collections.abc import Callable, Mapping

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.matching.haystack import prepare
from briefgen.matching.lookup import look_up
from briefgen.model.capture import CaptureRecord
from briefgen.model.picture import Area, Picture
from briefgen.model.verdict import Found
from briefgen.text import Span

_MOST_PIXELS = 100_000_000
"""A page at 600 dots per inch has 35 million."""


def picture_of(record: CaptureRecord, data: bytes, text: str, report: Report) -> Picture | None:
    """The picture that a capture is; None where its file is none that is shown. Its crops are checked."""
    kind = _kind(data)
    size = _SIZES[kind](data) if kind else None
    if size is None or not 0 < size[0] * size[1] <= _MOST_PIXELS:
        for crop in record.crops[:1]:
            what = f"{record.file} is no picture that a part can be shown of"
            _report(crop.area_span, what, report, "PNG, JPEG, GIF and WebP of up to 100 million pixels are")
        return None
    haystack = prepare(text, record.language) if record.crops else None
    crops: list[tuple[int, int, Area]] = []
    for crop in record.crops:
        area = crop.area
        found = look_up(crop.words, haystack) if haystack else None
        if area.left + area.width > size[0] or area.top + area.height > size[1]:
            what = f"this part reaches beyond the picture, which has {size[0]} × {size[1]} pixels"
            _report(crop.area_span, what, report)
        elif not isinstance(found, Found):
            what = f"these words do not stand in {record.text or record.file}"
            _report(crop.words_span, what, report, "write them as the capture's text has them")
        else:
            crops.append((found.ranges[0][0], found.ranges[-1][1], area))
    return Picture(record.file, f"image/{kind}", *size, tuple(crops))


def _report(span: Span, what: str, report: Report, hint: str | None = None) -> None:
    report(Diagnostic(rules.CROP_UNUSABLE, span, what, hint=hint))


def _kind(data: bytes) -> str:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def _png(data: bytes) -> tuple[int, int] | None:
    if data[12:16] != b"IHDR":
        return None
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def _gif(data: bytes) -> tuple[int, int] | None:
    return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """The size in the first frame: a marker, a length, and what belongs to it, one behind another."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # padding
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7])
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return None


def _webp(data: bytes) -> tuple[int, int] | None:
    match data[12:16]:
        case b"VP8X":
            return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
        case b"VP8L":
            bits = int.from_bytes(data[21:25], "little")
            return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
        case b"VP8 ":
            wide, high = (int.from_bytes(data[at : at + 2], "little") & 0x3FFF for at in (26, 28))
            return wide, high
        case _:
            return None


_SIZES: Mapping[str, Callable[[bytes], tuple[int, int] | None]] = {
    "png": _png,
    "jpeg": _jpeg,
    "gif": _gif,
    "webp": _webp,
}
