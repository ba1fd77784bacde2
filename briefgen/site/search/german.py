"""The German dictionary: simplemma's, loaded when the first German record is met."""

from collections.abc import Callable
from functools import cache

from briefgen.site.search.compounds import Compounds
from briefgen.site.search.numbers import join_groups


@cache
def _compounds() -> Compounds:
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    return Compounds(DefaultDictionaryFactory().get_dictionary("de"))


def marking_for(language: str) -> Callable[[str], str]:
    """What is done to text of a language before it is indexed."""
    return _marked if language == "de" else join_groups


def _marked(text: str) -> str:
    return _compounds().mark(join_groups(text))
