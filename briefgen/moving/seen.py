"""A text while it is rewritten: what the rewriters look at, and what is known of the texts beside it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from briefgen.moving.edit import Converted, Edit
from briefgen.moving.fences import Fence
from briefgen.moving.note import Told
from briefgen.moving.shape import Shape
from briefgen.text import TextFile


@dataclass(frozen=True, slots=True)
class Target:
    """What a name leads to: a slug (empty: the text itself), a place on its page, words for it."""

    slug: str
    place: str
    words: str


@dataclass(frozen=True, slots=True)
class Around:
    """What is known beyond one text.

    `targets` are places by their names, `pages` slugs by names of texts, `titles` what slugs are called.
    By a path as a text writes it, `picture` gives the address of a picture, `file` that of another file, and
    None where there is none; `include` a text of the source, rewritten, and `plain` one as it is.
    """

    shape: Shape
    language: str = ""
    targets: Mapping[str, Target] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    keys: frozenset[str] = frozenset()
    file: Callable[[str, str], str | None] = lambda _path, _from: None
    picture: Callable[[str, str], str | None] = lambda _path, _from: None
    include: Callable[[str, str], Converted | None] = lambda _path, _from: None
    plain: Callable[[str, str], str | None] = lambda _path, _from: None


@dataclass(frozen=True)
class Seen:
    """One text: its file, where its body begins, its fences, and the same with code and the like hidden."""

    file: TextFile
    slug: str
    body: int
    fences: tuple[Fence, ...]
    masked: str
    around: Around

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.file.text

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each line begins, and where the text ends."""
        return (*self.file.line_starts, len(self.text) + 1)

    def line(self, number: int) -> tuple[int, int]:
        """Where a line (from 0) begins and where it ends, without its line end."""
        return self.starts[number], min(self.starts[number + 1] - 1, len(self.text))

    def lines(self, first: int, last: int) -> tuple[int, int]:
        """Where lines begin, and where the last of them ends with its line end."""
        return self.starts[first], min(self.starts[last + 1], len(self.text))


Rewriter = Callable[[Seen], Iterator[Edit]]
"""What is found of one thing in a text, as edits."""

__all__ = ["Around", "Edit", "Rewriter", "Seen", "Target", "Told"]
