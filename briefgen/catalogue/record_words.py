"""What readers are told of the record: changes of a brief, why it was withdrawn, what may not be shown."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecordWords:
    """Words of changes and of what is kept of them; ``{…}`` are filled in by the renderer."""

    withheld_because: str
    changed_here: str
    """At the place that an erratum names: ``{kind}`` and ``{date}``."""
    evidence: str
    evidence_count: tuple[str, str]
    """The line behind which the table is folded away, for one passage and for several."""
    evidence_all: str
    """Before the links to the whole table."""
    evidence_columns: Mapping[str, str]
    evidence_states: Mapping[str, str]
    """In the column of days, where the lock names none."""
    llms_intro: str
    """What the list of briefs for programs begins with; ``more`` is its second heading."""
    more: str
    newer_elsewhere: str
    """Above a brief whose translation has changes that it lacks: ``{version}`` and ``{date}`` of that."""
    withdrawn_because: str
    """Above a withdrawn brief: ``{date}`` and, as its author says it, ``{why}``."""
    as_version: str
    """Behind a change: the ``{version}`` that it made."""
