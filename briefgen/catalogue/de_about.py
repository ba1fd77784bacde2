"""German: about a site and its people."""

from briefgen.catalogue.about_words import AboutWords

ABOUT = AboutWords(
    title="Über diese Website",
    published_by="Herausgegeben von {name}.",
    selection="Wie Themen ausgewählt werden",
    people="Wer hier schreibt",
    contact="Kontakt",
    imprint="Impressum",
    errors="Wenn etwas nicht stimmt",
    errors_to="Bitte schreiben Sie an {link}. Jeder Fehler, von dem wir wissen, wird berichtigt, mit Datum.",
    errors_nowhere="Eine Adresse, an die Sie schreiben können, gibt es noch nicht.",
    errors_listed="Unsere eigenen Fehler stehen unter [Errata]({errata}).",
    role="Aufgabe",
    interests="Anzugebende Interessen",
    no_interests="Es sind keine angegeben.",
    link="Mehr zu dieser Person",
    written="Dossiers von {name}, die neuesten zuerst.",
    reviewed="Vor der Veröffentlichung gegengelesen",
)
