"""German: the record."""

from briefgen.catalogue.record_words import RecordWords

RECORD = RecordWords(
    withheld_because="Unsere Kopie wird zurückgehalten; der Grund: {why}",
    changed_here="{kind} vom {date}",
    withdrawn_because="Zurückgezogen am {date}: {why}",
    as_version="seit Version {version}",
)
