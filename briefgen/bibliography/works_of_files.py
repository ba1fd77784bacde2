"""All files of the bibliography, read into works side by side."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from briefgen.bibliography.bibtex import BibtexReader
from briefgen.bibliography.csl_json import csl_json_items
from briefgen.bibliography.csl_reader import csl_entries
from briefgen.bibliography.entry import Entry
from briefgen.bibliography.field_reader import NamesRead
from briefgen.bibliography.inherit import PRINTED_WITH, ancestors, inherit_fields, keys_in, parents_of
from briefgen.bibliography.pieces import Alone, Piece, ReadAlone, pieces_of, read_piece
from briefgen.bibliography.ris import ris_entries
from briefgen.bibliography.scan import ScannedEntry, ScannedItem
from briefgen.bibliography.works import read_work
from briefgen.diagnostics import Diagnostic, Report, Severity
from briefgen.each import Each, one_by_one
from briefgen.model.csl import CslItem
from briefgen.model.layout.project import format_of_works
from briefgen.model.work import Work
from briefgen.rules import BROKEN_UNCITED, DUPLICATE_KEY, KEY_CASE, REPEATED_ENTRY
from briefgen.suggest import Suggestions
from briefgen.text import TextFile

Places = list[tuple[int, str]]
"""Where the entries of a file begin, in its order, each with its key (empty for what has none)."""

_BESIDE = frozenset(
    """
    abstract annote annotation bibsource biburl bibdate date-added date-modified file groups keywords
    mendeley-groups mendeley-tags owner timestamp urldate
    """.split()
)
"""What two copies of an entry may say differently, and still be of one work."""


def parse_bibliography(file: TextFile, report: Report) -> tuple[Work, ...]:
    """Read the works of one file, each as if it were cited."""
    return parse_library((file,), report)


def parse_library(
    files: Sequence[TextFile],
    report: Report,
    cited: Collection[str] | None = None,
    read_yaml: Callable[[TextFile, Report], tuple[CslItem, ...]] | None = None,
    each: Each = one_by_one,
) -> tuple[Work, ...]:
    """Read all works of some files, in their order, each key once.

    Every finding has its place: `bibtex-syntax`, `duplicate-key` and `repeated-entry` (at the later entry,
    which is left out), `key-case`, `duplicate-field` (the first counts), `undefined-string`,
    `broken-crossref`, `unknown-latex`, and those of `read_work`. An error of an entry that no `cited` work
    needs is told as the warning `broken-uncited`; None stands for all. An entry with errors still gives a
    work, of what could be read, so that citing it is no second error. Entries of type xdata hold fields for
    others and are no works. `read_yaml` takes a file of CSL-YAML apart; without it such files are not
    read. `each` reads the pieces of large files, which may be kept.
    """
    alone = _read_alone(files, each)
    while True:
        found: list[Diagnostic] = []
        suggestions = Suggestions()
        reader = BibtexReader(suggestions, found.append)
        entries, places = _entries(files, reader, alone, read_yaml)
        if not (wanted := _wanted(entries, alone)):
            break
        for one in alone.values():
            one.without(wanted)
    unique = _unique(entries, found.append, cited)
    unique += tuple(_aliases(unique, cited))
    needed = ancestors(unique, cited) if cited is not None else None
    names: NamesRead = {}
    known = {key: read for one in alone.values() for key, (_, read) in one.works.items()}
    works = [
        known[entry.key].work(entry.key_span) if entry.key in known else read_work(entry, names, found.append)
        for entry in inherit_fields(unique, suggestions, found.append)
    ]
    for finding in found:
        report(_weighed(finding, places, needed, reader))
    return _with_others(tuple(work for work in works if work.entry_type != "xdata"))


def _read_alone(files: Sequence[TextFile], each: Each) -> dict[str, Alone]:
    """What can be read alone of large files, by their paths."""
    pieces = [piece for file in files if format_of_works(file.path) == "bib" for piece in pieces_of(file)]
    if not pieces:
        return {}
    read = each(lambda piece: read_piece(piece.text), pieces, lambda piece: ("read entries", piece.text))
    found: dict[str, list[tuple[Piece, tuple[ReadAlone, ...]]]] = defaultdict(list)
    for piece, one in zip(pieces, read, strict=True):
        found[piece.file.path].append((piece, one))
    return {file.path: Alone(file, found[file.path]) for file in files if file.path in found}


def _entries(
    files: Sequence[TextFile],
    reader: BibtexReader,
    alone: Mapping[str, Alone],
    read_yaml: Callable[[TextFile, Report], tuple[CslItem, ...]] | None,
) -> tuple[tuple[Entry, ...], dict[str, Places]]:
    """The entries of all files, and where they begin; of those that were read alone without their fields."""
    entries: list[Entry] = []
    places: dict[str, Places] = {}
    for file in files:
        read: tuple[Entry, ...]
        match format_of_works(file.path):
            case "json":
                read = csl_entries(csl_json_items(file, reader.report), reader.report)
            case "yml":
                in_yaml = read_yaml(file, reader.report) if read_yaml else ()
                read = csl_entries(in_yaml, reader.report, markdown=True)
            case "ris":
                read = ris_entries(file, reader.report)
            case _:
                one = alone.get(file.path)
                read, items = reader.read(file, one.ends if one else {})
                places[file.path] = [_place(item) for item in items]
                if one:
                    read = tuple(sorted((*read, *one.entries), key=lambda entry: entry.span.start))
                    places[file.path] = sorted(
                        [*places[file.path], *((own.span.start, own.key) for own in one.entries)]
                    )
        entries += read
        places.setdefault(file.path, [(entry.span.start, entry.key) for entry in read])
    return tuple(entries), places


def _wanted(entries: Iterable[Entry], alone: Mapping[str, Alone]) -> set[str]:
    """The keys of entries that were read alone and are needed with their fields: others have their key, or
    take fields from them."""
    if not alone:
        return set()
    times = Counter(entry.key for entry in entries)
    parents = {key for entry in entries if entry.fields for key in parents_of(entry)}
    return {key for one in alone.values() for key in one.works if times[key] > 1 or key in parents}


def _with_others(works: tuple[Work, ...]) -> tuple[Work, ...]:
    """The works, with those that are printed with them: the members of a set, and what is related."""
    by_key = {work.key: work for work in works if work.entry_type != "set"}
    found: list[Work] = []
    for work in works:
        named = {name: keys_in(text) for name, text in work.other_fields if name in PRINTED_WITH}
        members, related = (
            tuple(by_key[key] for key in named.get(name, ()) if key in by_key and key != work.key)
            for name in PRINTED_WITH
        )
        if work.entry_type == "set" and members:
            work = replace(work, members=members)
        found.append(replace(work, related=related) if related else work)
    return tuple(found)


def _aliases(entries: Sequence[Entry], cited: Collection[str] | None) -> list[Entry]:
    """Entries once more by those of their other keys (``ids``) that are cited."""
    taken = {entry.key for entry in entries}
    named = (
        (key.strip(), entry) for entry in entries for key in entry.value("ids").split(",") if key.strip()
    )
    return [replace(entry, key=key) for key, entry in named if key in (cited or ()) and key not in taken]


def _place(item: ScannedItem) -> tuple[int, str]:
    if isinstance(item, ScannedEntry):
        return item.span.start, item.key
    return item.field.name_span.start, ""


def _weighed(
    finding: Diagnostic, places: dict[str, Places], needed: Collection[str] | None, reader: BibtexReader
) -> Diagnostic:
    """An error of what no cited work needs, as a warning; anything else as it is."""
    if needed is None or finding.severity is not Severity.ERROR:
        return finding
    starts = places.get(finding.span.path, [])
    at = bisect_right(starts, finding.span.start, key=lambda place: place[0]) - 1
    owner = starts[at][1] if at >= 0 else ""
    broken = [name for name, one in reader.strings_broken.items() if one is finding]
    if owner in needed or any(broken[0] in reader.strings_used.get(key, ()) for key in needed if broken):
        return finding
    message = f"{finding.message}; no brief needs this entry"
    return Diagnostic(BROKEN_UNCITED, finding.span, message, finding.notes, finding.hint)


def _unique(entries: tuple[Entry, ...], report: Report, cited: Collection[str] | None) -> tuple[Entry, ...]:
    """The entries whose key is new; a key that differs only in case is reported and kept."""
    by_key: dict[str, Entry] = {}
    by_folded_key: dict[str, Entry] = {}
    for entry in entries:
        if first := by_key.get(entry.key):
            if _say_the_same(first, entry):
                message = f"the entry `{entry.key}` stands here once more"
                report(Diagnostic(REPEATED_ENTRY, entry.key_span, message, (_first(first, entry),)))
            else:
                message = f"the key `{entry.key}` is taken"
                report(Diagnostic(DUPLICATE_KEY, entry.key_span, message, (_first(first, entry),)))
            continue
        by_key[entry.key] = entry
        other = by_folded_key.setdefault(entry.key.casefold(), entry)
        if other is not entry:
            message = f"`{entry.key}` differs from `{other.key}` only in case"
            note = f"`{other.key}` stands in {_line(other, entry)}"
            both = cited is None or (entry.key in cited and other.key in cited)
            rule = KEY_CASE if both else BROKEN_UNCITED
            report(Diagnostic(rule, entry.key_span, message, (note,)))
    return tuple(by_key.values())


def _first(first: Entry, second: Entry) -> str:
    return f"first in {_line(first, second)}"


def _line(other: Entry, entry: Entry) -> str:
    line = f"line {other.key_span.line}"
    return line if other.span.path == entry.span.path else f"{line} of {other.span.path}"


def _say_the_same(one: Entry, other: Entry) -> bool:
    """Whether two entries agree in every field that both have."""
    both = one.fields.keys() & other.fields.keys() - _BESIDE
    return one.type == other.type and all(_words(one, name) == _words(other, name) for name in both)


def _words(entry: Entry, name: str) -> list[str]:
    return entry.fields[name].text.split()
