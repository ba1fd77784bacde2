"""Front matter of other programs, as ours has it; what means nothing here is kept beside it, as comments."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from briefgen.authoring.skeleton import scalar
from briefgen.bibliography.worded_dates import read_any_date
from briefgen.decode.nodes import Entry
from briefgen.model.address import slug_of_name
from briefgen.model.work import PartialDate
from briefgen.moving.yaml_values import Value, text_of, texts_of, value_of

_LICENCE = re.compile(
    r"(?:CC|cc)[ -](?P<kind>BY(?:-(?:SA|NC|ND|NC-SA|NC-ND))?)[ -](?P<number>\d\.\d)", re.IGNORECASE
)
_SPDX = re.compile(r"[A-Za-z]+-(?=[\w.-]*\d)[\w.-]*+|MIT|CC0-1\.0")
FOLLOWED = ("bibliography", "csl", "references")
"""Keys of what is moved in with a text, and so need not be kept."""
_ENDS = (".", "!", "?", "…", ":")


@dataclass(slots=True)
class Front:
    """What is known of a text, and what could not be told in our front matter."""

    title: str = ""
    subtitle: str = ""
    date: str = ""
    updated: str = ""
    description: str = ""
    language: str = ""
    license: str = ""
    version: str = ""
    draft: bool = False
    authors: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    about: list[str] = field(default_factory=list)
    abstract: str = ""
    unread: str = ""
    """Why front matter cannot be read."""
    undated: str = ""
    """What stands as a date, and is none."""
    kept: list[tuple[str, str]] = field(default_factory=list)
    """Keys and texts of entries that mean nothing here."""

    def full_title(self) -> str:
        """The title with what stands below it."""
        if not self.subtitle:
            return self.title
        return f"{self.title}{'' if self.title.endswith(_ENDS) else ':'} {self.subtitle}"


def read_front(entries: Mapping[str, Value], kept: Mapping[str, str]) -> Front:
    """What entries say; `kept` is how each of them is written, for those that mean nothing here."""
    front = Front()
    for key, value in entries.items():
        if key in FOLLOWED:
            continue
        reader = _READERS.get(key.lower().replace("_", "-"))
        if value is None and _EMPTY.search(kept.get(key, "")):
            continue
        if value is not None and reader is not None and reader(front, value):
            continue
        front.kept.append((key, kept.get(key, f"{key}: {text_of(value)}")))
    return front


_EMPTY = re.compile(r"\A\Z|:[ \t]*(?:(?:~|null|Null|NULL)[ \t]*)?\Z")
"""An entry without a value; one whose value only its own tool knows, as ``!expr …``, is kept."""
_REMARK = re.compile(r"(?:^|(?<=[ \t]))#+[ \t]*(?P<said>[^#\n][^\n]*)$", re.MULTILINE)


def keep_remarks(front: Front, written: str) -> None:
    """Keep the comments of front matter, too, where they are in no entry that is kept."""
    for found in _REMARK.finditer(written):
        if not any(found["said"] in text for _, text in front.kept):
            front.kept.append(("", found["said"]))


def entries_of(entries: tuple[Entry, ...]) -> tuple[dict[str, Value], dict[str, str]]:
    """The values of front matter, and how each of its entries is written."""
    values = {entry.key: value_of(entry.value) for entry in entries}
    written = {
        entry.key: entry.key_span.to(entry.value.span).text
        if entry.value.span.end > entry.key_span.end
        else entry.key_span.text + ":"
        for entry in entries
    }
    return values, written


def front_text(front: Front) -> str:
    """Our front matter, between its two lines."""
    lines = [f"title: {scalar(front.full_title())}"]
    pairs = (
        ("date", front.date),
        ("updated", front.updated),
        ("description", front.description and scalar(front.description)),
        ("version", front.version and scalar(front.version)),
        ("lang", front.language and scalar(front.language)),
        ("license", front.license),
        ("authors", _listed(front.authors)),
        ("tags", _listed(front.tags)),
        ("about", _listed(front.about)),
        ("aliases", _listed(front.aliases)),
        ("status", "draft" if front.draft else ""),
    )
    lines += [f"{key}: {value}" for key, value in pairs if value]
    for _, written in front.kept:
        lines += [f"# {line}".rstrip() for line in written.splitlines()]
    return "\n".join(("---", *lines, "---", ""))


def _listed(texts: list[str]) -> str:
    return f"[{', '.join(scalar(text) for text in dict.fromkeys(texts))}]" if texts else ""


_Reader = Callable[[Front, Value], bool]
"""Takes what a value says; whether it could."""


def _line(name: str) -> _Reader:
    def read(front: Front, value: Value) -> bool:
        if not isinstance(value, str) or getattr(front, name):
            return not isinstance(value, dict | list) and getattr(front, name) == text_of(value)
        setattr(front, name, text_of(value))
        return True

    return read


def _title(front: Front, value: Value) -> bool:
    if isinstance(value, dict):
        return False
    front.title = front.title or " ".join(texts_of(value))
    return True


def _date(front: Front, value: Value) -> bool:
    written = text_of(value)
    found = day_of(written)
    if found and not front.date:
        front.date, front.undated = found, ""
        return True
    front.undated = "" if front.date else written
    return False


def day_of(written: str) -> str:
    """The day that a text names, as 2025-05-31; empty where it names none, or several could be meant."""
    if iso := re.match(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?\Z", written):
        return iso[1] if _is_day(iso[1]) else ""
    read = read_any_date(written)
    day = read.value if read is not None else None
    if not isinstance(day, PartialDate) or not (day.month and day.day) or day.approximate or day.uncertain:
        return ""
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _updated(front: Front, value: Value) -> bool:
    front.updated = day_of(text_of(value))
    return bool(front.updated)


def _people(front: Front, value: Value) -> bool:
    """The names; whether that is all that is said of them."""
    whole = True
    for item in value if isinstance(value, list) else [value]:
        name = _name(item)
        if name:
            front.authors += [part.strip() for part in name.split(";") if part.strip()]
        whole = whole and (isinstance(item, str) or (isinstance(item, dict) and set(item) <= {"name"}))
        whole = whole and bool(name)
    return whole


def _name(value: Value) -> str:
    if isinstance(value, str):
        return text_of(value)
    if not isinstance(value, dict):
        return ""
    named = value.get("name", value.get("literal"))
    if isinstance(named, dict):
        return _name(named)
    if named:
        return text_of(named)
    parts = (
        value.get("given", value.get("given-names")),
        value.get("non-dropping-particle"),
        value.get("family", value.get("surname")),
    )
    return " ".join(part for one in parts if (part := text_of(one)))


def _tags(front: Front, value: Value) -> bool:
    written = value.split(",") if isinstance(value, str) else texts_of(value)
    front.tags += [tag.strip().removeprefix("#") for tag in written if tag.strip().removeprefix("#")]
    return True


def _aliases(front: Front, value: Value) -> bool:
    written = [text.strip("/").rpartition("/")[2].removesuffix(".html") for text in texts_of(value)]
    front.aliases += [slug for text in written if (slug := slug_of_name(text))]
    return all(slug_of_name(text) == text for text in written)


def _abstract(front: Front, value: Value) -> bool:
    if not isinstance(value, str):
        return False
    front.abstract = value.strip()
    return True


def _license(front: Front, value: Value) -> bool:
    written = text_of(value)
    if found := _LICENCE.fullmatch(written):
        front.license = f"CC-{found['kind'].upper()}-{found['number']}"
    elif _SPDX.fullmatch(written):
        front.license = written
    return bool(front.license)


def _draft(front: Front, value: Value) -> bool:
    front.draft = text_of(value).lower() in ("true", "yes", "on", "draft")
    return True


def _status(front: Front, value: Value) -> bool:
    front.draft = front.draft or text_of(value).lower() == "draft"
    return text_of(value).lower() in ("draft", "published")


def _version(front: Front, value: Value) -> bool:
    front.version = text_of(value)
    return bool(re.fullmatch(r"[\w.]+", front.version))


def _about(front: Front, value: Value) -> bool:
    front.about = texts_of(value)
    return True


_READERS: dict[str, _Reader] = {
    "title": _title,
    "subtitle": _line("subtitle"),
    "date": _date,
    "created": _date,
    "updated": _updated,
    "lastmod": _updated,
    "modified": _updated,
    "date-modified": _updated,
    "description": _line("description"),
    "summary": _line("description"),
    "excerpt": _line("description"),
    "lang": _line("language"),
    "language": _line("language"),
    "license": _license,
    "version": _version,
    "author": _people,
    "authors": _people,
    "tags": _tags,
    "tag": _tags,
    "keywords": _tags,
    "categories": _tags,
    "alias": _aliases,
    "aliases": _aliases,
    "abstract": _abstract,
    "draft": _draft,
    "status": _status,
    "about": _about,
}
