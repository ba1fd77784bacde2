"""Captions of tables and numbers of formulas, as Pandoc and Quarto write them."""

import re
from collections.abc import Iterator

from briefgen.moving.edit import Edit
from briefgen.moving.rewriting.box import anchor
from briefgen.moving.seen import Seen

_CAPTION = re.compile(
    r"^(?P<mark>(?:[Tt]able)?:)[ \t]+(?P<said>[^\n]+(?:\n(?![ \t]*\n|\||:)[^\n]+)*)$", re.MULTILINE
)
_ID = re.compile(
    r"(?<![ \t])[ \t]*+\{(?=[^{}\n]*+\}[ \t]*\Z)[^{}\n]*?#(?P<name>[^\s{}#]++)[^{}\n]*+\}[ \t]*\Z"
)
_BRACES = re.compile(r"(?<![ \t])[ \t]++\{(?=[^{}\n]*[#.=])[^{}\n]*\}[ \t]*\Z")
_LABEL = re.compile(r"(?<![ \t])[ \t]*+\\label\{(?P<name>[^{}\n]+)\}")
_FORMULA = re.compile(
    r"^(?P<indent>[ \t]*)\$\$(?:[^$]|\$(?!\$))+?\$\$(?P<braces>[ \t]*\{#(?P<name>[^\s{}#]++)[^{}\n]*\})",
    re.MULTILINE,
)


def captions(seen: Seen) -> Iterator[Edit]:
    """The caption of each table, as a paragraph; the place that leads to it stands before it."""
    for found in _CAPTION.finditer(seen.masked, seen.body):
        if not _beside_table(seen.masked, found.start(), found.end()):
            continue
        said = seen.text[found.start("said") : found.end("said")].rstrip()
        one = _ID.search(said) or _LABEL.search(said)
        name = one["name"] if one else ""
        braces = _BRACES.search(said)
        gone = [part for part in (braces, _LABEL.search(said)) if part and part[0].count(name) != 1]
        gone += [part for part in (braces,) if part and part not in gone and re.search(r"[.=]", part[0])]
        less = "".join(f", without `{part[0].strip()}`" for part in gone)
        said = " ".join(_BRACES.sub("", _LABEL.sub("", said)).split())
        number = f"{seen.around.targets[name].words}: " if name in seen.around.targets else ""
        place = anchor(name) if name else ""
        text = f"{place}*{number}{said}*" if "*" not in said else f"{place}{number}{said}"
        yield Edit(found.start(), found.end(), text, f"the caption of a table is a paragraph now{less}")


def _beside_table(text: str, start: int, end: int) -> bool:
    above = text[:start].rstrip().rpartition("\n")[2].strip()
    below = text[end:].lstrip().partition("\n")[0].strip()
    is_row = [
        len(line) > 1 and ("|" in line or re.fullmatch(r"[-+= ]+", line) is not None)
        for line in (above, below)
    ]
    return any(is_row)


def formulas(seen: Seen) -> Iterator[Edit]:
    """The id behind a formula that is set apart: a place before it, its number behind it."""
    for found in _FORMULA.finditer(seen.text, seen.body):
        if found["name"] in seen.around.targets and not seen.masked[found.start("braces") :].startswith("\0"):
            words = seen.around.targets[found["name"]].words
            number = f" ({words.rpartition(' ')[2]})"
            yield Edit(found.start(), found.start(), f"{found['indent']}{anchor(found['name'])}\n")
            yield Edit(
                found.start("braces"), found.end("braces"), number, "a formula has its number behind it"
            )
