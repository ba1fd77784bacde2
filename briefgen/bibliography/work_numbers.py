"""Volumes, numbers, pages and editions: what is counted, without the label that was typed beside it."""

import re
from typing import TypedDict

from briefgen.bibliography.field_reader import FieldReader

_NUMBER = r"(?=\s*[\dIVXLCDMivxlcdm]+(?:\b|[-–/]))"


def _label(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words}){_NUMBER}\s*", re.IGNORECASE)


_VOLUME = _label(r"(?:volumes?|vols?|bände|band|bde?|tomes?|том|т|teil)\b\.?|t\.|v\.")
_ISSUE = _label(r"(?:numbers?|numéro|número|nos?|nrs?|num|issue|iss|heft|вып)\b\.?|n\s?[°º]|n\.º|№|h\.")
_PAGES = _label(r"(?:pages?|pp?|seiten?|pags?|págs?|стр|с)\b\.?|s\.|p\.")
_CHAPTER = _label(r"(?:chapters?|chap|ch|kapitel|kap|chapitre|capítulo|cap)\b\.?")
_PART = _label(r"(?:parts?|pt|teil|partie|parte)\b\.?")
_EDITION = re.compile(
    r"(\d{1,3})\s*(?:(?:\.|st|nd|rd|th|e|ème|re|ª|-е)\s*)?"
    r"(?:ed(?:ition|ición|izione)?|éd(?:ition)?|auflage|aufl|изд(?:ание)?|판)?\.?",
    re.IGNORECASE,
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
    "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte".split(),
)
_EDITION_WORD = re.compile(r"(?<![ .])[ .]*+(?:edition|ed\.?|auflage|aufl\.?)?\Z", re.IGNORECASE)
_DASH = re.compile(r"(?<=\w)\s*[-‐‑–—]+\s*(?=\w)")
_NUMBERS = re.compile(r"(\d+)\s*[-‐‑–—]+\s*(\d+)")
_TIGHT = re.compile(r"(?<=\d),(?=\d)(?!\d{3}(?!\d))")


class Counted(TypedDict):
    """The fields of a work that count something."""

    volume: str
    part: str
    volumes: str
    chapter: str
    issue: str
    number: str
    edition: str
    version: str
    pages: str


def counted_of(fields: FieldReader, *, in_articles: bool) -> Counted:
    """All of them; for an article `number` is that of an issue, and `issue` what the issue is called."""
    issue = bare_issue(fields.take("number", "issue") if in_articles else fields.take("issue"))
    return {
        "volume": bare_volume(fields.take("volume", "journalvolume")),
        "part": bare_part(fields.take("part")),
        "volumes": bare_volume(fields.take("volumes", "numberofvolumes")),
        "chapter": bare_chapter(fields.take("chapter")),
        "issue": issue,
        "number": fields.take("issue") if in_articles else bare_issue(fields.take("number")),
        "edition": bare_edition(fields.take("edition")),
        "version": fields.take("version"),
        "pages": page_ranges(fields.take("pages") or fields.peek("eid")),
    }


def bare_volume(text: str) -> str:
    """A volume without ``vol.`` or ``Bd.``"""
    return _VOLUME.sub("", text, count=1) if _VOLUME.match(text) else text


def bare_issue(text: str) -> str:
    """An issue or number without ``no.``; ``2–3`` with an en dash."""
    bare = _ISSUE.sub("", text, count=1) if _ISSUE.match(text) else text
    return f"{several[1]}–{several[2]}" if (several := _NUMBERS.fullmatch(bare)) else bare


def bare_chapter(text: str) -> str:
    """A chapter without ``chap.``"""
    return _CHAPTER.sub("", text, count=1) if _CHAPTER.match(text) else text


def bare_part(text: str) -> str:
    """A part without ``part``."""
    return _PART.sub("", text, count=1) if _PART.match(text) else text


def page_ranges(text: str) -> str:
    """Pages without ``pp.``, their ranges with one en dash, however the dash was written."""
    bare = _DASH.sub("–", _PAGES.sub("", text, count=1) if _PAGES.match(text) else text)
    return _TIGHT.sub(", ", bare) if any(map(str.isalnum, bare)) else ""


def bare_edition(text: str) -> str:
    """``2`` for ``2nd ed.``, ``2. Aufl.`` and ``Second edition``; anything else as it is."""
    if found := _EDITION.fullmatch(text):
        return found[1]
    word = _EDITION_WORD.sub("", text.lower()).strip()
    for words in _ORDINALS:
        if word in words:
            return str(words.index(word) + 1)
    return text
