"""English: events."""

from briefgen.catalogue.event_words import EventWords

EVENTS = EventWords(
    title="Events by date",
    intro="What happened when, as the briefs of this site have it, the earliest first. Each entry leads to the place that says"
    " what it rests on.",
    of_brief="What happened when",
    to_sources="Sources and briefs by date",
    to_events="Events by date: what happened when",
    to_all="The events of all briefs",
    chart="Events along the time",
    span=("1 event, {when}.", "{count} events, {when}."),
    legend="A bar: it lasted, or its day is not known. Dashed: the date is approximate or uncertain.",
)
