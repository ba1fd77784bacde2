"""Hostile documents: each a function that makes its bytes, with what is expected of whoever reads them.

A document is read, and then it says `SAID`, or it is refused, and then with a piece of the reason. Some may
come out either way: what a library makes of them is its own affair, as long as it comes to an end.
"""

import base64
import gzip
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from typing import Literal

Make = Callable[[], bytes]
SAID = "One lane stays open"
_MB = 1_000_000


@dataclass(frozen=True)
class Hostile:
    """A document: its ending, how it is made, what is expected, and a piece of the reason of its refusal."""

    ending: str
    make: Make
    expected: Literal["read", "refused", "either"]
    reason: str = ""


# ------------------------------------------------------------------------------------------- makers


def zipped(files: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_PARAGRAPH = f"<w:p><w:r><w:t>{SAID}</w:t></w:r></w:p>"


def word(body: str, head: str = "", **more: bytes | str) -> bytes:
    document = f"<?xml version='1.0'?>{head}<w:document {_W}><w:body>{body}</w:body></w:document>"
    files: dict[str, bytes | str] = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELS}
    return zipped(
        files | {"word/document.xml": document} | {name.replace("__", "/"): more[name] for name in more}
    )


def _nested_rules(depth: int) -> str:
    return f"<style>{'b {' * depth}display: none{'}' * depth}</style>"


def _framed(depth: int) -> str:
    page = "<p>x</p>"
    for _ in range(depth):
        page = f'<iframe srcdoc="{escape(page)}"></iframe>'
    return page


def _nested_tables(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + _PARAGRAPH + "</w:tc></w:tr></w:tbl>" * depth


_OPF = '<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest><spine>{spine}</spine></package>'
_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book.opf"/></rootfiles></container>'
)
_CHAPTER = f"<html><body><p>{SAID}</p></body></html>"


def book(chapters: Mapping[str, str] | None = None, *, spine: str = "", head: str = "", **more: str) -> bytes:
    pages = {"c0.xhtml": _CHAPTER} if chapters is None else chapters
    items = "".join(
        f'<item id="i{i}" href="{name}" media-type="application/xhtml+xml"/>' for i, name in enumerate(pages)
    )
    order = spine or "".join(f'<itemref idref="i{i}"/>' for i in range(len(pages)))
    files = {"META-INF/container.xml": _CONTAINER, "book.opf": head + _OPF.format(items=items, spine=order)}
    return zipped({"mimetype": "application/epub+zip", **files, **pages, **more})


def record(
    content: bytes,
    *,
    length: object = None,
    kind: str = "response",
    more: str = "",
    address: str = "http://a/",
) -> bytes:
    said = len(content) if length is None else length
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\n{more}Content-Length: {said}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def answer(
    body: bytes, headers: str = "", status: str = "200 OK", media: str = "text/html; charset=utf-8"
) -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{headers}\r\n".encode() + body


_PAGE = f"<p>{SAID}</p>".encode()


def wacz(archive: bytes, resources: object = None, pages: str = "", **more: bytes) -> bytes:
    listed = [{"path": "archive/a.warc", "hash": f"sha256:{sha256(archive).hexdigest()}"}]
    package = json.dumps({"resources": listed if resources is None else resources})
    files: dict[str, bytes | str] = {"archive/a.warc": archive, "datapackage.json": package}
    return zipped(files | {"pages/pages.jsonl": pages} | dict(more))


def mail(head: str = "", body: str = SAID, kind: str = "text/plain; charset=utf-8") -> bytes:
    return f"From: a@example.org\r\n{head}Content-Type: {kind}\r\n\r\n{body}\r\n".encode()


def pdf(
    content: bytes,
    *,
    page: str = "",
    more: str = "",
    pages: str = "[3 0 R]",
    count: int = 1,
    filter_: str = "",
) -> bytes:
    """A PDF of one page whose content stream is `content`."""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {more} >>".encode(),
        f"<< /Type /Pages /Kids {pages} /Count {count} >>".encode(),
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        f"/Resources << /Font << /F 5 0 R >> >> {page} >>".encode(),
        f"<< /Length {len(content)} {filter_} >>\nstream\n".encode() + content + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    made = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    table = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return made + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()


_SHOWN = f"BT /F 12 Tf 72 700 Td ({SAID}) Tj ET\n".encode()


def html(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def _said(inner: str) -> Make:
    return lambda: html(f"<p>{SAID}</p>{inner}")


def _bomb_entities(n: int) -> str:
    lines = ['<!ENTITY a0 "lollollollol">']
    lines += [f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, n)]
    return f"<!DOCTYPE x [{''.join(lines)}]>"


_EXTERNAL = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def _zip_that_lies(method: int) -> bytes:
    data = bytearray(word(_PARAGRAPH))
    for sign, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        place = data.find(sign)
        while place >= 0:
            struct.pack_into("<H", data, place + at, method)
            place = data.find(sign, place + 4)
    return bytes(data)


