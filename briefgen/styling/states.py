"""What a citation looks like depends on little: its works, and how they stand to what was cited before.

A `State` is just that, so that all citations of one state, in whatever briefs, are formatted once. Positions
are those of CSL (first, subsequent, near, ibid with or without a place), as pandoc's engine finds them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from briefgen.styling.requests import Cite, Item, Request
from briefgen.styling.style import Style

_PLACE, _FIRST = "7482093", "5629047"
_NUMBERS = re.compile(rf"(?:{_PLACE}|{_FIRST})\d\d")
FIRST_NOTE = int(_FIRST) * 100
"""The number of the note in which the first work of a citation was cited first, until it is known."""
MOST_WORKS = 100
"""How many works a citation of a state has at most."""


@dataclass(frozen=True, slots=True)
class Position:
    """How a work stands to what was cited before: `later` than first, `near`, and whether it `follows`.

    What follows the same work, alone in its note, says how its place is to that of before: ``none`` of both
    has one, it is the ``same``, or an ``other``, which may be a first one.
    """

    later: bool = False
    near: bool = False
    follows: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """A citation as it is formatted: each work with its position, `inside` of an author's note or a note.

    Pages and other places that are a number are held open, and so are the numbers of earlier notes.
    """

    lang: str
    items: tuple[Item, ...]
    inside: bool
    cites: tuple[Cite, ...]
    positions: tuple[Position, ...]

    def said(self) -> object:
        """All of it, for a hash."""
        cites = [cite.said() for cite in self.cites]
        positions = [(one.later, one.near, one.follows) for one in self.positions]
        return [self.lang, [item.text for item in self.items], self.inside, cites, positions]


@dataclass(frozen=True, slots=True)
class Filling:
    """What was held open in a state: places, and the notes in which works were cited first."""

    places: tuple[str, ...]
    notes: tuple[int, ...]

    def of(self, text: str) -> str:
        """A text in which all of it has been put in."""
        return _NUMBERS.sub(self._number, text)

    def _number(self, found: re.Match[str]) -> str:
        at = int(found[0][-2:])
        if found[0].startswith(_PLACE):
            return self.places[at] if at < len(self.places) else found[0]
        return str(self.notes[at]) if at < len(self.notes) else found[0]


@dataclass(frozen=True, slots=True)
class _Cited:
    """Where a work was cited last, and where first."""

    group: int
    note: int
    alone: bool
    place: tuple[str, str]
    first: int


def has_states(request: Request, style: Style) -> bool:
    """Whether the citations of a brief can be formatted by their states.

    None of its texts may have a number that stands for one that is held open, and where numbers of notes are
    printed, no citation may name one work twice.
    """
    clusters = [one for note in request.notes for one in note.clusters]
    texts = (cite.prefix + cite.suffix + cite.value for one in clusters for cite in one)
    if any(map(_holds_number, texts)) or any(_holds_number(item.text) for item in request.items):
        return False
    twice = style.counts_notes and any(len({cite.id for cite in one}) < len(one) for one in clusters)
    return style.can_be_parted and not twice and all(len(one) <= MOST_WORKS for one in clusters)


@lru_cache(maxsize=16384)
def _holds_number(text: str) -> bool:
    return bool(_NUMBERS.search(text))


@lru_cache(maxsize=1024)
def states_of(request: Request, style: Style) -> Sequence[tuple[State, Filling]]:
    """The state of each citation of a brief, in their order, and what was held open in it."""
    items = {item.id: item for item in request.items}
    cited: dict[str, _Cited] = {}
    in_note: dict[int, set[str]] = {}
    found: list[tuple[State, Filling]] = []
    group = 0
    for note in request.notes:
        for cluster in note.clusters:
            group += 1
            positions = tuple(
                _position(cite, cited, in_note, group, note.number, style, may_follow=at == 0)
                for at, cite in enumerate(cluster)
            )
            alone = len(cluster) == 1
            for cite in cluster:
                in_note.setdefault(note.number, set()).add(cite.id)
                before = cited.get(cite.id)
                first = before.first if before else note.number
                cited[cite.id] = _Cited(group, note.number, alone, (cite.term, cite.value), first)
            filling = Filling(
                tuple(cite.value for cite in cluster), tuple(cited[cite.id].first for cite in cluster)
            )
            open_ = tuple(_held_open(cite, at, style) for at, cite in enumerate(cluster))
            works = tuple(items[key] for key in dict.fromkeys(cite.id for cite in cluster))
            found.append((State(request.lang, works, note.inside, open_, positions), filling))
    return found


def plain_states(request: Request, style: Style) -> Iterator[tuple[str, State]]:
    """The states by which pandoc looks for works that are not told apart, each with the key of its work."""
    later = [Position(later=True), *([Position(later=True, near=True)] if style.near else [])]
    for item in request.items:
        for position in (Position(), *(later if style.positions else ())):
            yield item.id, State(request.lang, (item,), False, (bare(item.id),), (position,))


def first_notes(request: Request) -> dict[str, int]:
    """The note in which each work of a brief is cited first."""
    first: dict[str, int] = {}
    for note in request.notes:
        for cluster in note.clusters:
            for cite in cluster:
                first.setdefault(cite.id, note.number)
    return first


def bare(key: str) -> Cite:
    """A citation of a work, and nothing more."""
    return Cite(key, "NormalCitation", "", "")


def _position(
    cite: Cite,
    cited: Mapping[str, _Cited],
    in_note: Mapping[int, set[str]],
    group: int,
    note: int,
    style: Style,
    *,
    may_follow: bool,
) -> Position:
    """The position of a work among those of a citation, all of which stand to what was before it."""
    last = cited.get(cite.id)
    if last is None or not style.positions:
        return Position()
    follows = ""
    is_next = may_follow and group == last.group + 1 and note - last.note <= 1
    if is_next and last.alone and len(in_note[last.note]) <= 1:
        follows = _follows(cite, last) if style.follows else ""
    return Position(True, bool(style.near) and note - last.note < style.near, follows)


def _follows(cite: Cite, last: _Cited) -> str:
    """How a work stands to itself in the note before: what a style calls the same place, or another."""
    if not cite.value:
        return "" if last.place[1] else "none"
    return "same" if (cite.term, cite.value) == last.place else "other"


def _held_open(cite: Cite, at: int, style: Style) -> Cite:
    """A citation whose place is a number, with one in its place that nobody has."""
    if style.counts_places or not cite.value.isdecimal() or not cite.value.isascii():
        return cite
    value = f"{_PLACE}{at:02d}"
    return replace(cite, value=value, shown=f"{cite.shown.removesuffix(cite.value)}{value}")
