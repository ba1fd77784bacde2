"""Days in the files of a project that are still to come, seen from the day of a run.

It is the one thing that is found by a clock. It changes nothing that is made, and a run that tells of it is
not kept, since it is so for that day only.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.brief import Brief, ContextFile, Status
from briefgen.model.capture import CaptureRecord
from briefgen.model.workspace import Workspace
from briefgen.text import Span

_OR_DRAFT = "mend the day, or make the brief a draft until then: `status: draft`"
_MEND = "mend the day"


def dates_to_come(workspace: Workspace, today: str) -> tuple[Diagnostic, ...]:
    """Each day of a brief that is published, of a context box or a capture that is still to come.

    `today` is the day on the author's machine, or empty where nobody looks. Tomorrow counts as today, which
    it is in other time zones.
    """
    if not today:
        return ()
    last = (date.fromisoformat(today) + timedelta(1)).isoformat()
    found = [named for brief in workspace.briefs for named in _of_brief(brief)]
    found += [named for context in workspace.contexts for named in _of_context(context)]
    found += [named for record in workspace.capture_list.records for named in _of_capture(record)]
    return tuple(
        Diagnostic(
            rules.DATE_TO_COME,
            place,
            f"`{key}` is {day}, which is still to come: today is {today}",
            hint=way,
        )
        for key, day, place, way in found
        if day > last
    )


_Named = tuple[str, str, Span, str]
"""A key, the day that it names, where that stands, and a way out."""


def _of_brief(brief: Brief) -> Iterator[_Named]:
    front = brief.front
    if front.status is Status.DRAFT:
        return
    for key, day in (("date", front.date), ("updated", front.updated)):
        if day:
            yield key, day, _place_of(f"\n{key}:", day, front.span), _OR_DRAFT
    for erratum in front.errata:
        yield "errata.date", erratum.date, _place_of("date:", erratum.date, erratum.span), _MEND


def _of_context(context: ContextFile) -> Iterator[_Named]:
    if context.as_of:
        whole = context.file.span(0, len(context.file.text))
        yield "as_of", context.as_of, _place_of("\nas_of:", context.as_of, whole), _MEND


def _of_capture(record: CaptureRecord) -> Iterator[_Named]:
    day = record.captured.rpartition(" ")[2][:10]  # behind `on or after`, without a time
    if day[:1].isdecimal():
        entry = record.key_span.file.span(record.key_span.start, len(record.key_span.file.text))
        yield "captured", day, _place_of("captured:", day, entry), _MEND


def _place_of(key: str, day: str, within: Span) -> Span:
    """Where a day stands behind its key."""
    text = f"\n{within.text}"
    at = text.find(day, max(text.find(key), 0)) - 1
    return within.file.span(within.start + at, within.start + at + len(day)) if at >= 0 else within
