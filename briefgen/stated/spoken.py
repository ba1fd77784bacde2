"""In which language a text is: told only where it cannot be the one that is said of it."""

import re
from collections import Counter
from collections.abc import Collection
from functools import cache

from briefgen.languages import Language, all_languages, language_of
from briefgen.stated.scripts import script_of

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 20_000
"""Code points that are looked at: of more, nothing else is learnt."""
_ENOUGH = 80
"""Words from which a text is judged; fewer may all be names."""
_PLAIN = 0.18
"""The share of a language's commonest words from which a text is in it: prose has 0.17 (Arabic) to 0.5."""
_TIMES = 2.5
"""How often rarer those of the language it is said to be in are: 1.3 (Danish and Norwegian) to 8."""
_NEARLY_ALL = 0.8
_ANOTHER = "another script"


def other_language(text: str, tags: Collection[str]) -> str:
    """The English name of the language that a text is in, or `another script`, where it is in none of `tags`.

    `tags`: BCP 47. Empty where that is not certain: nothing is said of a text with few words, in several
    languages, or where one of the tags is of a language whose commonest words are not known.
    """
    said = [language_of(tag) for tag in tags]
    known = [language for language in said if language and language.function_words]
    if not known or len(known) < len(said):
        return ""
    part = text[:_LONGEST].lower().replace("’", "'")
    words = Counter(_WORD.findall(part))
    own = max((_share(words, language) for language in known), default=0.0)
    if own * _TIMES > 1 or words.total() < _ENOUGH:
        return ""
    share, name = max((_share(words, language), language.name) for language in all_languages())
    if share >= _PLAIN:
        return name if own * _TIMES < share else ""
    return _ANOTHER if _is_strange(part, known) else ""


def _is_strange(text: str, known: Collection[Language]) -> bool:
    """Whether nearly all of a text is in a script that none of the languages is written in."""
    scripts = Counter(map(script_of, filter(str.isalpha, text)))
    theirs = frozenset[str]().union(*map(_scripts, known))
    strange = sum(count for script, count in scripts.items() if script not in theirs)
    return strange > _NEARLY_ALL * scripts.total()


def _share(words: Counter[str], language: Language) -> float:
    common = sum(words[word] for word in words.keys() & language.function_words)
    return common / words.total() if words else 0.0


@cache
def _scripts(language: Language) -> frozenset[str]:
    return frozenset(map(script_of, filter(str.isalpha, "".join(language.function_words))))
