"""A BibTeX or BibLaTeX file, read into entries."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from briefgen.bibliography.entry import Entry, Field
from briefgen.bibliography.field_reader import VERBATIM_FIELDS
from briefgen.bibliography.field_values import Strings, UnreadableError
from briefgen.bibliography.journals import STYLE_STRINGS, journal_of
from briefgen.bibliography.latex import read_latex
from briefgen.bibliography.scan import ScannedEntry, ScannedField, ScannedItem, ScannedString, scan
from briefgen.bibliography.verbatim import verbatim
from briefgen.diagnostics import Diagnostic, Report
from briefgen.rules import (
    BIBTEX_SYNTAX,
    DUPLICATE_FIELD,
    REPEATED_FIELD,
    UNDEFINED_STRING,
    UNKNOWN_LATEX,
)
from briefgen.suggest import Suggestions
from briefgen.text import Span, TextFile

_SAID_ONCE = frozenset(
    """
    author editor translator title subtitle booktitle maintitle journal journaltitle date year month day
    publisher volume number issue pages edition eprint doi type series chapter crossref
    """.split()
)
"""Fields of which only one can be printed; all that others say is kept."""

_JOURNALS = ("journal", "journaltitle")
_LONGEST_JOINED = 1_000_000
_JOINED_BY = {"keywords": ", ", "url": " ", "isbn": " ", "note": "; "}


class BibtexReader:
    """Reads files one after the other; a @string holds for what stands after it, in later files, too.

    `strings_broken` are the names of @strings that could not be read, each with its finding.
    """

    def __init__(self, suggestions: Suggestions, report: Report) -> None:
        self.strings = Strings()
        self.suggestions = suggestions
        self.report = report
        self.defined_in: dict[str, Span] = {}
        self.strings_broken: dict[str, Diagnostic] = {}
        self.strings_used: dict[str, set[str]] = {}

    def read(
        self, file: TextFile, passed_over: Mapping[int, int] = MappingProxyType({})
    ) -> tuple[tuple[Entry, ...], tuple[ScannedItem, ...]]:
        """The entries of a file, from top to bottom, and all that was found, but what is passed over."""
        items = scan(file, self.report, passed_over)
        self.defined_in = {
            item.field.name: item.field.name_span for item in items if isinstance(item, ScannedString)
        }
        entries: list[Entry] = []
        for item in items:
            if isinstance(item, ScannedString):
                self.define(item.field)
            elif item.key:
                entries.append(self.entry(item))
        return tuple(entries), items

    def define(self, field: ScannedField) -> None:
        """A @string; what cannot be read is empty, which is no second error where it is used."""
        self._check_words(field)
        try:
            self.strings.define(field.name, field.value_span.text)
        except UnreadableError as error:
            message = f"the @string `{field.name}` cannot be read: {error}"
            finding = Diagnostic(BIBTEX_SYNTAX, field.name_span, message)
            self.strings_broken[field.name] = finding
            self.report(finding)

    def entry(self, scanned: ScannedEntry) -> Entry:
        """An entry; of a field that stands in it twice the first counts, or all that was said is joined."""
        fields: dict[str, Field] = {}
        used = self.strings_used.setdefault(scanned.key, set())
        for item in scanned.fields:
            used.update(macro.text.lower() for macro in item.macros)
            field = self._field(item)
            if first := fields.get(item.name):
                fields[item.name] = self._repeated(scanned.key, item, first, field)
            else:
                fields[item.name] = field
        return Entry(scanned.type, scanned.key, scanned.key_span, fields, scanned.span)

    def _repeated(self, key: str, item: ScannedField, first: Field, field: Field) -> Field:
        """What counts of a field that stands in an entry for a second time."""
        if field.text == first.text or not field.text:
            return first
        if not first.text:
            return field
        note = f"first in line {first.span.line}"
        message = f"`{key}` has the field `{item.name}` twice"
        if item.name in _SAID_ONCE:
            self.report(Diagnostic(DUPLICATE_FIELD, item.name_span, message, (note,)))
            return first
        self.report(Diagnostic(REPEATED_FIELD, item.name_span, message, (note,)))
        joint = _JOINED_BY.get(item.name, "\n")
        if len(first.text) + len(field.text) > _LONGEST_JOINED:
            return first
        return replace(first, value=first.value + joint + field.value, text=first.text + joint + field.text)

    def _field(self, field: ScannedField) -> Field:
        self._check_words(field)
        try:
            value = self.strings.value(field.value_span.text)
        except UnreadableError as error:
            value = ""
            message = f"the value of `{field.name}` cannot be read: {error}"
            self.report(Diagnostic(BIBTEX_SYNTAX, field.name_span, message))
        if field.name in _JOURNALS and (journal := journal_of(value)):
            return Field(journal, journal, field.name_span)
        if field.name in VERBATIM_FIELDS or field.name.startswith("bdsk-"):
            return Field(value, verbatim(value), field.name_span)
        read = read_latex(value)
        if read.unknown:
            commands = ", ".join(f"`{command}`" for command in read.unknown)
            message = f"{commands} in `{field.name}` is shown to readers as written"
            self.report(
                Diagnostic(UNKNOWN_LATEX, field.name_span, message, hint="write the character itself")
            )
        return Field(value, read.text, field.name_span, read.marked)

    def _check_words(self, field: ScannedField) -> None:
        """Report bare words that name nothing: they stand for themselves."""
        for macro in field.macros:
            name = macro.text.lower()
            if name in STYLE_STRINGS and name not in self.strings.known and name not in self.defined_in:
                self.strings.known[name] = STYLE_STRINGS[name]
            if name not in self.strings.known:
                self.report(self._undefined(macro))

    def _undefined(self, macro: Span) -> Diagnostic:
        name = macro.text.lower()
        defined = self.defined_in.get(name)
        later = bool(defined and defined.line > macro.line)
        notes = (f"its @string stands only in line {defined.line}",) if defined and later else ()
        near = self.suggestions.near(name, self.strings.known, self.defined_in)
        hint = (
            f"did you mean `{near}`?"
            if near and not later
            else f"if it is plain text, write {{{macro.text}}}"
        )
        return Diagnostic(UNDEFINED_STRING, macro, f"`{macro.text}` names no @string", notes, hint)
