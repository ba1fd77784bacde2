"""An entry's fields, handed out one by one, so that what nobody asked for is known."""

from collections.abc import Iterator

from briefgen.bibliography.entry import Entry, Field
from briefgen.bibliography.field_values import UnreadableError
from briefgen.bibliography.name_reader import (
    as_written,
    read_name,
    split_at_ampersands,
    split_at_commas,
    split_at_semicolons,
    split_names,
)
from briefgen.diagnostics import Diagnostic, Report, Rule
from briefgen.directions import settled
from briefgen.model.work import Name
from briefgen.rules import BAD_NAME

_ADDRESSES = """
    url doi eprint isbn issn isrn file pdf ids crossref xdata pmid pmcid arxivid handle hdl urn jstor key
    adsurl biburl ee link
"""
_DATES = "date urldate origdate eventdate year"
VERBATIM_FIELDS = frozenset((_ADDRESSES + _DATES).split())
"""Fields that hold no LaTeX but escapes: addresses, identifiers, and dates, where ``~`` means about."""

NamesRead = dict[str, tuple[Name, ...]]
"""Lists of names by how they are written, LaTeX included: of one list many entries inherit."""

_SHOWN = 200
_JOINED = "names are joined by “and”"


class FieldReader:
    """An entry's fields while they are handed out; what nobody took is left for `rest`.

    `marked` are the texts with emphasis among those that were taken, by the name they were taken for.
    """

    def __init__(self, entry: Entry, names_read: NamesRead, report: Report) -> None:
        self.entry = entry
        self.names_read = names_read
        self.report = report
        self.left = dict(entry.fields)
        self.marked: dict[str, str] = {}

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

    def take_shown(self, name: str) -> tuple[str, str]:
        """The plain text of a field, and the text with its emphasis (the same where there is none)."""
        field = self.left.get(name)
        text = self.take(name)
        return text, settled(field.marked) if field and field.marked and text else text

    def raw(self, name: str) -> str:
        """A field's value with its LaTeX; the field stays."""
        return self.left[name].value if name in self.left else ""

    def names(self, role: str) -> tuple[Name, ...]:
        """The names of a field that is a list of names; one that cannot be parted is kept as it stands."""
        field = self.left.pop(role, None)
        if not field or not (field.value or field.names):
            return ()
        if field.names is not None:
            return field.names
        known = None if self.entry.owns(field) else self.names_read.get(field.value)
        if known is None:
            known = self.names_read[field.value] = tuple(self._names(role, field))
        return known

    def _names(self, role: str, field: Field) -> Iterator[Name]:
        for listed in split_names(field.value):
            apart = split_at_semicolons(listed) or (listed,)
            if len(apart) == 1:
                apart = split_at_ampersands(listed) or split_at_commas(listed) or apart
            if len(apart) > 1:
                self._doubt(role, field, listed, _JOINED)
            for written in apart:
                if name := self._name(role, written, field):
                    yield name

    def _name(self, role: str, written: str, field: Field) -> Name | None:
        try:
            return read_name(settled(written))
        except UnreadableError as error:
            self._doubt(role, field, written, str(error))
            name = as_written(settled(written))
            return name if name.literal else None

    def _doubt(self, role: str, field: Field, written: str, why: str) -> None:
        shown = written if len(written) <= _SHOWN else f"{written[:_SHOWN]}…"
        self.finding(BAD_NAME, field, f"`{role}` has a name that is not written as one, `{shown}`: {why}")

    def finding(self, rule: Rule, field: Field, message: str, hint: str | None = None) -> None:
        """Report something about a field, unless it was inherited: then its own entry reports it."""
        if self.entry.owns(field):
            self.report(Diagnostic(rule, field.span, message, hint=hint))

    def rest(self) -> tuple[tuple[str, str], ...]:
        """What was not taken, sorted by name, without empty values."""
        return tuple((name, text) for name in sorted(self.left) if (text := self.peek(name)))
