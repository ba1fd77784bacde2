"""Shortcodes of Quarto: texts that are taken in, page breaks, variables."""

import re
from collections.abc import Iterator

from briefgen.moving.edit import Edit
from briefgen.moving.note import Told
from briefgen.moving.seen import Seen

_SHORTCODE = re.compile(r"\{\{<[ \t]*+(?P<name>[\w-]++)(?P<rest>(?>(?:(?!\{\{<|>\}\})[^\n])*))>\}\}")


def shortcodes(seen: Seen) -> Iterator[Edit]:
    """Each of them that is understood; the others stay, and the check finds them."""
    for found in _SHORTCODE.finditer(seen.masked, seen.body):
        rest = seen.text[found.start("rest") : found.end("rest")].strip().strip("\"'")
        match found["name"]:
            case "include":
                yield from included(seen, found.start(), found.end(), rest)
            case "pagebreak":
                yield Edit(
                    found.start(), found.end(), "", "a page break is taken out: a page has none", Told.LEFT
                )
            case "video":
                address = rest.split()[0].strip("\"'") if rest.split() else ""
                yield Edit(
                    found.start(), found.end(), f"<{address}>", "a video is a link to it now", Told.CHANGED
                )
            case "meta" | "var" if rest in seen.around.words:
                said = f"`{rest}` is written out"
                yield Edit(found.start(), found.end(), seen.around.words[rest], said)


def included(seen: Seen, start: int, end: int, path: str) -> Iterator[Edit]:
    """A text that is taken in where it is named; one that is not there stays named."""
    taken = seen.around.include(path, seen.file.path)
    if taken is not None:
        yield Edit(start, end, taken.text.strip("\n"), f"`{path}` is taken in", taken=taken)
    else:
        yield Edit(
            start, end, seen.text[start:end], f"`{path}` is not there, or takes itself in", Told.DECIDE
        )
