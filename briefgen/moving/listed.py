"""The list of a move: what somebody has to decide, what was left as it is, what was changed, and where."""

from collections.abc import Iterable, Mapping

from briefgen.moving.note import Note, Told
from briefgen.moving.plan import Plan

_HEADS: Mapping[Told, tuple[str, str]] = {
    Told.DECIDE: ("To decide", "Nothing is left for you to decide."),
    Told.LEFT: ("Left", "Nothing was left as it is."),
    Told.CHANGED: ("Changed", "Nothing was changed."),
}


def listed(plan: Plan, notes: Iterable[Note]) -> str:
    """The list as Markdown; each place as it was in the source, and as it is in the project."""
    told = sorted(notes, key=lambda note: (note.source.path, note.source.line))
    moved = sorted((file.source, file.path) for file in plan.files if file.source)
    parts = [f"# Moved in: {plan.called}"]
    for kind, (head, none) in _HEADS.items():
        lines = _grouped([note for note in told if note.told is kind])
        number = sum(note.told is kind for note in told)
        parts.append(f"## {head}{f': {number}' if number else ''}\n\n" + ("\n".join(lines) or none))
    rows = "\n".join(f"- `{source}` → `{path}`" for source, path in moved)
    parts.append(f"## Files\n\n{rows}")
    return "\n\n".join(parts) + "\n"


def _grouped(notes: list[Note]) -> list[str]:
    """What is told alike stands once, with all its places."""
    groups: dict[str, list[str]] = {}
    for note in notes:
        places = groups.setdefault(note.what, [])
        place = f"`{note.source}`" if str(note.source) else ""
        place += f"{' → ' if place else ''}`{note.now}`" if note.now.path else ""
        if place and place not in places:
            places.append(place)
    lines = []
    for what, places in groups.items():
        if len(places) == 1:
            lines.append(f"- {places[0]}: {what}")
        else:
            lines.append(f"- {what}:")
            lines += [f"    - {place}" for place in places]
    return lines
