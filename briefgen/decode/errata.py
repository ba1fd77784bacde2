"""Errata: dated changes to a published brief, as its front matter lists them."""

from briefgen import rules
from briefgen.decode.days import day
from briefgen.decode.forms import choice, identifier, line, text
from briefgen.decode.reader import MappingReader
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.brief import Erratum, ErratumKind
from briefgen.own_words import without_own


def decode_errata(front: MappingReader, published: str, report: Report) -> tuple[Erratum, ...]:
    """The items of `errata` that can be used; `published` is the date of the brief, or empty."""
    decoded = (_decode_erratum(reader, published, report) for reader in front.mappings("errata"))
    return tuple(erratum for erratum in decoded if erratum)


def _decode_erratum(reader: MappingReader, published: str, report: Report) -> Erratum | None:
    date = reader.required("date", day)
    kind = reader.required("kind", choice(ErratumKind))
    was = reader.required("was", text)
    now = reader.required("now", text)
    where = reader.value("where", identifier, "")
    version = reader.value("version", line, "")
    reader.finish()
    if date and date < published:
        report(
            Diagnostic(
                rules.DATE_TOO_EARLY,
                reader.place("date"),
                "this erratum is older than the brief",
                (f"the brief is of {published}",),
            )
        )
    if date is None or kind is None or was is None or now is None:
        return None
    return Erratum(date, kind, was, without_own(now), where, reader.node.span, version)
