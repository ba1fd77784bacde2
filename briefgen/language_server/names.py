"""What a text names where somebody points at it: a work, a brief, a box, a rule.

It is read from the text as it stands and not from its tree, since half-typed texts have no tree that says
what is meant.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from briefgen.model.layout import project
from briefgen.text import Span, TextFile

KEY = r"[^\W_]\w*(?:[:.#$%&+?<>~/-]+\w+)*"
"""A citation key as it stands behind ``@`` without braces, as Pandoc has it."""


class NameKind(Enum):
    """What is named."""

    WORK = "work"
    BOX = "box"
    CONTEXT = "context"
    LINK = "link"
    BRIEF = "brief"
    RULE = "rule"
    FRONT_KEY = "front matter key"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class Name:
    """A name, what it is the name of, and where it stands."""

    kind: NameKind
    name: str
    span: Span


_Found = tuple[NameKind, re.Match[str]]

CITED = re.compile(rf"(?<![\w@])@(?:\{{(?P<braced>[^{{}}\n]+)\}}|(?P<name>{KEY}))")
_OF = re.compile(rf"\bof=[\"']?(?P<name>{KEY})")
_INCLUDE = re.compile(r"\binclude=[\"']?(?P<name>[\w-]+)")
_VERDICT = re.compile(r"\bverdict=[\"']?(?P<name>[\w-]+)")
_LINKED = re.compile(r"\]\(\s*<?(?P<name>[^()\s<>]+)")
_DEFINED = re.compile(r"^ {0,3}\[[^\]^]+\]:\s*<?(?P<name>[^\s<>]+)")
_BOX = re.compile(r"^[ >]*:{3,}\s*(?:\{\s*)?\.?(?P<name>[\w-]+)")
_ALLOWED = re.compile(r"<!--\s*allow\s+(?P<name>[\w-]+)")
_IN_BODY = (
    (NameKind.WORK, CITED),
    (NameKind.WORK, _OF),
    (NameKind.CONTEXT, _INCLUDE),
    (NameKind.VERDICT, _VERDICT),
    (NameKind.LINK, _LINKED),
    (NameKind.LINK, _DEFINED),
    (NameKind.BOX, _BOX),
    (NameKind.RULE, _ALLOWED),
)
_ENTRY = re.compile(r"^\s*@\w+\s*[{(]\s*(?P<name>[^\s,{}()]+)\s*,")
_LISTED = re.compile(r"^(?P<quote>[\"']?)(?P<name>[^\s:#\"'-][^:\"'\n]*?)(?P=quote):(?:\s|$)")
_CSL_ID = re.compile(
    r"""(?<![\w-])["']?(?:id|citation-key)["']?\s*:\s*(?P<quote>["']?)(?P<name>[^\s"',{}\[\]]+)(?P=quote)"""
)
_RIS_ID = re.compile(r"^(?:ID|LB) {2}- ?\s*(?P<name>\S+)\s*$")
FRONT_KEY = re.compile(r"^(?P<indent>[ ]*(?:-[ ]+)?)(?P<name>[\w-]+):(?P<value>.*)$")
_VALUE = re.compile(r"(?P<name>[^\s\[\],\"'#]+)")
_OF_WORKS = frozenset({"about", "work"})
_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


def front_matter_end(text: str) -> int:
    """Where the front matter of a text ends, closed or not; 0 where it has none."""
    opening = _OPENING.match(text)
    if opening is None:
        return 0
    closing = _CLOSING.search(text, opening.end())
    if closing is not None:
        return closing.start()
    empty = text.find("\n\n", opening.end())
    return len(text) if empty < 0 else empty + 1


_FENCE = re.compile(r"^[ >]*(`{3,}|~{3,})")


@lru_cache(maxsize=256)
def _fenced(file: TextFile) -> frozenset[int]:
    """The lines of a text that stand in fences of code."""
    if "```" not in file.text and "~~~" not in file.text:
        return frozenset()
    lines, fence = set(), ""
    for number, line in enumerate(file.text.split("\n"), start=1):
        found = _FENCE.match(line)
        if fence or found:
            lines.add(number)
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence):
            fence = ""
    return frozenset(lines)


