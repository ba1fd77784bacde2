"""From an entry's fields to a work: which field means what, for which kind of work."""

from typing import TypedDict

from briefgen.bibliography.entry import Entry
from briefgen.bibliography.field_reader import FieldReader, NamesRead
from briefgen.bibliography.kinds import kind_of
from briefgen.bibliography.languages import language_tag, language_tags
from briefgen.bibliography.titles import with_subtitle
from briefgen.bibliography.work_dates import dates_of, other_date
from briefgen.bibliography.work_links import found_at
from briefgen.bibliography.work_numbers import Counted, counted_of
from briefgen.bibliography.work_people import people_of
from briefgen.bibliography.work_texts import Texts, texts_of
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
    found = found_at(fields)  # before all else: an address may stand in `howpublished`
    texts = texts_of(fields, kind)
    counted = counted_of(fields, in_articles=kind is WorkKind.ARTICLE)
    case_citation = fields.take("citation")
    if kind is WorkKind.LEGAL and not case_citation:
        case_citation = _reported_in(texts, counted)
    languages = _languages(fields)
    original = _original(fields)
    status, superseded_by = _status(fields)
    return Work(
        key=entry.key,
        entry_type=entry.type,
        kind=kind,
        span=entry.key_span,
        short_author=fields.take("shortauthor"),
        event=_event(fields),
        original=original,
        type_label=fields.take("type"),
        status=status,
        superseded_by=superseded_by,
        case_citation=case_citation,
        language=languages[0] if languages else "",
        languages=languages,
        abstract=fields.take("abstract"),
        **people_of(fields, languages, original.language),
        **texts,
        **counted,
        **_published(fields),
        **dates_of(fields),
        **found,
        other_fields=fields.rest(),
    )


class Published(TypedDict):
    """Who published a work, what body is behind it, and where."""

    publisher: str
    institution: str
    place: str


def _published(fields: FieldReader) -> Published:
    publisher = fields.take("publisher") or fields.take(*_BODIES)
    return {"publisher": publisher, "institution": fields.take(*_BODIES), "place": fields.take(*_PLACES)}


def _reported_in(texts: Texts, counted: Counted) -> str:
    """Where a judgment is reported: its volume, reporter and page, which are no longer those of a work."""
    volume, container, pages = counted["volume"], texts["container"], counted["pages"]
    if not (volume and container):
        return ""
    texts["container"] = counted["volume"] = counted["pages"] = ""
    texts["marked"] = tuple(one for one in texts["marked"] if one[0] != "container")
    return " ".join(part for part in (volume, container, pages) if part)


def _kind(entry: Entry) -> WorkKind:
    """The shape of a work: without a book's title, BibTeX's @inbook is that book."""
    if entry.type == "inbook" and not (entry.value("booktitle") or entry.value("maintitle")):
        return WorkKind.BOOK
    return kind_of(entry.type)


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
