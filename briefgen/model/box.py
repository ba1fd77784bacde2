"""The kinds of boxes and what may be said on each."""

from enum import Enum, StrEnum
from typing import Self

from briefgen.model.called import Called

ABSENT = "absent"
"""The attribute of a claim with words that its work does not have."""


class BoxRole(Enum):
    """What a box is in its text."""

    ASIDE = "aside"
    """Words of the author's beside the text."""
    LEADS = "leads"
    """The first thing of a brief, titled like a part of it."""
    TRANSLATES = "translates"
    """It stands behind a block quote, and its words are no text of the brief's own."""
    FINDS = "finds"
    """It says something of the passages that it begins with."""


class BoxKind(StrEnum):
    """What a box is, as its author names it: ``::: correction``. All there is to say of a kind stands here.

    `called` is its label on pages, `attributes` are those it takes beside ``#id``.
    """

    role: BoxRole
    called: Called
    attributes: tuple[str, ...]

    UNKNOWN = "", BoxRole.ASIDE, Called(en="", de="")  # its author named no kind, or none of these
    KEYPOINTS = "keypoints", BoxRole.LEADS, Called(en="Key points", de="Das Wichtigste")
    CONTEXT = "context", BoxRole.ASIDE, Called(en="Context", de="Hintergrund"), "include"
    TRANSLATION = "translation", BoxRole.TRANSLATES, Called(en="Translation", de="Übersetzung")
    CORRECTION = "correction", BoxRole.FINDS, Called(en="Correction", de="Richtigstellung"), "verdict"
    CLAIM = "claim", BoxRole.FINDS, Called(en="Finding", de="Befund"), "verdict", ABSENT
    EVENT = "event", BoxRole.ASIDE, Called(en="Event", de="Ereignis"), "date"
    NOTE = "note", BoxRole.ASIDE, Called(en="Note", de="Anmerkung")

    def __new__(cls, name: str, role: BoxRole, called: Called, *takes: str) -> Self:
        kind = str.__new__(cls, name)
        kind._value_ = name
        kind.role = role
        kind.called = called
        kind.attributes = ("title", "of", *takes)
        return kind

    @classmethod
    def named(cls, name: str) -> "BoxKind":
        """The kind that an author calls so."""
        return _BY_NAME.get(name, cls.UNKNOWN)


_BY_NAME = {kind.value: kind for kind in BoxKind}
KNOWN_KINDS = tuple(kind for kind in BoxKind if kind is not BoxKind.UNKNOWN)
