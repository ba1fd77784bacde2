"""Callouts and admonitions as boxes of ours: a note each, whose title says what kind it was."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefgen.moving.edit import Edit
from briefgen.moving.note import Told
from briefgen.moving.numbered import place_of

KINDS = frozenset(
    """note tip hint important warning caution attention danger error seealso info abstract summary tldr todo
    success check done question help faq failure fail missing bug example quote cite""".split()
)
"""What callouts are called, in all programs."""
_PLAIN = frozenset({"note", ""})


def opening(kind: str, title: str = "", identifier: str = "") -> str:
    """The line that opens a box: ``::: note``, or with a title and an id."""
    title = title or ("" if kind in _PLAIN else kind.capitalize())
    parts = [".note", f"#{place_of(identifier)}"] if identifier else [".note"]
    if title:
        parts.append(f"title={quoted(title)}")
    return "::: note" if parts == [".note"] else f"::: {{{' '.join(parts)}}}"


def quoted(title: str) -> str:
    """A title as the value of an attribute."""
    line = " ".join(title.split())
    return (
        f"'{line}'"
        if '"' in line and "'" not in line
        else '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'
    )


def anchor(name: str) -> str:
    """A place that links lead to, in front of what is there."""
    return f'<span id="{place_of(name)}"></span>'


_NAME = r'(?P<name>[^"]+)'
_ANCHOR = re.compile(rf'<span id="{_NAME}"></span>\s*')


def each_id_once(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Edits of which no two make a place of the same name: the first one stays."""
    taken: set[str] = set()
    for edit in edits:
        names = [] if edit.taken else [found["name"] for found in _ANCHOR.finditer(edit.text)]
        again = [name for name in names if name in taken]
        taken.update(names)
        if not again:
            yield edit
            continue
        text = edit.text
        for name in again:
            text = re.sub(rf'<span id="{re.escape(name)}"></span>\s*', "", text)
        said = f"the id `{again[0]}` stands here once more, and is taken out"
        yield replace(edit, text=text, what=edit.what or said, told=edit.told if edit.what else Told.LEFT)
