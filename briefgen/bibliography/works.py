"""From an entry's fields to a work: which field means what, for which kind of work."""

from briefgen.bibliography.entry import Entry
from briefgen.bibliography.field_reader import FieldReader, NamesRead
from briefgen.bibliography.kinds import kind_of
from briefgen.bibliography.languages import language_tag, language_tags
from briefgen.bibliography.titles import with_subtitle
from briefgen.bibliography.work_dates import accessed_on, date_of, date_text_of, other_date
from briefgen.bibliography.work_links import addresses_of, doi_of, numbers_of
from briefgen.bibliography.work_numbers import (
    bare_chapter,
    bare_edition,
    bare_issue,
    bare_part,
    bare_volume,
    page_ranges,
)
from briefgen.bibliography.work_people import contributors_of, editors_of
from briefgen.diagnostics import Report
from briefgen.languages import primary_tag
from briefgen.model.work import STATUSES, Event, Original, Work, WorkKind
from briefgen.rules import UNKNOWN_LANGUAGE

_BODIES = ("institution", "school", "organization")
_PLACES = ("location", "address", "city", "place")


def read_work(entry: Entry, names_read: NamesRead, report: Report) -> Work:
    """Make a work of an entry; every field ends up in the work, in `other_fields` if nowhere else.

    Reports `bad-date`, `bad-name`, `date-conflict`, `unknown-language` and `bad-address` at the field's name,
    for the entry's own fields only. `names_read` has the lists of names that other entries have, too.
    """
    fields = FieldReader(entry, names_read, report)
    kind = _kind(entry)
    marked: dict[str, str] = {}
    addresses, numbers = addresses_of(fields), numbers_of(fields)
    editors, editor_role = editors_of(fields)
    title = _shown(fields, marked, "title", "title")
    subtitle = _shown(fields, marked, "subtitle", "subtitle")
    container, main_title = _containers(fields, kind, title, marked)
    issue, number = _issue_and_number(fields, kind)
    publisher = fields.take("publisher") or fields.take(*_BODIES)
    case_citation = fields.take("citation")
    volume = bare_volume(fields.take("volume", "journalvolume"))
    pages = page_ranges(fields.take("pages", "eid"))
    if kind is WorkKind.LEGAL and volume and container and not case_citation:
        case_citation = " ".join(part for part in (volume, container, pages) if part)
        volume = container = pages = ""
        marked.pop("container", None)
    series = _shown(fields, marked, "series", "series")
    in_journal = kind is WorkKind.ARTICLE and bool(container)
    languages = _languages(fields)
    status, superseded_by = _status(fields)
    date = date_of(fields)
    return Work(
        key=entry.key,
        entry_type=entry.type,
        kind=kind,
        span=entry.key_span,
        authors=fields.names("author"),
        editors=editors,
        editor_role=editor_role,
        translators=fields.names("translator"),
        container_authors=fields.names("bookauthor"),
        contributors=contributors_of(fields),
        title=title,
        subtitle=subtitle,
        title_addon=_shown(fields, marked, "title_addon", "titleaddon"),
        short_title=_shown(fields, marked, "short_title", "shorttitle"),
        short_author=fields.take("shortauthor"),
        container=container,
        container_addon=_shown(fields, marked, "container_addon", "booktitleaddon", "journaltitleaddon"),
        main_title=main_title,
        issue_title=with_subtitle(
            _shown(fields, marked, "issue_title", "issuetitle"), fields.take("issuesubtitle")
        ),
        journal_series=series if in_journal else "",
        publisher=publisher,
        institution=fields.take(*_BODIES),
        place=fields.take(*_PLACES),
        event=_event(fields),
        original=_original(fields),
        type_label=fields.take("type"),
        number=number,
        volume=volume,
        part=bare_part(fields.take("part")),
        volumes=bare_volume(fields.take("volumes", "numberofvolumes")),
        chapter=bare_chapter(fields.take("chapter")),
        issue=issue,
        edition=bare_edition(fields.take("edition")),
        version=fields.take("version"),
        series="" if in_journal else series,
        pages=pages,
        date=date,
        date_text="" if date else date_text_of(fields),
        url=addresses.url,
        url_shown=addresses.shown,
        more_urls=addresses.more,
        accessed=accessed_on(fields),
        status=status,
        superseded_by=superseded_by,
        doi=doi_of(fields),
        isbn=numbers.isbn,
        eprint=numbers.eprint,
        eprint_type=numbers.eprint_type,
        identifiers=numbers.identifiers,
        case_citation=case_citation,
        language=languages[0] if languages else "",
        languages=languages,
        how_published=_shown(fields, marked, "how_published", "howpublished"),
        addendum=_shown(fields, marked, "addendum", "addendum"),
        note=_shown(fields, marked, "note", "note"),
        abstract=fields.take("abstract"),
        marked=tuple(sorted(marked.items())),
        other_fields=fields.rest(),
    )


