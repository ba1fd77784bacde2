"""Endings that deny and are parts of words, in languages that set no space before them."""

from briefgen.matching.lexicon import Kind, lexicon_of

_LONGEST = 12


def cuts_ending(folded_text: str, end: int, language: str) -> bool:
    """Whether a quotation that ends at `end` of a folded text leaves off an ending that denies (Japanese)."""
    lexicon = lexicon_of(language) if language else None
    if lexicon is None or not lexicon.language.inseparable_endings:
        return False
    ahead = folded_text[end : end + _LONGEST]
    affirmed = any(
        one.start == 0 and one.kind is Kind.AFFIRMATION for one in lexicon.listed_in_spaceless(ahead)
    )
    return ahead.startswith(lexicon.language.inseparable_endings) and not affirmed
