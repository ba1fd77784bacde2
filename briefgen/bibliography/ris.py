"""A file of RIS, as libraries and reference managers export it, made into entries."""

import re
import unicodedata
from collections.abc import Iterator

from briefgen.bibliography.entry import Entry, Field
from briefgen.bibliography.field_values import UnreadableError
from briefgen.bibliography.name_reader import as_written, read_name
from briefgen.diagnostics import Diagnostic, Report
from briefgen.directions import settled
from briefgen.model.work import Name
from briefgen.rules import BROKEN_UNCITED
from briefgen.text import Span, TextFile, nfc

_LINE = re.compile(r"^(?P<tag>[A-Z][A-Z0-9]) {2}-[ ]?(?P<text>[^\n]*)$", re.MULTILINE)
_YEAR = re.compile(r"\d{4}")
_DATE = re.compile(r"(\d{4}(?:/\d{0,2}){0,2})/[^/\n]*")
_DOI = re.compile(r"10\.\d{4,}/\S+")
_TYPES = {
    "ABST": "article", "AGGR": "dataset", "ANCIENT": "book", "ART": "image", "BILL": "legislation",
    "BLOG": "online", "BOOK": "book", "CASE": "jurisdiction", "CHAP": "incollection", "CLSWK": "book",
    "COMP": "software", "CONF": "proceedings", "CPAPER": "inproceedings", "CTLG": "book", "DATA": "dataset",
    "DBASE": "dataset", "DICT": "inreference", "EBOOK": "book", "ECHAP": "incollection",
    "EDBOOK": "collection",
    "EJOUR": "article", "ELEC": "online", "ENCYC": "inreference", "FIGURE": "image", "GEN": "misc",
    "GOVDOC": "report", "HEAR": "legadminmaterial", "ICOMM": "letter", "INPR": "article",
    "JFULL": "periodical",
    "JOUR": "article", "LEGAL": "legislation", "MANSCPT": "unpublished", "MAP": "image", "MGZN": "article",
    "MPCT": "movie", "MULTI": "online", "MUSIC": "music", "NEWS": "article", "PAMP": "booklet",
    "PAT": "patent", "PCOMM": "letter", "RPRT": "report", "SER": "book", "SLIDE": "unpublished",
    "SOUND": "audio", "STAND": "standard", "STAT": "legislation", "THES": "thesis", "UNBILL": "legislation",
    "UNPB": "unpublished", "VIDEO": "video",
}  # fmt: skip
_FIELDS = {
    "TI": "title", "T1": "title", "CT": "title", "ST": "shorttitle", "T3": "series", "VL": "volume",
    "PB": "publisher", "CY": "location", "PP": "location", "ET": "edition", "DO": "doi", "UR": "url",
    "LK": "url", "L1": "url", "AB": "abstract", "N2": "abstract", "N1": "note",
    "KW": "keywords", "LA": "language",
    "Y2": "urldate", "DA": "date", "PY": "year", "Y1": "year", "SE": "chapter", "NV": "volumes",
    "M3": "type", "OP": "origdate", "C1": "venue", "DP": "library", "AN": "accession", "CN": "libraryshelf",
    "AV": "archive-location", "DB": "archive",
}  # fmt: skip
_NAMES = {
    "AU": "author",
    "A1": "author",
    "ED": "editor",
    "A2": "editor",
    "A3": "serieseditor",
    "A4": "translator",
}
_JOINED = {"keywords": ", ", "url": " ", "note": "; "}
_IN_JOURNALS = frozenset({"article"})
_IN_WHAT = frozenset({"T2", "BT", "JO", "JF", "J2", "JA"})


def ris_entries(file: TextFile, report: Report) -> tuple[Entry, ...]:
    """An entry for each record; its key is its ``ID``, and else made of the first author and the year."""
    found: list[Entry] = []
    taken: set[str] = set()
    lines: list[tuple[str, str, Span]] = []
    for line in _LINE.finditer(file.text):
        tag, text = line["tag"], settled(" ".join(nfc(line["text"]).split()))
        if tag == "TY":
            lines = []
        lines.append((tag, text, file.span(line.start(), line.end())))
        if tag == "ER" and lines[0][0] == "TY":
            found += _entry(lines, taken, report)
            lines = []
    if lines and lines[0][0] == "TY":
        found += _entry(lines, taken, report)
    return tuple(found)


