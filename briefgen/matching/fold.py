"""The fold: one typography for all texts, so that only words can differ.

Folded are kinds of space, invisible characters, kinds of quotation mark and apostrophe, kinds of
dash, ligatures and shapes of letters, raised endings, the ellipsis, and the space before a sign that
stands behind its number. Never case, accents, digits, number marks, or anything else NFKC would take
away: 10⁵ is not 105.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.matching.line_breaks import LineBreaks, find_line_breaks
from briefgen.matching.rewriting import Rewriting, rewrite
from briefgen.matching.scripts import CONTINUOUS, HANGUL
from briefgen.matching.typography import (
    DROPPED,
    EXPANDED,
    FULL_WIDTH,
    FULL_WIDTH_MARKS,
    ON_THE_LINE,
    ONE_FOR_ONE,
    RAISED,
    SINGLE_MARKS,
    TILDES,
    WAVE_DASH,
    width_is_typography,
)

FOLD_VERSION = 4
"""Raised with every change that folds any text to another."""

_LONGER_OR_GONE = re.compile(f"([{DROPPED}{''.join(EXPANDED)}])")
# Patterns that start with what is rare are fast: so a line end is looked for, not a space before it.
_SPACE_RUN = re.compile(r"(  +)")
_SPACE_AT_LINE_END = re.compile(r"\n(?<= \n)")
_SPACED_LINE_END = re.compile(r"( \n)")
_LINE_END_RUN = re.compile(r"(\n[ \n]+)")
_ASCII_MARKS = tuple((mark, plain) for mark, plain in ONE_FOR_ONE if mark.isascii())
_ANY_MARK = re.compile(f"[{''.join(mark for mark, _ in ONE_FOR_ONE)}]")
# French sets a space before these marks; typesetters and extractors lose it.
_SPACED_MARKS = tuple(f"{space}{mark}" for mark in "!?;:" for space in " \n")
_SPACE_BEFORE_MARK = re.compile(r"([ \n](?=[!?;:]+(?:[\s\"')\]]|$)))")
# A soft hyphen at a line end is a visible hyphen.
_SOFT_HYPHEN_AT_LINE_END = re.compile("\u00ad(?=[ \t\u00a0]*[\r\n]\\s*[^\\W_])")
# French sets a space inside its guillemets, German does not, and »German« guillemets close where
# French ones open: an inner space is one that only an opening « or a closing » can have.
_SPACE = f"[\\s{DROPPED}]"
_SPACED_GUILLEMET = re.compile(
    rf"((?<![^\s{DROPPED}(\['’])[«‹]{_SPACE}+|(?<!{_SPACE}){_SPACE}++[»›](?![^\s{DROPPED}.,;:!?)\]]))"
)
# A single mark is an apostrophe between letters or digits of a script that has apostrophes, else a
# quotation mark; a straight one after a digit is neither: 5' 10".
_JOINED = f"[^\\W{CONTINUOUS}{HANGUL}]"
_QUOTING_SINGLE = re.compile(
    f"[{SINGLE_MARKS}'](?:(?<!{_JOINED}[{SINGLE_MARKS}'])|(?<!\\d')(?!{_JOINED}))",
)


_ANY_SINGLE = re.compile(f"[{SINGLE_MARKS}']")
# Quotation marks made of two: ,,Nooit'', ``no''.
_TYPED_MARKS = (",,", "``", "''")
_DOUBLED_MARKS = ("‚‚", "‘‘", "’’")
_TYPED_MARK = re.compile(r"(,,(?<![\w,],,)(?=\w)|``|''|‚‚|‘‘|’’)")
# Two or three dashes are one, but for those of "--strict".
_DOUBLED_DASH = re.compile(r"((?<=[^\s-])-{2,3}(?!-)|(?<!\S)-{2,3}(?![-A-Za-z]))")
# Dots of an ellipsis may be spaced, and it may have spaces around it.
_SPACED_DOTS = re.compile(r"(\.(?:[ \n]?\.){2,}[ \n]?)")
_TWO_DOTS = re.compile(r"\.[ \n]?\.")
_SPACE_BEFORE_DOTS = re.compile(r"([ \n](?=\.\.\.))")
_ELLIPSIS, _DOUBLED_ELLIPSIS = 3, 6
# "50 %" and "50%", "5 °C", "5 €"; in "5 $10 notes" the sign belongs to what follows.
_SIGNS = "%$‰€£¥₽₴₺₹₩₪°"
_ASCII_SIGNS = 2
_SPACED_SIGNS = tuple(
    re.compile(rf"{sign}(?<=\d[ \n]{sign})(?!\d)") for sign in (re.escape(sign) for sign in _SIGNS)
)
_SPACE_BEFORE_SIGN = re.compile(rf"([ \n](?<=\d[ \n])(?=[{re.escape(_SIGNS)}](?!\d)))")
# Raised letters are set on the line in ordinal numbers and abbreviations (1ᵉʳ, XIXᵉ, Mᵐᵉ, nᵒ), never where
# they may be powers (2ⁿ, eⁱˣ): so they are known by what they are written behind.
_RAISED_ENDING = re.compile(
    "(?<=[0-9])(?:ᵉʳᵉ|ᵉʳᵉˢ|ᵉʳˢ|ᵉʳ|ʳᵉˢ|ʳᵉ|ᵉᵐᵉˢ|ᵉᵐᵉ|ᵐᵉˢ|ᵐᵉ|ᵉˢ|ᵉ|ⁿᵈᵉ|ⁿᵈˢ|ⁿᵈ|ᵈᵉ|ᵈ|ˢᵗ|ʳᵈ|ᵗʰ|ᵒˢ|ᵒ|ᵃˢ|º|ª)"
    f"(?![{RAISED}])|(?<=[0-9]\\.)[ºª]|(?<=[nN])[ᵒº]ˢ?(?![{RAISED}])|(?<=[nN]\\.)[ºª]"
    f"|(?<=[A-ZÀ-Þ])(?:[{RAISED}]{{2,4}}|[ᵉʳᵒᵗˢᵈº])(?![{RAISED}])"
)
_ANY_RAISED = re.compile(f"[{RAISED}]")
_FULL_WIDTH_MARK = re.compile(f"(?<=[0-9])[．，：／{WAVE_DASH}](?=[0-9])|－(?=[0-9])")
# Points that readers of the script can do without: Arabic tashkeel, Hebrew niqqud and cantillation, and the
# stress mark of Russian textbooks.
_POINTS = re.compile(
    "([\u0301\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]"
    "(?:(?<!\u0301)|(?<=[АЕИОУЫЭЮЯЄІЇѢаеиоуыэюяєіїѣ]\u0301)))"
)


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """A folded text, the way back to the text it came from, and the line ends within its words.

    `layers` lead back one after the other, the last one first; `breaks` are offsets into `text`.
    All offsets count code points.
    """

    text: str
    layers: tuple[Rewriting, ...]
    breaks: LineBreaks

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """The range of the source that the folded range ``[start, end)``, not an empty one, is."""
        return _source_start(self.layers, start), self.source_end(end)

    def source_end(self, end: int) -> int:
        """Where in the source the folded code point before `end` ends; `end` is at least 1."""
        for layer in reversed(self.layers):
            end = layer.source_end(end)
        return end


def fold(text: str, language: str = "") -> Folded:
    """Fold `text`, which is NFC and in the language of that BCP 47 tag.

    Space at the ends of the text is folded, not stripped. The language says only whether figures of full
    width are set so for typography's sake.
    """
    layers: list[Rewriting] = []

    def layer(source: str, rewriting: Rewriting) -> str:
        if rewriting.at:
            layers.append(rewriting)
            return rewriting.text
        return source

    lines = text
    ascii_only = text.isascii() and not ("~" in text and width_is_typography(language))
    if not ascii_only:
        if "«" in text or "»" in text or "‹" in text or "›" in text:
            lines = layer(lines, rewrite(lines, _SPACED_GUILLEMET, lambda _: '"'))
        lines = _one_for_one(lines, language)
    typed = _TYPED_MARKS if ascii_only else _TYPED_MARKS + _DOUBLED_MARKS
    if any(mark in lines for mark in typed):
        lines = layer(lines, rewrite(lines, _TYPED_MARK, lambda _: '"'))
    # A replace for each mark is five times faster than str.translate on a text beyond Latin-1.
    if ascii_only or _ANY_MARK.search(lines):
        for mark, plain in _ASCII_MARKS if ascii_only else ONE_FOR_ONE:
            lines = lines.replace(mark, plain)
    if not ascii_only:
        lines = layer(lines, rewrite(lines, _LONGER_OR_GONE, lambda mark: EXPANDED.get(mark, "")))
    if "--" in lines:
        lines = layer(lines, rewrite(lines, _DOUBLED_DASH, lambda _: "-"))
    if "'" in lines or (not ascii_only and _ANY_SINGLE.search(lines)):
        lines = _QUOTING_SINGLE.sub('"', lines)
        for mark in SINGLE_MARKS:
            lines = lines.replace(mark, "'")
    if "  " in lines:
        lines = layer(lines, rewrite(lines, _SPACE_RUN, lambda _: " "))
    if "\n" in lines:
        if _SPACE_AT_LINE_END.search(lines):
            lines = layer(lines, rewrite(lines, _SPACED_LINE_END, lambda _: "\n"))
        lines = layer(lines, rewrite(lines, _LINE_END_RUN, lambda _: "\n"))
    if any(mark in lines for mark in _SPACED_MARKS):
        lines = layer(lines, rewrite(lines, _SPACE_BEFORE_MARK, lambda _: ""))
    signs = _SPACED_SIGNS[:_ASCII_SIGNS] if ascii_only else _SPACED_SIGNS
    if any(sign.search(lines) for sign in signs):
        lines = layer(lines, rewrite(lines, _SPACE_BEFORE_SIGN, lambda _: ""))
    if "." in lines and _TWO_DOTS.search(lines):
        lines = layer(lines, rewrite(lines, _SPACED_DOTS, _dots))
        lines = layer(lines, rewrite(lines, _SPACE_BEFORE_DOTS, lambda _: ""))
    kept = tuple(layers)
    breaks = find_line_breaks(lines, lambda offset: _source_mark(text, kept, offset))
    return Folded(breaks.text, kept, breaks)


def fold_without_points(text: str, language: str = "") -> Folded | None:
    """Fold `text`, NFC, without the points that a quotation may leave out; None if it has none."""
    if text.isascii():
        return None
    rewriting = rewrite(text, _POINTS, lambda _: "")
    if not rewriting.at:
        return None
    folded = fold(rewriting.text, language)
    return Folded(folded.text, (rewriting, *folded.layers), folded.breaks)


def without_points(text: str) -> str:
    """The NFC text without the points that a quotation may leave out."""
    return _POINTS.sub("", text)


def is_point(mark: str) -> bool:
    """Whether the mark is one of these points."""
    return mark == "\u0301" or _POINTS.match(mark) is not None


def end_with_points(text: str, end: int) -> int:
    """Where the points end that sit on the letter before `end`."""
    while points := _POINTS.match(text, end):
        end = points.end()
    return end


def _one_for_one(text: str, language: str) -> str:
    """What depends on its place and is folded without changing a length."""
    if "\u00ad" in text:
        text = _SOFT_HYPHEN_AT_LINE_END.sub("-", text)
    if width_is_typography(language):
        for figure, plain in FULL_WIDTH:
            text = text.replace(figure, plain)
        for tilde in f"～{TILDES}":
            text = text.replace(tilde, WAVE_DASH)
        text = _FULL_WIDTH_MARK.sub(lambda mark: mark[0].translate(FULL_WIDTH_MARKS), text)
    if _ANY_RAISED.search(text):
        text = _RAISED_ENDING.sub(lambda ending: ending[0].translate(ON_THE_LINE), text)
    return text


def _dots(match: str) -> str:
    count = match.count(".")
    return "." * (_ELLIPSIS if count == _DOUBLED_ELLIPSIS else count)


def _source_mark(text: str, layers: Sequence[Rewriting], offset: int) -> str:
    """The mark of the source behind a folded one; a dash for two or three hyphens."""
    start = _source_start(layers, offset)
    return "—" if text[start : start + 2] == "--" else text[start]


def _source_start(layers: Sequence[Rewriting], offset: int) -> int:
    for layer in reversed(layers):
        offset = layer.source_start(offset)
    return offset
