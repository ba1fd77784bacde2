"""German: the record."""

from briefgen.catalogue.record_words import RecordWords

RECORD = RecordWords(
    withheld_because="Unsere Kopie wird zurückgehalten; der Grund: {why}",
    changed_here="{kind} vom {date}",
    withdrawn_because="Zurückgezogen am {date}: {why}",
    llms_intro="Dossiers mit ihren Quellen. Der Text ist jeweils der, den Menschen les"
    "en, mit seinen Fußnoten; was nach der Veröffentlichung geändert wurde, steht am Ende.",
    more="Mehr",
    as_version="seit Version {version}",
)
