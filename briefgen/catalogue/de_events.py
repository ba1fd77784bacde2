"""German: events."""

from briefgen.catalogue.event_words import EventWords

EVENTS = EventWords(
    title="Ereignisse nach Datum",
    intro="Was wann geschah, nach den Dossiers dieser Website, das Früheste zuerst. Jeder Eintrag führt zu der Stelle, die sagt,"
    " worauf er beruht.",
    of_brief="Was wann geschah",
    to_sources="Quellen und Dossiers nach Datum",
    to_events="Ereignisse nach Datum: was wann geschah",
    to_all="Die Ereignisse aller Dossiers",
    chart="Ereignisse im Lauf der Zeit",
    span=("1 Ereignis, {when}.", "{count} Ereignisse, {when}."),
    legend="Ein Balken: Es dauerte an, oder der Tag ist nicht bekannt. Gestrichelt: Das Datum ist ungefähr oder unsicher.",
)
