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
from briefgen.bibliography.verbatim import braced_whole, unbraced
from briefgen.model.work import Name

LONGEST = 2_000
"""The characters of one name, LaTeX included; lists of names may be of any length."""

_ATTRIBUTE = re.compile(r"\s*(?P<name>[a-z]+(?:-ordering)?)(?:-i)?\s*=\s*(?P<value>\"[^\"]*\"|.*)", re.DOTALL)
_NAME_PARTS = frozenset({"family", "given", "prefix", "suffix"})
_EXTENDED = re.compile(r"\s*+(?:\"\s*+)?(?:family|given|prefix|suffix|literal)(?:-i)?\s*=", re.IGNORECASE)
_COMMA = re.compile(r"\"[^\"]*\"|\{[^{}]*\}|,")
_AND = re.compile(r"[{}]| and ", re.IGNORECASE)
_LOOSE_AND = re.compile(r"^\s*and\b|\band\s*$", re.IGNORECASE)
_SEMICOLON = re.compile(r"[{}]|;")
_INITIALS = re.compile(r"[^\W\d_](?=[.\s-]|\Z)|[A-Z](?=[A-Z]{0,2}\Z)")
_FAMILY_AND_INITIALS = re.compile(
    r"(?P<family>[^\W\d_][^\s,.]+(?: [^\W\d_][^\s,.]+)?) (?P<given>[A-Z]{1,3}|(?:[A-Z]\.[ -]?){1,3})"
)
_FAMILY_BEFORE_INITIALS = re.compile(
    r"(?P<family>[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?) (?P<given>[^\W\d_a-z]\.(?:[ -]?[^\W\d_a-z]\.)*)"
)
_AMPERSAND = re.compile(r"[{}]|(?<!\s)\s++(?:\\?&|\{\\?&\})\s+")
_OF_A_SON = re.compile(r"(?:[JS]r\.?|I{2,3}|IV)", re.IGNORECASE)
_IN_QUOTES = re.compile(r"\"([^\"]+)\"")
_OTHERS = frozenset({"others", "et al.", "et al", "and others", "u. a.", "u.a."})


def split_names(value: str) -> tuple[str, ...]:
    """The names of a list joined by ``and`` outside of braces, as written."""
    return _split(value, _AND)


def split_at_semicolons(value: str) -> tuple[str, ...]:
    """The names of a list joined by semicolons, as other programs write them; one where there are none."""
    return tuple(name for name in _split(value, _SEMICOLON) if name)


def split_at_ampersands(value: str) -> tuple[str, ...]:
    """The names of ``Smith, J. & Brown, K.``; none where one has no comma: ``Barnes & Noble``."""
    names = _split(value, _AMPERSAND)
    return names if len(names) > 1 and all("," in name for name in names) else ()


def split_at_commas(value: str) -> tuple[str, ...]:
    """The names of ``Wil E, Rink G., Brook KA``, each as BibTeX has it: ``Wil, E``; none for another text."""
    found = [_FAMILY_AND_INITIALS.fullmatch(part.strip()) for part in value.split(",")]
    if len(found) < 2 or None in found:
        return ()
    return tuple(
        f"{one['family']}, {' '.join(f'{letter}.' for letter in _INITIALS.findall(one['given']))}"
        for one in found
        if one
    )


def _split(value: str, joint: re.Pattern[str]) -> tuple[str, ...]:
    names: list[str] = []
    depth = start = position = 0
    while found := joint.search(value, position):
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
    if text.lower() in _OTHERS:
        return OTHERS
    if braced_whole(text):
        return _body(text)
    if quoted := _IN_QUOTES.fullmatch(text):
        text = quoted[1]
    text = text.rstrip(" ,;")
    if re.match(r"and\b|.*\sand$", text, re.IGNORECASE) or not text:
        raise UnreadableError("a name is missing beside “and”")
    if _EXTENDED.match(text):
        return _extended_name(text)
    try:
        parts = split_tex_string(text, ",")
        if len(parts) > 3:
            raise UnreadableError("a name has at most two commas; names are joined by “and”")
        if len(parts) == 3 and _OF_A_SON.fullmatch(parts[2]) and not _OF_A_SON.fullmatch(parts[1]):
            text = ", ".join((parts[0], parts[2], parts[1]))  # as other programs have it: King, Martin, Jr.
        if reversed_ := _FAMILY_BEFORE_INITIALS.fullmatch(text):
            text = f"{reversed_['family']}, {reversed_['given']}"
        name = _name(Person(text))
        if name.family_first and name.given and len(parts) == 1:
            name = Name(family=name.given, given=name.family)  # 鈴木 花子
    except PybtexError as error:
        raise UnreadableError(str(error)) from None
    if not name.family:
        raise UnreadableError("the family name is missing")
    return name


def as_written(written: str) -> Name:
    """A name that cannot be parted, as it stands; empty where nobody could have it."""
    written = _LOOSE_AND.sub("", written)
    text = plain_text(written).strip(" ,;") if len(written) <= LONGEST else ""
    return Name(literal=text if any(char.isalnum() for char in text) else "")


def _body(text: str) -> Name:
    """A name in braces: a body, or (in the braces of a whole list) a person's after all."""
    return Name(literal=plain_text(unbraced(text)))


def _name(person: Person) -> Name:
    return Name(
        family=plain_text(" ".join(person.last_names)),
        given=plain_text(" ".join(person.bibtex_first_names)),
        prefix=plain_text(" ".join(person.prelast_names)),
        suffix=plain_text(" ".join(person.lineage_names)),
    )


def _extended_name(text: str) -> Name:
    """BibLaTeX's ``family=Beethoven, given=Ludwig, prefix=van, useprefix=false``.

    Initials (``given-i``) and what says how to sort or to abbreviate are passed over. ``static-ordering`` is
    CSL's: whether the family name is first.
    """
    parts: dict[str, str] = {}
    leads: bool | None = None
    for part in _at_commas(text):
        found = _ATTRIBUTE.fullmatch(part.strip())
        if not found:
            raise UnreadableError(f"`{part.strip()}` is not written as `name=value`")
        name = found["name"]
        if name == "static-ordering":
            leads = plain_text(found["value"].strip().strip('"')).lower() == "true"
        if "-i" not in part[: found.start("value")] and name in _NAME_PARTS | {"literal"}:
            parts.setdefault(name, plain_text(found["value"].strip().strip('"')))
    if "literal" in parts or not parts.get("family"):
        return Name(literal=parts.get("literal") or " ".join(parts.values()))
    return Name(**parts, leads=leads)


def _at_commas(text: str) -> list[str]:
    """The text parted at commas outside of braces and quotation marks."""
    parts, start = [], 0
    for found in _COMMA.finditer(text):
        if found[0] == ",":
            parts.append(text[start : found.start()])
            start = found.end()
    return [*parts, text[start:]]
