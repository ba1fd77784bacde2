"""What was published: the text of each section of each brief when `briefgen lock` was last run."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefgen.model.brief import FIRST_VERSION, Status

TITLE, DESCRIPTION, START = "(title)", "(description)", "(start)"
"""The names of what stands before the first heading; no id of a heading or a box has brackets."""
_ERRATUM = "(erratum "


def erratum_section(date: str, number: int) -> str:
    """The name of an erratum as a section: the first, the second … of its day."""
    return f"{_ERRATUM}{date}{f' {number}' if number > 1 else ''})"


@dataclass(frozen=True, slots=True)
class PublishedSection:
    """A section of a published brief as readers had it.

    `text` has a line for each line of the tree, with the keys it cites. `kind` names its boxes with their
    verdicts, in order; `quoted` is a hash of the words in quotation marks and block quotes. `line` is where
    the section stands in the lock.
    """

    name: str
    text: str
    kind: str = ""
    quoted: str = ""
    line: int = field(default=0, compare=False)

    @property
    def is_erratum(self) -> bool:
        """Whether it is an erratum of the brief, and no part of its text."""
        return self.name.startswith(_ERRATUM)


@dataclass(frozen=True, slots=True)
class PublishedBrief:
    """A published brief: its address, the addresses it had before, its version and its sections."""

    slug: str
    version: str = FIRST_VERSION
    status: Status = Status.PUBLISHED
    aliases: tuple[str, ...] = ()
    sections: tuple[PublishedSection, ...] = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class PublishedLock:
    """All briefs that were published, no two with the same slug."""

    briefs: tuple[PublishedBrief, ...] = ()

    def __iter__(self) -> Iterator[PublishedBrief]:
        return iter(self.briefs)
