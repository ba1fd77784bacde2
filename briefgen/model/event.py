"""Events: what authors say happened, and when: ``[words]{.event date=2024-06-19}`` or a box."""

from dataclasses import dataclass

from briefgen.model.attributes import Attributes
from briefgen.model.work import DateRange, PartialDate
from briefgen.text import Span

EVENT = "event"
"""The class of words that name an event."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, in plain words, and when, as exactly as its author knows; `place` is its id on the page
    of its brief."""

    date: PartialDate | DateRange
    words: str
    place: str
    span: Span


def names_event(attributes: Attributes) -> bool:
    """Whether words in brackets, or a box, name an event."""
    return EVENT in attributes.classes
