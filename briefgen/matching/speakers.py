"""Who says it, between two parts of what is said."""

from briefgen.matching.lexicon import Token

COMMAS = frozenset(",،、，")
QUOTES = frozenset("\"'“”„«»「」『』([")
_DASHES = frozenset("-—–")
_BESIDE = COMMAS | _DASHES | QUOTES
_LONGEST = 6


def without_speaker(tokens: list[Token]) -> list[Token]:
    """Without who says it, between two parts of what is said: “If it rains,” he said, “ | we stay”."""
    end = len(tokens)
    while end and tokens[end - 1].text in _BESIDE:
        end -= 1
    start = end
    while start and end - start <= _LONGEST and (tokens[start - 1].is_word or tokens[start - 1].text == "."):
        start -= 1
    spoken = start
    while spoken and tokens[spoken - 1].text in _BESIDE:
        spoken -= 1
    around = [{token.text for token in part} for part in (tokens[spoken:start], tokens[end:])]
    parted = any(around[0] & marks and around[1] & marks for marks in (_DASHES, QUOTES))
    if not parted or not spoken or start == end or not tokens[spoken - 1].is_word:
        return tokens
    comma = Token(",", ",")
    return [*tokens[:spoken], comma]
