"""Parts of German compounds, so that *Maßnahmen* finds *Klimaschutzmaßnahmen*.

Conservative, as a wrong joint has words found that nobody looked for. Both sides of a joint must be words
that a dictionary has, and of all ways to read a word those of the fewest parts count. How often it errs is
measured on words parted by hand (tests/site/search/compounds.txt).
"""

import re
from collections.abc import Mapping
from itertools import pairwise

JOINT = "\u2060-"
"""Between the parts of a compound in the index. Pagefind takes a word with it for the whole word and for its
parts, at one place; the page shows nothing of it."""

_SHORTEST = 4
_LINKS = ("s", "es", "n", "en")
_WORD = re.compile(r"[^\W\d_]{8,}")
# In the dictionary as nouns of their own, in print nearly always the end of another word.
_ENDINGS = frozenset(
    """chen ende enden ender eren este esten ester ionen isch ische ischen ischer ismen ismus lose losen
    loser losere loseren lung lungen nation nationen nische nischen ration rationen rinne rinnen
    schaft schaften stag stage stagen sten ster tand""".split()
)
_BEGINNINGS = frozenset("inter tran unter vers wider zuge".split())
"""The same, of beginnings."""


class Compounds:
    """Parts words with a dictionary: the forms of words with their base forms, nouns in capitals."""

    def __init__(self, dictionary: Mapping[str, str]) -> None:
        self._dictionary = dictionary
        self._known: dict[str, str] = {}
        """What stands between two spaces, marked: most of that of a site stands there often."""
        self._joined: dict[str, str] = {}
        """Words, marked."""

    def mark(self, text: str) -> str:
        """The text with `JOINT` in every compound."""
        return " ".join(map(self._marked, text.split(" ")))

    def _marked(self, between_spaces: str) -> str:
        marked = self._known.get(between_spaces)
        if marked is None:
            marked = _WORD.sub(lambda found: self._with_joints(found[0]), between_spaces)
            self._known[between_spaces] = marked
        return marked

    def _with_joints(self, word: str) -> str:
        if word not in self._joined:
            self._joined[word] = JOINT.join(self.parts(word))
        return self._joined[word]

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a word; the word alone when it has none."""
        if not word[0].isupper() or word.isupper():
            return (word,)
        joints = self._joints(word)
        base = self._dictionary.get(word, word)
        # *Generationen* might be read as Gene and Rationen, and *Generation* is known not to be.
        if base != word and base[0].isupper() and not self._joints(base):
            return (word,)
        bounds = [0, *joints, len(word)]
        return tuple(word[start:end] for start, end in pairwise(bounds))

    def _joints(self, word: str) -> list[int]:
        """Those of all readings with the fewest parts.

        *Wohnungsbau-gesellschaft* is *Wohnungs-baugesellschaft* as well, and both joints are right, with a
        word between them. *Stau-becken* is no *Staub-ecken*: of two such joints, that with more behind it.
        """
        joints: list[int] = []
        for joint in sorted({joint for reading in self._readings(word.lower()) for joint in reading}):
            between = word[joints[-1] : joint] if joints else ""
            if not joints or len(between) >= _SHORTEST or (len(between) > 2 and self._is_noun(between)):
                joints.append(joint)
        return joints

    def _readings(self, word: str) -> list[tuple[int, ...]]:
        # Most words end in no word, and need not be read from their beginning.
        lasts = [
            start for start in range(_SHORTEST, len(word) - _SHORTEST + 1) if self._is_last_part(word[start:])
        ]
        if not lasts:
            return []
        # Up to each place, the readings of what stands before it as a chain of first parts.
        chains: dict[int, list[tuple[int, ...]]] = {0: [()]}
        for end in range(_SHORTEST, lasts[-1] + 1):
            found = [
                (*chain, start) if start else chain
                for start, before in chains.items()
                if end - start >= _SHORTEST and self._is_first_part(word[start:end])
                for chain in before
            ]
            if found:
                fewest = min(map(len, found))
                chains[end] = [chain for chain in found if len(chain) == fewest]
        whole = [(*chain, start) for start in lasts for chain in chains.get(start, ())]
        fewest = min(map(len, whole), default=0)
        return [reading for reading in whole if len(reading) == fewest]

    def _is_last_part(self, part: str) -> bool:
        return part not in _ENDINGS and self._is_noun(part)

    def _is_first_part(self, part: str) -> bool:
        if part in _BEGINNINGS:
            return False
        if self._is_noun(part) or self._is_stem(part) or self._is_stem(part.removesuffix("e")):
            return True
        stems = (part.removesuffix(link) for link in _LINKS if part.endswith(link))
        return any(len(stem) >= _SHORTEST and self._is_noun(stem) for stem in stems)

    def _is_noun(self, part: str) -> bool:
        base = self._dictionary.get(part.capitalize())
        return base is not None and base[0].isupper()

    def _is_stem(self, part: str) -> bool:
        """Of a verb, as in *Umspannwerk* and *Messstelle*."""
        return any(self._dictionary.get(part + end) == part + end for end in ("en", "n"))
