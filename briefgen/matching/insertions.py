"""Words put into a quotation by brackets: which of them change what it says."""

import re

from briefgen.languages import all_languages
from briefgen.matching.fold import fold
from briefgen.matching.haystack import Haystack
from briefgen.matching.negations import negations_in
from briefgen.matching.quotation_text import Wording

# Authors remark in their own language.
_REMARKS = tuple(sorted({remark for language in all_languages() for remark in language.remarks_denying}))
# "[No. 5]" is a number.
_NUMBER_WORD = re.compile(r"\b(?:no|nos)\.? ?(?=\d)", re.IGNORECASE)
_SENTENCE_ENDS = frozenset(".!?…:;。！？；：؟۔।")
_AROUND_SENTENCES = " \n\"'()[]-"
_BEFORE = 40
_PARAGRAPH_BEGINS = re.compile(r"\n[^\S\n]*\n[\W_]*$")


def denies(wording: Wording, language: str) -> bool:
    """Whether any inserted word is a negation, in the capture's language or in any other, but for remarks
    on the original."""
    return any(
        (negations_in(words, language) or negations_in(words)) and not words.lower().endswith(_REMARKS)
        for words in (_NUMBER_WORD.sub("", fold(inserted).text) for inserted in wording.inserted)
    )


def replaces_words(wording: Wording, start: int, haystack: Haystack) -> bool:
    """Whether the first insertion stands in the place of words of the sentence whose rest is quoted.

    `start` is where the rest begins in the folded capture. An insertion that is the very words before it,
    maybe in another case, replaces nothing.
    """
    text = haystack.folded.text
    before = text[max(start - _BEFORE, 0) : start].rstrip(_AROUND_SENTENCES)
    first, _ = haystack.source_range(start, start + 1)
    if not before or before[-1] in _SENTENCE_ENDS:
        return False
    if _PARAGRAPH_BEGINS.search(haystack.text[max(first - _BEFORE, 0) : first]):
        return False
    inserted = re.escape(fold(wording.inserted[0]).text.casefold())
    return re.search(rf"(?<!\w){inserted}$", before.casefold()) is None
