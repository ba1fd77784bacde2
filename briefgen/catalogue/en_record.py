"""English: the record."""

from briefgen.catalogue.record_words import RecordWords

RECORD = RecordWords(
    withheld_because="Our copy is withheld because {why}",
    changed_here="{kind} of {date}",
    withdrawn_because="Withdrawn on {date}: {why}",
    llms_intro="Research briefs with their sources. Of each, the text below is the one"
    " that people read, with its notes; what changed after publication stands at its end.",
    more="More",
    as_version="since version {version}",
)
