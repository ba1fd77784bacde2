"""Fields that entries take from others: BibLaTeX's ``crossref`` and ``xdata``."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefgen.bibliography.entry import Entry, Field
from briefgen.bibliography.kinds import kind_of
from briefgen.bibliography.latex import plain_text
from briefgen.bibliography.name_reader import split_names
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.work import WorkKind
from briefgen.rules import BROKEN_CROSSREF, INHERITS_FROM_ITSELF
from briefgen.suggest import Suggestions

_FROM_XDATA = re.compile(r"xdata\s*=\s*(?P<key>\S+)-(?P<field>[A-Za-z]+)(?:-(?P<index>\d{1,4}))?")

Parents = tuple[tuple[str, str], ...]
"""The entries that an entry inherits from: the field that says so, and their keys."""

# Never inherited: they are about the entry, not about the work.
_PRIVATE_NAMES = """
    crossref xdata xref ids entryset entrysubtype execute label options presort related relatedoptions
    relatedstring relatedtype shortauthor shorteditor shorthand shorthandintro sortkey sorttitle sortname
    sortyear keywords key
"""
_PRIVATE = frozenset(_PRIVATE_NAMES.split())
_TITLES = ("title", "subtitle", "titleaddon")
_IN_VOLUMES = ("mvbook", "mvcollection", "mvproceedings", "mvreference")

# Fields that say the same: an entry that has one of them lacks none of them.
_ALIASES = (
    ("date", "year", "month", "day"),
    ("journaltitle", "journal"),
    ("location", "address"),
    ("institution", "school"),
    ("language", "langid"),
)
_SAME = {name: group for group in _ALIASES for name in group}


FIELDS_EACH = 20
FIELDS_BESIDES = 50_000
MOST_CHARACTERS = 50_000_000
"""What all entries together may inherit: in a long line of ancestors, each takes what all before it have."""


def inherit_fields(entries: tuple[Entry, ...], suggestions: Suggestions, report: Report) -> tuple[Entry, ...]:
    """Complete every entry with the fields it lacks and its parents have.

    The title of a parent becomes the title of the whole (booktitle, journaltitle or maintitle), as in
    BibLaTeX. A field that names no entry is reported as `broken-crossref`, one that leads in a circle as
    `inherits-from-itself`, and so is the first that makes all of them together inherit more than any
    bibliography does.
    """
    entries = put_in_granular(entries, report)
    heirs = _Heirs(entries, report)
    for entry in entries:
        heirs.check(entry, suggestions)
    for entry in entries:
        heirs.complete(entry.key)
    return tuple(heirs.completed[entry.key] for entry in entries)


PRINTED_WITH = ("entryset", "related")
"""The fields that name works which are printed with the one they stand in."""


def keys_in(value: str) -> list[str]:
    """The keys of a field that has several, with commas between them."""
    return [key for part in value.split(",") if (key := part.strip())]


def ancestors(entries: Iterable[Entry], keys: Iterable[str]) -> frozenset[str]:
    """Some keys, with those of all entries that theirs take fields from, or whose works are printed with
    theirs."""
    leads_to = {
        entry.key: [
            *(key for _, key in _parents(entry)),
            *(key for key, _, _ in _granular(entry).values()),
            *(key for name in PRINTED_WITH for key in keys_in(entry.value(name))),
        ]
        for entry in entries
    }
    found: set[str] = set()
    waiting = [key for key in keys if key in leads_to]
    while waiting:
        if (key := waiting.pop()) not in found:
            found.add(key)
            waiting += (other for other in leads_to[key] if other in leads_to)
    return frozenset(found)


def parents_of(entry: Entry) -> frozenset[str]:
    """The keys of entries that an entry takes fields from."""
    return frozenset(
        (*(key for _, key in _parents(entry)), *(key for key, _, _ in _granular(entry).values()))
    )


def _granular(entry: Entry) -> dict[str, tuple[str, str, int]]:
    """Fields that are one of an @xdata entry (``{xdata=key-field}``): its key, the field, which of a list."""
    found = {}
    for name, field in entry.fields.items():
        if name != "xdata" and (match := _FROM_XDATA.fullmatch(field.value.strip())):
            found[name] = (match["key"], match["field"].lower(), int(match["index"] or 0))
    return found


def put_in_granular(entries: tuple[Entry, ...], report: Report) -> tuple[Entry, ...]:
    """Put in the fields that are one of an @xdata entry; what is not there is reported and left empty."""
    by_key = {entry.key: entry for entry in entries}
    return tuple(_with_granular(entry, by_key, report) for entry in entries)


def _with_granular(entry: Entry, by_key: Mapping[str, Entry], report: Report) -> Entry:
    if not (named := _granular(entry)):
        return entry
    fields = dict(entry.fields)
    for name, (key, source, index) in named.items():
        field = by_key[key].fields.get(source) if key in by_key else None
        if field is None:
            message = f"`{name}` names `{source}` of `{key}`, and there is no such field"
            report(Diagnostic(BROKEN_CROSSREF, entry.fields[name].span, message))
            del fields[name]
        elif index and len(listed := split_names(field.value)) >= index:
            fields[name] = replace(field, value=listed[index - 1], text=plain_text(listed[index - 1]))
        else:
            fields[name] = field
    return replace(entry, fields=fields)


def _parents(entry: Entry) -> Parents:
    sources = [("xdata", key) for key in keys_in(entry.value("xdata"))]
    if crossref := entry.value("crossref").strip():
        sources.append(("crossref", crossref))
    return tuple(sources)


class _Heirs:
    """The entries of a bibliography, while they are completed; none of its walks is recursive."""

    def __init__(self, entries: tuple[Entry, ...], report: Report) -> None:
        self.by_key = {entry.key: entry for entry in entries}
        self.parents = {entry.key: _parents(entry) for entry in entries}
        self.circles = _circles({key: [to for _, to in named] for key, named in self.parents.items()})
        self.completed: dict[str, Entry] = {}
        self.fields_left = FIELDS_EACH * len(entries) + FIELDS_BESIDES
        self.characters_left = MOST_CHARACTERS
        self.report = report

    def check(self, entry: Entry, suggestions: Suggestions) -> None:
        """Report others that an entry names and that are not there, and parents that lead back to it."""
        for name, key in self.parents[entry.key]:
            if key not in self.parents:
                self._missing(entry, name, key, suggestions)
            elif key == entry.key or self.circles[key] == self.circles[entry.key]:
                message = f"`{entry.key}` inherits from itself, through `{key}`"
                self.report(Diagnostic(INHERITS_FROM_ITSELF, entry.fields[name].span, message))
        for name in PRINTED_WITH:
            for key in keys_in(entry.value(name)):
                if key not in self.parents:
                    self._missing(entry, name, key, suggestions)

    def _missing(self, entry: Entry, name: str, key: str, suggestions: Suggestions) -> None:
        near = suggestions.near(key, self.parents)
        hint = f"did you mean `{near}`?" if near else None
        message = f"`{name}` names `{key}`, and no entry has that key"
        self.report(Diagnostic(BROKEN_CROSSREF, entry.fields[name].span, message, hint=hint))

    def complete(self, start: str) -> None:
        """Put an entry and its ancestors, with what they inherit, into `completed`; a circle is cut."""
        waiting = [(start, iter(self.parents[start]))]
        opened = {start}
        while waiting:
            key, parents = waiting[-1]
            for _, parent in parents:
                if parent in self.by_key and parent not in self.completed and parent not in opened:
                    opened.add(parent)
                    waiting.append((parent, iter(self.parents[parent])))
                    break
            else:
                waiting.pop()
                if key not in self.completed:
                    self.completed[key] = self._with_inherited(self.by_key[key])

    def _with_inherited(self, entry: Entry) -> Entry:
        if not self.parents[entry.key]:
            return entry
        fields = dict(entry.fields)
        for name, key in self.parents[entry.key]:
            if parent := self.completed.get(key):
                if self.fields_left < 0 or self.characters_left < 0:
                    break
                lacking = {
                    target: field
                    for inherited, field in parent.fields.items()
                    if (target := _target(name, entry.type, parent.type, inherited))
                    and not _has(fields, target)
                }
                fields.update(lacking)
                self.fields_left -= len(lacking)
                self.characters_left -= sum(len(field.value) for field in lacking.values())
                if self.fields_left < 0 or self.characters_left < 0:
                    message = f"`{name}` goes too far: entries inherit more than {FIELDS_EACH} fields each, "
                    message += f"or more than {MOST_CHARACTERS:,} characters together"
                    self.report(Diagnostic(INHERITS_FROM_ITSELF, entry.fields[name].span, message))
        return replace(entry, fields=fields)


def _circles(leads_to: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """For each key the number of its circle: two have the same if each leads to the other (Tarjan)."""
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    circles: dict[str, int] = {}
    open_: list[str] = []
    for start in leads_to:
        if start in order:
            continue
        waiting = [(start, iter(leads_to[start]))]
        order[start] = lowest[start] = len(order)
        open_.append(start)
        while waiting:
            key, others = waiting[-1]
            for other in others:
                if other not in leads_to:
                    continue
                if other not in order:
                    order[other] = lowest[other] = len(order)
                    open_.append(other)
                    waiting.append((other, iter(leads_to[other])))
                    break
                if other not in circles:
                    lowest[key] = min(lowest[key], order[other])
            else:
                waiting.pop()
                if waiting:
                    lowest[waiting[-1][0]] = min(lowest[waiting[-1][0]], lowest[key])
                if lowest[key] == order[key]:
                    while key not in circles:
                        circles[open_.pop()] = order[key]
    return circles


def _has(fields: Mapping[str, Field], name: str) -> bool:
    """Whether there is a field that says what `name` would say."""
    return name in fields or any(alias in fields for alias in _SAME.get(name, ()))


def _target(source: str, child: str, parent: str, name: str) -> str:
    """What a parent's field is called in the child; empty for what the child does not take.

    `source` is the field that names the parent, `child` and `parent` are types of entries.
    """
    if name in _PRIVATE:
        return ""
    if source == "xdata" or name not in _TITLES:
        return name
    if kind_of(child) is WorkKind.ARTICLE:
        return f"journal{name}"
    if kind_of(child) is WorkKind.CHAPTER:
        return f"book{name}"
    return f"main{name}" if parent in _IN_VOLUMES else ""
