"""Controls of the direction of text: what of them turns round more than the text that holds them.

A pair that embeds or isolates words of another script is what these characters are for, and stays. Overrides
have letters read backwards, and one without its partner reaches to the end of the line it is printed in.
"""

import unicodedata
from collections.abc import Iterator

_OVERRIDES = "\u202d\u202e"
_EMBEDS, _EMBED_END = "\u202a\u202b" + _OVERRIDES, "\u202c"
_ISOLATES, _ISOLATE_END = "\u2066\u2067\u2068", "\u2069"
_ALL = tuple(_EMBEDS + _EMBED_END + _ISOLATES + _ISOLATE_END)

OVERRIDES = dict.fromkeys(map(ord, _OVERRIDES))
"""A table for `str.translate` that leaves out what has letters read backwards."""


def turning(text: str) -> tuple[int, ...]:
    """Where the characters of a text stand that turn round letters, or what stands behind the text."""
    return tuple(sorted(_faults(text))) if has_any(text) else ()


def has_any(text: str) -> bool:
    """Whether a text has such a control at all, as nearly none has."""
    return not text.isascii() and any(control in text for control in _ALL)


def settled(text: str) -> str:
    """A text without the characters that turn round letters, or what stands behind it."""
    faults = set(turning(text))
    return "".join(letter for at, letter in enumerate(text) if at not in faults) if faults else text


def called(character: str) -> str:
    """A character as messages name it: its number and its name."""
    return f"U+{ord(character):04X} {unicodedata.name(character)}"


def _faults(text: str) -> Iterator[int]:
    """Unicode's rules X1 to X8 in short: the end of an isolate ends the embeddings inside as well."""
    still_open: list[int] = []
    isolates = 0
    for at, letter in enumerate(text):
        if letter in _EMBEDS or letter in _ISOLATES:
            still_open.append(at)
            isolates += letter in _ISOLATES
        elif letter == _EMBED_END and still_open and text[still_open[-1]] in _EMBEDS:
            start = still_open.pop()
            if text[start] in _OVERRIDES:
                yield from (start, at)
        elif letter == _ISOLATE_END and isolates:
            isolates -= 1
            while text[start := still_open.pop()] not in _ISOLATES:
                yield start
        elif letter in {_EMBED_END, _ISOLATE_END}:
            yield at
    yield from still_open
