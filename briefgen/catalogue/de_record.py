"""German: the record."""

from briefgen.catalogue.record_words import RecordWords

RECORD = RecordWords(
    withheld_because="Unsere Kopie wird zurückgehalten; der Grund: {why}",
    changed_here="{kind} vom {date}",
    newer_elsewhere="Dieses Dossier wurde in einer anderen Sprache geändert, hier noch nicht: Version {version} vom {date}.",
    withdrawn_because="Zurückgezogen am {date}: {why}",
    evidence="Die Belege als Tabelle",
    evidence_count=("Die beurteilte Stelle", "Die {count} beurteilten Stellen"),
    evidence_all="Jedes Zitat dieses Dossiers mit seiner Quelle und dem Ergebnis der Prüfung:",
    evidence_columns={
        "statement": "Was dazu zu sagen ist",
        "work": "Quelle",
        "words": "Zitierte Wörter",
        "verdict": "Befund",
        "checked": "Überprüft am",
    },
    evidence_states={"found": "gefunden", "unchecked": "nicht überprüft"},
    llms_intro="Dossiers mit ihren Quellen. Der Text ist jeweils der, den Menschen les"
    "en, mit seinen Fußnoten; was nach der Veröffentlichung geändert wurde, steht am Ende.",
    more="Mehr",
    as_version="seit Version {version}",
)
