"""The fold: one typography for all texts, so that only words can differ.

Folded are kinds of space, invisible characters, kinds of quotation mark and apostrophe, kinds of
dash, ligatures and the ellipsis. Never case, accents, digits, number marks, or anything else NFKC
would take away: 10⁵ is not 105.
"""

import re
from dataclasses import dataclass

from briefgen.matching.line_breaks import LineBreaks, find_line_breaks
from briefgen.matching.rewriting import Rewriting, rewrite
from briefgen.matching.scripts import CONTINUOUS, HANGUL

FOLD_VERSION = 2
"""Raised with every change that folds any text to another."""

_LINE_ENDS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_SPACES = (
    "\t\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_QUOTATION_MARKS = "„“”‟«»‹›‚「」『』﹁﹂﹃﹄｢｣〝〞〟＂"
# U+02BC is what Ukrainian writes where others write ’.
_SINGLE_MARKS = "‘’‛\u02bc＇"
_ONE_FOR_ONE = (
    *((mark, "\n") for mark in _LINE_ENDS),
    *((mark, " ") for mark in _SPACES),
    *((mark, "-") for mark in _DASHES),
    *((mark, '"') for mark in _QUOTATION_MARKS),
)
_EXPANDED = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "…": "...",
}
# Soft hyphen, zero width, direction marks, the Arabic tatweel (which only stretches a line),
# variation selectors of emoji. Not the overrides U+202D and U+202E: they change what a reader sees.
_DROPPED = "\u00ad\u200b-\u200f\u2060\ufeff\u061c\u202a-\u202c\u2066-\u2069\u0640\ufe0e\ufe0f"

_LONGER_OR_GONE = re.compile(f"([{_DROPPED}{''.join(_EXPANDED)}])")
# Patterns that start with what is rare are fast: so a line end is looked for, not a space before it.
_SPACE_RUN = re.compile(r"(  +)")
_SPACE_AT_LINE_END = re.compile(r"\n(?<= \n)")
_SPACED_LINE_END = re.compile(r"( \n)")
_LINE_END_RUN = re.compile(r"(\n[ \n]+)")
# French sets a space before these marks; typesetters and extractors lose it.
_SPACED_MARKS = tuple(re.compile(rf"{mark}(?<=[ \n]{mark})") for mark in ("!", r"\?", ";", ":"))
_SPACE_BEFORE_MARK = re.compile(r"([ \n](?=[!?;:]+(?:[\s\"')\]]|$)))")
# A soft hyphen at a line end is a visible hyphen.
_SOFT_HYPHEN_AT_LINE_END = re.compile("\u00ad(?=[ \t\u00a0]*[\r\n]\\s*[^\\W_])")
# French sets a space inside its guillemets, German does not, and »German« guillemets close where
# French ones open: an inner space is one that only an opening « or a closing » can have.
_SPACE = f"[\\s{_DROPPED}]"
_SPACED_GUILLEMET = re.compile(
    rf"((?<![^\s{_DROPPED}(\['’])[«‹]{_SPACE}+|{_SPACE}+[»›](?![^\s{_DROPPED}.,;:!?)\]]))"
)
# A single mark is an apostrophe between letters or digits of a script that has apostrophes, else a
# quotation mark; a straight one after a digit is neither: 5' 10".
_JOINED = f"[^\\W{CONTINUOUS}{HANGUL}]"
_QUOTING_SINGLE = re.compile(
    f"[{_SINGLE_MARKS}'](?:(?<!{_JOINED}[{_SINGLE_MARKS}'])|(?<!\\d')(?!{_JOINED}))",
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


def fold(text: str) -> Folded:
    """Fold `text`, which is NFC.

    Space at the ends of the text is folded, not stripped.
    """
    layers: list[Rewriting] = []

    def layer(source: str, rewriting: Rewriting) -> str:
        if rewriting.at:
            layers.append(rewriting)
            return rewriting.text
        return source

    lines = text
    ascii_only = text.isascii()
    if not ascii_only:
        if "«" in text or "»" in text or "‹" in text or "›" in text:
            lines = layer(lines, rewrite(lines, _SPACED_GUILLEMET, lambda _: '"'))
        if "\u00ad" in lines:
            lines = _SOFT_HYPHEN_AT_LINE_END.sub("-", lines)
    # A replace for each mark is five times faster than str.translate on a text beyond Latin-1.
    for mark, plain in _ONE_FOR_ONE:
        lines = lines.replace(mark, plain)
    if not ascii_only:
        lines = layer(lines, rewrite(lines, _LONGER_OR_GONE, lambda mark: _EXPANDED.get(mark, "")))
    if "'" in lines or any(mark in lines for mark in _SINGLE_MARKS):
        lines = _QUOTING_SINGLE.sub('"', lines)
        for mark in _SINGLE_MARKS:
            lines = lines.replace(mark, "'")
    if "  " in lines:
        lines = layer(lines, rewrite(lines, _SPACE_RUN, lambda _: " "))
    if _SPACE_AT_LINE_END.search(lines):
        lines = layer(lines, rewrite(lines, _SPACED_LINE_END, lambda _: "\n"))
    lines = layer(lines, rewrite(lines, _LINE_END_RUN, lambda _: "\n"))
    if any(mark.search(lines) for mark in _SPACED_MARKS):
        lines = layer(lines, rewrite(lines, _SPACE_BEFORE_MARK, lambda _: ""))
    kept = tuple(layers)
    breaks = find_line_breaks(lines, lambda offset: text[_source_start(kept, offset)])
    return Folded(breaks.text, kept, breaks)


def _source_start(layers: tuple[Rewriting, ...], offset: int) -> int:
    for layer in reversed(layers):
        offset = layer.source_start(offset)
    return offset
