"""Setting a title: what of a text can be drawn, how wide it is, and where its lines break.

Widths are sums of advances. Kerning and joined letters make a line narrower than that, next to never wider.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.model.card import Font

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
ELLIPSIS = "…"

_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
_DRAWN_AS = {0x2011: "-", 0x202F: "\N{NO-BREAK SPACE}", 0x2007: "\N{NO-BREAK SPACE}", 0x200B: None}
_BREAK_AFTER = re.compile(rf"(?<=[-–—/{SOFT_HYPHEN}])(?=\w)")
_CLUSTER = re.compile(r".[\u0300-\u036f\u200c\u200d\ufe00-\ufe0f]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text that no line breaks; `before` is what stands between it and the one before it."""

    text: str
    before: str

    @property
    def ending(self) -> str:
        """The piece as the last of its line: a soft hyphen is seen there, and nowhere else."""
        return self.text.removesuffix(SOFT_HYPHEN) + "-" if self.text.endswith(SOFT_HYPHEN) else self.text


def drawable(text: str) -> str:
    """A text of one line, composed, with the characters that fonts have for what is meant."""
    kept = "".join(
        character
        for character in unicodedata.normalize("NFC", text).translate(_DRAWN_AS)
        if unicodedata.category(character) not in ("Cc", "Cf") or character in (*_JOINERS, SOFT_HYPHEN)
    )
    return " ".join(re.split(r"[^\S\N{NO-BREAK SPACE}]+", kept)).strip()


def missing_letters(text: str, fonts: Sequence[Font]) -> str:
    """The characters of a drawable text that none of the fonts has, each once."""
    unseen = f" {_JOINERS}{SOFT_HYPHEN}"
    return "".join(
        character
        for character in dict.fromkeys(text)
        if character not in unseen
        and not 0xFE00 <= ord(character) <= 0xFE0F
        and not any(ord(character) in font.widths for font in fonts)
    )


def width_of(text: str, fonts: Sequence[Font]) -> float:
    """The width of a drawable text in em; what none of the fonts has is a box of one em."""
    return sum(
        next((font.widths[ord(character)] for font in fonts if ord(character) in font.widths), 1.0)
        for character in text
        if unicodedata.category(character) not in ("Mn", "Cf")
    )


def words_of(text: str, fonts: Sequence[Font], size: int) -> Iterator[tuple[str, int]]:
    """The words of a line, and at which whole pixel from its beginning each of them begins."""
    words = text.split(" ")
    for number, word in enumerate(words):
        yield word, round(width_of(" ".join([*words[:number], ""]), fonts) * size)


def font_first(text: str, fonts: Sequence[Font]) -> tuple[Font, ...]:
    """The fonts, with the one to set a drawable text in first: that which has all of it, if one has."""
    whole = [font for font in fonts if not missing_letters(text, [font])][:1]
    return (*whole, *(font for font in fonts if font not in whole))


def is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs to the left."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((one for one in directions if one in ("L", "R", "AL")), "L") != "L"


def lines_of(text: str, width: float, most: int, fonts: Sequence[Font]) -> tuple[str, ...] | None:
    """A text in lines of about the same length; None where it needs more lines or a longer one."""
    pieces, widths = tuple(_pieces(text)), _Widths(fonts)
    lines = _fill(pieces, width, widths)
    if len(lines) > most or any(widths[line] > width for line in lines):
        return None
    # The narrowest width that gives no more lines: nothing is left alone in the last one.
    narrow, wide = 0.0, width
    for _ in range(12):
        middle = (narrow + wide) / 2
        tried = _fill(pieces, middle, widths)
        if len(tried) > len(lines) or any(widths[line] > middle for line in tried):
            narrow = middle
        else:
            wide, lines = middle, tried
    return lines


def cut_lines(text: str, width: float, most: int, fonts: Sequence[Font]) -> tuple[str, ...]:
    """As many lines of a text as there is room for: long words are broken, what is left over is cut off."""
    short_enough = [
        part
        for piece in _pieces(text)
        for part in ([piece] if width_of(piece.text, fonts) <= width else _clusters(piece))
    ]
    lines = _fill(short_enough, width, _Widths(fonts))
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width_of(last + ELLIPSIS, fonts) > width:
        last = "".join(_CLUSTER.findall(last)[:-1])
    return (*lines[: most - 1], last.rstrip(" ,;:–—-") + ELLIPSIS)


class _Widths(dict[str, float]):
    """The widths of texts, each measured once: the lines of one title are tried out again and again."""

    def __init__(self, fonts: Sequence[Font]) -> None:
        super().__init__()
        self._fonts = fonts

    def __missing__(self, text: str) -> float:
        width = self[text] = width_of(text, self._fonts)
        return width


def _fill(pieces: Sequence[Piece], width: float, widths: _Widths) -> tuple[str, ...]:
    lines: list[list[Piece]] = []
    for piece in pieces:
        if lines and widths[_line([*lines[-1], piece])] <= width:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return tuple(_line(line) for line in lines)


def _line(pieces: Sequence[Piece]) -> str:
    *inner, last = pieces
    text = "".join(piece.before + piece.text for piece in inner) + last.before + last.ending
    return text.replace(SOFT_HYPHEN, "").strip(" ")


def _pieces(text: str) -> Iterator[Piece]:
    for word in text.split(" "):
        before = " "
        for part in _BREAK_AFTER.split(word):
            for piece in _wide_pieces(part):
                yield Piece(piece, before)
                before = ""


def _wide_pieces(word: str) -> Iterator[str]:
    """Chinese and Japanese break between any two characters, but not before what closes."""
    piece = ""
    for character in word:
        if piece and _is_wide(character) and _is_wide(piece[-1]):
            yield piece
            piece = ""
        piece += character
    yield piece


def _is_wide(character: str) -> bool:
    return (
        unicodedata.east_asian_width(character) == "W"
        and unicodedata.category(character) == "Lo"
        and not unicodedata.name(character, "").startswith("HANGUL")
    )


def _clusters(piece: Piece) -> Iterator[Piece]:
    before = piece.before
    for cluster in _CLUSTER.findall(piece.text):
        yield Piece(cluster, before)
        before = ""
