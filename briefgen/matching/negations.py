"""The words that deny, by language."""

import re
from collections.abc import Mapping

NEGATIONS: Mapping[str, frozenset[str]] = {
    "de": frozenset(
        """nicht nichts nie niemals niemand niemanden niemandem niemandes nirgends nirgendwo nirgendwohin
        kein keine keinen keinem keiner keines keins keinerlei keinesfalls keineswegs keinmal weder
        mitnichten nimmer kaum""".split()
    ),
    "en": frozenset(
        """no not nor none never nobody nothing nowhere neither cannot hardly scarcely barely""".split()
    ),
    "ru": frozenset(
        """не ни нет нету никогда никто никого никому никем ничто ничего ничему ничем нигде никуда ниоткуда
        никак никакой никакая никакое никакие никаких никаким никакими никакую никакого никакому ничей
        ничья ничьё нельзя отнюдь вряд едва""".split()
    ),
    "uk": frozenset(
        """не ні немає нема ніколи ніхто нікого нікому ніким ніщо нічого нічому нічим ніде нікуди ніяк
        ніякий ніяка ніяке ніякі ніяких ніяким жоден жодна жодне жодного жодної жодних навряд
        ледве""".split()
    ),
    "fr": frozenset(
        """ne pas non ni jamais rien aucun aucune aucuns aucunes nul nulle nullement guère""".split()
    ),
    "es": frozenset(
        """no ni nunca jamás nada nadie ningún ninguno ninguna ningunos ningunas tampoco apenas""".split()
    ),
}
"""Negations by BCP 47 primary language, in small letters."""

NEGATING_PREFIXES = frozenset(
    "nicht non anti contra ex pseudo quasi не анти контр экс псевдо екс".split(),
)
"""What turns the word behind its hyphen into another: "Russen" is not quoted from "Nicht-Russen"."""

_IN_ANY_LANGUAGE = frozenset().union(*NEGATIONS.values())
# Where the language is unknown, German "die Not" is no English "not".
_DISTRESS = "Not"
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def negations_in(folded_text: str, language: str = "") -> tuple[str, ...]:
    """The negations of a folded text, in order, as written.

    `language` is a BCP 47 tag. With an empty one, or one without a list, the words of all lists count.
    """
    listed = NEGATIONS.get(language.partition("-")[0].casefold())
    return tuple(
        word
        for word in _WORD.findall(folded_text)
        if _contracts_negation(word.casefold())
        or (
            word.casefold() in _IN_ANY_LANGUAGE and word != _DISTRESS
            if listed is None
            else word.casefold() in listed
        )
    )


def _contracts_negation(word: str) -> bool:
    """English don't, French n'est."""
    return word.endswith("n't") or word.startswith("n'")
