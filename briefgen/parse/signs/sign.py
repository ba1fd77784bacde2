"""A sign: a pattern of a syntax, and what is said of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from briefgen.diagnostics import Rule


@dataclass(frozen=True, slots=True)
class Sign:
    """What a syntax looks like, and what is said of a match of it: a message, and a way out.

    What stands in the match is not looked at again; what stands in its group `inside`, behind the match, is.
    One of its `marks` is in every match: in a text without any it is not looked for, which takes no time.
    With `whole` its place is all of its lines, else the first.
    """

    rule: Rule
    marks: tuple[str, ...]
    pattern: re.Pattern[str]
    said: Callable[[re.Match[str]], tuple[str, str]]
    whole: bool = False


def always(message: str, way: str) -> Callable[[re.Match[str]], tuple[str, str]]:
    """The same of every match; `{0}` is what matched."""
    return lambda found: (message.replace("{0}", found[0].strip()), way)


HIDDEN = "\0"
"""What stands in the place of each character that is read otherwise: code, formulas, addresses."""


def empty_before(begun: str) -> str:
    """That what has `begun` begins a block. It is asked behind that: by the letters of which a pattern begins
    its matches are found quickly."""
    return rf"(?:(?<=\n\n{begun})|(?<={HIDDEN}\n{begun})|(?<=\A{begun}))"
