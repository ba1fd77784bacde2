"""Fields that entries take from others: BibLaTeX's ``crossref`` and ``xdata``."""

from collections.abc import Mapping
from dataclasses import replace

from briefgen.bibliography.entry import Entry
from briefgen.bibliography.kinds import kind_of
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.work import WorkKind
from briefgen.rules import BROKEN_CROSSREF

# Never inherited: they are about the entry, not about the work.
_PRIVATE_NAMES = """
    crossref xdata xref ids entryset entrysubtype execute label options presort related relatedoptions
    relatedstring relatedtype shortauthor shorteditor shorthand shorthandintro sortkey sorttitle sortname
    sortyear keywords key
"""
_PRIVATE = frozenset(_PRIVATE_NAMES.split())
_TITLES = ("title", "subtitle", "titleaddon")
_IN_VOLUMES = ("mvbook", "mvcollection", "mvproceedings", "mvreference")

MAX_GENERATIONS = 4
"""A chapter of a volume of a work in many volumes, with shared data, has three; more is no bibliography."""


def inherit_fields(entries: tuple[Entry, ...], report: Report) -> tuple[Entry, ...]:
    """Complete every entry with the fields it lacks and its parents have.

    The title of a parent becomes the title of the whole (booktitle, journaltitle or maintitle), as in
    BibLaTeX. A field that names no entry or leads in a circle is reported as `broken-crossref`.
    """
    by_key = {entry.key: entry for entry in entries}
    for entry in entries:
        _check_parents(entry, by_key, report)
    return tuple(_completed(entry, by_key, (entry.key,)) for entry in entries)


def _check_parents(entry: Entry, by_key: Mapping[str, Entry], report: Report) -> None:
    for name, key in _parents(entry):
        if key not in by_key:
            near = [other for other in by_key if other.lower() == key.lower()]
            hint = f"did you mean `{near[0]}`?" if near else None
            message = f"`{name}` names `{key}`, and no entry has that key"
            report(Diagnostic(BROKEN_CROSSREF, entry.fields[name].span, message, hint=hint))
        elif _leads_to(key, entry.key, by_key):
            message = f"`{entry.key}` inherits from itself, through `{key}`"
            report(Diagnostic(BROKEN_CROSSREF, entry.fields[name].span, message))


def _leads_to(start: str, goal: str, by_key: Mapping[str, Entry]) -> bool:
    """Whether `goal` is `start` or one of its ancestors."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        key = waiting.pop()
        if key == goal:
            return True
        if key in by_key and key not in seen:
            seen.add(key)
            waiting.extend(parent for _, parent in _parents(by_key[key]))
    return False


def _completed(entry: Entry, by_key: Mapping[str, Entry], path: tuple[str, ...]) -> Entry:
    """The entry with what it inherits; `path` holds the keys that led here, itself included."""
    fields = dict(entry.fields)
    for name, key in _parents(entry):
        if key not in by_key or key in path or len(path) > MAX_GENERATIONS:
            continue
        parent = _completed(by_key[key], by_key, (*path, key))
        for inherited, field in parent.fields.items():
            target = _target(entry.type, parent.type, inherited) if name == "crossref" else inherited
            if target and inherited not in _PRIVATE:
                fields.setdefault(target, field)
    return replace(entry, fields=fields)


def _parents(entry: Entry) -> tuple[tuple[str, str], ...]:
    """The entries that an entry inherits from: the field that says so, and their keys."""
    sources = [("xdata", key) for key in entry.value("xdata").split(",")] + [
        ("crossref", entry.value("crossref"))
    ]
    return tuple((name, key.strip()) for name, key in sources if key.strip())


def _target(child: str, parent: str, name: str) -> str:
    """What a parent's field is called in the child; empty for a title that the child does not take."""
    if name not in _TITLES:
        return name
    if kind_of(child) is WorkKind.ARTICLE:
        return f"journal{name}"
    if kind_of(child) is WorkKind.CHAPTER:
        return f"book{name}"
    return f"main{name}" if parent in _IN_VOLUMES else ""
