"""From an entry's fields to a work: which field means what, for which kind of work."""

import re

from briefgen.bibliography.addresses import bare_doi, bare_eprint, is_doi, is_web_address
from briefgen.bibliography.entry import Entry
from briefgen.bibliography.field_reader import FieldReader, NamesRead
from briefgen.bibliography.kinds import kind_of
from briefgen.bibliography.languages import language_tag, split_languages
from briefgen.bibliography.latex import verbatim
from briefgen.bibliography.titles import with_subtitle
from briefgen.bibliography.work_dates import accessed_on, date_of
from briefgen.diagnostics import Report
from briefgen.languages import primary_tag
from briefgen.model.work import Work, WorkKind
from briefgen.rules import BAD_ADDRESS, UNKNOWN_LANGUAGE

_WHOLES = (("journaltitle", "journalsubtitle"), ("journal", "journalsubtitle"), ("booktitle", "booksubtitle"))
_ONLY_A_LINK = re.compile(r"\\url\s*\{[^{}]*\}|https?://\S+")


def read_work(entry: Entry, names_read: NamesRead, report: Report) -> Work:
    """Make a work of an entry; every field ends up in the work, in `other_fields` if nowhere else.

    Reports `bad-date`, `bad-name`, `date-conflict`, `unknown-language` and `bad-address` at the field's name,
    for the entry's own fields only. `names_read` has the lists of names that other entries have, too.
    """
    kind = kind_of(entry.type)
    fields = FieldReader(entry, names_read, report)
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
        edition=_edition(fields, kind),
        series=fields.take("series"),
        pages=_pages(fields.take("pages", "eid")),
        date=date_of(fields),
        url=url,
        accessed=accessed_on(fields),
        doi=_doi(fields),
        isbn=fields.take("isbn"),
        eprint=bare_eprint(fields.take("eprint")),
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


def _doi(fields: FieldReader) -> str:
    field = fields.left.get("doi")
    doi = bare_doi(fields.take("doi"))
    if field and doi and not is_doi(doi):
        fields.finding(BAD_ADDRESS, field, f"`{doi}` is no DOI", "a DOI begins with 10. and has a / in it")
    return doi


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


def _issue_and_number(fields: FieldReader, kind: WorkKind) -> tuple[str, str]:
    """The issue of a periodical and the number of anything else: for an article `number` is the issue's."""
    if kind is not WorkKind.ARTICLE:
        return fields.take("issue"), fields.take("number")
    issue = fields.take("number", "issue")
    return issue, fields.take("issue")


def _edition(fields: FieldReader, kind: WorkKind) -> str:
    """The edition; of data and programs the version."""
    names = ("edition", "version")
    return fields.take(*(reversed(names) if kind in (WorkKind.DATASET, WorkKind.SOFTWARE) else names))


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
            hint = "write it as in BCP 47: de, pt-BR"
            fields.finding(UNKNOWN_LANGUAGE, field, f"`{text}` is no language we know", hint)
        elif not tag or primary_tag(found) == primary_tag(tag):
            tag = tag or found
            if (
                len(split_languages(text)) == 1
            ):  # of several languages one is ours: the field keeps the others
                del fields.left[name]
    return tag
