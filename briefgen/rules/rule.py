"""What a rule is: what it means, why it matters, a project that breaks it and one that does not."""

from dataclasses import dataclass, field
from enum import StrEnum

BRIEF = "sources/bridge.md"
BIBLIOGRAPHY = "sources/references.bib"
CAPTURES = "sources/captures.yml"


class Severity(StrEnum):
    """How much a finding weighs: an error keeps everything from being published, a note nothing ever."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class File:
    """A file of an example: its path in the project, and what is in it.

    Every example stands in one small project without a fault, and names only the files in which it differs.
    With `below`, `text` stands below what the project's file holds: below the front matter of a brief, below
    the entries of a list. In texts ``{sha256:seeds/herald.txt}`` is the hash of that file.
    """

    path: str
    text: str | bytes
    below: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A symbolic link of an example, and where it leads, seen from its folder."""

    path: str
    target: str


@dataclass(frozen=True, slots=True)
class Gone:
    """A file of the project that an example does without."""

    path: str


Example = tuple[File | Link | Gone, ...]


def body(text: str) -> File:
    """The brief of the examples, with this below its front matter."""
    return File(BRIEF, text, below=True)


def front(text: str) -> File:
    """The brief of the examples, with this front matter, and one sentence below it."""
    return File(BRIEF, f"---\n{text}---\nThe bridge is closed [@herald2025bridge].\n")


def works(text: str) -> File:
    """The bibliography of the examples, with these entries added."""
    return File(BIBLIOGRAPHY, text, below=True)


def captured(text: str) -> File:
    """The list of captures of the examples, with these entries added."""
    return File(CAPTURES, text, below=True)


@dataclass(frozen=True, slots=True)
class Rule:
    """What a finding breaks: a stable code, a stable name that says what is wrong, and a severity.

    `means` and `why` are Markdown, a paragraph each. `command` finds the `flagged` example broken and nothing
    wrong with the `fixed` one.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    means: str = field(repr=False)
    why: str = field(repr=False)
    flagged: Example = field(repr=False)
    fixed: Example = field(repr=False)
    command: str = field(default="check", repr=False)
