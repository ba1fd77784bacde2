"""Names, read by pybtex: the only file that knows it.

pybtex parts a name as BibTeX does; it has no type annotations, so what comes from it is turned into our own
values here. Lists are parted here: pybtex copies what is left of a list at every brace.
"""

import re

from pybtex.bibtex.utils import split_tex_string
from pybtex.database import Person
from pybtex.exceptions import PybtexError

from briefgen.bibliography.field_values import UnreadableError
from briefgen.bibliography.latex import plain_text
from briefgen.bibliography.names import OTHERS
from briefgen.model.work import Name

LONGEST = 2_000
"""The characters of one name, LaTeX included; lists of names may be of any length."""

_EXTENDED = re.compile(r"(family|given|prefix|suffix)(-i)?\s*=\s*(.*)", re.DOTALL)
_AND = re.compile(r"[{}]| and ", re.IGNORECASE)


def split_names(value: str) -> tuple[str, ...]:
    """The names of a list joined by ``and`` outside of braces, as written."""
    names: list[str] = []
    depth = start = position = 0
    while found := _AND.search(value, position):
        position = found.end()
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth = max(depth - 1, 0)
        elif depth == 0:
            names.append(value[start : found.start()].strip())
            start = position
    return (*names, value[start:].strip())


def read_name(written: str) -> Name:
    """One name in any of BibTeX's forms; raises UnreadableError.

    A name in braces as a whole is a body, ``others`` is `OTHERS`.
    """
    text = written.strip()
    if len(text) > LONGEST:
        raise UnreadableError(f"it has {len(text):,} characters, and a name has at most {LONGEST:,}")
    if text == "others":
        return OTHERS
    if _braced_whole(text):
        return Name(literal=plain_text(text))
    if re.match(r"and\b|.*\sand$", text, re.IGNORECASE) or not text:
        raise UnreadableError("a name is missing beside “and”")
    try:
        parts = split_tex_string(text, ",")
        if all(_EXTENDED.match(part) for part in parts):
            return _extended_name(parts)
        if len(parts) > 3:
            raise UnreadableError("a name has at most two commas; names are joined by “and”")
        name = _name(Person(text))
    except PybtexError as error:
        raise UnreadableError(str(error)) from None
    if not name.family:
        raise UnreadableError("the family name is missing")
    return name


def _name(person: Person) -> Name:
    return Name(
        family=plain_text(" ".join(person.last_names)),
        given=plain_text(" ".join(person.bibtex_first_names)),
        prefix=plain_text(" ".join(person.prelast_names)),
        suffix=plain_text(" ".join(person.lineage_names)),
    )


def _extended_name(parts: list[str]) -> Name:
    """BibLaTeX's ``family=Beethoven, given=Ludwig, prefix=van``; initials (``given-i``) are passed over."""
    found = [match for part in parts if (match := _EXTENDED.match(part)) and not match[2]]
    return Name(**{match[1]: plain_text(match[3]) for match in found})


def _braced_whole(text: str) -> bool:
    """Whether one pair of braces surrounds the whole text, as in ``{Barnes and Noble}``."""
    if not (text.startswith("{") and text.endswith("}")):
        return False
    depth = 0
    for position, character in enumerate(text):
        depth += {"{": 1, "}": -1}.get(character, 0)
        if depth == 0:
            return position == len(text) - 1
    return False