def _entry(lines: list[tuple[str, str, Span]], taken: set[str], report: Report) -> Iterator[Entry]:
    head, last = lines[0][2], lines[-1][2]
    kind = _TYPES.get(lines[0][1], "misc")
    said = {tag: (text, span) for tag, text, span in reversed(lines) if text}
    if kind == "proceedings" and ("AU" in said or "A1" in said) and said.keys() & _IN_WHAT:
        kind = "inproceedings"  # as most programs mean it
    key, span = said.get("ID") or said.get("LB") or ("", head)
    names: dict[str, list[Name]] = {}
    fields: dict[str, Field] = {}
    for tag, text, place in lines[1:]:
        if not text:
            continue
        if kind == "jurisdiction" and tag == "A2":
            _add(fields, "journaltitle", text, place)
        elif role := _NAMES.get(tag):
            names.setdefault(_role(kind, role), []).append(_name(text))
        elif name := _field_of(kind, tag):
            name = "date" if name == "year" and "/" in text else name
            name = "doi" if name == "type" and _DOI.fullmatch(text) else name
            text = whole[1] if name in ("date", "urldate") and (whole := _DATE.fullmatch(text)) else text
            text = text.replace("/", "-").rstrip("-") if name in ("date", "urldate") else text
            _add(fields, name, text, place)
    _put_pages(fields, said)
    for role, people in names.items():
        fields[role] = Field("", "", head, names=tuple(people))
    at = span.text.rindex(key) if key and key in span.text else 0
    place = span.file.span(span.start + at, span.end)
    key = key.replace(" ", "_") or _made_key(names, fields, taken)
    if not key:
        message = "this record has no `ID`, and no author with a year, and nothing can cite it"
        report(Diagnostic(BROKEN_UNCITED, head, message, hint="write a line `ID  - key`"))
        return
    taken.add(key)
    yield Entry(kind, key, place, fields, head.file.span(head.start, last.end))


def _made_key(names: dict[str, list[Name]], fields: dict[str, Field], taken: set[str]) -> str:
    """``ek2001`` for a work of Ek's of 2001, ``ek2001b`` for the next."""
    people = names.get("author") or names.get("editor") or []
    year = next((found[0] for name in ("year", "date") if (found := _YEAR.search(_value(fields, name)))), "")
    family = unicodedata.normalize("NFKD", people[0].short).casefold() if people else ""
    key = "".join(char for char in family if char.isalnum()) + year
    if not family or not year or key not in taken:
        return key if family and year else ""
    return next((made for letter in "bcdefghijklmnopqrstuvwxyz" if (made := key + letter) not in taken), "")


def _value(fields: dict[str, Field], name: str) -> str:
    return fields[name].value if name in fields else ""


def _role(kind: str, role: str) -> str:
    return "bookauthor" if role == "editor" and kind == "unpublished" else role


def _field_of(kind: str, tag: str) -> str:
    if tag in _IN_WHAT:
        if kind in _IN_JOURNALS or kind in ("jurisdiction", "legislation"):
            return "journaltitle"
        return "organization" if kind == "online" else "series" if kind in ("book", "report") else "booktitle"
    if tag in ("IS", "M1"):
        return "number"
    if tag == "SN":
        return "issn" if kind in _IN_JOURNALS else "isbn"
    if tag == "PB" and kind in ("thesis", "report"):
        return "institution"
    return _FIELDS.get(tag, "" if tag in ("TY", "ER", "ID", "SP", "EP", "LB") else tag.lower())


def _add(fields: dict[str, Field], name: str, text: str, span: Span) -> None:
    first = fields.get(name)
    if first is None:
        fields[name] = Field(text, text, span)
    elif name in _JOINED and text != first.text:
        joined = first.text + _JOINED[name] + text
        fields[name] = Field(joined, joined, first.span)


def _put_pages(fields: dict[str, Field], said: dict[str, tuple[str, Span]]) -> None:
    first, last = said.get("SP", ("", None))[0], said.get("EP", ("", None))[0]
    if first:
        pages = first if not last or last == first or "-" in first else f"{first}–{last}"
        fields.setdefault("pages", Field(pages, pages, said["SP"][1]))


def _name(text: str) -> Name:
    if "," not in text:
        return Name(literal=text)
    try:
        return read_name(text.replace("{", "").replace("}", ""))
    except UnreadableError:
        return as_written(text)
