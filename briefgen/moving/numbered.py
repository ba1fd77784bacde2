"""What is counted in a text, and by which word it is named: figures, tables, equations."""

import re

_KINDS = {
    "fig": ("Figure", "Abbildung"),
    "figure": ("Figure", "Abbildung"),
    "tbl": ("Table", "Tabelle"),
    "tab": ("Table", "Tabelle"),
    "table": ("Table", "Tabelle"),
    "eq": ("Equation", "Gleichung"),
    "eqn": ("Equation", "Gleichung"),
    "equation": ("Equation", "Gleichung"),
    "lst": ("Listing", "Listing"),
    "thm": ("Theorem", "Satz"),
    "lem": ("Lemma", "Lemma"),
    "cor": ("Corollary", "Korollar"),
    "prp": ("Proposition", "Proposition"),
    "cnj": ("Conjecture", "Vermutung"),
    "def": ("Definition", "Definition"),
    "exm": ("Example", "Beispiel"),
    "exr": ("Exercise", "Übung"),
    "alg": ("Algorithm", "Algorithmus"),
}
_HEADINGS = frozenset("sec section chap chapter subsec".split())
_PREFIX = re.compile(r"([A-Za-z]+)[-:_]")


def kind_of(name: str) -> str:
    """What the name of a place says that it is: ``fig`` of ``fig-map``; empty where it says nothing."""
    found = _PREFIX.match(name)
    prefix = found[1].lower() if found else ""
    return prefix if prefix in _KINDS or prefix in _HEADINGS else ""


def is_heading(kind: str) -> bool:
    """Whether places of this kind are headings, which have words of their own and no number."""
    return kind in _HEADINGS


def word_for(kind: str, language: str) -> str:
    """What a thing that is counted is called: German has its own words here, others the English ones."""
    english, german = _KINDS[kind]
    return german if language.partition("-")[0].lower() == "de" else english


def place_of(name: str) -> str:
    """A name as an id of ours."""
    return re.sub(r"[^\w.-]+", "-", name).strip("-") or "place"
