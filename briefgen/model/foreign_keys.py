"""Keys by which other programs cite what is no work: places of the same text, and identifiers."""

import re

_PLACE = re.compile(
    r"(?:fig|figs|tbl|tab|table|sec|eq|eqn|lst|lem|thm|cor|prp|def|exm|exr|alg|app|chap|ch|nte|wrn|tip)[-:]\S",
    re.IGNORECASE,
)
_IDENTIFIER = re.compile(r"(?:doi|pmid|pmcid|arxiv|isbn|url|https?|wikidata|raw|tag):\S", re.IGNORECASE)


def is_place(key: str) -> bool:
    """Whether a key reads as a cross-reference of Quarto or pandoc-crossref: ``fig-map``, ``sec:method``."""
    return _PLACE.match(key) is not None


def is_identifier(key: str) -> bool:
    """Whether a key is an identifier, by which Manubot cites: ``doi:10.1000/1``."""
    return _IDENTIFIER.match(key) is not None
