"""The words briefgen prints on pages, in every language it speaks."""

from briefgen.catalogue.de import DE
from briefgen.catalogue.en import EN
from briefgen.catalogue.words import Words
from briefgen.languages import primary_tag

__all__ = ["CATALOGUE", "Words", "words_for"]

CATALOGUE = {words.language: words for words in (EN, DE)}


def words_for(lang: str) -> Words:
    """The words for a BCP 47 language; English where we do not speak it."""
    return CATALOGUE.get(primary_tag(lang), EN)
