"""The difference between a quotation and a passage, word by word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from briefgen.matching.scripts import CONTINUOUS

# A number with its sign and marks; a character of a script without spaces; a word with its
# apostrophes and marks; any other character. Each takes the space behind it along.
_TOKEN = re.compile(
    rf"((?:(?<!\w)[-+±])?\d+(?:[.,:/']\d+)*[^\W\d_{CONTINUOUS}]*|[{CONTINUOUS}]"
    rf"|[^\W{CONTINUOUS}](?:[^\W{CONTINUOUS}]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]|'(?=\w))*|\S)(\s*)"
)
_AUTHORS_MARKS = frozenset(",.")
_CONTEXT = 40


class DiffOp(StrEnum):
    """Who has the words of a piece."""

    BOTH = "both"
    QUOTATION = "quotation"
    SOURCE = "source"


_REPLACED = (DiffOp.QUOTATION, DiffOp.SOURCE)


@dataclass(frozen=True, slots=True)
class DiffPiece:
    """Words that both texts have, or only one of them.

    `text` is written as in the source, or as in the quotation where only that has it, with the space
    behind it.
    """

    op: DiffOp
    text: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark ``[start, end)`` of a folded text; `end` is where the next one starts.

    `key` is what is compared: the token without the space behind it.
    """

    key: str
    start: int
    end: int


def tokens_of(folded_text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``folded_text[start:end]``; offsets count from the start of `folded_text`."""
    last = len(folded_text) if end is None else end
    return [Token(match[1], *match.span()) for match in _TOKEN.finditer(folded_text, start, last)]


@dataclass(frozen=True, slots=True)
class Alignment:
    """A stretch of a quotation's tokens beside one of the source's; `same` if they are equal."""

    same: bool
    quotation: tuple[Token, ...]
    source: tuple[Token, ...]


def align(quotation: Sequence[Token], window: Sequence[Token]) -> tuple[Alignment, ...]:
    """Lay a quotation beside a window of the source, and leave out what of the window is around it.

    Where the quotation's first (or last) words are not the source's, as many tokens of the source
    are kept in their place as the quotation has there. A comma or full stop that ends the quotation
    is compared with the very next mark; before a word it may be the author's, and is left out.
    """
    words = quotation
    if len(quotation) > 1 and quotation[-1].key in _AUTHORS_MARKS:
        words = quotation[:-1]
    opcodes = _opcodes([token.key for token in words], [token.key for token in window])
    rows = [
        Alignment(op == "equal", tuple(words[first:last]), tuple(window[from_:to]))
        for op, first, last, from_, to in opcodes
    ]
    if not any(row.same for row in rows):
        return tuple(rows)
    if not rows[0].same:
        rows[0] = Alignment(False, rows[0].quotation, _last(rows[0].source, len(rows[0].quotation)))
    used = opcodes[-1][4]
    if not rows[-1].same:
        used = opcodes[-1][3] + min(len(rows[-1].quotation), len(rows[-1].source))
        rows[-1] = Alignment(False, rows[-1].quotation, tuple(window[opcodes[-1][3] : used]))
    following = window[used : used + 1]
    if len(words) < len(quotation) and following and not following[0].key[0].isalnum():
        rows.append(Alignment(following[0].key == quotation[-1].key, (quotation[-1],), tuple(following)))
    return tuple(row for row in rows if row.quotation or row.source)


def _opcodes(ours: list[str], theirs: list[str]) -> list[tuple[str, int, int, int, int]]:
    """As `SequenceMatcher.get_opcodes`; of equal words the one next to the longest agreement counts."""
    anchor = SequenceMatcher(None, ours, theirs).find_longest_match()
    first, from_ = anchor.a, anchor.b
    before = SequenceMatcher(None, ours[:first][::-1], theirs[:from_][::-1]).get_opcodes()
    after = SequenceMatcher(None, ours[first:], theirs[from_:]).get_opcodes()
    return [
        *((op, first - b, first - a, from_ - d, from_ - c) for op, a, b, c, d in reversed(before)),
        *((op, first + a, first + b, from_ + c, from_ + d) for op, a, b, c, d in after),
    ]


_SPACES = re.compile(r"\s+")


def rendered(pieces: Sequence[DiffPiece]) -> str:
    """The pieces in one line: ``…rund [-1.600-] {+1.500+} Kilometer…``; long agreement is cut short."""
    parts = []
    for index, piece in enumerate(pieces):
        following = pieces[index + 1].op if index + 1 < len(pieces) else None
        space = " " if piece.text[-1:].isspace() or (piece.op, following) == _REPLACED else ""
        if piece.op is DiffOp.BOTH:
            parts.append(_shortened(piece.text, index == 0, following is None))
        elif piece.op is DiffOp.QUOTATION:
            parts.append(f"[-{piece.text.strip()}-]{space}")
        else:
            parts.append(f"{{+{piece.text.strip()}+}}{space}")
    return " ".join("".join(parts).split())


def _shortened(text: str, first: bool, last: bool) -> str:
    text = _SPACES.sub(" ", text)  # a capture has hundreds where a page ends
    if len(text) <= _CONTEXT * (1 if first or last else 2):
        return text
    head = "" if first else text[:_CONTEXT].rsplit(None, 1)[0]
    tail = "" if last else text[-_CONTEXT:].split(None, 1)[-1]
    return f"{head}…{tail}" if first or last else f"{head} … {tail}"


def _last(tokens: Sequence[Token], count: int) -> tuple[Token, ...]:
    return tuple(tokens[len(tokens) - count :]) if count < len(tokens) else tuple(tokens)
