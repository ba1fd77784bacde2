"""Who did what for a work: the roles of BibLaTeX, and what their types say."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypedDict

from briefgen.bibliography.field_reader import FieldReader
from briefgen.languages import primary_tag
from briefgen.model.work import Contribution, Name

_ROLES = (
    "holder commentator annotator introduction foreword afterword compiler continuator collaborator founder "
    "redactor reviser organizer director producer performer composer narrator host guest illustrator "
    "interviewer recipient scriptwriter curator contributor chair creator serieseditor reviewed "
    "originalauthor executivedirector executiveproducer"
).split()
_SAME = {
    "cinematographer": "contributor",
    "executivedirector": "director",
    "executiveproducer": "producer",
    "none": "",
    "editor": "",
    "bookeditor": "",
}


class People(TypedDict):
    """Who did what for a work."""

    authors: tuple[Name, ...]
    editors: tuple[Name, ...]
    editor_role: str
    translators: tuple[Name, ...]
    container_authors: tuple[Name, ...]
    contributors: tuple[Contribution, ...]


def people_of(fields: FieldReader, languages: Sequence[str], original_language: str) -> People:
    """All of them; reports `bad-name`. The languages of a work say whether family names are first in it."""
    editors, editor_role = _editors_of(fields)
    contributors = _contributors_of(fields)
    translators = fields.names("translator")
    if editor_role == _TRANSLATOR:
        translators, editors, editor_role = (*translators, *editors), (), ""
    translators += tuple(name for one in contributors if one.role == _TRANSLATOR for name in one.names)
    contributors = tuple(one for one in contributors if one.role != _TRANSLATOR)
    authors, others = family_names_lead(languages, original_language)
    return {
        "authors": _led(fields.names("author"), authors),
        "editors": _led(editors, others),
        "editor_role": editor_role,
        "translators": _led(translators, others),
        "container_authors": _led(fields.names("bookauthor"), authors),
        "contributors": tuple(replace(one, names=_led(one.names, others)) for one in contributors)
        if others
        else contributors,
    }


def family_names_lead(languages: Sequence[str], original_language: str) -> tuple[bool, bool]:
    """Whether the family names of a work's authors are first, and those of everybody else: in Hungarian.

    The authors of what was translated into it have their names in the order of their own language.
    """
    others = [primary_tag(tag) for tag in languages] == [_FAMILY_FIRST]
    return others and primary_tag(original_language) in ("", _FAMILY_FIRST), others


def _led(names: tuple[Name, ...], lead: bool) -> tuple[Name, ...]:
    """Names with the family name first, if it is, unless a name says itself where it is."""
    if not lead:
        return names
    return tuple(replace(one, leads=True) if one.family and one.leads is None else one for one in names)


_FAMILY_FIRST = "hu"
_TRANSLATOR = "translator"


def role_of(written: str) -> str:
    """A role as our words have it; empty for an editor, and for nothing."""
    role = written.strip().lower().replace("-", "").replace("_", "")
    return _SAME.get(role, role)


def _contributors_of(fields: FieldReader) -> tuple[Contribution, ...]:
    """Everyone beside authors, editors and translators."""
    found = [(role_of(role) or role, fields.names(role)) for role in _ROLES]
    for which in "abc":
        role = role_of(fields.take(f"editor{which}type")) or "editor"
        found.append((role, fields.names(f"editor{which}")))
    return tuple(Contribution(role, names) for role, names in found if names)


def _editors_of(fields: FieldReader) -> tuple[tuple[Name, ...], str]:
    """The editors, and what they did if they did something else."""
    editors = fields.names("editor")
    return editors, role_of(fields.take("editortype")) if editors else ""
