"""A BibTeX or BibLaTeX file, read into works."""

from briefgen.bibliography.entry import Entry, Field
from briefgen.bibliography.field_reader import VERBATIM_FIELDS
from briefgen.bibliography.inherit import inherit_fields
from briefgen.bibliography.latex import read_latex
from briefgen.bibliography.pybtex_reader import UnreadableError, read_value
from briefgen.bibliography.scan import ScannedEntry, ScannedField, ScannedItem, ScannedString, scan
from briefgen.bibliography.works import read_work
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.work import Work
from briefgen.rules import (
    BIBTEX_SYNTAX,
    DUPLICATE_FIELD,
    DUPLICATE_KEY,
    KEY_CASE,
    UNDEFINED_STRING,
    UNKNOWN_LATEX,
)
from briefgen.suggest import suggest
from briefgen.text import Span, TextFile

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def parse_bibliography(file: TextFile, report: Report) -> tuple[Work, ...]:
    """Read all works of a ``.bib`` text, in file order, each key once.

    Every finding has its place: `bibtex-syntax`, `duplicate-key` (at the later entry, which is left out),
    `key-case`, `duplicate-field` (the first counts), `undefined-string`, `broken-crossref`, `unknown-latex`,
    and those of `read_work`. An entry with errors still gives a work, of what could be read, so that citing
    it is no second error. Entries of type xdata hold fields for others and are no works.
    """
    entries = _read_entries(scan(file, report), report)
    unique = _unique(entries, report)
    works = [read_work(entry, report) for entry in inherit_fields(unique, report)]
    return tuple(work for work in works if work.entry_type != "xdata")


def _read_entries(items: tuple[ScannedItem, ...], report: Report) -> tuple[Entry, ...]:
    """Read values from top to bottom, as BibTeX does: a @string holds for what stands after it."""
    strings = {month: month for month in _MONTHS}
    defined_in = {
        item.field.name: item.field.name_span.line for item in items if isinstance(item, ScannedString)
    }
    entries: list[Entry] = []
    for item in items:
        if isinstance(item, ScannedString):
            strings[item.field.name] = _read_field(item.field, strings, defined_in, report).value
        else:
            entries.append(_read_entry(item, strings, defined_in, report))
    return tuple(entries)


def _read_entry(
    scanned: ScannedEntry, strings: dict[str, str], defined_in: dict[str, int], report: Report
) -> Entry:
    fields: dict[str, Field] = {}
    for item in scanned.fields:
        if first := fields.get(item.name):
            note = f"first in line {first.span.line}"
            message = f"`{scanned.key}` has the field `{item.name}` twice"
            report(Diagnostic(DUPLICATE_FIELD, item.name_span, message, (note,)))
            continue
        fields[item.name] = field = _read_field(item, strings, defined_in, report)
        if item.name not in VERBATIM_FIELDS:
            _check_latex(item.name, field, report)
    return Entry(scanned.type, scanned.key, scanned.key_span, fields, scanned.span)


def _read_field(
    field: ScannedField, strings: dict[str, str], defined_in: dict[str, int], report: Report
) -> Field:
    """Read one value; an undefined bare word stands for itself."""
    known = dict(strings) if field.macros else {}
    for macro in field.macros:
        if macro.text.lower() not in strings:
            known[macro.text.lower()] = macro.text
            report(_undefined(macro, strings, defined_in))
    try:
        value = read_value(field.value_span.text, known)
    except UnreadableError as error:
        value = ""
        message = f"the value of `{field.name}` cannot be read: {error}"
        report(Diagnostic(BIBTEX_SYNTAX, field.name_span, message))
    return Field(value, field.name_span)


def _undefined(macro: Span, strings: dict[str, str], defined_in: dict[str, int]) -> Diagnostic:
    name = macro.text.lower()
    later = defined_in.get(name, 0) > macro.line
    notes = (f"its @string stands only in line {defined_in[name]}",) if later else ()
    near = suggest(name, [*strings, *defined_in])
    hint = f"did you mean `{near}`?" if near and not later else f"if it is plain text, write {{{macro.text}}}"
    return Diagnostic(UNDEFINED_STRING, macro, f"`{macro.text}` names no @string", notes, hint)


def _check_latex(name: str, field: Field, report: Report) -> None:
    if unknown := read_latex(field.value).unknown:
        commands = ", ".join(f"`{command}`" for command in unknown)
        message = f"{commands} in `{name}` is shown to readers as written"
        report(Diagnostic(UNKNOWN_LATEX, field.span, message, hint="write the character itself"))


def _unique(entries: tuple[Entry, ...], report: Report) -> tuple[Entry, ...]:
    """The entries whose key is new; a key that differs only in case is reported and kept."""
    by_key: dict[str, Entry] = {}
    by_folded_key: dict[str, Entry] = {}
    for entry in entries:
        if first := by_key.get(entry.key):
            note = f"first in line {first.key_span.line}"
            report(Diagnostic(DUPLICATE_KEY, entry.key_span, f"the key `{entry.key}` is taken", (note,)))
            continue
        by_key[entry.key] = entry
        other = by_folded_key.setdefault(entry.key.casefold(), entry)
        if other is not entry:
            message = f"`{entry.key}` differs from `{other.key}` only in case"
            note = f"`{other.key}` stands in line {other.key_span.line}"
            report(Diagnostic(KEY_CASE, entry.key_span, message, (note,)))
    return tuple(by_key.values())
