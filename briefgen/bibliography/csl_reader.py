"""Items of CSL, made into entries as BibLaTeX has them."""

import re
from collections.abc import Iterable, Mapping

from briefgen.bibliography import marks
from briefgen.bibliography.csl_markdown import of_markdown
from briefgen.bibliography.csl_types import DATES, NAMES, TYPES, field_of
from briefgen.bibliography.entry import Entry, Field
from briefgen.bibliography.names import OTHERS
from briefgen.diagnostics import Diagnostic, Report
from briefgen.directions import settled
from briefgen.model.csl import CslItem
from briefgen.model.work import Name
from briefgen.rules import BROKEN_UNCITED
from briefgen.text import Span, nfc

_TAGS = {
    "<i>": marks.EMPHASIS,
    "</i>": marks.NO_EMPHASIS,
    "<em>": marks.EMPHASIS,
    "</em>": marks.NO_EMPHASIS,
    "<sub>": marks.LOWER,
    "</sub>": marks.NO_LOWER,
    "<sup>": marks.RAISE,
    "</sup>": marks.NO_RAISE,
}
_ARXIV = re.compile(r"arxiv:", re.IGNORECASE)
_TAG = re.compile(r"</?(?:i|em|sub|sup|b|strong|span|sc)(?: [^<>]*)?>")
_IN_NOTE = re.compile(
    r"^(?P<name>[A-Za-z][A-Za-z _-]*): *(?P<text>[^\n]+)$|\{:(?P<key>[A-Za-z-]+): *+(?P<value>[^{}]*)\}",
    re.MULTILINE,
)
_KNOWN_IN_NOTE = frozenset(
    "original-date original-title event-title event-place genre status PMID PMCID DOI container-title "
    "publisher-place number-of-volumes part-number reviewed-title".split()
)


def csl_entries(items: Iterable[CslItem], report: Report, *, markdown: bool = False) -> tuple[Entry, ...]:
    """An entry for each item that has a key; one without, which nothing can cite, is told.

    With `markdown` the texts are Markdown, as pandoc has them in YAML.
    """
    return tuple(entry for item in items if (entry := _entry(item, report, markdown)))


def _entry(item: CslItem, report: Report, markdown: bool) -> Entry | None:
    values = _with_note(of_markdown(item.values) if markdown else item.values)
    key = _text(values.get("id") or values.get("citation-key"))
    span = _key_span(item, key)
    if not key:
        report(Diagnostic(BROKEN_UNCITED, span, "this item has no id, and nothing can cite it"))
        return None
    kind = _text(values.get("type")) or "document"
    fields: dict[str, Field] = {}
    for variable, value in values.items():
        if variable in ("id", "type", "citation-key"):
            continue
        name, field = _field(kind, variable, value, span)
        if field and name not in fields:
            fields[name] = field
    if (number := fields.get("eid") or fields.get("number")) and _ARXIV.match(number.value):
        fields.setdefault("eprint", number)  # as Zotero has the number of a preprint
        fields = {name: field for name, field in fields.items() if field is not number or name == "eprint"}
    return Entry(TYPES.get(kind, kind), key, span, fields, item.span)


def _with_note(values: Mapping[str, object]) -> Mapping[str, object]:
    """The values, with the variables that Zotero's users write into the note (`Extra`), line by line."""
    note = values.get("note")
    if not isinstance(note, str):
        return values
    found = {}
    for line in _IN_NOTE.finditer(note):
        name = (line["name"] or line["key"]).strip().replace(" ", "-")
        name = name if name.isupper() else name.lower()
        if name in _KNOWN_IN_NOTE and name not in values:
            found[name] = (line["text"] or line["value"]).strip()
    return {**values, **found}


_KEY = re.compile(r"""(?<![\w-])["']?(?:id|citation-key)["']?\s*:\s*["']?""")


def _key_span(item: CslItem, key: str) -> Span:
    written = item.span.text
    said = (one.end() for one in _KEY.finditer(written) if written.startswith(key, one.end()))
    at = next(said, written.find(key)) if key else -1
    start = item.span.start + max(at, 0)
    return item.span.file.span(start, start + (len(key) if at >= 0 else 1))


def _field(kind: str, variable: str, value: object, span: Span) -> tuple[str, Field | None]:
    if name := NAMES.get(variable):
        names = _names(value)
        return name, Field("", "", span, names=names) if names else None
    if name := DATES.get(variable):
        date = _date(value)
        return name, Field(date, date, span) if date else None
    marked = _marked(_text(value))
    plain = marks.without_marks(marked)
    name = field_of(kind, variable)
    return name, Field(plain, plain, span, marked if marked != plain else "") if plain else None


def _text(value: object) -> str:
    """A value as a text: numbers as they are written, lists joined, anything else nothing."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value)))
    if isinstance(value, (str, int, float)):
        return settled(" ".join(marks.without_marks(nfc(str(value))).split()))
    return ""


def _marked(text: str) -> str:
    if "<" not in text:
        return text
    return marks.with_tags(marks.tidied(_TAG.sub(lambda tag: _TAGS.get(tag[0], ""), text)))


def _names(value: object) -> tuple[Name, ...]:
    listed = value if isinstance(value, list) else [value]
    return tuple(name for one in listed if (name := _name(one)) is not None)


def _name(value: object) -> Name | None:
    if isinstance(value, str):
        value = {"literal": value}
    if not isinstance(value, dict):
        return None
    part = {name: _text(text) for name, text in value.items() if isinstance(name, str)}
    literal = part.get("literal", "")
    if literal.lower().rstrip(".") in ("others", "et al"):
        return OTHERS
    if literal or not part.get("family"):
        literal = literal or part.get("given", "")
        return Name(literal=literal) if literal else None
    prefix = " ".join(filter(None, (part.get("dropping-particle"), part.get("non-dropping-particle"))))
    leads = None if "static-ordering" not in value else value["static-ordering"] in (True, 1, "1", "true")
    return Name(part["family"], part.get("given", ""), prefix, part.get("suffix", ""), leads=leads)


def _date(value: object) -> str:
    """A date as EDTF, or what stands in its place."""
    if isinstance(value, list):  # CSL-YAML of old: the ends of a range
        value = {"date-parts": [_parts(one) for one in value if isinstance(one, dict)]}
    if not isinstance(value, dict):
        return _text(value)
    if "year" in value:
        value = {**value, "date-parts": [_parts(value)]}
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts:
        ends = [_end(end, value.get("season")) for end in parts[:2]]
        if all(ends):
            circa = "~" if value.get("circa") not in (None, False, "", 0, "false") else ""
            return "/".join(f"{end}{circa}" for end in ends)
    return _text(value.get("raw")) or _text(value.get("literal"))


def _parts(date: Mapping[object, object]) -> list[object]:
    return [date.get(name) for name in ("year", "month", "day")]


def _end(parts: object, season: object) -> str:
    if not isinstance(parts, list):
        return ""
    numbers = [int(_text(part)) for part in parts[:3] if re.fullmatch(r"-?\d{1,6}", _text(part))]
    if not numbers:
        return ""
    year = f"{numbers[0]:04d}" if numbers[0] >= 0 else f"-{-numbers[0] - 1:04d}"  # CSL has no year 0
    if len(numbers) == 1 and re.fullmatch(r"[1-4]", _text(season)):
        numbers.append(20 + int(_text(season)))
    return "-".join([year, *(f"{number:02d}" for number in numbers[1:])])
