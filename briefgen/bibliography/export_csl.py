"""Works as CSL-JSON, for other programs and for engines of CSL."""

import json
from collections.abc import Iterable, Mapping

from briefgen.bibliography import marks
from briefgen.bibliography.csl_types import NAMES, TYPES
from briefgen.bibliography.marks import no_tags
from briefgen.bibliography.names import OTHERS
from briefgen.bibliography.parts import type_label
from briefgen.bibliography.titles import with_subtitle
from briefgen.bibliography.wording import reference_words_for
from briefgen.model.work import DateRange, Name, PartialDate, Work, WorkKind

_TAGS = {
    ord(marks.EMPHASIS): "<i>",
    ord(marks.NO_EMPHASIS): "</i>",
    ord(marks.LOWER): "<sub>",
    ord(marks.NO_LOWER): "</sub>",
    ord(marks.RAISE): "<sup>",
    ord(marks.NO_RAISE): "</sup>",
}
_KINDS = {
    WorkKind.ARTICLE: "article-journal",
    WorkKind.BOOK: "book",
    WorkKind.CHAPTER: "chapter",
    WorkKind.REPORT: "report",
    WorkKind.THESIS: "thesis",
    WorkKind.WEB: "webpage",
    WorkKind.LEGAL: "legislation",
    WorkKind.DATASET: "dataset",
    WorkKind.SOFTWARE: "software",
    WorkKind.MEDIA: "motion_picture",
    WorkKind.GENERAL: "document",
}
_FIRST_OF_TYPE = {
    "article": "article-journal",
    "book": "book",
    "collection": "book",
    "conference": "paper-conference",
    "image": "graphic",
    "artwork": "graphic",
    "legislation": "legislation",
    "magazine": "article-magazine",
    "misc": "document",
    "music": "song",
    "audio": "song",
    "newsarticle": "article-newspaper",
    "newspaper": "article-newspaper",
    "online": "webpage",
    "unpublished": "manuscript",
    "video": "motion_picture",
}
_PRESS = {"magazine": "article-magazine", "newspaper": "article-newspaper"}
"""What BibLaTeX calls an article of no journal."""
_ROLES = {role: variable for variable, role in reversed(NAMES.items())}


def csl_json(works: Iterable[Work]) -> str:
    """A file of CSL-JSON with these works, in their order.

    What styles call `part-number` is `part` in the schema of such files.
    """
    items = [
        {"part" if name == "part-number" else name: value for name, value in csl_item(work).items()}
        for work in works
    ]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def csl_type(work: Work) -> str:
    """What CSL calls the type of a work."""
    if work.entry_type == "unpublished" and work.event.title:
        return "speech"
    if work.kind is WorkKind.ARTICLE and not work.container and work.eprint:
        return "article"
    if kind := _PRESS.get(dict(work.other_fields).get("entrysubtype", "").lower()):
        return kind
    if first := _FIRST_OF_TYPE.get(work.entry_type):
        return first
    return next((csl for csl, kind in TYPES.items() if kind == work.entry_type), _KINDS[work.kind])


