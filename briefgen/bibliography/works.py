"""From an entry's fields to a work: which field means what, for which kind of work."""

import re

from briefgen.bibliography.entry import Entry
from briefgen.bibliography.field_reader import FieldReader
from briefgen.bibliography.kinds import kind_of
from briefgen.bibliography.languages import language_tag, primary_language
from briefgen.bibliography.latex import verbatim
from briefgen.bibliography.work_dates import accessed_on, date_of
from briefgen.diagnostics import Report
from briefgen.model.work import Work, WorkKind
from briefgen.rules import BAD_ADDRESS, UNKNOWN_LANGUAGE

_WEB_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s<>\"]+", re.IGNORECASE)
_DOI_PREFIX = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_ARXIV_PREFIX = re.compile(r"arxiv:", re.IGNORECASE)
_WHOLES = (("journaltitle", "journalsubtitle"), ("journal", "journalsubtitle"), ("booktitle", "booksubtitle"))
_ONLY_A_LINK = re.compile(r"\\url\s*\{[^{}]*\}|https?://\S+")


def is_web_address(text: str) -> bool:
    """Whether a text is an address a reader can follow: http, https or ftp, and nothing else."""
    return bool(_WEB_ADDRESS.fullmatch(text))


def read_work(entry: Entry, report: Report) -> Work:
    """Make a work of an entry; every field ends up in the work, in `other_fields` if nowhere else.

    Reports `bad-date`, `bad-name`, `date-conflict`, `unknown-language` and `bad-address` at the field's name,
    for the entry's own fields only.
    """
    kind = kind_of(entry.type)
    fields = FieldReader(entry, report)
    url = _url(fields)
    container = _container(fields, kind)
    issue, number = _issue_and_number(fields, kind)
    return Work(
        key=entry.key,
        entry_type=entry.type,
        kind=kind,
        span=entry.key_span,
        authors=fields.names("author"),
        editors=fields.names("editor"),
        translators=fields.names("translator"),
        title=fields.take("title"),
        subtitle=fields.take("subtitle"),
        container=container,
        publisher=fields.take("publisher", "institution", "school", "organization"),
        place=fields.take("location", "address"),
        type_label=fields.take("type"),
        number=number,
        volume=fields.take("volume"),
        issue=issue,
        edition=fields.take("version", "edition")
        if kind is WorkKind.SOFTWARE
        else fields.take("edition", "version"),
        series=fields.take("series"),
        pages=_pages(fields.take("pages", "eid")),
        date=date_of(fields),
        url=url,
        accessed=accessed_on(fields),
        doi=_DOI_PREFIX.sub("", fields.take("doi"), count=1),
        isbn=fields.take("isbn"),
        eprint=_ARXIV_PREFIX.sub("", fields.take("eprint"), count=1),
        eprint_type=fields.take("eprinttype", "archiveprefix"),
        language=_language(fields),
        how_published=fields.take("howpublished"),
        addendum=fields.take("addendum"),
        note=fields.take("note"),
        abstract=fields.take("abstract"),
        other_fields=fields.rest(),
    )


def _url(fields: FieldReader) -> str:
    field = fields.left.get("url")
    if url := fields.take("url"):
        if field and not is_web_address(url):
            hint = "an address begins with https:// or http:// and has no spaces"
            fields.finding(BAD_ADDRESS, field, f"`{url}` is no web address", hint)
        return url
    if _ONLY_A_LINK.fullmatch(fields.raw("howpublished")):  # how BibTeX, which has no url, gives an address
        return verbatim(fields.left.pop("howpublished").value)
    return ""


def _container(fields: FieldReader, kind: WorkKind) -> str:
    """What the work appeared in, with its subtitle: journal, book, or (for a web page) the site."""
    for title, subtitle in _WHOLES:
        if whole := fields.take(title):
            return with_subtitle(whole, fields.take(subtitle))
    if kind is WorkKind.WEB:
        return fields.take("organization", "titleaddon", "maintitle")
    if kind is WorkKind.CHAPTER:
        return fields.take("maintitle", "eventtitle")
    if kind is WorkKind.BOOK and (whole := fields.take("maintitle")):
        return with_subtitle(whole, fields.take("mainsubtitle"))
    return ""


def with_subtitle(title: str, subtitle: str) -> str:
    """Title and subtitle, joined by a colon unless the title ends in a mark of its own."""
    if not subtitle:
        return title
    return f"{title} {subtitle}" if title.endswith(tuple(".?!…:–")) else f"{title}: {subtitle}"


def _issue_and_number(fields: FieldReader, kind: WorkKind) -> tuple[str, str]:
    """The issue of a periodical and the number of anything else: for an article `number` is the issue's."""
    if kind is not WorkKind.ARTICLE:
        return fields.take("issue"), fields.take("number")
    issue = fields.take("number", "issue")
    return issue, fields.take("issue")


def _pages(pages: str) -> str:
    """Page ranges with one en dash, however the dash was written."""
    return re.sub(r"(?<=\w)\s*[-‐‑–—]+\s*(?=\w)", "–", pages)


def _language(fields: FieldReader) -> str:
    """The BCP 47 tag of the first of `language` and `langid` that is known."""
    tag = ""
    for name in ("language", "langid"):
        field = fields.left.get(name)
        if not field or not (text := fields.peek(name)):
            continue
        found = language_tag(text)
        if not found:
            fields.finding(
                UNKNOWN_LANGUAGE,
                field,
                f"`{text}` is no language we know",
                "write it as in BCP 47: de, pt-BR",
            )
        elif not tag or primary_language(found) == primary_language(tag):
            tag = tag or found
            if " and " not in text:  # of several languages one is ours, so the field keeps the others
                del fields.left[name]
    return tag
