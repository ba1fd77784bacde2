"""What is said of events: what happened when."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventWords:
    """Words of the timelines of events; ``{…}`` are filled in by the renderer."""

    title: str
    """Of the page with the events of all briefs."""
    intro: str
    of_brief: str
    """The heading of the events of one brief."""
    to_sources: str
    """The way to the timeline of sources, and from there to this one."""
    to_events: str
    to_all: str
    """The way from a brief to the events of all."""
    chart: str
    """What the drawing is, for those who do not see it."""
    span: tuple[str, str]
    """How many events, and when: one, and any other number; ``{count}``, ``{when}``."""
    legend: str
    """How a drawing shows what is not known to the day, and what is uncertain."""
