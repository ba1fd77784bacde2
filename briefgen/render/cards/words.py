"""The last line of a card, word by word: the days, months and languages of one card stand on others, too."""

import unicodedata
from collections.abc import Iterator, Sequence

from briefgen.model.card import Font
from briefgen.render.cards.title import missing_letters, width_of

_PLAIN = frozenset(("L", "EN", "ES", "ET", "CS", "ON", "WS", "BN"))
"""What stands in the order in which it is written, where nothing runs to the left."""


def stand_apart(text: str, font: Font) -> bool:
    """Whether the words of a drawable text stand in their order, in one font: so each can be drawn by itself."""
    return not missing_letters(text, (font,)) and all(
        unicodedata.bidirectional(character) in _PLAIN or unicodedata.combining(character)
        for character in text
    )


def words_of(text: str, fonts: Sequence[Font], size: int) -> Iterator[tuple[str, int]]:
    """The words, and at which pixel from the beginning of the line each of them begins."""
    words = text.split(" ")
    for number, word in enumerate(words):
        yield word, round(width_of(" ".join([*words[:number], ""]), fonts) * size)
