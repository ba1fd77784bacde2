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
    card_stamp: str
    stamp: Mapping[str, str]
    """By how far a time stamp was checked: ``{time}``, ``{authority}``, ``{root}``."""
    card_signature: str
    signature: Mapping[str, str]
    """The same of a packed web archive that is signed: ``{signer}``, too; ``anonymous`` has no time."""
    stamp_note: str
    """In a note, of a copy with a stamp that is trusted, by the ``{date}`` of that."""
    later_copy: str
    later_copy_of: str
    """A capture that was made later, in the middle of a sentence: without a day, and with its ``{date}``."""
    source_changed: str
    since_compared: str
    """What became of all passages: ``{copy}`` and ``{said}``, which is made of `since_counts`."""
    since_counts: Mapping[str, tuple[str, str]]
    """By what became of them: of one passage, of ``{count}``."""
    since: Mapping[str, str]
    """Of one passage, without a full stop: ``{copy}``."""
    since_note: Mapping[str, str]
    """The same in a note, behind the ways to its words."""
    changed_whole: tuple[str, str]
    """The line behind which all that was changed is folded away: one passage, and ``{count}``."""
    taken_out: str
    put_in: str
    """Of words in a difference, for who does not see how they are drawn."""
