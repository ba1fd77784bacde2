"""Blocks of Pandoc that are written otherwise here: lines of verse, numbered examples, more front matter."""

import re
from collections.abc import Iterator

from briefgen.moving.edit import Edit
from briefgen.moving.seen import Seen

_VERSE = re.compile(
    r"(?:^\|[ ][^|\n]*(?:\n|\Z)(?:[ \t]+\S[^\n]*(?:\n|\Z))*|^\|[ \t]*(?:\n|\Z)){2,}", re.MULTILINE
)
_EXAMPLE = re.compile(r"^(?P<indent>[ ]{0,3})\(@(?P<name>[\w-]*)\)(?=[ \t])", re.MULTILINE)
_NAMED = re.compile(r"\(@(?P<name>[\w-]+)\)")


def verse(seen: Seen) -> Iterator[Edit]:
    """Lines that begin with a bar: lines that end where they do."""
    for found in _VERSE.finditer(seen.masked, seen.body):
        lines = seen.text[found.start() : found.end()].rstrip("\n").split("\n")
        if "|" in "".join(line[1:] for line in lines) or not _begins(seen.masked, found.start()):
            continue
        words = [
            re.sub(
                r"^ +",
                lambda one: "\N{NO-BREAK SPACE}" * len(one[0]),
                line[2:] if line.startswith("|") else f" {line.strip()}",
            ).rstrip()
            for line in lines
        ]
        text = "\\\n".join(words)
        tail = "\n" * (len(found[0]) - len(found[0].rstrip("\n")))
        yield Edit(
            found.start(),
            found.end(),
            text.replace("\n\\\n", "\n\n") + tail,
            "lines of verse end with `\\` now",
        )


def _begins(text: str, at: int) -> bool:
    return not text[:at].strip() or text[:at].endswith("\n\n")


def _said(name: str) -> str:
    return f"the number of an example{f' `{name}`' if name else ''} is written out"


def examples(seen: Seen) -> Iterator[Edit]:
    """Numbered examples: their numbers are written out."""
    numbers: dict[str, int] = {}
    marks = list(_EXAMPLE.finditer(seen.masked, seen.body))
    for number, found in enumerate(marks, 1):
        if found["name"]:
            numbers.setdefault(found["name"], number)
        yield Edit(
            found.start(),
            found.end(),
            f"{found['indent']}({number})",
            _said(found["name"]),
        )
    for found in _NAMED.finditer(seen.masked, seen.body):
        if found["name"] in numbers:
            yield Edit(
                found.start(),
                found.end(),
                f"({numbers[found['name']]})",
                _said(found["name"]),
            )
