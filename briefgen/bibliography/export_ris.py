"""Works as RIS, for other programs: what that has a tag for."""

from collections.abc import Iterable, Iterator

from briefgen.bibliography.names import OTHERS
from briefgen.bibliography.titles import with_subtitle
from briefgen.model.work import DateRange, Name, PartialDate, Work, WorkKind

_KINDS = {
    WorkKind.ARTICLE: "JOUR",
    WorkKind.BOOK: "BOOK",
    WorkKind.CHAPTER: "CHAP",
    WorkKind.REPORT: "RPRT",
    WorkKind.THESIS: "THES",
    WorkKind.WEB: "ELEC",
    WorkKind.LEGAL: "STAT",
    WorkKind.DATASET: "DATA",
    WorkKind.SOFTWARE: "COMP",
    WorkKind.MEDIA: "VIDEO",
    WorkKind.GENERAL: "GEN",
}
_TYPES = {
    "inproceedings": "CPAPER", "conference": "CPAPER", "patent": "PAT", "jurisdiction": "CASE",
    "unpublished": "UNPB",

    "collection": "EDBOOK", "newspaper": "NEWS", "magazine": "MGZN", "audio": "SOUND", "music": "MUSIC",
    "movie": "MPCT",
    "image": "ART", "artwork": "ART", "letter": "PCOMM", "standard": "STAND", "booklet": "PAMP",
}  # fmt: skip


def ris(works: Iterable[Work]) -> str:
    """A file of RIS with these works, in their order."""
    return "\n".join("".join(f"{tag}  - {text}\n" for tag, text in _lines(work)) for work in works)


def _lines(work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(work.entry_type, _KINDS[work.kind])
    yield "ID", work.key
    for tag, names in (("AU", work.authors), ("A2", work.editors), ("A4", work.translators)):
        yield from ((tag, _name(name)) for name in names if name != OTHERS)
    date = work.date.start or work.date.end if isinstance(work.date, DateRange) else work.date
    first, _, last = work.pages.partition("–")
    values = (
        ("TI", with_subtitle(work.title, work.subtitle)),
        ("ST", work.short_title),
        ("T2", work.container),
        ("T3", work.series),
        ("VL", work.volume),
        ("NV", work.volumes),
        ("IS", work.issue or work.number),
        ("SP", first),
        ("EP", last),
        ("ET", work.edition),
        ("PB", work.publisher),
        ("CY", work.place),
        ("C1", work.event.venue),
        ("M3", work.type_label),
        ("PY", str(date.year) if date else work.date_text),
        ("DA", _day(date) if date and date.month else ""),
        ("DO", work.doi),
        *(("UR", url) for url in (work.url, *work.more_urls)),
        ("Y2", _day(work.accessed) if work.accessed else ""),
        ("SN", work.isbn),
        ("LA", work.language),
        ("AB", work.abstract),
        ("N1", work.note),
    )
    yield from ((tag, " ".join(text.split())) for tag, text in values if text)
    yield "ER", ""


def _name(name: Name) -> str:
    if name.literal:
        return name.literal
    family = " ".join(part for part in (name.prefix, name.family) if part)
    return ", ".join(part for part in (family, name.given, name.suffix) if part)


def _day(date: PartialDate) -> str:
    """``2001/05/17/``: the last part, for which there is no use, stays empty."""
    parts = [f"{part:02d}" if part else "" for part in (date.month, date.day)]
    return f"{date.year:04d}/{parts[0]}/{parts[1]}/"
