"""Links, embedded files, comments and callouts of Obsidian."""

import re
from collections.abc import Iterator

from briefgen.moving.edit import Edit
from briefgen.moving.note import Told
from briefgen.moving.numbered import place_of
from briefgen.moving.rewriting.box import anchor, opening
from briefgen.moving.rewriting.comment import commented
from briefgen.moving.rewriting.cross_references import link
from briefgen.moving.rewriting.pictures import is_alone, picture
from briefgen.moving.rewriting.shortcodes import included
from briefgen.moving.seen import Seen, Target
from briefgen.moving.targets import BLOCK_ID, auto_id

_WIKI = re.compile(
    r"(?<!\\)(?P<embed>!)?\[\[(?P<target>[^\[\]|#^\n]*)(?P<place>[#^][^\[\]|\n]*)?(?:\\?\|(?P<words>[^\[\]\n]*))?\]\]"
)
_CITED = re.compile(r"(?<!\\)\[\[@(?P<key>[^\s\[\]|,;]++)(?P<rest>[^\[\]\n]*)\]\]")
_COMMENT = re.compile(r"(?<![\\%])%%(?!%)(?P<said>[\s\S]*?[^%])%%(?!%)")
_CALLOUT = re.compile(
    r"^(?P<outer>(?:[ \t]*>)*?)(?P<mark>[ \t]*>[ ]?)\[!(?P<kind>[\w-]+)(?:\|[^\]]*)?\][+-]?[ \t]*"
    r"(?P<title>[^\n]*)$",
    re.MULTILINE,
)
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp")


def callouts(seen: Seen) -> Iterator[Edit]:
    """Callouts in block quotes: the box is opened and closed, and the signs of the quote go."""
    quoted: dict[int, int] = {}
    closed: dict[int, int] = {}
    opened: set[int] = set()
    ends: dict[int, int] = {}
    for found in _CALLOUT.finditer(seen.masked, seen.body):
        first = seen.file.line_of(found.start()) - 1
        depth = found["outer"].count(">") + 1
        if first <= ends.get(depth, -1):
            continue  # only the first line of a quote opens a box
        last = first
        while last + 1 < len(seen.starts) - 1 and _depth(seen.text[slice(*seen.line(last + 1))]) >= depth:
            last += 1
        ends[depth] = last
        title = seen.text[found.start("title") : found.end("title")].strip()
        said = f"a callout `{found['kind'].lower()}` is a box `note` now"
        yield Edit(found.start(), found.end(), opening(found["kind"].lower(), title), said)
        opened.add(first)
        quoted |= {number: max(quoted.get(number, 0), depth) for number in range(first + 1, last + 1)}
        closed[last] = closed.get(last, 0) + 1
    for number, depth in quoted.items():
        start, end = seen.line(number)
        signs = re.match(rf"(?:[ \t]*>[ ]?){{{depth}}}", seen.text[start:end])
        if signs and number not in opened:
            yield Edit(start, start + signs.end(), "")
    for number, count in closed.items():
        end = seen.line(number)[1]
        is_followed = seen.text[end : end + 2].strip("\n") != "" or seen.text[end + 1 : end + 2] not in (
            "\n",
            "",
        )
        yield Edit(end, end, "\n:::" * count + ("\n" if is_followed else ""))


def _depth(line: str) -> int:
    found = re.match(r"(?:[ \t]*>[ ]?)+", line)
    return found[0].count(">") if found else 0


def wiki(seen: Seen) -> Iterator[Edit]:
    """Links and embedded files in double brackets; those that lead nowhere keep their words."""
    for found in _CITED.finditer(seen.masked, seen.body):
        yield Edit(
            found.start(),
            found.end(),
            f"[@{found['key']}{found['rest'].replace('|', ', ')}]",
            "a citation of a plugin is one of ours now",
        )
    for found in _WIKI.finditer(seen.masked, seen.body):
        target, place, words = (
            seen.text[slice(*found.span(part))].strip() if found[part] is not None else ""
            for part in ("target", "place", "words")
        )
        target = target.rstrip("\\").rstrip()
        if found["embed"] and target.lower().endswith(_PICTURES):
            yield _picture(seen, found, target, words)
        elif found["embed"] and not place:
            yield from included(seen, found.start(), found.end(), target)
        else:
            yield _link(seen, found, target, place, words)


def _picture(seen: Seen, found: re.Match[str], target: str, words: str) -> Edit:
    caption = "" if re.fullmatch(r"\d+(?:x\d+)?", words) else words
    name = target.rpartition("/")[2].rpartition(".")[0].replace("-", " ").replace("_", " ")
    made = picture(seen, caption or name, target, "", is_block=is_alone(seen, found.start(), found.end()))
    what = (
        f"{made.what}; the name of its file is its description"
        if not caption and made.told is Told.CHANGED
        else made.what
    )
    return Edit(found.start(), found.end(), f"{made.lead}{caption or name}{made.tail}", what, made.told)


def _link(seen: Seen, found: re.Match[str], target: str, place: str, words: str) -> Edit:
    slug = seen.slug if not target else seen.around.pages.get(target.lower().removesuffix(".md"))
    heading = place.lstrip("#").rpartition("#")[2]
    words = words or " > ".join(part for part in (target.rpartition("/")[2], heading.lstrip("^")) if part)
    if slug is None:
        said = f"`{seen.text[found.start() : found.end()]}` leads to no text here: its words are left"
        return Edit(found.start(), found.end(), words, said, Told.LEFT)
    at = "" if not heading else place_of(heading[1:]) if heading.startswith("^") else auto_id(heading)
    text = link(seen, Target(slug, at, words), words)
    return Edit(found.start(), found.end(), text, "a link in double brackets is one in Markdown")


def comments(seen: Seen) -> Iterator[Edit]:
    """What stands between ``%%``: a comment in HTML, which is not published."""
    for found in _COMMENT.finditer(seen.masked, seen.body):
        said = commented(seen.text[found.start("said") : found.end("said")])
        own = seen.text[: found.start()].rpartition("\n")[2].strip() == ""
        text = said if own else ""
        if own:
            yield Edit(
                found.start(), found.end(), text, "a private comment is one in HTML: it is not published"
            )
        else:
            end = seen.text.find("\n\n", found.end())
            end = len(seen.text.rstrip("\n")) if end < 0 else end
            yield Edit(
                found.start(), found.end(), "", "a private comment is one in HTML, behind its paragraph"
            )
            yield Edit(end, end, f"\n\n{said}")


def block_ids(seen: Seen) -> Iterator[Edit]:
    """The id of a block: the place of a link."""
    for found in BLOCK_ID.finditer(seen.masked, seen.body):
        yield Edit(
            found.start(), found.end(), anchor(found["name"]), "the id of a block is a place for links now"
        )
