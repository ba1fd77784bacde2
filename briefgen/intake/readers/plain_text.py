"""Plain text and Markdown: the bytes are the text, if they are UTF-8."""

import codecs

from briefgen import rules
from briefgen.intake.readers.document import Document, Reading, Unreadable

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_HINT = "capture a copy saved as UTF-8: what is checked later is this file, byte for byte"


def read_plain(document: Document) -> Reading:
    """The text itself; no second file is needed for it. Raises Unreadable."""
    data = document.data
    for mark, name in _MARKS:
        if data.startswith(mark):
            raise Unreadable(rules.CAPTURE_ENCODING, f"is {name}, not UTF-8", hint=_HINT)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        place = f"byte {error.start}, in line {line}, is 0x{data[error.start]:02x}"
        in_windows = data[error.start : error.start + 1].decode("cp1252", "replace")
        likely = "" if in_windows == "\N{REPLACEMENT CHARACTER}" else f": “{in_windows}” in Windows-1252"
        raise Unreadable(rules.CAPTURE_ENCODING, "is not UTF-8", (place + likely,), _HINT) from error
    if "\0" in text:
        raise Unreadable(
            rules.CAPTURE_ENCODING,
            "holds NUL characters, so it is not plain text",
            hint="give it the ending of what it is, or capture a copy saved as UTF-8",
        )
    return Reading(text.replace("\r\n", "\n").replace("\r", "\n"))
