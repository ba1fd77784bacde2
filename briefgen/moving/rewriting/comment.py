"""Comments of HTML around words that are not published."""

import re

_TWO = re.compile("-(?=-)")


def commented(said: str) -> str:
    """A comment that ends where it should: not at ``--->``, nor, as in browsers, at a ``>`` in front."""
    inside = _TWO.sub("- ", said)
    before = " " if inside.startswith((">", "-")) else ""
    behind = " " if inside.endswith("-") else ""
    return f"<!--{before}{inside}{behind}-->"