def csl_item(work: Work, lang: str = "en") -> Mapping[str, object]:
    """One work as an item of CSL: what CSL has a variable for; the word for a thesis is one of `lang`."""
    kind = csl_type(work)
    issue, number = (work.issue, "") if work.kind is WorkKind.ARTICLE else (work.issue, work.number)
    in_series = bool(work.series) and work.kind in (WorkKind.BOOK, WorkKind.CHAPTER)
    legal = work.case_citation
    said = dict(work.other_fields)
    values: dict[str, object] = {
        "id": work.key,
        "type": kind,
        **_people(work),
        "title": with_subtitle(_shown(work, "title"), _shown(work, "subtitle")),
        "title-short": _shown(work, "short_title"),
        "container-title": _shown(work, "container"),
        "collection-title": _shown(work, "series") or work.journal_series,
        "collection-number": number if in_series else "",
        "number": "" if in_series else number,
        "volume": f"{work.volume}.{work.part}" if work.part and work.volume else work.volume,
        "volume-title": _shown(work, "main_title"),
        "part-number": "" if work.volume else work.part,
        "number-of-volumes": work.volumes,
        "chapter-number": work.chapter,
        "issue": issue,
        "edition": work.edition,
        "version": work.version,
        "page": work.pages,
        "publisher": work.publisher,
        "publisher-place": work.place,
        "authority": work.publisher if kind == "legal_case" else "",
        "references": legal,
        "genre": _genre(work, lang),
        "event-title": work.event.title,
        "event-place": work.event.venue,
        "event-date": _date(work.event.date),
        "original-title": work.original.title,
        "original-publisher": work.original.publisher,
        "original-publisher-place": work.original.place,
        "original-date": _date(work.original.date),
        "issued": _date(work.date) or ({"literal": work.date_text} if work.date_text else None),
        "accessed": _date(work.accessed),
        "reviewed-title": _reviewed(work),
        "DOI": work.doi,
        "URL": work.url,
        "ISBN": work.isbn,
        "PMID": next((one.number for one in work.identifiers if one.label == "PubMed"), ""),
        "archive": said.get("archive", ""),
        "archive_location": said.get("archive-location", ""),
        "archive-place": said.get("archive-place", ""),
        "language": ", ".join(work.languages or (work.language,)),
        "medium": _shown(work, "how_published"),
        "note": _shown(work, "note"),
        "abstract": work.abstract,
    }
    return {name: value for name, value in values.items() if value}


def _reviewed(work: Work) -> str:
    said = dict(work.other_fields)
    if work.related and said.get("relatedtype", "").lower() == "reviewof":
        return with_subtitle(_shown(work.related[0], "title"), _shown(work.related[0], "subtitle"))
    return no_tags(said.get("reviewed-title", ""))


def _genre(work: Work, lang: str) -> str:
    of_thesis = work.kind is WorkKind.THESIS
    return type_label(work, reference_words_for(lang), lang) if of_thesis else work.type_label


def _shown(work: Work, name: str) -> str:
    text = dict(work.marked).get(name, getattr(work, name))
    assert isinstance(text, str)
    return no_tags(text).translate(_TAGS)


def _people(work: Work) -> dict[str, object]:
    found: dict[str, list[dict[str, str | bool]]] = {}
    said = [("author", work.authors), ("editor", work.editors), ("translator", work.translators)]
    said += [("container-author", work.container_authors)]
    said += [(_ROLES.get(one.role, "contributor"), one.names) for one in work.contributors]
    for variable, names in said:
        if names:
            found.setdefault(variable, []).extend(_name(name) for name in names)
    return dict(found)


def _name(name: Name) -> dict[str, str | bool]:
    if name == OTHERS or name.literal:
        return {"literal": name.literal}
    parts: dict[str, str | bool | None] = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.prefix,
        "suffix": name.suffix,
        "static-ordering": name.leads,
    }
    return {part: text for part, text in parts.items() if text}


def _date(date: PartialDate | DateRange | None) -> dict[str, object] | None:
    if date is None:
        return None
    ends = (date.start, date.end) if isinstance(date, DateRange) else (date,)
    known = [end for end in ends if end is not None]
    value: dict[str, object] = {"date-parts": [_parts(end) for end in known]}
    if isinstance(date, DateRange) and len(known) < 2:
        return {"raw": date.iso() if date.end else f"{date.iso()}.."}
    if any(end.approximate or end.uncertain for end in known):
        value["circa"] = True
    if known[0].season:
        value["season"] = known[0].season
    return value


def _parts(date: PartialDate) -> list[int]:
    year = date.year if date.year > 0 else date.year - 1  # CSL has no year 0
    return [part for part in (year, date.month, date.day) if part is not None]
