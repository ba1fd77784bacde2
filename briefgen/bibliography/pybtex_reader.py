"""Values and names, read by pybtex: the only file that knows it.

pybtex expands @strings, joins ``#`` and splits names as BibTeX does; it has no type annotations, so what
comes from it is turned into our own values here.
"""

import re
from collections.abc import Mapping

from pybtex.bibtex.utils import split_name_list, split_tex_string
from pybtex.database import Person
from pybtex.database.input.bibtex import LowLevelParser
from pybtex.exceptions import PybtexError

from briefgen.bibliography.latex import plain_text
from briefgen.bibliography.names import OTHERS
from briefgen.model.work import Name

_EXTENDED = re.compile(r"(family|given|prefix|suffix)(-i)?\s*=\s*(.*)", re.DOTALL)


class UnreadableError(ValueError):
    """A value or name that pybtex, or BibTeX's rules, cannot read; the text says why."""


def read_value(written: str, strings: Mapping[str, str]) -> str:
    """The value of a field as written with its delimiters: @strings expanded, white space collapsed.

    `strings` holds what every bare word in it stands for, by lower-case name. Raises UnreadableError.
    """
    try:
        ((_, (_, fields)),) = _parse(f"@entry{{key, field = {written}}}", strings)
        ((_, parts),) = fields
    except PybtexError as error:
        raise UnreadableError(str(error.args[0])) from None
    except ValueError:  # more, or less, than one entry with one field
        raise UnreadableError("the value cannot be read") from None
    return " ".join("".join(parts).split())


def _parse(
    text: str, strings: Mapping[str, str]
) -> list[tuple[str, tuple[str, list[tuple[str, list[str]]]]]]:
    return list(LowLevelParser(text, macros=_AnyCase(strings)))


class _AnyCase(dict[str, str]):
    """@strings by lower-case name, found in any case, as BibTeX does."""

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(name.lower())


def split_names(value: str) -> tuple[str, ...]:
    """The names of a list joined by ``and``, as written. Raises UnreadableError."""
    try:
        return tuple(split_name_list(value))
    except PybtexError as error:
        raise UnreadableError(str(error)) from None


def read_name(written: str) -> Name:
    """One name in any of BibTeX's forms; raises UnreadableError.

    A name in braces as a whole is a body, ``others`` is `OTHERS`.
    """
    text = written.strip()
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
