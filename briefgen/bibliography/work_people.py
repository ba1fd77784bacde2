"""Who did what for a work: the roles of BibLaTeX, and what their types say."""

from briefgen.bibliography.field_reader import FieldReader
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


def role_of(written: str) -> str:
    """A role as our words have it; empty for an editor, and for nothing."""
    role = written.strip().lower().replace("-", "").replace("_", "")
    return _SAME.get(role, role)


def contributors_of(fields: FieldReader) -> tuple[Contribution, ...]:
    """Everyone beside authors, editors and translators."""
    found = [(role_of(role) or role, fields.names(role)) for role in _ROLES]
    for which in "abc":
        role = role_of(fields.take(f"editor{which}type")) or "editor"
        found.append((role, fields.names(f"editor{which}")))
    return tuple(Contribution(role, names) for role, names in found if names)


def editors_of(fields: FieldReader) -> tuple[tuple[Name, ...], str]:
    """The editors, and what they did if they did something else."""
    editors = fields.names("editor")
    return editors, role_of(fields.take("editortype")) if editors else ""
