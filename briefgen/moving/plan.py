"""What is to be written of a move, before anything is."""

from dataclasses import dataclass

from briefgen.moving.note import Note, Place


@dataclass(frozen=True, slots=True)
class Planned:
    """A file that is to be written; `source` is the file it comes from, `lines` say it of each line."""

    path: str
    data: bytes
    source: str
    lines: tuple[Place, ...] = ()

    def place(self, line: int) -> Place:
        """Where a line comes from."""
        if self.lines:
            return self.lines[min(max(line, 1), len(self.lines)) - 1]
        return Place(self.source, line)


@dataclass(frozen=True, slots=True)
class Plan:
    """All files that are to be written, in the order in which they are, and what is told of the move.

    `called` says in words what was moved in.
    """

    called: str
    files: tuple[Planned, ...]
    notes: tuple[Note, ...]
