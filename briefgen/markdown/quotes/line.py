"""A line of text, flattened: what stands in its emphasis, links and spans is beside what stands around.

Offsets in this package count the characters of the flattened line from 0, ends are exclusive.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from briefgen.markup.raw_html import refusals
from briefgen.model.inline import (
    BracketedSpan,
    Citation,
    Code,
    Emphasis,
    FootnoteMark,
    Formula,
    HardBreak,
    Highlighted,
    HtmlInline,
    Image,
    Inline,
    Link,
    Quoted,
    SoftBreak,
    Strikethrough,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from briefgen.text import Span

# Each node without text of its own is one character, of Unicode's private use area.
CITATION = "\ue001"
THING = "\ue002"
"""Code, an image, an address, a pair of marks that was found before: counts as a word."""
UNSEEN = "\ue003"
"""A tag or a comment: what is on its one side stands beside what is on the other."""
NOTE = "\ue004"
"""A footnote mark, as good as unseen."""
Q_OPENS = "\ue005"
Q_CLOSES = "\ue006"
_STAND_INS = str.maketrans(dict.fromkeys((CITATION, THING, UNSEEN, NOTE, Q_OPENS, Q_CLOSES), "\ufffd"))

_Q = re.compile(r"<q(?:\s[^<>]*)?>", re.IGNORECASE)
_Q_END = re.compile(r"</q\s*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\b", re.IGNORECASE)

Holder = Emphasis | Strong | Strikethrough | Superscript | Subscript | Highlighted | Link | BracketedSpan


@dataclass(frozen=True, slots=True)
class Leaf:
    """A node that holds no others, at ``[start, end)`` of the line; `holder` numbers what holds it."""

    node: Inline
    start: int
    end: int
    holder: int


@dataclass(slots=True)
class Held:
    """A node that holds others, at ``[start, end)``; `holder` as of a leaf, -1 for the line itself."""

    node: Holder
    holder: int
    start: int
    end: int = 0
    depth: int = 0
    """How many nodes it stands in, itself included."""

    @property
    def is_span(self) -> bool:
        """Whether it is a bracketed span, which is never cut."""
        return isinstance(self.node, BracketedSpan)


@dataclass(slots=True)
class Line:
    """A flattened line: `text` with stand-ins, and what each stretch of it is."""

    text: str = ""
    leaves: list[Leaf] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """Where each leaf starts."""
    holders: list[Held] = field(default_factory=list)
    escaped: set[int] = field(default_factory=set)
    """Offsets of characters that have a backslash before them in the source."""

    def leaf_at(self, offset: int) -> Leaf:
        """The leaf that has the character at an offset."""
        return self.leaves[bisect_right(self.starts, offset) - 1]

    def place_of(self, offset: int) -> Span:
        """The place of a character in the file, which may be a longer reference there: ``&bdquo;``."""
        leaf = self.leaf_at(offset)
        span = leaf.node.span
        if not isinstance(leaf.node, Text) or len(leaf.node.value) != span.end - span.start:
            return span
        begin = span.start + offset - leaf.start
        return Span(span.file, begin, begin + 1)

    def is_unbroken(self, start: int, end: int) -> bool:
        """Whether nothing stands in the file between the characters of ``[start, end)``."""
        places = [self.place_of(offset) for offset in range(start, end)]
        return all(one.end == other.start for one, other in pairwise(places))


def may_have(nodes: Sequence[Inline], mark: re.Pattern[str]) -> bool:
    """Whether a mark stands anywhere where these siblings do: looked for once, not in each of them."""
    if not nodes:
        return False
    first, last = nodes[0].span, nodes[-1].span
    if first.file is not last.file or last.end < first.start:
        return any(mark.search(node.span.text) for node in nodes)
    return mark.search(first.file.text, first.start, last.end) is not None


def flatten(nodes: Sequence[Inline]) -> Line:
    """The line of these siblings."""
    line = Line()
    pieces: list[str] = []
    _add(line, pieces, nodes, 0, -1)
    line.text = "".join(pieces)
    return line


def _add(line: Line, pieces: list[str], nodes: Sequence[Inline], at: int, holder: int) -> int:
    for node in nodes:
        match node:
            case Emphasis() | Strong() | Strikethrough() | BracketedSpan():
                at = _add_held(line, pieces, node, at, holder)
            case Superscript() | Subscript() | Highlighted():
                at = _add_held(line, pieces, node, at, holder)
            case Link() if not node.span.text.startswith("<"):
                at = _add_held(line, pieces, node, at, holder)
            case (
                Text()
                | SoftBreak()
                | HardBreak()
                | Code()
                | Link()
                | Image()
                | HtmlInline()
                | Citation()
                | FootnoteMark()
                | Formula()
                | Quoted()
            ):
                piece = _piece(node)
                if isinstance(node, Text) and node.span.text[:1] == "\\" and len(piece) == 1:
                    line.escaped.add(at)
                line.starts.append(at)
                line.leaves.append(Leaf(node, at, at + len(piece), holder))
                pieces.append(piece)
                at += len(piece)
    return at


def _add_held(line: Line, pieces: list[str], node: Holder, at: int, holder: int) -> int:
    depth = line.holders[holder].depth + 1 if holder >= 0 else 1
    held = Held(node, holder, at, depth=depth)
    line.holders.append(held)
    held.end = _add(line, pieces, node.children, at, len(line.holders) - 1)
    return held.end


def _piece(node: Inline) -> str:
    match node:
        case Text():
            # A character reference for several characters cannot be cut.
            whole = len(node.value) == 1 or len(node.value) == node.span.end - node.span.start
            return node.value.translate(_STAND_INS) if whole else "\ufffd" * len(node.value)
        case SoftBreak() | HardBreak():
            return " "
        case Citation():
            return CITATION
        case FootnoteMark():
            return NOTE
        case HtmlInline():
            return _html(node.value)
        case Code() | Image() | Link() | Quoted() | Emphasis() | Strong() | Strikethrough() | BracketedSpan():
            return THING
        case Formula() | Superscript() | Subscript() | Highlighted():
            return THING


def _html(value: str) -> str:
    if _Q.fullmatch(value) and not refusals(value):
        return Q_OPENS
    if _Q_END.fullmatch(value):
        return Q_CLOSES
    return " " if _BREAK.match(value) else UNSEEN
