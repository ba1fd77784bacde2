"""English: the first lines of a brief, and its ways."""

from briefgen.catalogue.reader_words import ReaderWords

READER = ReaderWords(
    examined=("Report examined", "Reports examined"),
    original="the report itself",
    by="By {names}",
    published_by="Published by {name}",
    reviewed_by="reviewed by {names}",
    in_examined=("In the report examined", "In the reports examined"),
    reply="Reply",
    not_asked="not asked.",
    not_asked_because="not asked ({why})",
    asked_in_vain="asked on {asked}; no answer so far.",
    asked_and_answered="asked on {asked}, answered on {answered}.",
    on_this_page="On this page",
    sentences_examined="{examined} of {all} sentences of this report are examined in our briefs.",
    same_day="Brief of the same day",
    all_sources=("The source of this brief", "All {count} sources of this brief"),
)
