"""An entry's fields, handed out one by one, so that what nobody asked for is known."""

from briefgen.bibliography.entry import Entry, Field
from briefgen.bibliography.field_values import UnreadableError
from briefgen.bibliography.name_reader import read_name, split_names
from briefgen.diagnostics import Diagnostic, Report, Rule
from briefgen.directions import settled
from briefgen.model.work import Name
from briefgen.rules import BAD_NAME

_ADDRESSES = ("url", "doi", "eprint", "isbn", "issn", "isrn", "file", "pdf", "ids", "crossref", "xdata")
_DATES = ("date", "urldate", "origdate", "eventdate", "year")
VERBATIM_FIELDS = frozenset(_ADDRESSES + _DATES)
"""Fields that hold no LaTeX but escapes: addresses, identifiers, and dates, where ``~`` means about."""

NamesRead = dict[str, tuple[Name, ...]]
"""Lists of names by how they are written, LaTeX included: of one list many entries inherit."""

_SHOWN = 200


class FieldReader:
    """An entry's fields while they are handed out; what nobody took is left for `rest`."""

    def __init__(self, entry: Entry, names_read: NamesRead, report: Report) -> None:
        self.entry = entry
        self.names_read = names_read
        self.report = report
        self.left = dict(entry.fields)

    def peek(self, name: str) -> str:
        """The plain text of a field that was not taken yet, or an empty text."""
        field = self.left.get(name)
        return settled(field.text) if field else ""

    def take(self, *names: str) -> str:
        """The plain text of the first of these fields that has one; the others stay."""
        for name in names:
            if text := self.peek(name):
                del self.left[name]
                return text
        return ""

    def raw(self, name: str) -> str:
        """A field's value with its LaTeX; the field stays."""
        return self.left[name].value if name in self.left else ""

    def names(self, role: str) -> tuple[Name, ...]:
        """The names of a field that is a list of names; unreadable ones are reported and left out."""
        field = self.left.pop(role, None)
        if not field or not field.value:
            return ()
        known = None if self.entry.owns(field) else self.names_read.get(field.value)
        if known is None:
            read = (self._name(role, written, field) for written in split_names(field.value))
            known = self.names_read[field.value] = tuple(name for name in read if name)
        return known

    def _name(self, role: str, written: str, field: Field) -> Name | None:
        try:
            return read_name(settled(written))
        except UnreadableError as error:
            shown = written if len(written) <= _SHOWN else f"{written[:_SHOWN]}…"
            self.finding(BAD_NAME, field, f"`{role}` has a name that cannot be read, `{shown}`: {error}")
            return None

    def finding(self, rule: Rule, field: Field, message: str, hint: str | None = None) -> None:
        """Report something about a field, unless it was inherited: then its own entry reports it."""
        if self.entry.owns(field):
            self.report(Diagnostic(rule, field.span, message, hint=hint))

    def rest(self) -> tuple[tuple[str, str], ...]:
        """What was not taken, sorted by name, without empty values."""
        return tuple((name, text) for name in sorted(self.left) if (text := self.peek(name)))
