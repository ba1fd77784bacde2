"""Numbers whose digits stand in groups: *5 000* is found as *5000* is.

Of signs between digits Pagefind knows that they are none of a number: *5,000*, *5.000* and *5'000* are 5000
to it. A space parts two words.
"""

import re

_GROUPED = re.compile(r"(?<![\w.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\w])")
_MAYBE = re.compile(r"\d\s\d")
_SPACE = re.compile(r"\s")
SPACE = "\u2060'"
"""Between groups of digits in the index; the page shows a narrow space for it."""


def join_groups(text: str) -> str:
    """The text with `SPACE` where a space stands within a number."""
    if not _MAYBE.search(text):
        return text
    return _GROUPED.sub(lambda found: _SPACE.sub(SPACE, found[0]), text)
