"""English: the record."""

from briefgen.catalogue.record_words import RecordWords

RECORD = RecordWords(
    withheld_because="Our copy is withheld because {why}",
    changed_here="{kind} of {date}",
    newer_elsewhere="This brief has been changed in another language, and not yet here: version {version} of {date}.",
    withdrawn_because="Withdrawn on {date}: {why}",
    evidence="The evidence as a table",
    evidence_count=("The passage that is judged", "The {count} passages that are judged"),
    evidence_all="Every quotation of this brief, with the works and what became of the check:",
    evidence_columns={
        "statement": "What is to be said",
        "work": "Source",
        "words": "Quoted words",
        "verdict": "Verdict",
        "checked": "Checked on",
    },
    evidence_states={"found": "found", "unchecked": "not checked"},
    llms_intro="Research briefs with their sources. Of each, the text below is the one"
    " that people read, with its notes; what changed after publication stands at its end.",
    more="More",
    as_version="since version {version}",
)
