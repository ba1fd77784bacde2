"""English: what of a sentence was compared."""

from briefgen.catalogue.compared_words import ComparedWords
from briefgen.model.compared import NotCompared

COMPARED = ComparedWords(
    found=(
        "In our copy, in this or another form: {items}.",
        "In our copies, in this or another form: {items}.",
    ),
    given="In our details of the source: {items}.",
    partly=(
        "In our copy, or what we say of it, only in part or not in so many words: {items}.",
        "In our copies, or what we say of them, only in part or not in so many words: {items}.",
    ),
    missing=("Not found in our copy: {items}.", "Not found in our copies: {items}."),
    rest="Nothing else of the statement was compared.",
    nothing="The statement was not compared with our copy.",
    why={
        NotCompared.NO_CAPTURE: (
            "The statement was not checked: we hold no copy.",
            "The statement was not checked: we do not hold a copy of each source.",
        ),
        NotCompared.NOT_WHOLE: (
            "The statement was not checked: we hold no whole copy.",
            "The statement was not checked: we do not hold a whole copy of each source.",
        ),
        NotCompared.LANGUAGE: (
            "The statement was not checked: our checks do not know its language, or the copy’s.",
            "The statement was not checked: our checks do not know its language, or that of a copy.",
        ),
    },
    absent="“{words}” stands nowhere in our copy, in no form: all {count} words of it were searched.",
    present="“{words}” stands in our copy.",
    absent_not_searched="Whether “{words}” stands there was not checked: we hold no whole copy.",
)
