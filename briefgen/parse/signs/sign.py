"""A sign: a pattern of a syntax, and what is said of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from briefgen.diagnostics import Rule


@dataclass(frozen=True, slots=True)
class Sign:
    """What a syntax looks like, and what is said of a match of it: a message, and a way out.

    What stands in the match is not looked at again; what stands in its group `inside`, behind the match, is.
    With `whole` its place is all of its lines, else the first.
    """

    rule: Rule
    pattern: re.Pattern[str]
    said: Callable[[re.Match[str]], tuple[str, str]]
    whole: bool = False


def always(message: str, way: str) -> Callable[[re.Match[str]], tuple[str, str]]:
    """The same of every match; `{0}` is what matched."""
    return lambda found: (message.replace("{0}", found[0].strip()), way)


HIDDEN = "\0"
"""What stands in the place of each character that is read otherwise: code, formulas, addresses."""
EMPTY_BEFORE = rf"(?:(?<=\n\n)|(?<={HIDDEN}\n)|\A)"
"""The beginning of a block."""
