"""Texts of authors that there are in several languages."""

from collections.abc import Sequence


def spoken_in(lang: str, texts: Sequence[tuple[str, str]]) -> str:
    """Of texts with their tags the one for a language: that of the longest tag it begins with, or nothing."""
    fit = [(tag, text) for tag, text in texts if f"{lang}-".casefold().startswith(f"{tag}-".casefold())]
    return max(fit, key=lambda pair: len(pair[0]), default=("", ""))[1]
