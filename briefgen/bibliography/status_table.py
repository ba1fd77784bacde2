"""A table of what became of works, as Retraction Watch and others give it: CSV, a line for each DOI."""

import csv
import re
from collections.abc import Iterable, Mapping

from briefgen.bibliography.addresses import bare_doi, is_doi
from briefgen.model.work import Work

_STATUS_COLUMN = re.compile(r"status|nature|update.?type|kind", re.IGNORECASE)
_WORDS = (
    ("retract", "retracted"),
    ("withdraw", "retracted"),
    ("concern", "disputed"),
    ("disput", "disputed"),
    ("supersed", "superseded"),
    ("replace", "superseded"),
    ("correct", "corrected"),
    ("errat", "corrected"),
    ("corrigend", "corrected"),
)
_WEIGHT = ("retracted", "disputed", "superseded", "corrected")
LONGEST_CELL = 10_000_000


def statuses_in(text: str) -> Mapping[str, str]:
    """The status of each DOI in a table, the gravest of several; empty where the table has no such columns.

    The first line names the columns: one has DOI in its name (of several the one of the original), another
    *status*, *nature* or *update type*.
    """
    csv.field_size_limit(LONGEST_CELL)
    rows = csv.reader(text.splitlines(keepends=True))
    try:
        head = next(rows, [])
        dois = [at for at, name in enumerate(head) if "doi" in name.casefold()]
        original = [at for at in dois if "original" in head[at].casefold()] or dois
        says = [at for at, name in enumerate(head) if _STATUS_COLUMN.search(name)]
        if not original or not says:
            return {}
        found: dict[str, str] = {}
        for row in rows:
            if len(row) > max(original[0], says[0]):
                _note(found, bare_doi(row[original[0]].strip()).casefold(), row[says[0]].casefold())
    except csv.Error:
        return {}
    return found


def _note(found: dict[str, str], doi: str, said: str) -> None:
    status = next((status for word, status in _WORDS if word in said), "")
    if status and is_doi(doi):
        before = found.get(doi, status)
        found[doi] = min(status, before, key=_WEIGHT.index)


def not_said(works: Iterable[Work], statuses: Mapping[str, str]) -> tuple[tuple[Work, str], ...]:
    """The works of which a table says what the bibliography does not."""
    found = ((work, statuses.get(work.doi.casefold(), "")) for work in works if work.doi)
    return tuple((work, status) for work, status in found if status and status != work.status)
