"""What readers are told of the record: changes of a brief, why it was withdrawn, what may not be shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecordWords:
    """Words of changes and of what is kept of them; ``{…}`` are filled in by the renderer."""

    withheld_because: str
    changed_here: str
    """At the place that an erratum names: ``{kind}`` and ``{date}``."""
    llms_intro: str
    """What the list of briefs for programs begins with; ``more`` is its second heading."""
    more: str
    withdrawn_because: str
    """Above a withdrawn brief: ``{date}`` and, as its author says it, ``{why}``."""
    as_version: str
    """Behind a change: the ``{version}`` that it made."""
