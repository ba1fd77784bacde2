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
    card_stamp="Proof of time",
    stamp={
        "trusted": "Our copy existed before {time}: so says a time stamp of {authority}, for which {root} vouches, whom this site trusts.",
        "untrusted": "With it is a time stamp of {authority}, whose root is not trusted by this site’s settings.",
        "unchecked": "With it is a time stamp, which was not checked.",
    },
    card_signature="Signature",
    signature={
        "trusted": "{signer} signed the archive before {time}: so says a time stamp of {authority}, for which {root} vouches, whom this site trusts.",
        "untrusted": "The archive bears a signature of {signer} and a time stamp of {authority}, whose roots are not both trusted by this site’s settings.",
        "unchecked": "The archive is signed, which was not checked.",
        "anonymous": "The archive is signed with a key that names nobody ({signer}…), and is as it was then.",
    },
    stamp_note="copy existed by {date}",
    later_copy="our later copy",
    later_copy_of="our copy of {date}",
    source_changed="This source has changed since it was quoted.",
    since_compared="The passages quoted here, looked for in {copy}: {said}.",
    since_counts={
        "stands": ("1 stands unchanged", "{count} stand unchanged"),
        "around": (
            "1 stands in a sentence that reads otherwise",
            "{count} stand in sentences that read otherwise",
        ),
        "changed": ("1 reads otherwise", "{count} read otherwise"),
        "gone": ("1 is gone", "{count} are gone"),
    },
    since={
        "stands": "In {copy} this passage stands unchanged",
        "around": "In {copy} these words stand in a sentence that reads otherwise",
        "changed": "In {copy} this passage reads otherwise",
        "gone": "In {copy} this passage is gone",
    },
    since_note={
        "around": "the sentence reads otherwise in {copy}",
        "changed": "reads otherwise in {copy}",
        "gone": "gone from {copy}",
    },
    changed_whole=(
        "The passage of the whole text that reads otherwise",
        "All {count} passages of the whole text that read otherwise",
    ),
    taken_out="taken out",
    put_in="put in",
)
