"""Pictures: their files, their captions and numbers, and what is said of them in braces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.moving.edit import Edit
from briefgen.moving.note import Told
from briefgen.moving.rewriting.box import anchor
from briefgen.moving.rewriting.comment import commented
from briefgen.moving.seen import Seen
from briefgen.moving.targets import plain_words

_PICTURE = re.compile(
    r"!\[(?P<alt>[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]\((?P<address>[^()\n]*)\)"
    r"(?P<braces>[ ]?\{(?=[^{}\n]*[#.=])[^{}\n]*(?:\n[^{}\n]*)?\})?"
)
_ID = re.compile(r"#([^\s{}#]+)")
_TAIL = re.compile(r"(?<![ \t])[ \t]*+\\label\{(?P<label>[^{}\n]+)\}\s*\Z|\|\d{1,4}(?:x\d{1,4})?\Z")
_FIRST = re.compile(r"\s*\\label\{(?P<label>[^{}\n]+)\}[ \t]*")
"""A label before the caption."""
_DESCRIBED = re.compile(r"""(?:fig-)?alt=(?:"([^"]*)"|'([^']*)')""")
_RICH = re.compile(r"@|\]\(|\[\^|\$|\{[a-z:]+\}`|\\ref|\[\[")
_UNSEEN = (".pdf", ".eps", ".tif", ".tiff", ".ps", ".tikz")


@dataclass(frozen=True, slots=True)
class Picture:
    """What is written before a picture, before its caption and behind it, and what is told."""

    place: str
    lead: str
    tail: str
    what: str
    told: Told


def pictures(seen: Seen) -> Iterator[Edit]:
    """Each picture that stands as Markdown has it; its caption stays in its place, and is rewritten there."""
    for found in _PICTURE.finditer(seen.masked, seen.body):
        alt, address, braces = (
            seen.text[slice(*found.span(part))] if found[part] is not None else ""
            for part in ("alt", "address", "braces")
        )
        label = _FIRST.match(alt)
        tail = _TAIL.search(alt)
        caption = alt[label.end() if label else 0 : tail.start() if tail else len(alt)]
        named = label or tail
        identifier = (named["label"] if named else "") or (one[1] if (one := _ID.search(braces)) else "")
        described = (
            next((part for part in one.groups() if part), "") if (one := _DESCRIBED.search(braces)) else ""
        )
        is_block = is_alone(seen, found.start(), found.end())
        made = picture(seen, caption, address, identifier, described, is_block=is_block)
        less = f", without `{braces.strip()}`" if re.search(r"[\w-]=|\.\w", braces) else ""
        if made.place:
            yield Edit(found.start(), found.start(), made.place)
        start = found.start("alt") + (label.end() if label else 0)
        yield Edit(found.start(), start, made.lead, f"{made.what}{less}" if made.what else "", made.told)
        yield Edit(start + len(caption), found.end(), made.tail)


def picture(
    seen: Seen, caption: str, address: str, identifier: str, described: str = "", *, is_block: bool
) -> Picture:
    """A picture of ours around its caption.

    A caption with what no description of a picture can hold stands below it, in the same paragraph.
    """
    path, title = _split(address)
    place = path if _is_elsewhere(path) else seen.around.picture(path, seen.file.path)
    what, told = "a picture is copied, and shown from there", Told.CHANGED
    if place is None:
        place, what, told = path, f"the picture `{path}` is not there", Told.DECIDE
    elif _is_elsewhere(path):
        what = ""
    elif path.lower().endswith(_UNSEEN):
        what, told = f"browsers do not show `{path}`: save it as SVG or PNG", Told.DECIDE
    known = seen.around.targets.get(identifier)
    number = known.words if known and known.words != identifier else ""
    number += ": " if number and caption.strip() else ""
    place_of_it = f"{anchor(identifier)}{chr(10) * 2 if is_block else ''}" if identifier else ""
    file = f"]({place}{title})"
    if is_block and _RICH.search(caption):
        lead, tail = f"![{described or _plain(caption)}{file}\\\n{number}", ""
    else:
        shown = described if not caption.strip() else ""
        lead, tail = f"![{number}{shown}", file
        if described and described not in (shown, caption) and is_block:
            tail += "\n\n" + commented(f" alt: {described} ")
    return Picture(place_of_it, lead, tail, what, told)


def _split(address: str) -> tuple[str, str]:
    """The path and the title of an address; a path may hold spaces, as programs write them."""
    found = re.fullmatch(r"\s*(?P<path>.*?)(?P<title>[ \t]+\"[^\"]*\")?\s*", address, re.DOTALL)
    path = found["path"] if found else address
    return path.strip("<>"), (found["title"] or "").rstrip() if found else ""


def _plain(caption: str) -> str:
    """A caption without what cannot stand in the description of a picture."""
    caption = re.sub(r"[ ]?\[[^\[\]]*@[^\[\]]*\]|[ ]?\[\^[^\[\]]*\]|[ ]?\{cite[\w:]*\}`[^`]*`", "", caption)
    caption = re.sub(r"\{[\w:]+\}`([^`<]*)[^`]*`", r"\1", caption)
    return re.sub(r"[@$]", "", plain_words(" ".join(caption.split())))


def _is_elsewhere(path: str) -> bool:
    return re.match(r"(?:[a-z][\w+.-]*:)?//|data:", path, re.IGNORECASE) is not None


def is_alone(seen: Seen, start: int, end: int) -> bool:
    """Whether what stands there is a paragraph of its own."""
    text = seen.text
    begins = text.rfind("\n", 0, start) + 1
    before = text[begins:start]
    behind, next_line = _rest_of_line(text, end)
    below, _ = _rest_of_line(text, next_line)
    if before.strip(" >") or behind.strip() or below.strip(" :>"):
        return False
    above = text[text.rfind("\n", 0, begins - 1) + 1 : begins] if begins else ""
    return not above.strip() or _ENDS.fullmatch(above) is not None


def _rest_of_line(text: str, start: int) -> tuple[str, int]:
    """What of a line stands from a place on, and where the next one begins."""
    end = text.find("\n", start)
    return (text[start:], len(text)) if end < 0 else (text[start:end], end + 1)


_ENDS = re.compile(r"[ \t>]*+(?::::[^\n]*|---|\[![^\n]*)?[ \t]*\n")
