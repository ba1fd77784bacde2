"""The text and the address of a link, where both are simple: read at once, not character by character."""

import re
from typing import Protocol

from markdown.inlinepatterns import LinkInlineProcessor

_BRACKET = re.compile(r"[\[\]]")
ADDRESS = r"""\(([^\s()<>"'\[\]\\`\x02]+)(?: "([^()"'\[\]\\`\x02]*)")?\)"""
"""An address without brackets, quotation marks and placeholders; a title without them, too."""
_ADDRESS = re.compile(ADDRESS)
_SPACE = re.compile(r"\s")


class _ReadsAddress(Protocol):
    def __call__(self, data: str, index: int) -> tuple[str, str | None, int, bool]: ...


class QuickLinks:
    """Reads links as the pattern for them does."""

    def __init__(self, pattern: LinkInlineProcessor) -> None:
        self._address: _ReadsAddress = pattern.getLink

    def text(self, data: str, index: int) -> tuple[str, int, bool]:
        """What stands before the bracket that closes the one before the index."""
        depth = 1
        for found in _BRACKET.finditer(data, index):
            depth += 1 if found[0] == "[" else -1
            if not depth:
                return data[index : found.start()], found.end(), True
        return data[index:], max(index, len(data)), False

    def address(self, data: str, index: int) -> tuple[str, str | None, int, bool]:
        """The address and title behind the text of a link."""
        found = _ADDRESS.match(data, index)
        if found is None:
            return self._address(data, index)
        title = found[2]
        return found[1], None if title is None else title_of(title), found.end(), True


def title_of(written: str) -> str:
    """The title of a link, without the lines in which it is written."""
    return _SPACE.sub(" ", written.strip())
