"""Words and endings that deny: an omission must not swallow them, no quotation may leave them off."""

from briefgen.matching.lexicon import WordKind, lexicon_of

# Where the language is unknown, German "die Not" is no English "not".
_DISTRESS = "Not"
_LONGEST_ENDING = 12


def negations_in(folded_text: str, language: str = "") -> tuple[str, ...]:
    """The negations of a folded text, in order, as written, without those of phrases that affirm.

    `language` is a BCP 47 tag. With an empty one the words of all lists count, with one without a list none
    do: that nothing is known of it is for others to say.
    """
    lexicon = lexicon_of(language)
    if lexicon is None:
        return ()
    listed = lexicon.listed(lexicon.tokens(folded_text)) + lexicon.listed_in_spaceless(folded_text)
    return tuple(
        one.words for one in listed if one.kind is WordKind.NEGATION and (language or one.words != _DISTRESS)
    )


def cuts_ending(folded_text: str, end: int, language: str) -> bool:
    """Whether a quotation that ends at `end` of a folded text leaves off an ending that denies (Japanese).

    Such an ending is a part of a word, in a language that sets no space before it.
    """
    lexicon = lexicon_of(language) if language else None
    if lexicon is None or not lexicon.language.inseparable_endings:
        return False
    ahead = folded_text[end : end + _LONGEST_ENDING]
    affirmed = any(
        one.start == 0 and one.kind is WordKind.AFFIRMATION for one in lexicon.listed_in_spaceless(ahead)
    )
    return ahead.startswith(lexicon.language.inseparable_endings) and not affirmed
