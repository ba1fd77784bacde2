"""Figures in prose: numbers with a unit, which go out of date without a word where somebody typed them."""

import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"^( *)(`{3,}|~{3,}).*?^\1\2`*$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_ADDRESS = re.compile(r"\]\([^)\s]*\)")
_NUMBER = r"\d[\d,.]*(?:\s?(?:[–-]|to|and|or)\s?\d[\d,.]*)?"
_BYTES = r"[kKMG]i?B|bytes?"
_TIMES = r"ms|s|seconds?|minutes?"
_UNITS = rf"{_BYTES}|{_TIMES}|%|per cent|×|times|points?"
_GAP = r"[\s\u00a0\u202f]?"
_SHARE = r"\d[\d,]* of (?:the )?\d+(?:,\d+)*(?!\w)"
_IN_PROSE = re.compile(rf"(?<![\w.])(?:{_NUMBER}{_GAP}(?:{_UNITS})(?!\w)|{_SHARE})|×{_GAP}{_NUMBER}")
_IN_CODE = re.compile(rf"(?<![\w.]){_NUMBER}{_GAP}(?:{_BYTES}|ms|×)(?!\w)")


@dataclass(frozen=True)
class Figure:
    """A number with its unit, and the line of a file that it stands in."""

    path: str
    line: int
    words: str


def figures_in(text: str, path: str) -> Iterator[Figure]:
    """Those of a page in Markdown; code and addresses are no prose."""
    for what in (_FENCE, _CODE, _ADDRESS):
        text = what.sub(_blank, text)
    yield from _found(_IN_PROSE, text, path, 1)


def figures_in_comments(source: str, path: str) -> Iterator[Figure]:
    """Those of the docstrings and comments of a module: bytes, times, ratios; others are examples."""
    docstring = True
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT or (token.type == tokenize.STRING and docstring):
            yield from _found(_IN_CODE, _CODE.sub(_blank, token.string), path, token.start[0])
        if token.type not in (tokenize.COMMENT, tokenize.NL):
            docstring = token.type in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)


def files(root: Path) -> Iterator[Path]:
    """The pages that people write about briefgen: not that of the figures, none made of the code."""
    yield root / "README.md"
    yield root / "benchmarks/README.md"
    for folder in ("docs/manual", "docs/dev"):
        pages = sorted((root / folder).rglob("*.md"))
        yield from (one for one in pages if one.name != "figures.md" and one.parent.name != "reference")


def _found(pattern: re.Pattern[str], text: str, path: str, first: int) -> Iterator[Figure]:
    for match in pattern.finditer(text):
        yield Figure(path, first + text.count("\n", 0, match.start()), " ".join(match[0].split()))


def _blank(match: re.Match[str]) -> str:
    """Nothing, in as many lines."""
    return re.sub(r"[^\n]", " ", match[0])
