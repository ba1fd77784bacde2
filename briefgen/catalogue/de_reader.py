"""German: the first lines of a brief, and its ways."""

from briefgen.catalogue.reader_words import ReaderWords

READER = ReaderWords(
    examined=("Untersuchter Bericht", "Untersuchte Berichte"),
    original="der Bericht selbst",
    by="Von {names}",
    published_by="Herausgegeben von {name}",
    reviewed_by="gegengelesen von {names}",
    in_examined=("Im untersuchten Bericht", "In den untersuchten Berichten"),
    to_corrections="Richtigstellungen",
    sentences_examined="{examined} von {all} Sätzen dieses Berichts sind in unseren Dossiers untersucht.",
)
