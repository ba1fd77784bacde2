"""What an editor asks about, and what it is told: a place in a text, and frozen values."""

from dataclasses import dataclass
from enum import Enum

from briefgen.bibliography.fragments import plain
from briefgen.bibliography.reference import format_reference
from briefgen.language_server.base import Base
from briefgen.model.work import Work
from briefgen.text import Span, TextFile


@dataclass(frozen=True, slots=True)
class Asked:
    """A place in a text of a project."""

    file: TextFile
    offset: int
    base: Base

    @property
    def language(self) -> str:
        """The language in which references are printed for this text."""
        texts = (*self.base.workspace.briefs, *self.base.workspace.pages)
        written = next((one for one in texts if one.file.path == self.file.path), None)
        return written.front.lang if written else self.base.workspace.settings.language


class Offered(Enum):
    """What sort of thing is offered."""

    WORK = "work"
    BOX = "box"
    NAME = "name"
    FILE = "file"
    WORDS = "words"
    KEY = "key"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that may stand in the place of `span`: `text`, shown as `label`; `filter` is what the words
    typed so far are compared with."""

    label: str
    text: str
    span: Span
    sort: Offered
    detail: str = ""
    about: str = ""
    filter: str = ""


@dataclass(frozen=True, slots=True)
class Offers:
    """What may be written at a place; with `more` other words bring other offers."""

    offers: tuple[Offer, ...] = ()
    more: bool = False


def reference_of(work: Work, asked: Asked) -> str:
    """The reference of a work as a page prints it."""
    styled = asked.base.verified.styled_work(work.key) if asked.base.verified else None
    return plain(styled or format_reference(work, asked.language))


def captured(key: str, base: Base) -> str:
    """Whether a work is captured, in a few words."""
    captures = base.captures.of(key)
    if captures:
        days = ", ".join(one.record.captured for one in captures)
        return f"captured {days}"
    none = next((one for one in base.workspace.capture_list.uncaptured if one.key == key), None)
    return f"no capture: {none.why}" if none else "not captured"