def is_code(file: TextFile, offset: int) -> bool:
    """Whether a place of a brief stands in code, in which nothing is named."""
    line = file.line_of(offset)
    if line in _fenced(file):
        return True
    start = file.line_starts[line - 1]
    before, behind = file.text[start:offset], file.line_text(line)[offset - start :]
    return before.count("`") % 2 == 1 and "`" in behind


def name_at(file: TextFile, offset: int) -> Name | None:
    """What is named at a place; None where nothing is."""
    line = file.line_of(offset)
    inside = (one for one in names_in_line(file, line) if one.span.start <= offset <= one.span.end)
    return min(inside, key=lambda one: one.span.end - one.span.start, default=None)


def names_in_line(file: TextFile, line: int) -> Iterator[Name]:
    """What a line names, the first ones first."""
    start, text = file.line_starts[line - 1], file.line_text(line)
    for kind, found in _reader_of(file)(file, line, text):
        group = "name" if found["name"] is not None else "braced"
        span = file.span(start + found.start(group), start + found.end(group))
        yield Name(kind, span.text, span)


def names_of(file: TextFile, kind: NameKind, name: str) -> Iterator[Span]:
    """Where a text names something; lines that do not hold the name are not looked at."""
    at, last = file.text.find(name), 0
    while at >= 0:
        line = file.line_of(at)
        if line != last:
            yield from (
                one.span for one in names_in_line(file, line) if one.kind is kind and one.name == name
            )
            last = line
        at = file.text.find(name, at + len(name))


def _reader_of(file: TextFile) -> Callable[[TextFile, int, str], Iterator[_Found]]:
    if file.path.endswith(".bib"):
        return _in_bibtex
    if file.path == project.CAPTURES:
        return _in_captures
    if file.path.endswith(".ris"):
        return _in_ris
    if project.format_of_works(file.path):
        return _in_csl
    return _in_brief


def _in_brief(file: TextFile, line: int, text: str) -> Iterator[_Found]:
    if file.line_starts[line - 1] < front_matter_end(file.text):
        yield from _in_front_matter(file, line, text)
        return
    start = file.line_starts[line - 1]
    for kind, pattern in _IN_BODY:
        for found in pattern.finditer(text):
            if not is_code(file, start + found.start()):
                yield kind, found


def _in_front_matter(file: TextFile, line: int, text: str) -> Iterator[_Found]:
    key = FRONT_KEY.match(text)
    if key:
        yield NameKind.FRONT_KEY, key
    of, begin = _key_above(file, line) if key is None else (key["name"], key.start("value"))
    kind = NameKind.WORK if of in _OF_WORKS else NameKind.BRIEF if of == "translation_of" else None
    if kind is not None:
        yield from ((kind, found) for found in _VALUE.finditer(text, begin) if found[0] != "-")


def _key_above(file: TextFile, line: int) -> tuple[str, int]:
    """The key to whose list a line without one belongs, and where its words begin."""
    for above in range(line - 1, 1, -1):
        found = FRONT_KEY.match(file.line_text(above))
        if found:
            return found["name"], 0
    return "", 0


def _in_bibtex(_: TextFile, __: int, text: str) -> Iterator[_Found]:
    yield from ((NameKind.WORK, found) for found in _ENTRY.finditer(text))


def _in_captures(_: TextFile, __: int, text: str) -> Iterator[_Found]:
    yield from ((NameKind.WORK, found) for found in _LISTED.finditer(text))


def _in_ris(_: TextFile, __: int, text: str) -> Iterator[_Found]:
    yield from ((NameKind.WORK, found) for found in _RIS_ID.finditer(text))


def _in_csl(_: TextFile, __: int, text: str) -> Iterator[_Found]:
    yield from ((NameKind.WORK, found) for found in _CSL_ID.finditer(text))
