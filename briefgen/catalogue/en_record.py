"""English: the record."""

from briefgen.catalogue.record_words import RecordWords

RECORD = RecordWords(
    withheld_because="Our copy is withheld because {why}",
    changed_here="{kind} of {date}",
    withdrawn_because="Withdrawn on {date}: {why}",
    as_version="since version {version}",
)
