"""The events of a brief: drawn, and as a list that leads to where each is told."""

from briefgen.bibliography.date_words import format_date
from briefgen.model.event import Event
from briefgen.model.layout import anchors, classes, pages
from briefgen.render.charts.events import events_chart
from briefgen.render.escape import escape_html, escape_text
from briefgen.render.view import BriefView

_FEWEST = 2
"""One event alone is told by the text."""


def events_part(view: BriefView) -> str:
    """The part “What happened when” of a brief's page; empty for fewer than two events."""
    events = tuple(view.events.values())
    if len(events) < _FEWEST:
        return ""
    words = view.words
    listed = "\n".join(f"1.  {_entry(event, view)}" for event in events)
    return "\n\n".join(
        (
            f"## {words.events.of_brief} {{ #{anchors.PARTS.events} }}",
            events_chart(events, words, numbered=True),
            f'<div class="{classes.EVENTS}" markdown="1">\n\n{listed}\n\n</div>',
            f"[{words.events.to_all}]({view.way_to(pages.EVENTS)})",
        )
    )


def _entry(event: Event, view: BriefView) -> str:
    day = escape_html(format_date(event.date, view.lang))
    return f'<span class="{classes.EVENT_DAY}">{day}</span> [{escape_text(event.words)}](#{event.place})'
