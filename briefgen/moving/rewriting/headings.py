"""Headings: one level lower where a text has some of the level of its title; ids as links here name them."""

import re
from collections.abc import Iterator

from briefgen.moving.edit import Edit
from briefgen.moving.numbered import place_of
from briefgen.moving.seen import Seen
from briefgen.moving.targets import ATTRIBUTES, HEADING

_SETEXT = re.compile(r"^(?P<words>[^\s>#|:`~-][^\n]*)\n(?P<line>=+)[ \t]*$", re.MULTILINE)
_LOWEST = 6


def headings(seen: Seen) -> Iterator[Edit]:
    """Each heading that changes."""
    found = list(HEADING.finditer(seen.masked, seen.body))
    under = list(_SETEXT.finditer(seen.masked, seen.body))
    lower = bool(under) or any(len(one["marks"]) == 1 for one in found)
    said = "headings stand one level lower: the highest one is the title of the page"
    for one in found:
        if lower and len(one["marks"]) < _LOWEST:
            yield Edit(one.start(), one.start(), "#", said)
            said = ""
        yield from _identified(seen, one)
    for one in under:
        yield Edit(one.start("line"), one.end("line"), "-" * len(one["line"]), said)
        said = ""


def _identified(seen: Seen, heading: re.Match[str]) -> Iterator[Edit]:
    """Of what stands in braces behind a heading, the id."""
    words = seen.text[heading.start("words") : heading.end("words")]
    tail = ATTRIBUTES.search(words)
    if tail is None:
        return
    start, end = heading.start("words") + tail.start(), heading.start("words") + tail.end()
    identifier = re.search(r"#([^\s{}#]+)", tail["inside"])
    text = f" {{#{place_of(identifier[1])}}}" if identifier else ""
    if seen.text[start:end].strip() != text.strip():
        yield Edit(start, end, text, f"of `{{{tail['inside']}}}` behind a heading only the id is left")


_REFERENCES = re.compile(
    r"^#{1,6}[ \t]+(?:References|Bibliography|Literatur|Literaturverzeichnis|Works cited)[ \t]*+"
    r"(?:\{[^{}\n]*\}[ \t]*+)?\n?(?=\s*+(?:\Z|^#{1,6}[ \t]|:::))",
    re.MULTILINE | re.IGNORECASE,
)


def empty_lists_of_references(seen: Seen) -> Iterator[Edit]:
    """A heading of the list of sources that has nothing below it: the list and its heading are made."""
    for found in _REFERENCES.finditer(seen.masked, seen.body):
        words = found[0].strip().lstrip("# ")
        yield Edit(
            found.start(),
            found.end(),
            "",
            f"the empty heading `{words}` is taken out: the list of sources is made by itself",
        )
