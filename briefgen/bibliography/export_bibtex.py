"""Works as BibLaTeX, for other programs."""

import re
from collections.abc import Iterable, Iterator, Mapping

from briefgen.bibliography import marks
from briefgen.bibliography.names import OTHERS
from briefgen.bibliography.work_people import family_names_lead
from briefgen.model.work import DateRange, Name, PartialDate, Work, WorkKind

_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "`": r"\textasciigrave{}",
    marks.EMPHASIS: r"\emph{",
    marks.LOWER: r"\textsubscript{",
    marks.RAISE: r"\textsuperscript{",
    marks.NO_EMPHASIS: "}",
    marks.NO_LOWER: "}",
    marks.NO_RAISE: "}",
}
_LATEX = str.maketrans(_ESCAPES)
_DASHES = re.compile(r"-(?=-)|'(?=')|\"(?=[`'])|&(?=#?\w+;)")
_IN_ADDRESSES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})
_SEASON = 20
_NOT_IN_KEYS = re.compile(r"[\s={}%#\"'(),\\~]")
"""What biber refuses in a key, though a file of ours or of CSL may have it there."""
_OF_KEYS = frozenset({"related", "entryset", "xref"})
_FROM_OTHERS = frozenset({"crossref", "xdata"})
_NUMBERS = {
    "JSTOR": "jstor",
    "PubMed": "pmid",
    "PMC": "pmcid",
    "OCLC": "oclc",
    "LCCN": "lccn",
    "MR": "mrnumber",
    "Zbl": "zbl",
}

_TEXTS = (
    ("title_addon", "titleaddon"),
    ("short_title", "shorttitle"),
    ("short_author", "shortauthor"),
    ("container_addon", "booktitleaddon"),
    ("issue_title", "issuetitle"),
    ("publisher", "publisher"),
    ("institution", "institution"),
    ("place", "location"),
    ("type_label", "type"),
    ("volume", "volume"),
    ("part", "part"),
    ("volumes", "volumes"),
    ("chapter", "chapter"),
    ("edition", "edition"),
    ("version", "version"),
    ("series", "series"),
    ("journal_series", "series"),
    ("pages", "pages"),
    ("case_citation", "citation"),
    ("how_published", "howpublished"),
    ("addendum", "addendum"),
    ("status", "status"),
    ("superseded_by", "superseded-by"),
    ("note", "note"),
    ("abstract", "abstract"),
)


def bibtex(works: Iterable[Work]) -> str:
    """A file of BibLaTeX with these works, in their order, then those that they are printed with.

    A key that biber refuses is written with dashes, and stands in `ids` as it was.
    """
    by_key = {work.key: work for work in works}
    for work in tuple(by_key.values()):
        for other in (*work.members, *work.related):
            by_key.setdefault(other.key, other)
    keys = _plain_keys(by_key)
    return "\n".join(_entry(work, keys) for work in by_key.values())


def _plain_keys(keys: Iterable[str]) -> Mapping[str, str]:
    """The keys by which works are written: each once, and its own where it can be."""
    plain = {key: _NOT_IN_KEYS.sub("-", key) for key in keys}
    taken = {key for key, bare in plain.items() if key == bare}
    for key, bare in plain.items():
        if key != bare:
            while plain[key] in taken:
                plain[key] += "-"
            taken.add(plain[key])
    return plain


