"""The encoding of a web page: as its server, its first bytes or the page itself declare it."""

import codecs
import re

from briefgen import rules
from briefgen.intake.readers.document import Document, Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta\b[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)")
_SEARCHED = 16_384
# As browsers read these names, which is wider than what they say.
_MEANT = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "big5": "big5hkscs",
    "tis-620": "cp874",
}


# Codecs of Python that no page is written in; some of them cost the square of what they are given.
_NO_CHARSETS = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined", "unicode_escape"}
)


def codec_of(name: str) -> str:
    """The name of a codec of Python for a declared encoding. Raises LookupError."""
    meant = _MEANT.get(name.lower(), name)
    try:
        found = codecs.lookup(meant)
    except (LookupError, ValueError) as error:  # a name may hold what no name does
        raise LookupError(name) from error
    if found.name in _NO_CHARSETS or not getattr(found, "_is_text_encoding", True):
        raise LookupError(name)
    return meant


def decode_page(document: Document) -> tuple[str, tuple[str, ...]]:
    """The characters of a page, and what there is to say of them. Raises Unreadable."""
    data = document.data
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decode(data[len(mark) :], codec, codec)
    head = data[:_SEARCHED]
    in_page = _META.search(head) or _XML.match(head)
    declared = document.charset or (in_page[1].decode("ascii") if in_page else "")
    if in_page and declared.lower().startswith("utf-16"):
        declared = "utf-8"  # a declaration that could be read byte by byte is not UTF-16
    if declared:
        return _decode(data, None, declared)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        raise Unreadable(
            rules.CAPTURE_ENCODING,
            "does not declare its encoding, and is not UTF-8",
            hint="save the page anew with a browser: that declares one",
        ) from error


def _decode(data: bytes, codec: str | None, name: str) -> tuple[str, tuple[str, ...]]:
    try:
        text = data.decode(codec or codec_of(name), "replace")
    except (LookupError, UnicodeError) as error:
        what = f"declares the encoding {name}, which is not known"
        raise Unreadable(rules.CAPTURE_ENCODING, what) from error
    broken = text.count("\N{REPLACEMENT CHARACTER}") - data.count("\N{REPLACEMENT CHARACTER}".encode())
    if broken <= 0:
        return text, ()
    if broken * 100 > len(text):
        what = f"declares the encoding {name}, but is not written in it"
        raise Unreadable(rules.CAPTURE_ENCODING, what)
    return text, (f"{broken} of its bytes are not {name}; the text has U+FFFD in their place",)
