"""What matching knows of scripts: who writes without spaces, what sticks to Korean words."""

import re

# Han, kana, their marks and full-width punctuation; Thai, Lao, Tibetan, Myanmar, Khmer.
CONTINUOUS = (
    "\u2e80-\u2fdf\u3001-\u3035\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff01-\uff0f\uff1a-\uff20\uff61-\uff9f\U00020000-\U0003fffd"
    "\u0e01-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff"
)
"""The inside of a regex character class: scripts that set no space between words."""

HANGUL = "\uac00-\ud7a3"
"""The inside of a regex character class: Korean syllables. Words have spaces between them, but a line may
end after any syllable."""

_CONTINUOUS = re.compile(f"[{CONTINUOUS}]")

# Particles follow their noun without a space: a quotation may end before them, as one ends before
# an English "'s". Verb endings are no particles: a cut before them is a cut through a word.
_PARTICLE = (
    "은|는|이|가|을|를|의|에|에서|에게|에게서|한테|께|께서|으로|로|으로서|로서|으로써|로써|와|과|도|만|"
    "까지|부터|보다|처럼|마다|조차|마저|밖에|뿐|대로|이나|나|이며|며|이란|란|이라고|라고|이라는|라는"
)
_PARTICLES = re.compile(f"(?:{_PARTICLE}){{1,3}}(?![{HANGUL}\\w])")


# The copula is written together as well; behind a syllable it may be the ending of a verb.
_COPULA = re.compile(f"(?:이|입니|이었|였|이었습니|였습니)?다(?![{HANGUL}\\w])")
_SYLLABLE = re.compile(f"[{HANGUL}]")


def is_continuous(character: str) -> bool:
    """Whether the character belongs to a script that sets no space between words."""
    return _CONTINUOUS.match(character) is not None


def is_unspelt(character: str) -> bool:
    """Whether no word begins with an apostrophe before the character: of Chinese, say, or Korean."""
    return is_continuous(character) or _SYLLABLE.match(character) is not None


def only_particles_follow(text: str, offset: int) -> bool:
    """Whether what is left of the word at `offset` are Korean particles, or behind a sign the copula."""
    if _PARTICLES.match(text, offset):
        return True
    return not _SYLLABLE.match(text, offset - 1) and _COPULA.match(text, offset) is not None
