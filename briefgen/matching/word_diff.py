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


@dataclass(frozen=True, slots=True)
class DiffPiece:
    """Words that both texts have, or only one of them.

    `text` is written as in the source, or as in the quotation where only that has it.
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
    matcher = SequenceMatcher(None, [token.key for token in words], [token.key for token in window])
    opcodes = matcher.get_opcodes()
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


def rendered(pieces: Sequence[DiffPiece]) -> str:
    """The pieces in one line: ``…rund [-1.600-] {+1.500+} Kilometer…``; long agreement is cut short."""
    parts = [_rendered_piece(piece, index, len(pieces)) for index, piece in enumerate(pieces)]
    return " ".join("".join(parts).split())


def _rendered_piece(piece: DiffPiece, index: int, count: int) -> str:
    text = piece.text
    if piece.op is not DiffOp.BOTH:
        opening, closing = ("[-", "-]") if piece.op is DiffOp.QUOTATION else ("{+", "+}")
        return f"{opening}{text.strip()}{closing}" + (" " if text != text.rstrip() else "")
    first, last = index == 0, index == count - 1
    if len(text) <= _CONTEXT * (1 if first or last else 2):
        return text
    head = "" if first else text[:_CONTEXT].rsplit(None, 1)[0]
    tail = "" if last else text[-_CONTEXT:].split(None, 1)[-1]
    return f"{head}…{tail}" if first or last else f"{head} … {tail}"


def _last(tokens: Sequence[Token], count: int) -> tuple[Token, ...]:
    return tuple(tokens[len(tokens) - count :]) if count < len(tokens) else tuple(tokens)
