"""German: the first lines of a brief, and its ways."""

from briefgen.catalogue.reader_words import ReaderWords

READER = ReaderWords(
    examined=("Untersuchter Bericht", "Untersuchte Berichte"),
    original="der Bericht selbst",
    by="Von {names}",
    published_by="Herausgegeben von {name}",
    reviewed_by="gegengelesen von {names}",
    in_examined=("Im untersuchten Bericht", "In den untersuchten Berichten"),
    reply="Stellungnahme",
    not_asked="nicht angefragt.",
    not_asked_because="nicht angefragt ({why})",
    asked_in_vain="angefragt am {asked}; bisher ohne Antwort.",
    asked_and_answered="angefragt am {asked}, Antwort vom {answered}.",
    on_this_page="Auf dieser Seite",
    sentences_examined="{examined} von {all} Sätzen dieses Berichts sind in unseren Dossiers untersucht.",
    same_day="Dossier vom selben Tag",
    all_sources=("Die Quelle dieses Dossiers", "Alle {count} Quellen dieses Dossiers"),
)
