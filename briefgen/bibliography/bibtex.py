"""A BibTeX or BibLaTeX file, read into works."""

from briefgen.bibliography.entry import Entry, Field
from briefgen.bibliography.field_reader import VERBATIM_FIELDS, NamesRead
from briefgen.bibliography.field_values import Strings, UnreadableError
from briefgen.bibliography.inherit import inherit_fields
from briefgen.bibliography.latex import read_latex, verbatim
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
from briefgen.suggest import Suggestions
from briefgen.text import Span, TextFile


def parse_bibliography(file: TextFile, report: Report) -> tuple[Work, ...]:
    """Read all works of a ``.bib`` text, in file order, each key once.

    Every finding has its place: `bibtex-syntax`, `duplicate-key` (at the later entry, which is left out),
    `key-case`, `duplicate-field` (the first counts), `undefined-string`, `broken-crossref`, `unknown-latex`,
    and those of `read_work`. An entry with errors still gives a work, of what could be read, so that citing
    it is no second error. Entries of type xdata hold fields for others and are no works.
    """
    suggestions = Suggestions()
    entries = _read_entries(scan(file, report), suggestions, report)
    unique = _unique(entries, report)
    names: NamesRead = {}
    works = [read_work(entry, names, report) for entry in inherit_fields(unique, suggestions, report)]
    return tuple(work for work in works if work.entry_type != "xdata")


def _read_entries(
    items: tuple[ScannedItem, ...], suggestions: Suggestions, report: Report
) -> tuple[Entry, ...]:
    """Read values from top to bottom, as BibTeX does: a @string holds for what stands after it."""
    reader = _Reader(items, suggestions, report)
    entries: list[Entry] = []
    for item in items:
        if isinstance(item, ScannedString):
            reader.define(item.field)
        else:
            entries.append(reader.entry(item))
    return tuple(entries)


class _Reader:
    """Reads the values of a bibliography, one after the other, with the @strings that are defined by then."""

    def __init__(self, items: tuple[ScannedItem, ...], suggestions: Suggestions, report: Report) -> None:
        self.strings = Strings()
        self.suggestions = suggestions
        self.report = report
        self.defined_in = {
            item.field.name: item.field.name_span.line for item in items if isinstance(item, ScannedString)
        }

    def define(self, field: ScannedField) -> None:
        """A @string; what cannot be read is empty, which is no second error where it is used."""
        self._check_words(field)
        try:
            self.strings.define(field.name, field.value_span.text)
        except UnreadableError as error:
            message = f"the @string `{field.name}` cannot be read: {error}"
            self.report(Diagnostic(BIBTEX_SYNTAX, field.name_span, message))

    def entry(self, scanned: ScannedEntry) -> Entry:
        """An entry; of a field that stands in it twice the first counts."""
        fields: dict[str, Field] = {}
        for item in scanned.fields:
            if first := fields.get(item.name):
                note = f"first in line {first.span.line}"
                message = f"`{scanned.key}` has the field `{item.name}` twice"
                self.report(Diagnostic(DUPLICATE_FIELD, item.name_span, message, (note,)))
                continue
            fields[item.name] = self._field(item)
        return Entry(scanned.type, scanned.key, scanned.key_span, fields, scanned.span)

    def _field(self, field: ScannedField) -> Field:
        self._check_words(field)
        try:
            value = self.strings.value(field.value_span.text)
        except UnreadableError as error:
            value = ""
            message = f"the value of `{field.name}` cannot be read: {error}"
            self.report(Diagnostic(BIBTEX_SYNTAX, field.name_span, message))
        if field.name in VERBATIM_FIELDS:
            return Field(value, verbatim(value), field.name_span)
        read = read_latex(value)
        if read.unknown:
            commands = ", ".join(f"`{command}`" for command in read.unknown)
            message = f"{commands} in `{field.name}` is shown to readers as written"
            self.report(
                Diagnostic(UNKNOWN_LATEX, field.name_span, message, hint="write the character itself")
            )
        return Field(value, read.text, field.name_span)

    def _check_words(self, field: ScannedField) -> None:
        """Report bare words that name nothing: they stand for themselves."""
        for macro in field.macros:
            if macro.text.lower() not in self.strings.known:
                self.report(self._undefined(macro))

    def _undefined(self, macro: Span) -> Diagnostic:
        name = macro.text.lower()
        later = self.defined_in.get(name, 0) > macro.line
        notes = (f"its @string stands only in line {self.defined_in[name]}",) if later else ()
        near = self.suggestions.near(name, self.strings.known, self.defined_in)
        hint = (
            f"did you mean `{near}`?"
            if near and not later
            else f"if it is plain text, write {{{macro.text}}}"
        )
        return Diagnostic(UNDEFINED_STRING, macro, f"`{macro.text}` names no @string", notes, hint)


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
