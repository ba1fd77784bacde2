"""Which pages mkdocs.yml has the builder pass over, `exclude_docs` and `draft_docs`, as git reads lines."""

import re
from dataclasses import dataclass

from briefgen.decode.compose import compose
from briefgen.decode.nodes import Mapping, Scalar
from briefgen.diagnostics import Diagnostic
from briefgen.text import TextFile

_ALL = frozenset({"**/", "**", "*"})
_PIECES = re.compile(r"(\*\*/|\*\*|\*|\?)")


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A line: whether it excludes, its pieces, and whether it means folders alone."""

    excludes: bool
    pieces: tuple[str, ...]
    folder: bool

    def fits(self, path: str) -> bool:
        """Whether it is said of a path, or of a folder above; the time does not grow with ways to fit."""
        ends = {0}
        for piece in self.pieces:
            ends = _ends(piece, ends, path)
            if not ends:
                return False
        return any(path[end : end + 1] == "/" or (end == len(path) and not self.folder) for end in ends)


@dataclass(frozen=True, slots=True)
class Excluded:
    """Patterns in their order, of which the last that fits a path decides."""

    patterns: tuple[_Pattern, ...] = ()

    def has(self, path: str) -> bool:
        """Whether a file of ``docs/``, by its path in there, is passed over."""
        fits = [pattern.excludes for pattern in self.patterns if pattern.fits(path)]
        return bool(fits) and fits[-1]


def excluded_pages(file: TextFile | None) -> Excluded:
    """What mkdocs.yml excludes; nothing of a file that cannot be read, which is told elsewhere."""
    return _told(file, "exclude_docs")


def draft_pages_of(file: TextFile | None) -> Excluded:
    """The pages that the builder shows nobody but who is writing them."""
    return _told(file, "draft_docs")


def _told(file: TextFile | None, key: str) -> Excluded:
    if file is None or key not in file.text:
        return Excluded()
    found: list[Diagnostic] = []
    root = compose(file.span(0, len(file.text)), found.append, foreign=True)
    said = root.all_of(key) if isinstance(root, Mapping) else ()
    value = said[-1].value if said else None
    lines = value.value.splitlines() if isinstance(value, Scalar) else ()
    stripped = (line.strip() for line in lines)
    return Excluded(tuple(_pattern(line) for line in stripped if line and not line.startswith("#")))


def _pattern(line: str) -> _Pattern:
    excludes = not line.startswith("!")
    line = line.removeprefix("!")
    folder = line.endswith("/")
    line = line.rstrip("/")
    anywhere = () if "/" in line else ("**/",)
    pieces = [*anywhere]
    for piece in filter(None, _PIECES.split(line.lstrip("/"))):
        # Stars behind stars mean nothing more.
        if piece not in _ALL or (piece not in pieces[-1:] and pieces[-1:] != ["**"]):
            pieces.append(piece)
    return _Pattern(excludes, tuple(pieces), folder)


def _ends(piece: str, starts: set[int], path: str) -> set[int]:
    """Where a piece may end in a path, from all places where it may begin."""
    first, places = min(starts), range(len(path) + 1)
    match piece:
        case "**":
            return set(places[first:])
        case "**/":
            return starts | {end for end in places[first + 1 :] if path[end - 1] == "/"}
        case "*":
            ends: set[int] = set()
            for end in places:
                if end in starts or (end - 1 in ends and path[end - 1] != "/"):
                    ends.add(end)
            return ends
        case "?":
            return {at + 1 for at in starts if path[at : at + 1] not in ("", "/")}
        case _:
            return {at + len(piece) for at in starts if path.startswith(piece, at)}
