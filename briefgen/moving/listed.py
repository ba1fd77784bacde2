"""The list of a move: what somebody has to decide, what was left as it is, what was changed, and where."""

import re
from collections.abc import Iterable, Mapping

from briefgen.moving.alike import Alike, alike
from briefgen.moving.note import Note, Place, Told
from briefgen.moving.plan import Plan

_HEADS: Mapping[Told, tuple[str, str]] = {
    Told.DECIDE: ("To decide", "Nothing is left for you to decide."),
    Told.LEFT: ("Left", "Nothing was left as it is."),
    Told.CHANGED: ("Changed", "Nothing was changed."),
}
_FEW = 3
"""So many places of one file stand in a line each."""


def listed(plan: Plan, notes: Iterable[Note]) -> str:
    """The list as Markdown; each place as it was in the source, and as it is in the project."""
    told = sorted(notes, key=lambda note: (note.source.path, note.source.line))
    parts = [f"# Moved in: {plan.called}"]
    for kind, (head, none) in _HEADS.items():
        number = sum(note.told is kind for note in told)
        lines = [line for one in alike(note for note in told if note.told is kind) for line in _lines(one)]
        parts.append(f"## {head}{f': {number}' if number else ''}\n\n" + ("\n".join(lines) or none))
    parts.append("## Files\n\n" + "\n".join(_files(plan)))
    return "\n\n".join(parts) + "\n"


def _lines(one: Alike) -> Iterable[str]:
    """What is told alike stands once, with all its places; many of one file stand in one line."""
    if len(one.places) == 1:
        source, now, _ = one.places[0]
        yield f"- {_arrow(str(source), str(now))}: {_plain(one.what)}"
        return
    yield f"- {_plain(one.what)}:"
    files: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
    for source, now, differing in one.places:
        files.setdefault((source.path, now.path), []).append((source.line, now.line, differing))
    for (before, after), found in files.items():
        if len(found) > _FEW:
            lines = (
                f"{was}{f' → {is_now}' if after else ''}{f' {_plain(differing)}' if differing else ''}"
                for was, is_now, differing in found
            )
            yield f"    - {_arrow(before, after)}, lines {', '.join(lines)}"
            continue
        for was, is_now, differing in found:
            place = _arrow(str(Place(before, was)), str(Place(after, is_now)))
            yield f"    - {place}{f': {_plain(differing)}' if differing else ''}"


def _arrow(before: str, after: str) -> str:
    return " → ".join(_code(place) for place in (before, after) if place)


def _code(said: str) -> str:
    """A name as code, whatever is in it."""
    mark = "`" * (max((len(one) for one in re.findall("`+", said)), default=0) + 1)
    return f"{mark} {said} {mark}" if said.startswith("`") or said.endswith("`") else f"{mark}{said}{mark}"


def _plain(said: str) -> str:
    """What is told, in one line; what it names may hold Markdown, and becomes no HTML, picture or link."""
    line = " ".join(_BREAK.split(said))
    return _MARKS.sub(lambda found: found[0] if found["kept"] else f"\\{found[0]}", line)


_BREAK = re.compile(r"(?<!\s)\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_MARKS = re.compile(
    r"(?P<kept>\\[!-/:-@\[-`{-~]|(?P<mark>(?<!`)`+(?!`)).*?(?<!`)(?P=mark)(?!`))|<|!(?=\[)|(?<=\])[(\[:]"
)


def _files(plan: Plan) -> Iterable[str]:
    """The files that have another name now, and the folders of all others."""
    moved = sorted((file.source, file.path) for file in plan.files if file.source)
    for source, path in moved:
        if source != path:
            yield f"- {_arrow(source, path)}"
    same = [path for source, path in moved if source == path]
    if same:
        tops = dict.fromkeys(f"{path.partition('/')[0]}/" if "/" in path else path for path in same)
        count = "1 file" if len(same) == 1 else f"{len(same)} files"
        yield f"- {count} at the same path: {', '.join(_code(top) for top in tops)}"
