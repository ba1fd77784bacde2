"""What readers are told that a thing is called."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Called:
    """The words for one thing, in each language of the catalogue: the type checker names one that lacks."""

    en: str
    de: str

    def __getitem__(self, language: str) -> str:
        """The words in a language of the catalogue."""
        words: str = getattr(self, language)
        return words
