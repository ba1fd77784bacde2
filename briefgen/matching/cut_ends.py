"""Where a quotation ends: with its sentence, or before the part of its verb that turns it about."""

import re
from collections.abc import Sequence

from briefgen.matching.lexicon import Lexicon, Token

CLAUSE_END = re.compile(r'\s*(?:[.,;:!?)"»”]|$)')
_SENTENCE_ENDS = frozenset(".!?…。！？؟۔।")
_AROUND = 40


def ends_sentence(text: str, end: int) -> bool:
    """Whether a quotation ends its sentence, maybe with the marks that close one behind the full stop."""
    last = text[max(0, end - _AROUND) : end].rstrip("\"'”’“»«›」』)")
    if last[-1:] not in _SENTENCE_ENDS:
        return False
    onward = text[end : end + _AROUND].lstrip()
    return text[end - 1] in _SENTENCE_ENDS or not onward[:1].islower()


def separated_part(ahead: str, lexicon: Lexicon) -> str | None:
    """The part of its verb that a clause ends with: Er lehnt den Vertrag | ab."""
    match = re.match(r"\s+(\w+)", ahead)
    if match is None or match[1].lower() not in lexicon.language.separable_prefixes:
        return None
    return match[1] if CLAUSE_END.match(ahead, match.end()) else None


def turns_about(quoted: Sequence[Token], part: str, lexicon: Lexicon) -> bool:
    """Whether that part makes a denial of a verb in the quotation: stritt die Tat | ab."""
    return any(f"{token.key} {part}" in lexicon.language.denials for token in quoted)