def _entry(work: Work, keys: Mapping[str, str]) -> str:
    fields = {name: value for name, value in _fields(work) if name}
    for name, text in work.other_fields:
        if name not in _FROM_OTHERS:  # what they name has been taken from there
            named = ", ".join(keys.get(key.strip(), key.strip()) for key in text.split(","))
            fields.setdefault(name, named if name in _OF_KEYS else _latex(text))
    key = keys[work.key]
    if key != work.key and not set(work.key) & set("{},"):
        fields["ids"] = ", ".join(filter(None, (work.key, fields.get("ids", ""))))
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{work.entry_type}{{{key},\n{lines}}}\n"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    marked = dict(work.marked)
    authors_lead, lead = family_names_lead(work.languages, work.original.language)
    yield "author", _names(work.authors, authors_lead)
    yield "editor", _names(work.editors, lead)
    yield "editortype", work.editor_role
    yield "translator", _names(work.translators, lead)
    yield "bookauthor", _names(work.container_authors, authors_lead)
    yield from _contributors(work, lead)
    yield "title", _latex(marked.get("title", work.title))
    yield "subtitle", _latex(marked.get("subtitle", work.subtitle))
    container = _latex(marked.get("container", work.container))
    in_journal = work.kind in (WorkKind.ARTICLE, WorkKind.GENERAL, WorkKind.LEGAL)
    whole = "journaltitle" if in_journal else "organization" if work.kind is WorkKind.WEB else "booktitle"
    yield whole, container
    yield "maintitle", _latex(marked.get("main_title", work.main_title))
    for attribute, field in _TEXTS:
        if text := marked.get(attribute, getattr(work, attribute)):
            yield field, _latex(text)
    if work.kind is WorkKind.ARTICLE:
        yield "number", _latex(work.issue)
        yield "issue", _latex(work.number)
    else:
        yield "number", _latex(work.number)
        yield "issue", _latex(work.issue)
    yield "eventtitle", _latex(work.event.title)
    yield "venue", _latex(work.event.venue)
    yield "eventdate", _date(work.event.date)
    yield "origtitle", _latex(work.original.title)
    yield "origpublisher", _latex(work.original.publisher)
    yield "origlocation", _latex(work.original.place)
    yield "origdate", _date(work.original.date)
    yield "origlanguage", work.original.language
    yield "date", _date(work.date)
    if not work.date:  # a year may be any text
        yield "year", work.date_text.translate(_IN_ADDRESSES)
    yield "url", " ".join(one.translate(_IN_ADDRESSES) for one in (work.url, *work.more_urls) if one)
    yield "urldate", _date(work.accessed)
    yield "doi", work.doi.translate(_IN_ADDRESSES)
    yield "isbn", work.isbn
    yield "eprint", work.eprint.translate(_IN_ADDRESSES)
    yield "eprinttype", work.eprint_type
    yield "language", " and ".join(work.languages or (work.language,))
    for one in work.identifiers:
        field = "urn" if one.number.startswith("urn:") else _NUMBERS.get(one.label, "")
        if one.number not in (work.eprint, work.isbn):
            yield field, one.number.translate(_IN_ADDRESSES)


def _contributors(work: Work, lead: bool) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    spare = iter("abc")
    for one in work.contributors:
        if one.role not in taken and one.role != "editor":
            taken.add(one.role)
            yield one.role, _names(one.names, lead)
        elif letter := next(spare, ""):
            yield f"editor{letter}", _names(one.names, lead)
            yield f"editor{letter}type", one.role


def _names(names: Iterable[Name], lead: bool) -> str:
    return " and ".join(_name(name, lead) for name in names)


def _name(name: Name, lead: bool) -> str:
    """A name; `lead` is what its list says of the place of family names, unless a name says it itself."""
    if name == OTHERS:
        return "others"
    if name.literal:
        return f"{{{_latex(name.literal)}}}"
    leads = "" if name.leads is (lead or None) else str(bool(name.leads)).lower()
    by_itself = not name.given and (name.suffix or _group(name.family).startswith("{"))
    if name.prefix or leads or by_itself:  # what is a prefix is seen by its case, and not always rightly
        parts = (
            ("family", name.family),
            ("given", name.given),
            ("prefix", name.prefix),
            ("suffix", name.suffix),
            ("static-ordering", leads),
        )
        return ", ".join(f"{part}={_group(text)}" for part, text in parts if text)
    suffix = (_group(name.suffix),) if name.suffix else ()
    given = (_group(name.given),) if name.given else ()
    return ", ".join((_group(name.family), *suffix, *given))


def _group(text: str) -> str:
    """A part of a name; in braces where it would be parted, or taken for a prefix."""
    plain = _latex(text)
    parted = "," in text or re.search(r"\band\b|=", text, re.IGNORECASE) or text[:1].islower() or " " in text
    return f"{{{plain}}}" if parted else plain


def _latex(text: str) -> str:
    return _DASHES.sub(lambda found: found[0] + "{}", text.translate(_LATEX))


def _date(date: PartialDate | DateRange | None) -> str:
    if date is None:
        return ""
    if isinstance(date, PartialDate):
        return _edtf(date)
    return f"{_edtf(date.start) if date.start else '..'}/{_edtf(date.end) if date.end else '..'}"


def _edtf(date: PartialDate) -> str:
    mark = "%" if date.approximate and date.uncertain else "~" * date.approximate + "?" * date.uncertain
    return date.iso() + (f"-{_SEASON + date.season}" if date.season else "") + mark