def _kind(entry: Entry) -> WorkKind:
    """The shape of a work: without a book's title, BibTeX's @inbook is that book."""
    if entry.type == "inbook" and not (entry.value("booktitle") or entry.value("maintitle")):
        return WorkKind.BOOK
    return kind_of(entry.type)


def _shown(fields: FieldReader, marked: dict[str, str], name: str, *written: str) -> str:
    """The first of some fields that has a text; `marked` takes its emphasis by the name in the work."""
    for field in written:
        text, shown = fields.take_shown(field)
        if text:
            if shown != text:
                marked[name] = shown
            return text
    return ""


def _whole(fields: FieldReader, marked: dict[str, str], name: str, title: str, subtitle: str) -> str:
    """A title with its subtitle, as one text."""
    (plain, shown), (sub, sub_shown) = fields.take_shown(title), fields.take_shown(subtitle)
    text, whole = (
        with_subtitle(plain, sub) if plain else sub,
        with_subtitle(shown, sub_shown) if plain else "",
    )
    if text and whole and whole != text:
        marked[name] = whole
    return text


def _containers(fields: FieldReader, kind: WorkKind, title: str, marked: dict[str, str]) -> tuple[str, str]:
    """What the work appeared in (journal, book, site) and the work in several volumes around it."""
    container = ""
    for name, sub in (("journaltitle", "journalsubtitle"), ("journal", "journalsubtitle")):
        container = container or (fields.peek(name) and _whole(fields, marked, "container", name, sub))
    if not container and fields.peek("booktitle"):
        container = _whole(fields, marked, "container", "booktitle", "booksubtitle")
        if kind is not WorkKind.CHAPTER and _same_title(container, title):
            container = ""  # what it is called for its chapters
            marked.pop("container", None)
    if kind is WorkKind.WEB and not container:
        return fields.take("organization", "titleaddon", "maintitle"), ""
    if kind in (WorkKind.CHAPTER, WorkKind.BOOK) and not container:
        container = _main_title(fields, marked, "container")
        if kind is WorkKind.CHAPTER and not container:
            container = fields.take("eventtitle")
        return container, ""
    return container, _main_title(fields, marked, "main_title")


def _main_title(fields: FieldReader, marked: dict[str, str], name: str) -> str:
    main = _whole(fields, marked, name, "maintitle", "mainsubtitle")
    addon = fields.take("maintitleaddon") if main else ""
    return f"{main}, {addon}" if addon else main


def _same_title(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def _issue_and_number(fields: FieldReader, kind: WorkKind) -> tuple[str, str]:
    """The issue of a periodical and the number of anything else: for an article `number` is the issue's."""
    if kind is not WorkKind.ARTICLE:
        return bare_issue(fields.take("issue")), bare_issue(fields.take("number"))
    issue = bare_issue(fields.take("number", "issue"))
    return issue, fields.take("issue")


def _event(fields: FieldReader) -> Event:
    title = with_subtitle(fields.take("eventtitle", "conference"), "")
    addon = fields.take("eventtitleaddon")
    return Event(
        ", ".join(part for part in (title, addon) if part),
        fields.take("venue", "eventvenue"),
        other_date(fields, "eventdate"),
    )


def _original(fields: FieldReader) -> Original:
    return Original(
        title=fields.take("origtitle"),
        publisher=fields.take("origpublisher"),
        place=fields.take("origlocation"),
        date=other_date(fields, "origdate"),
        language=language_tag(fields.peek("origlanguage")) and language_tag(fields.take("origlanguage")),
    )


def _status(fields: FieldReader) -> tuple[str, str]:
    """What became of the work, in `status` or `pubstate`, and the work that replaces it."""
    successor = fields.take("superseded-by", "supersededby")
    for name in ("status", "pubstate"):
        if (status := fields.peek(name).strip().lower()) in STATUSES:
            fields.take(name)
            return status, successor
    return "superseded" if successor else "", successor


def _languages(fields: FieldReader) -> tuple[str, ...]:
    """The BCP 47 tags of the first of `language` and `langid` that is known."""
    tags: tuple[str, ...] = ()
    for name in ("language", "langid"):
        field = fields.left.get(name)
        if not field or not (text := fields.peek(name)):
            continue
        found = language_tags(text)
        if not found:
            hint = "write it as in BCP 47: de, pt-BR"
            fields.finding(UNKNOWN_LANGUAGE, field, f"`{text}` is no language we know", hint)
        elif not tags or primary_tag(found[0]) == primary_tag(tags[0]):
            tags = tags or found
            del fields.left[name]
    return tags
