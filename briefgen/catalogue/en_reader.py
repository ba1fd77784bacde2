"""English: the first lines of a brief, and its ways."""

from briefgen.catalogue.reader_words import ReaderWords

READER = ReaderWords(
    examined=("Report examined", "Reports examined"),
    original="the report itself",
    by="By {names}",
    published_by="Published by {name}",
    reviewed_by="reviewed by {names}",
    in_examined=("In the report examined", "In the reports examined"),
    to_corrections="Corrections",
    sentences_examined="{examined} of {all} sentences of this report are examined in our briefs.",
)
