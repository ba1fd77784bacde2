"""The texts of a work in which something may be emphasised: its titles, and those of what it appeared in."""

from typing import TypedDict

from briefgen.bibliography.field_reader import FieldReader
from briefgen.bibliography.titles import with_subtitle
from briefgen.model.work import WorkKind


class Texts(TypedDict):
    """The fields of a work that are texts with emphasis; `marked` has those that have some."""

    title: str
    subtitle: str
    title_addon: str
    short_title: str
    container: str
    container_addon: str
    main_title: str
    issue_title: str
    series: str
    journal_series: str
    how_published: str
    addendum: str
    note: str
    marked: tuple[tuple[str, str], ...]


def texts_of(fields: FieldReader, kind: WorkKind) -> Texts:
    """All of them; the series of an article is that of its journal."""
    marked: dict[str, str] = {}
    title = _shown(fields, marked, "title", "title")
    subtitle = _shown(fields, marked, "subtitle", "subtitle")
    container, main_title = _containers(fields, kind, title, marked)
    series = _shown(fields, marked, "series", "series")
    in_journal = kind is WorkKind.ARTICLE and bool(container)
    issue_title = _shown(fields, marked, "issue_title", "issuetitle")
    return {
        "title": title,
        "subtitle": subtitle,
        "title_addon": _shown(fields, marked, "title_addon", "titleaddon"),
        "short_title": _shown(fields, marked, "short_title", "shorttitle"),
        "container": container,
        "container_addon": _shown(fields, marked, "container_addon", "booktitleaddon", "journaltitleaddon"),
        "main_title": main_title,
        "issue_title": with_subtitle(issue_title, fields.take("issuesubtitle")),
        "series": "" if in_journal else series,
        "journal_series": series if in_journal else "",
        "how_published": _shown(fields, marked, "how_published", "howpublished"),
        "addendum": _shown(fields, marked, "addendum", "addendum"),
        "note": _shown(fields, marked, "note", "note"),
        "marked": tuple(sorted(marked.items())),
    }


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