def _declared(size: int) -> bytes:
    """A zip file that says of each file in it that it is larger than it is."""
    data = bytearray(word(_PARAGRAPH))
    for sign, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.find(sign)
        while place >= 0:
            struct.pack_into("<I", data, place + at, size)
            place = data.find(sign, place + 4)
    return bytes(data)


def _overlapping(n: int) -> bytes:
    """Many names for one packed file, as in zip bombs that no unpacker has to unpack twice."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = b"a" * _MB
    data = packed.compress(body) + packed.flush()
    head = struct.pack(
        "<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, zlib.crc32(body), len(data), len(body), 1, 0
    )
    out = bytearray(head + b"a" + data)
    crc = zlib.crc32(body)
    start = len(out)
    for i in range(n):
        name = f"{i}".encode()
        out += struct.pack(
            "<4s6H3I5H2I",
            b"PK\x01\x02",
            20,
            20,
            0,
            8,
            0,
            0,
            crc,
            len(data),
            len(body),
            len(name),
            0,
            0,
            0,
            0,
            0,
            0,
        )
        out += name
    size = len(out) - start
    return bytes(out) + struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, n, n, size, start, 0)


def _gzip_members(n: int) -> bytes:
    one = gzip.compress(record(answer(_PAGE)), mtime=0)
    return one + gzip.compress(b"", mtime=0) * n


def _nested_mail(depth: int) -> bytes:
    text = mail()
    for _ in range(depth):
        text = b"From: a@example.org\r\nContent-Type: message/rfc822\r\n\r\n" + text
    return text


def _nested_parts(depth: int) -> bytes:
    head = b"From: a@example.org\r\n"
    for i in range(depth):
        head += f'Content-Type: multipart/mixed; boundary="b{i}"\r\n\r\n--b{i}\r\n'.encode()
    body = b"Content-Type: text/plain\r\n\r\n" + SAID.encode() + b"\r\n"
    return head + body + b"".join(f"--b{i}--\r\n".encode() for i in reversed(range(depth)))


def _raised(levels: int) -> str:
    return "<sup>" * levels + "<a href='#n'>1</a>" + "</sup>" * levels


def _flate(data: bytes) -> bytes:
    return zlib.compress(data, 9)


_FILTER = "/Filter /FlateDecode"
_DAMAGED = "damaged"
_UNREAD = "cannot be read"
_CUT = "looks cut off"
_UNPACKS = "unpacks to more than"


def _read(ending: str, make: Make) -> Hostile:
    return Hostile(ending, make, "read")


def _either(ending: str, make: Make) -> Hostile:
    return Hostile(ending, make, "either")


def _no(ending: str, make: Make, reason: str = "") -> Hostile:
    return Hostile(ending, make, "refused", reason)


# ---------------------------------------------------------------------------------------- the table

HTML: Mapping[str, Hostile] = {
    "elements 20,000 deep": _read("html", _said("<div>" * 20_000)),
    "spans 20,000 deep": _read("html", _said("<span>" * 20_000)),
    "lists 5,000 deep": _read("html", _said("<ul><li>" * 5_000)),
    "tables 2,000 deep": _read("html", _said("<table><tr><td>" * 2_000)),
    "bold 1,000 deep, each in a paragraph": _read("html", _said("<b><p>" * 1_000)),
    "links in links": _read("html", _said("<a href=x>" * 5_000)),
    "formatting that ends in the wrong order": _read("html", _said("<b><i>x</b></i>" * 3_000)),
    "raised 5,000 deep": _read("html", _said(_raised(5_000))),
    "raised numbers": _read("html", _said("<sup><a href='#n'>1</a></sup>" * 5_000)),
    "one element with 5,000 attributes": _read(
        "html", _said("<p " + " ".join(f"a{i}=x" for i in range(5_000)) + ">x</p>")
    ),
    "an attribute of a megabyte": _read("html", _said(f"<p title='{'x' * _MB}'>x</p>")),
    "a style of a megabyte of spaces": _read("html", _said(f"<p style='{' ' * _MB}'>x</p>")),
    "styles of semicolons": _read("html", _said(f"<p style='{';' * _MB}'>x</p>")),
    "style sheets: each & stands for thirty": _no(
        "html",
        _said("<style>" + "&&&&&&&&&&&&&&&&&&&&&&&&&&&&&& b {" * 8 + "color: red" + "}" * 8 + "</style>"),
        "hide",
    ),
    "style sheets: rules 10 deep": _read("html", _said(_nested_rules(10))),
    "style sheets: rules 1,000 deep": _no("html", _said(_nested_rules(1_000)), "hide"),
    "style sheets: 60,000 rules that hide": _no(
        "html", _said("<style>" + ".x{display:none}" * 60_000 + "</style><p class=x>x</p>"), "hide"
    ),
    "frames 12 deep": _read("html", _said(_framed(12))),
    "a class of a megabyte": _read("html", _said(f"<p class='{'sf-hidden2 ' * 90_000}'>x</p>")),
    "entities": _read("html", _said("&amp;&#x41;&notit;&" * 50_000)),
    "numbers beyond Unicode": _read("html", _said("&#x99999999999;&#xD800;&#0;" * 10_000)),
    "NUL characters": _read("html", _said("\0" * 50_000)),
    "comments that never end": _no("html", _said("<!--" * 100_000), _CUT),
    "comments that end at once": _read("html", _said("<!-->" * 100_000)),
    "scripts that never end": _no("html", _said("<script>" * 100_000), _CUT),
    "scripts without a >": _either("html", _said("<script " * 100_000)),
    "styles that never end": _no("html", _said("<style>" * 100_000), _CUT),
    "noscripts that never end": _either("html", _said("<noscript>" * 50_000)),
    "ends of scripts with spaces": _either("html", _said("<script>" + ("</script" + " " * 100) * 5_000)),
    "templates without a >": _either("html", _said("<template " * 50_000)),
    "tags that never end": _either("html", _said("<p " * 100_000)),
    "less-than signs": _read("html", _said("< " * 200_000)),
    "tags of XML": _read("html", _said("<a / / / / " * 20_000)),
    "frames in frames": _read(
        "html",
        lambda: html(
            f"<p>{SAID}</p><iframe srcdoc='&lt;iframe srcdoc=&quot;&amp;lt;p&amp;gt;x&quot;&gt;'></iframe>"
        ),
    ),
    "frames by the thousand": _read("html", _said("<iframe srcdoc='<p>x</p>'></iframe>" * 3_000)),
    "pre in pre": _read("html", _said("<pre>" * 5_000)),
    "svg in svg": _read("html", _said("<svg><title>x</title>" * 3_000)),
    "math in math": _read("html", _said("<math><mi>" * 3_000)),
    "selects in selects": _read("html", _said("<select><option>" * 5_000)),
    "forms in forms": _read("html", _said("<form>" * 20_000)),
    "framesets": _either("html", _said("<frameset>" * 5_000)),
    "bodies with attributes": _read("html", _said("".join(f"<body a{i}=x>" for i in range(3_000)))),
    "a charset nobody knows": _no("html", lambda: b"<meta charset=x-none><p>x</p>", "not known"),
    "a charset that is none: idna": _no("html", lambda: b"<meta charset=idna><p>x</p>", "not known"),
    "a charset that is none: punycode": _no(
        "html", lambda: b"<meta charset=punycode><p>" + b"a-" * 200_000, "not known"
    ),
    "a charset that is none: zlib": _no("html", lambda: b"<meta charset=zlib><p>x</p>", "not known"),
    "a charset that is none: rot13": _no("html", lambda: b"<meta charset=rot13><p>x</p>", "not known"),
    "a charset that is none: unicode_escape": _no(
        "html", lambda: b"<meta charset=unicode_escape><p>\\N{LATIN SMALL LETTER A}</p>", "not known"
    ),
    "a charset with a very long name": _no(
        "html", lambda: b"<meta charset=" + b"x" * 100_000 + b"><p>x</p>", "known"
    ),
    "UTF-7": _either("html", lambda: b"<meta charset=utf-7><p>+ADw-script+AD4-</p>"),
    "half a UTF-16": _either("html", lambda: b"\xff\xfe<\0p\0>\0x"),
    "lone surrogates in UTF-8": _either("html", lambda: b"<p>\xed\xa0\x80</p>"),
    "noise": _either("html", lambda: bytes(range(256)) * 4_000),
    "spaces": _no("html", lambda: b" " * _MB, "is empty"),
    "XML declarations": _either("xhtml", lambda: b"<?xml " * 50_000),
    "entities of XML": _read("xhtml", lambda: _bomb_entities(9).encode() + html(f"<p>{SAID}</p>&a8;")),
    "a file, as an entity": _read("xhtml", lambda: _EXTERNAL.encode() + html(f"<p>{SAID}</p>&x;")),
    "tags closed by themselves": _read("xhtml", _said("<a" + " /" * 50_000 + ">x")),
}

PLAIN: Mapping[str, Hostile] = {
    "text with a NUL": _no("txt", lambda: b"a\0b", "NUL"),
    "text in UTF-16": _no("txt", lambda: SAID.encode("utf-16"), "UTF-16"),
    "text in UTF-32": _no("txt", lambda: SAID.encode("utf-32"), "UTF-32"),
    "text in nothing": _no("txt", lambda: b"\xff" * 1_000, "not UTF-8"),
    "one line of 10 MB": _read("txt", lambda: SAID.encode() * 500_000),
    "ten million line ends": _read("txt", lambda: SAID.encode() + b"\r\n" * 5_000_000),
    "carriage returns": _read("md", lambda: SAID.encode() + b"\r" * 1_000_000),
    "marks above letters": _read("txt", lambda: SAID.encode() + "\u0301\u0316".encode() * 100_000),
    "lone surrogates": _no("txt", lambda: b"\xed\xa0\x80", "not UTF-8"),
    "a picture": _no("png", lambda: b"\x89PNG", "picture"),
    "an ending of nothing": _no("", lambda: b"x", "no ending"),
    "an ending of a kilobyte": _no("x" * 1_000, lambda: b"x", "no reader"),
    "a PDF that is called text": _no("txt", lambda: b"%PDF-1.7 x", "looks like"),
    "gzip that is called a page": _no("html", lambda: gzip.compress(b"x"), "looks like"),
}

WORD: Mapping[str, Hostile] = {
    "Word: an ordinary one": _read("docx", lambda: word(_PARAGRAPH)),
    "Word: tables 300 deep": _no("docx", lambda: word(_nested_tables(300)), _UNREAD),
    "Word: tables 30 deep": _read("docx", lambda: word(_nested_tables(30))),
    "Word: tables 5,000 deep": _no("docx", lambda: word(_nested_tables(5_000)), "deep"),
    "Word: fields in fields": _either(
        "docx", lambda: word(_PARAGRAPH + "<w:sdt><w:sdtContent>" * 400 + "</w:sdtContent></w:sdt>" * 400)
    ),
    "Word: 300,000 paragraphs": _no(
        "docx", lambda: word("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 300_000), "paragraphs"
    ),
    "Word: 300,000 paragraphs with another prefix": _no(
        "docx",
        lambda: word(f"<x:body xmlns:x={_W.split('=', 1)[1]}>" + "<x:p/>" * 300_000 + "</x:body>"),
        "paragraphs",
    ),
    "Word: 20,000 empty runs in a paragraph": _read(
        "docx", lambda: word(_PARAGRAPH + "<w:p>" + "<w:r/>" * 20_000 + "</w:p>")
    ),
    "Word: six million elements": _no("docx", lambda: word("<a/>" * 5_100_000), "elements"),
    "Word: entities that double": _no("docx", lambda: word("&a8;", _bomb_entities(9)), "entities"),
    "Word: a file, as an entity": _no("docx", lambda: word("&x;", _EXTERNAL), "entities"),
    "Word: a DTD elsewhere": _either(
        "docx", lambda: word(_PARAGRAPH, '<!DOCTYPE w SYSTEM "file:///etc/passwd">')
    ),
    "Word: no XML": _no("docx", lambda: zipped({"word/document.xml": b"no xml"}), _DAMAGED),
    "Word: a document of nothing": _no("docx", lambda: zipped({"word/document.xml": b""}), _DAMAGED),
    "Word: without a body": _no(
        "docx", lambda: zipped({"_rels/.rels": _RELS, "word/document.xml": f"<w:document {_W}/>"}), _DAMAGED
    ),
    "Word: no document": _no("docx", lambda: zipped({"a": b"x"}), "no Word document"),
    "Word: a text of numbers that are none": _either(
        "docx",
        lambda: word(
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId w:val="y"/></w:numPr></w:pPr></w:p>'
            + _PARAGRAPH
        ),
    ),
    "Word: a break of a kind nobody knows": _read(
        "docx", lambda: word(_PARAGRAPH + '<w:p><w:r><w:br w:type="x"/></w:r></w:p>')
    ),
    "Word: a symbol that is no number": _either(
        "docx", lambda: word(_PARAGRAPH + '<w:p><w:r><w:sym w:char="zz"/></w:r></w:p>')
    ),
    "Word: a table whose span is no number": _either(
        "docx",
        lambda: word(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="x"/></w:tcPr></w:tc></w:tr></w:tbl>' + _PARAGRAPH
        ),
    ),
    "Word: a table that spans a billion columns": _either(
        "docx",
        lambda: word(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr></w:tc></w:tr></w:tbl>'
            + _PARAGRAPH
        ),
    ),
    "Word: relations to nowhere": _either(
        "docx", lambda: word(_PARAGRAPH + '<w:p><w:hyperlink r:id="none" xmlns:r="x"/></w:p>')
    ),
    "Word: a note that is not there": _either(
        "docx", lambda: word(_PARAGRAPH + '<w:p><w:r><w:footnoteReference w:id="9"/></w:r></w:p>')
    ),
    "Word: styles that follow from each other": _either(
        "docx",
        lambda: word(
            _PARAGRAPH,
            word__styles_xml=f'<w:styles {_W}><w:style w:type="paragraph" w:styleId="a">'
            '<w:basedOn w:val="a"/></w:style></w:styles>',
        ),
    ),
    "Word: of before 2007": _no(
        "docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 900, "before 2007"
    ),
    "zip: cut off": _no("docx", lambda: word(_PARAGRAPH)[:-30], _DAMAGED),
    "zip: only its head": _no("docx", lambda: b"PK\x03\x04", _DAMAGED),
    "zip: packed by a method nobody knows": _no("docx", lambda: _zip_that_lies(99), "packed in a way"),
    "zip: packed by LZMA": _no(
        "docx", lambda: zipped({"word/document.xml": b"x" * 99}, zipfile.ZIP_LZMA), "packed in a way"
    ),
    "zip: packed by bzip2": _no(
        "docx", lambda: zipped({"word/document.xml": b"x" * 99}, zipfile.ZIP_BZIP2), "packed in a way"
    ),
    "zip: says it is larger": _either("docx", lambda: _declared(2_000)),
    "zip: says it is 4 GB": _no("docx", lambda: _declared(0xFFFFFFF0), _UNPACKS),
    "zip: a bomb of zeros": _no(
        "docx", lambda: zipped({"word/document.xml": b"", "word/media/a": bytes(120 * _MB)}), _UNPACKS
    ),
    "zip: one packed file with 2,000 names": _no("docx", lambda: _overlapping(2_000), _UNPACKS),
    "zip: 60,000 files": _no("docx", lambda: _overlapping(60_000), "50,000"),
    "zip: two files with one name": _no(
        "docx",
        lambda: (
            word(_PARAGRAPH)
            .replace(b"_rels/.rels", b"word/styles")
            .replace(b"[Content_Types].xml", b"word/styles\0\0\0\0\0\0\0\0")
        ),
        "",
    ),
    "zip: names that lead out": _read("docx", lambda: word(_PARAGRAPH, **{"..__..__..__etc__passwd": "x"})),
    "zip: a zip in a zip in a zip": _read(
        "docx", lambda: word(_PARAGRAPH, inner=zipped({"inner": zipped({"a": bytes(_MB)})}))
    ),
    "zip: noise in the middle": _either(
        "docx", lambda: word(_PARAGRAPH * 50).replace(b"\x00\x00", b"\x7f\x03", 9)
    ),
}

BOOKS: Mapping[str, Hostile] = {
    "book: an ordinary one": _read("epub", book),
    "book: entities that double": _no("epub", lambda: book(head=_bomb_entities(9)), "entities"),
    "book: a file, as an entity": _no("epub", lambda: book(head=_EXTERNAL), "entities"),
    "book: one chapter a thousand times": _read("epub", lambda: book(spine='<itemref idref="i0"/>' * 1_000)),
    "book: one large chapter very often": _no(
        "epub",
        lambda: book({"c0.xhtml": "<p>" + "word " * 200_000}, spine='<itemref idref="i0"/>' * 40),
        "holds more than",
    ),
    "book: chapters outside": _no("epub", lambda: book(spine='<itemref idref="none"/>'), "no chapters"),
    "book: a chapter that is not there": _no("epub", lambda: book().replace(b"c0.xhtml", b"c1.xhtml", 1), ""),
    "book: no package": _no("epub", lambda: zipped({"META-INF/container.xml": _CONTAINER}), "is not in it"),
    "book: a container of nothing": _no(
        "epub", lambda: zipped({"META-INF/container.xml": "<x/>"}), "names no book"
    ),
    "book: a container that is no XML": _no(
        "epub", lambda: zipped({"META-INF/container.xml": "x"}), "not XML"
    ),
    "book: a package in an unknown encoding": _no(
        "epub", lambda: book(head='<?xml version="1.0" encoding="x-none"?>'), "not XML"
    ),
    "book: elements 100,000 deep": _no(
        "epub", lambda: zipped({"META-INF/container.xml": "<a>" * 100_000 + "</a>" * 100_000}), "deep"
    ),
    "book: chapters 5,000 deep": _read("epub", lambda: book({"c.xhtml": "<div>" * 5_000 + SAID})),
    "book: a chapter of comments": _either("epub", lambda: book({"c.xhtml": SAID + "<!--" * 50_000})),
    "book: locked": _no(
        "epub",
        lambda: book(
            None, **{"META-INF/encryption.xml": '<encryption><CipherReference URI="c0.xhtml"/></encryption>'}
        ),
        "locked",
    ),
}

ARCHIVES: Mapping[str, Hostile] = {
    "WARC: an ordinary one": _read("warc", lambda: record(answer(_PAGE))),
    "WARC: a length beyond all": _no("warc", lambda: record(answer(_PAGE), length=9 * 10**18)),
    "WARC: a length of fifty digits": _no("warc", lambda: record(answer(_PAGE), length="9" * 50), ""),
    "WARC: a length below nothing": _either("warc", lambda: record(answer(_PAGE), length=-5)),
    "WARC: a length that is none": _either("warc", lambda: record(answer(_PAGE), length="x")),
    "WARC: a length of five thousand digits": _no(
        "warc", lambda: record(answer(_PAGE), length="1" * 5_000), ""
    ),
    "WARC: a status that is none": _either("warc", lambda: record(answer(_PAGE, status="x y"))),
    "WARC: a status of fifty digits": _either("warc", lambda: record(answer(_PAGE, status="9" * 50))),
    "WARC: no head at all": _no("warc", lambda: b"WARC/1.0\r\n\r\n\r\n\r\n", ""),
    "WARC: heads without end": _either(
        "warc", lambda: b"WARC/1.0\r\n" + b"a: b\r\n" * 50_000 + b"\r\n\r\n\r\n"
    ),
    "WARC: a head of a megabyte": _either(
        "warc", lambda: record(answer(_PAGE), more="x: " + "y" * _MB + "\r\n")
    ),
    "WARC: an address with control characters": _either(
        "warc", lambda: record(answer(_PAGE), address="http://a/ \x1b[31m\x07")
    ),
    "WARC: an address that is none": _read("warc", lambda: record(answer(_PAGE), address="http://[::1")),
    "WARC: a redirect to itself": _no(
        "warc", lambda: record(answer(b"", "Location: http://a/\r\n", "301 Moved")), ""
    ),
    "WARC: a chunk of a length that is none": _either(
        "warc", lambda: record(answer(b"zz\r\n" + _PAGE, "Transfer-Encoding: chunked\r\n"))
    ),
    "WARC: a chunk longer than all": _either(
        "warc", lambda: record(answer(b"ffffffffffffffffffff\r\n" + _PAGE, "Transfer-Encoding: chunked\r\n"))
    ),
    "WARC: 20,000 chunks": _read(
        "warc",
        lambda: record(
            answer(
                b"".join(b"1\r\n \r\n" for _ in range(20_000))
                + f"{len(_PAGE):x}\r\n".encode()
                + _PAGE
                + b"\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n",
            )
        ),
    ),
    "WARC: a page that unpacks without end": _no(
        "warc",
        lambda: record(answer(gzip.compress(bytes(105 * _MB), 6, mtime=0), "Content-Encoding: gzip\r\n")),
        _UNPACKS,
    ),
    "WARC: a page packed a hundred times": _either(
        "warc", lambda: record(answer(_PAGE, "Content-Encoding: " + "gzip, " * 100 + "gzip\r\n"))
    ),
    "WARC: packed by something unknown": _no(
        "warc", lambda: record(answer(_PAGE, "Content-Encoding: x\x1b[31m\r\n")), "packed as"
    ),
    "WARC: packed by br, and is not": _either(
        "warc", lambda: record(answer(_PAGE, "Content-Encoding: br\r\n"))
    ),
    "WARC: packed by deflate, and is not": _either(
        "warc", lambda: record(answer(_PAGE, "Content-Encoding: deflate\r\n"))
    ),
    "WARC: packed by gzip, and is cut off": _either(
        "warc", lambda: record(answer(gzip.compress(_PAGE * 99)[:40], "Content-Encoding: gzip\r\n"))
    ),
    "WARC: a type that is none": _no("warc", lambda: record(answer(_PAGE, media="\x00/\x1b")), ""),
    "WARC: a charset that is none": _no(
        "warc", lambda: record(answer(_PAGE, media="text/html; charset=idna")), "known"
    ),
    "WARC: 3,000 pages": _no(
        "warc",
        lambda: b"".join(record(answer(_PAGE), address=f"http://a/{i}") for i in range(3_000)),
        "several",
    ),
    "WARC: a wrong digest": _no(
        "warc", lambda: record(answer(_PAGE), more=f"WARC-Block-Digest: sha1:{'A' * 32}\r\n"), _DAMAGED
    ),
    "WARC: a digest that is none": _either(
        "warc", lambda: record(answer(_PAGE), more="WARC-Block-Digest: x:y\r\n")
    ),
    "WARC: cut off": _no("warc", lambda: record(answer(_PAGE))[:-9], "cut off"),
    "WARC: noise": _no("warc", lambda: b"WARC/1.0\r\n" + bytes(range(256)) * 100 + b"\r\n\r\n", ""),
    "gzip: zeros without end": _no(
        "warc.gz",
        lambda: gzip.compress(record(answer(bytes(120 * _MB))), 6, mtime=0),
        _UNPACKS,
    ),
    "gzip: 50,000 empty members": _either("warc.gz", lambda: _gzip_members(50_000)),
    "gzip: cut off": _no("warc.gz", lambda: gzip.compress(record(answer(_PAGE)))[:-5], "cut off"),
    "gzip: noise behind it": _no(
        "warc.gz", lambda: gzip.compress(record(answer(_PAGE))) + b"x" * 99, _DAMAGED
    ),
    "gzip: a wrong checksum": _no(
        "warc.gz", lambda: gzip.compress(record(answer(_PAGE)))[:-8] + b"\0" * 8, _DAMAGED
    ),
    "gzip: gzip in gzip": _no("warc.gz", lambda: gzip.compress(gzip.compress(record(answer(_PAGE)))), ""),
    "WACZ: an ordinary one": _read("wacz", lambda: wacz(record(answer(_PAGE)))),
    "WACZ: a list 100,000 deep": _no(
        "wacz", lambda: zipped({"datapackage.json": "[" * 100_000, "archive/a.warc": b""}), ""
    ),
    "WACZ: numbers of a million digits": _no(
        "wacz", lambda: zipped({"datapackage.json": "1" * _MB, "archive/a.warc": record(answer(_PAGE))}), ""
    ),
    "WACZ: resources that are none": _either(
        "wacz", lambda: wacz(record(answer(_PAGE)), [1, None, {"path": []}])
    ),
    "WACZ: an altered archive": _no(
        "wacz",
        lambda: wacz(record(answer(_PAGE)), [{"path": "archive/a.warc", "hash": "sha256:00"}]),
        _DAMAGED,
    ),
    "WACZ: 20,000 starts": _either(
        "wacz", lambda: wacz(record(answer(_PAGE)), pages="{}\n" + '{"url": "http://a/"}\n' * 20_000)
    ),
    "WACZ: starts that are no JSON": _no(
        "wacz", lambda: wacz(record(answer(_PAGE)), pages="{}\n\x00"), "not JSON"
    ),
    "WACZ: a bomb of an archive": _no("wacz", lambda: wacz(bytes(150 * _MB)), _UNPACKS),
    "WACZ: no archive": _no("wacz", lambda: zipped({"datapackage.json": "{}"}), "no archive"),
}

MAILS: Mapping[str, Hostile] = {
    "mail: an ordinary one": _read("eml", mail),
    "mail: a date beyond all": _read(
        "eml", lambda: mail("Date: 1 Jan 99999999999999999999 00:00:00 +0000\r\n")
    ),
    "mail: a zone beyond all": _read("eml", lambda: mail("Date: 1 Jan 2024 00:00:00 +99999999999\r\n")),
    "mail: a date of nothing": _read("eml", lambda: mail("Date: \r\n")),
    "mail: a group that never ends": _either("eml", lambda: b"From: a:\n\nx"),
    "mail: groups": _read("eml", lambda: mail("To: a:b:c:;;;;\r\n")),
    "mail: brackets": _read("eml", lambda: mail("To: " + "<" * 2_000 + "\r\n")),
    "mail: comments in comments": _read("eml", lambda: mail("To: " + "(" * 2_000 + "\r\n")),
    "mail: quotation marks": _read("eml", lambda: mail("To: " + '"' * 4_999 + "\r\n")),
    "mail: at signs": _read("eml", lambda: mail("To: " + "@" * 4_000 + "\r\n")),
    "mail: 20,000 receivers": _read(
        "eml", lambda: mail("To: " + ", ".join(["a@example.org"] * 20_000) + "\r\n")
    ),
    "mail: a subject of a megabyte": _read("eml", lambda: mail(f"Subject: {'x ' * 500_000}\r\n")),
    "mail: encoded words": _read("eml", lambda: mail("Subject: " + "=?utf-8?q?x?= " * 50_000 + "\r\n")),
    "mail: encoded words that never end": _read(
        "eml", lambda: mail("Subject: " + "=?utf-8?q?" * 50_000 + "\r\n")
    ),
    "mail: an encoded word of no charset": _read(
        "eml", lambda: mail("Subject: =?x-none?q?x?= =?idna?b?eHh4?=\r\n")
    ),
    "mail: 20,000 headers": _read("eml", lambda: mail("X-A: b\r\n" * 20_000)),
    "mail: a header folded 20,000 times": _read(
        "eml", lambda: mail("Subject: a" + "\r\n b" * 20_000 + "\r\n")
    ),
    "mail: mails in mails": _either("eml", lambda: _nested_mail(90)),
    "mail: mails in mails, a thousand": _either("eml", lambda: _nested_mail(1_000)),
    "mail: parts in parts": _either("eml", lambda: _nested_parts(40)),
    "mail: parts in parts, a thousand": _either("eml", lambda: _nested_parts(1_000)),
    "mail: 5,000 parts": _read(
        "eml",
        lambda: mail(
            "",
            "--b\r\nContent-Type: text/plain\r\n\r\n" + SAID + "\r\n--b\r\n\r\nx\r\n" * 5_000 + "--b--",
            "multipart/mixed; boundary=b",
        ),
    ),
    "mail: a boundary that never comes": _no(
        "eml", lambda: mail("", SAID, "multipart/mixed; boundary=b"), ""
    ),
    "mail: no boundary": _either("eml", lambda: mail("", SAID, "multipart/mixed")),
    "mail: a boundary of a hundred thousand": _either(
        "eml", lambda: mail("", SAID, f"multipart/mixed; boundary={'b' * 100_000}")
    ),
    "mail: a type that is none": _either("eml", lambda: mail("", SAID, ";;;=;")),
    "mail: a type of slashes": _either("eml", lambda: mail("", SAID, "/" * 5_000)),
    "mail: parameters by the thousand": _either(
        "eml", lambda: mail("", SAID, "text/plain; " + "; ".join(f"a*{i}*=x''y" for i in range(500)))
    ),
    "mail: a charset of punycode": _no(
        "eml", lambda: mail("", "a-" * 100_000, "text/plain; charset=punycode"), "encoding"
    ),
    "mail: a charset of a NUL": _either("eml", lambda: mail("", SAID, 'text/plain; charset="a\0b"')),
    "mail: a charset of its own language": _either(
        "eml", lambda: mail("", SAID, "text/plain; charset*=x'y'%ff")
    ),
    "mail: base64 that is none": _either(
        "eml", lambda: mail("Content-Transfer-Encoding: base64\r\n", "!" * 50_000)
    ),
    "mail: base64 of a megabyte of zeros": _either(
        "eml", lambda: mail("Content-Transfer-Encoding: base64\r\n", base64.b64encode(bytes(_MB)).decode())
    ),
    "mail: quoted-printable that is none": _either(
        "eml", lambda: mail("Content-Transfer-Encoding: quoted-printable\r\n", SAID + "=" * 50_000)
    ),
    "mail: uuencode that is none": _either(
        "eml", lambda: mail("Content-Transfer-Encoding: x-uuencode\r\n", "begin 644 a\r\nMMM")
    ),
    "mail: a page 5,000 deep": _read(
        "eml", lambda: mail("", "<div>" * 5_000 + SAID, "text/html; charset=utf-8")
    ),
    "mail: no mail": _no("eml", lambda: b"\0" * 1_000, ""),
    "mail: spaces": _no("eml", lambda: b"\r\n" * 50_000, "empty"),
    "mail: a colon": _no("eml", lambda: b":", "not a mail"),
}

PDFS: Mapping[str, Hostile] = {
    "PDF: an ordinary one": _read("pdf", lambda: pdf(_SHOWN)),
    "PDF: only its head": _no("pdf", lambda: b"%PDF-1.7\n", "%%EOF"),
    "PDF: head and end": _no("pdf", lambda: b"%PDF-1.7\n%%EOF", _DAMAGED),
    "PDF: a stream that unpacks without end": _no(
        "pdf", lambda: pdf(_flate(bytes(105 * _MB)), filter_=_FILTER), _UNPACKS
    ),
    "PDF: packed a hundred times": _either(
        "pdf", lambda: pdf(_flate(_SHOWN), filter_="/Filter [" + "/FlateDecode " * 100 + "]")
    ),
    "PDF: packed by a filter nobody knows": _either("pdf", lambda: pdf(_SHOWN, filter_="/Filter /None")),
    "PDF: a wrong checksum": _no(
        "pdf", lambda: pdf(_flate(_SHOWN)[:-4] + b"\0\0\0\0", filter_=_FILTER), "checksum"
    ),
    "PDF: dictionaries 50,000 deep": _either(
        "pdf", lambda: pdf(_SHOWN, more="/A " + "<< /A " * 50_000 + ">>" * 50_000)
    ),
    "PDF: lists 50,000 deep": _either("pdf", lambda: pdf(_SHOWN, more="/A " + "[" * 50_000 + "]" * 50_000)),
    "PDF: filters without a stream": _either(
        "pdf", lambda: pdf(_SHOWN, more="/A << " + "/Filter /FlateDecode " * 20_000 + ">>")
    ),
    "PDF: angle brackets": _read("pdf", lambda: pdf(_SHOWN, more="/A (" + "<<a><" * 50_000 + ")")),
    "PDF: streams without end": _read("pdf", lambda: pdf(_SHOWN) + b"\nstream\n" * 50_000 + b"%%EOF"),
    "PDF: a page that is its own parent": _either("pdf", lambda: pdf(_SHOWN, pages="[2 0 R]")),
    "PDF: one page 2,000 times": _either(
        "pdf", lambda: pdf(_SHOWN, pages="[" + "3 0 R " * 2_000 + "]", count=2_000)
    ),
    "PDF: a billion pages": _either("pdf", lambda: pdf(_SHOWN, count=1_000_000_000)),
    "PDF: fewer than no pages": _either("pdf", lambda: pdf(_SHOWN, count=-1)),
    "PDF: 20,000 texts": _read("pdf", lambda: pdf(_SHOWN * 2_000)),
    "PDF: states that are saved and never restored": _either("pdf", lambda: pdf(b"q " * 100_000 + _SHOWN)),
    "PDF: a font of no size": _either("pdf", lambda: pdf(_SHOWN.replace(b"12 Tf", b"0 Tf"))),
    "PDF: a font of every size": _either("pdf", lambda: pdf(_SHOWN.replace(b"12 Tf", b"1e38 Tf"))),
    "PDF: places beyond all": _either("pdf", lambda: pdf(_SHOWN.replace(b"72 700", b"1e38 -1e38"))),
    "PDF: a sheet of no size": _either("pdf", lambda: pdf(_SHOWN, page="/MediaBox [0 0 0 0]")),
    "PDF: a sheet that is none": _either("pdf", lambda: pdf(_SHOWN, page="/MediaBox [(x) null true /y]")),
    "PDF: contents that are the page": _either(
        "pdf", lambda: pdf(_SHOWN).replace(b"/Contents 4 0 R", b"/Contents 3 0 R")
    ),
    "PDF: a length that is none": _either("pdf", lambda: pdf(_SHOWN).replace(b"/Length ", b"/Length -")),
    "PDF: a table that leads nowhere": _either(
        "pdf", lambda: pdf(_SHOWN).replace(b"startxref\n", b"startxref\n9999")
    ),
    "PDF: tables in a circle": _either(
        "pdf", lambda: pdf(_SHOWN).replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9")
    ),
    "PDF: cut in half": _no("pdf", lambda: pdf(_SHOWN)[:300], "%%EOF"),
    "PDF: noise": _either("pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 4_000 + b"%%EOF"),
    "PDF: words of a script": _read(
        "pdf", lambda: pdf(_SHOWN, more="/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")
    ),
}

DOCUMENTS: Mapping[str, Hostile] = {**HTML, **PLAIN, **WORD, **BOOKS, **ARCHIVES, **MAILS, **PDFS}
