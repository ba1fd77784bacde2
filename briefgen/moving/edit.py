"""Edits on a text by offsets, and what comes of them: each line of the new text knows where it came from."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefgen.moving.note import Note, Place, Told
from briefgen.text import TextFile


@dataclass(frozen=True, slots=True)
class Converted:
    """A text that was rewritten: where each of its lines came from, and what is told of it.

    The places `now` of its notes have no path yet, only a line of this text.
    """

    text: str
    lines: tuple[Place, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands in the place of ``[start, end)``; `taken` is a text that was taken in there.

    `what` is told of it, unless it is empty.
    """

    start: int
    end: int
    text: str
    what: str = ""
    told: Told = Told.CHANGED
    taken: Converted | None = None


def without_overlaps(edits: Iterable[Edit]) -> list[Edit]:
    """Edits in the order of their places; of those that meet, the first one stays, and what only adds."""
    starts: list[int] = []
    kept: list[Edit] = []
    for edit in edits:
        at = bisect_right(starts, edit.start)
        before = kept[at - 1] if at else None
        after = kept[at] if at < len(kept) else None
        meets = (before and before.end > edit.start) or (after and after.start < edit.end)
        same = before and edit.end > edit.start and (before.start, before.end) == (edit.start, edit.end)
        if not meets and not same:
            starts.insert(at, edit.start)
            kept.insert(at, edit)
    return kept


def applied(file: TextFile, edits: Sequence[Edit]) -> Converted:
    """The text of a file after edits that do not meet, in their order."""
    pieces: list[str] = []
    marks: list[tuple[int, int, Edit | None]] = []
    notes: list[tuple[int, Edit]] = []
    length = at = 0
    for edit in edits:
        if edit.start > at:
            marks.append((length, at, None))
            pieces.append(file.text[at : edit.start])
            length += edit.start - at
        notes.append((length, edit))
        if edit.text:
            marks.append((length, edit.start, edit))
            pieces.append(edit.text)
            length += len(edit.text)
        at = edit.end
    marks.append((length, at, None))
    pieces.append(file.text[at:])
    new = TextFile("", "".join(pieces))
    return Converted(new.text, _lines(file, new, marks), tuple(_notes(file, new, notes)))


def _lines(file: TextFile, new: TextFile, marks: Sequence[tuple[int, int, Edit | None]]) -> tuple[Place, ...]:
    starts = [mark[0] for mark in marks]
    places = []
    for start in new.line_starts:
        begin, source, edit = marks[max(bisect_right(starts, start) - 1, 0)]
        if edit is None:
            places.append(Place(file.path, file.line_of(min(source + start - begin, len(file.text)))))
        elif edit.taken is not None:
            inside = new.line_of(start) - new.line_of(begin)
            places.append(edit.taken.lines[min(inside, len(edit.taken.lines) - 1)])
        else:
            places.append(Place(file.path, file.line_of(source)))
    return tuple(places)


def _notes(file: TextFile, new: TextFile, notes: Sequence[tuple[int, Edit]]) -> Iterable[Note]:
    for at, edit in notes:
        line = new.line_of(min(at, len(new.text)))
        if edit.what:
            yield Note(edit.told, edit.what, Place(file.path, file.line_of(edit.start)), Place("", line))
        if edit.taken is not None:
            for note in edit.taken.notes:
                yield replace(note, now=Place("", line + note.now.line - 1))
