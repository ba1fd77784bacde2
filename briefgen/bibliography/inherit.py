"""Fields that entries take from others: BibLaTeX's ``crossref`` and ``xdata``."""

from collections.abc import Mapping
from dataclasses import replace

from briefgen.bibliography.entry import Entry, Field
from briefgen.bibliography.kinds import kind_of
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.work import WorkKind
from briefgen.rules import BROKEN_CROSSREF
from briefgen.suggest import suggest

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


def inherit_fields(entries: tuple[Entry, ...], report: Report) -> tuple[Entry, ...]:
    """Complete every entry with the fields it lacks and its parents have.

    The title of a parent becomes the title of the whole (booktitle, journaltitle or maintitle), as in
    BibLaTeX. A field that names no entry or leads in a circle is reported as `broken-crossref`.
    """
    by_key = {entry.key: entry for entry in entries}
    parents = {entry.key: _parents(entry) for entry in entries}
    for entry in entries:
        _check_parents(entry, parents, report)
    completed: dict[str, Entry] = {}
    for entry in entries:
        _complete(entry.key, by_key, parents, completed)
    return tuple(completed[entry.key] for entry in entries)


def _parents(entry: Entry) -> Parents:
    sources = [("xdata", key) for key in entry.value("xdata").split(",")]
    sources.append(("crossref", entry.value("crossref")))
    return tuple((name, key.strip()) for name, key in sources if key.strip())


def _check_parents(entry: Entry, parents: Mapping[str, Parents], report: Report) -> None:
    for name, key in parents[entry.key]:
        if key not in parents:
            near = suggest(key, parents)
            hint = f"did you mean `{near}`?" if near else None
            message = f"`{name}` names `{key}`, and no entry has that key"
            report(Diagnostic(BROKEN_CROSSREF, entry.fields[name].span, message, hint=hint))
        elif _leads_to(key, entry.key, parents):
            message = f"`{entry.key}` inherits from itself, through `{key}`"
            report(Diagnostic(BROKEN_CROSSREF, entry.fields[name].span, message))


def _leads_to(start: str, goal: str, parents: Mapping[str, Parents]) -> bool:
    """Whether `goal` is `start` or one of its ancestors."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        key = waiting.pop()
        if key == goal:
            return True
        if key in parents and key not in seen:
            seen.add(key)
            waiting.extend(parent for _, parent in parents[key])
    return False


def _complete(
    start: str, by_key: Mapping[str, Entry], parents: Mapping[str, Parents], completed: dict[str, Entry]
) -> None:
    """Put an entry and its ancestors, with what they inherit, into `completed`; a circle is cut."""
    waiting = [start]
    opened: set[str] = set()
    while waiting:
        key = waiting[-1]
        opened.add(key)
        unknown = [
            parent
            for _, parent in parents[key]
            if parent in by_key and parent not in completed and parent not in opened
        ]
        if unknown:
            waiting.append(unknown[0])
        else:
            waiting.pop()
            completed.setdefault(key, _with_inherited(by_key[key], parents[key], completed))


def _with_inherited(entry: Entry, parents: Parents, completed: Mapping[str, Entry]) -> Entry:
    fields = dict(entry.fields)
    for name, key in parents:
        if parent := completed.get(key):
            lacking = {
                target: field
                for inherited, field in parent.fields.items()
                if (target := _target(name, entry.type, parent.type, inherited)) and not _has(fields, target)
            }
            fields.update(lacking)
    return replace(entry, fields=fields)


def _has(fields: Mapping[str, Field], name: str) -> bool:
    """Whether there is a field that says what `name` would say."""
    return any(alias in fields for group in _ALIASES if name in group for alias in group) or name in fields


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
