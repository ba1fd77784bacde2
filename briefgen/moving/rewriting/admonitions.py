"""Admonitions and tabs of Python-Markdown, ``!!! note``, in texts that become briefs."""

import re
from collections.abc import Iterator

from briefgen.moving.edit import Edit
from briefgen.moving.rewriting.box import opening
from briefgen.moving.seen import Seen

_ADMONITION = re.compile(
    r"^(?P<indent>[ ]{0,3})(?:!!!|\?\?\?\+?)[ \t]+(?P<kind>[\w-]+)(?:[ \t]+inline(?:[ \t]+end)?)?"
    r"(?:[ \t]+\"(?P<title>[^\"\n]*)\")?[ \t]*$",
    re.MULTILINE,
)
_INDENT = 4


def admonitions(seen: Seen) -> Iterator[Edit]:
    """Each of them: its indented text stands in a box."""
    for found in _ADMONITION.finditer(seen.masked, seen.body):
        first = last = seen.file.line_of(found.start()) - 1
        indent = len(found["indent"]) + _INDENT
        for number in range(first + 1, len(seen.starts) - 1):
            line = seen.text[slice(*seen.line(number))]
            if line.strip() and not line.startswith(" " * indent):
                break
            last = number if line.strip() else last
        title = seen.text[slice(*found.span("title"))] if found["title"] else ""
        said = f"an admonition `{found['kind']}` is a box `note` now"
        yield Edit(found.start(), found.end(), opening(found["kind"], title), said)
        for number in range(first + 1, last + 1):
            start, end = seen.line(number)
            if seen.text[start:end].strip():
                yield Edit(start, start + _INDENT, "")
        end = seen.line(last)[1]
        yield Edit(end, end, "\n:::")
