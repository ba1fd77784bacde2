"""Notes that say the same of many places: one cause, however often it is met and whatever it names there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.moving.note import Note, Place

_ONE = r"`[^`]*`"
_NAMED = re.compile(rf'{_ONE}(?:,? (?:and )?{_ONE})*|"[^"]*"|(?<!\S)[^\s`()]*/[^\s`()]+')
"""What differs from place to place: names, paths."""
_OPEN = "`…`"


@dataclass(frozen=True, slots=True)
class Alike:
    """What is told, and its places; what `…` stands for in it is named at each."""

    what: str
    places: tuple[tuple[Place, Place, str], ...]


def alike(notes: Iterable[Note]) -> Iterable[Alike]:
    """Notes by what they say, in the order in which each is first said."""
    groups: dict[tuple[str, ...], dict[tuple[Place, Place, str], tuple[str, ...]]] = {}
    for note in notes:
        names = tuple(_NAMED.findall(note.what))
        places = groups.setdefault(tuple(_NAMED.split(note.what)), {})
        places.setdefault((note.source, note.now, note.what), names)
    for between, places in groups.items():
        columns = [*zip(*places.values(), strict=True)]
        same = [len(set(column)) == 1 for column in columns]
        said = [column[0] if is_same else _OPEN for column, is_same in zip(columns, same, strict=True)]
        yield Alike(
            "".join(part for pair in zip(between, (*said, ""), strict=True) for part in pair),
            tuple(
                (source, now, ", ".join(_differing(names, same)))
                for (source, now, _), names in places.items()
            ),
        )


def _differing(names: tuple[str, ...], same: list[bool]) -> Iterable[str]:
    left = [name for name, is_same in zip(names, same, strict=True) if not is_same]
    return dict.fromkeys(name if name[0] in '`"' else f"`{name}`" for name in left)
