"""Which pages mkdocs.yml has the builder pass over: its `exclude_docs`, as git reads such lines."""

import re
from dataclasses import dataclass

from briefgen.decode.compose import compose
from briefgen.decode.nodes import Mapping, Scalar
from briefgen.diagnostics import Diagnostic
from briefgen.text import TextFile


@dataclass(frozen=True, slots=True)
class Excluded:
    """Patterns in their order, of which the last that fits a path decides; the first value: whether it
    excludes."""

    patterns: tuple[tuple[bool, re.Pattern[str]], ...] = ()

    def has(self, path: str) -> bool:
        """Whether a file of ``docs/``, by its path in there, is passed over."""
        fits = [excludes for excludes, pattern in self.patterns if pattern.match(path)]
        return bool(fits) and fits[-1]


def excluded_pages(file: TextFile | None) -> Excluded:
    """What mkdocs.yml excludes; nothing of a file that cannot be read, which is told elsewhere."""
    if file is None or "exclude_docs" not in file.text:
        return Excluded()
    found: list[Diagnostic] = []
    root = compose(file.span(0, len(file.text)), found.append, foreign=True)
    said = root.all_of("exclude_docs") if isinstance(root, Mapping) else ()
    value = said[-1].value if said else None
    lines = value.value.splitlines() if isinstance(value, Scalar) else ()
    stripped = (line.strip() for line in lines)
    return Excluded(tuple(_pattern(line) for line in stripped if line and not line.startswith("#")))


def _pattern(line: str) -> tuple[bool, re.Pattern[str]]:
    excludes = not line.startswith("!")
    line = line.removeprefix("!")
    folder = line.endswith("/")
    line = line.rstrip("/")
    anywhere = "" if "/" in line else "(?:.*/)?"
    pieces = re.split(r"(\*\*/|\*\*|\*|\?)", line.lstrip("/"))
    words = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    inside = "".join(words.get(piece) or re.escape(piece) for piece in pieces)
    return excludes, re.compile(f"{anywhere}{inside}{'/' if folder else '(?:/|$)'}")
