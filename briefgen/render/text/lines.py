"""Lines of Markdown: what hangs on a marker, what stands on one line or between quotation marks."""

import re

from briefgen.model.block import ListItem

_TAG = re.compile(r"(<[^<>]*>)")
_LINE_SPACE = re.compile("[ \t\n]+")  # no other: a no-break space is the author's


def hang(marker: str, text: str) -> str:
    """Text after a marker, its further lines indented by four spaces."""
    return marker + "\n".join(
        line if index == 0 or not line else f"    {line}" for index, line in enumerate(text.split("\n"))
    )


def checkbox(item: ListItem) -> str:
    """The box of an item that can be ticked."""
    return "" if item.checked is None else "☑ " if item.checked else "☐ "


def in_quotes(title: str) -> str:
    """A title, tags of ours included, for between two quotation marks."""
    parts = _TAG.split(title)
    return "".join(part.replace('"', "'" if index % 2 else "&quot;") for index, part in enumerate(parts))


def one_line(text: str) -> str:
    """A text on one line."""
    return _LINE_SPACE.sub(" ", text).strip(" ")
