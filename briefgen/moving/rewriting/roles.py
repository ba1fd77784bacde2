"""Roles of MyST, ``{cite}`key` ``, targets of its links, its comments and breaks."""

import re
from collections.abc import Iterator

from briefgen.moving.edit import Edit
from briefgen.moving.note import Told
from briefgen.moving.numbered import place_of
from briefgen.moving.rewriting.box import anchor
from briefgen.moving.rewriting.comment import commented
from briefgen.moving.rewriting.cross_references import link
from briefgen.moving.seen import Seen, Target
from briefgen.moving.targets import TARGET

_ROLE = re.compile(r"(?<!\\)\{(?P<name>[a-z][\w:.+-]*)\}(?P<mark>`+)(?P<inside>\0[\0\n]*)(?P=mark)")
_NAMED = re.compile(r"(?P<words>[\s\S]*?)(?<![ \t\n])[ \t\n]*+<(?P<name>[^<>]++)>\Z")
_LINK = re.compile(r"(?<![!\\\]])\[(?P<words>[^\[\]]*)\]\((?P<address>[^()\n]*)\)")
_COMMENT = re.compile(r"^%(?P<said>[^\n]*)$", re.MULTILINE)
_BREAK = re.compile(r"^\+\+\+[^\n]*\n?", re.MULTILINE)
_NAME = re.compile(r"\{\{[ \t]*(?P<name>[\w-]+)[ \t]*\}\}")
_CITED_HERE = re.compile(r"(?<!\\)\[(?P<keys>(?:-?@[^\s\[\];,]+)(?:,[ ]*-?@[^\s\[\];,]+)+)\]")


def roles(seen: Seen) -> Iterator[Edit]:
    """Each role that is understood; of others nothing is changed, and the check finds them."""
    for found in _ROLE.finditer(seen.masked, seen.body):
        inside = " ".join(seen.text[found.start("inside") : found.end("inside")].split())
        text = _role(seen, found["name"], inside)
        if text is not None:
            behind = _abbreviation(inside) if found["name"] == "abbr" else ""
            yield Edit(found.start(), found.end(), text, f"a role `{found['name']}` is Markdown now")
            if behind and behind not in seen.text:
                yield Edit(len(seen.text), len(seen.text), f"\n{behind}\n")


def _role(seen: Seen, name: str, inside: str) -> str | None:
    if name.startswith("cite") or name in ("parencite", "textcite"):
        return _citation(name, inside)
    named = _NAMED.fullmatch(inside)
    words, target = (named["words"], named["name"]) if named else ("", inside)
    if name in ("ref", "numref", "eq", "prf:ref", "hyper"):
        known = seen.around.targets.get(target)
        if known is None:
            return None
        if (number := re.search(r"(\d+)\Z", known.words)) and "%s" in words:
            words = words.replace("%s", number[1])
        text = link(seen, known, words.replace("{number}", number[1] if number else ""), bare=name == "eq")
        return f"({text})" if name == "eq" and not words else text
    if name in ("doc", "download"):
        return _document(seen, name, target, words)
    if name not in _MARKS:
        return None
    before, behind = _MARKS[name]
    ends = {"term": " <", "abbr": "("}
    said = inside.partition(ends[name])[0].strip() if name in ends else inside
    return f"{before}{said}{behind}"


def _citation(name: str, inside: str) -> str:
    keys = [key.strip() for key in re.split(r"[,;]", inside) if key.strip()]
    if name.endswith((":t", "textcite", ":ct", ":alt", ":alts")) or name == "citet":
        return (
            " and ".join((", ".join(f"@{key}" for key in keys[:-1]), f"@{keys[-1]}"))
            if len(keys) > 1
            else f"@{keys[0]}"
        )
    less = "-" if "year" in name else ""
    return f"[{'; '.join(f'{less}@{key}' for key in keys)}]"


def _document(seen: Seen, name: str, target: str, words: str) -> str | None:
    if name == "download":
        place = seen.around.file(target, seen.file.path)
        return f"[{words or target.rpartition('/')[2]}]({place})" if place else None
    slug = seen.around.pages.get(target.rpartition("/")[2].lower().removesuffix(".md"))
    return None if slug is None else link(seen, Target(slug, "", words or seen.around.titles.get(slug, slug)))


_MARKS = {
    **dict.fromkeys(("sub", "subscript"), ("<sub>", "</sub>")),
    **dict.fromkeys(("sup", "superscript"), ("<sup>", "</sup>")),
    **dict.fromkeys(("u", "underline"), ("<u>", "</u>")),
    **dict.fromkeys(("del", "strike"), ("~~", "~~")),
    **dict.fromkeys(("code", "py", "file", "command"), ("`", "`")),
    **dict.fromkeys(("strong", "guilabel", "menuselection"), ("**", "**")),
    **dict.fromkeys(("sc", "smallcaps", "term", "abbr"), ("", "")),
    "math": ("$", "$"),
    "kbd": ("<kbd>", "</kbd>"),
    "emphasis": ("*", "*"),
}
"""What stands before and behind the words of a role."""


def _abbreviation(inside: str) -> str:
    short, _, long = inside.partition("(")
    return f"*[{short.strip()}]: {long.rstrip(')').strip()}" if long else ""


def targets(seen: Seen) -> Iterator[Edit]:
    """``(name)=``: the id of the heading below it, or a place."""
    for found in TARGET.finditer(seen.masked, seen.body):
        end = found.end() + 1
        heading = re.match(r"\s*#{1,6}[ \t]+[^\n]*", seen.masked[end:])
        said = "the target of a link is an id now"
        if heading and "{" not in heading[0]:
            at = end + len(heading[0].rstrip())
            yield Edit(found.start(), min(end, len(seen.text)), "", said)
            yield Edit(at, at, f" {{#{place_of(found['name'])}}}")
        else:
            yield Edit(found.start(), found.end(), f"{anchor(found['name'])}\n", said)


def links(seen: Seen) -> Iterator[Edit]:
    """Links to targets and to files of the source; one without words has those of what it leads to."""
    for found in _LINK.finditer(seen.masked, seen.body):
        words, address = (seen.text[slice(*found.span(part))] for part in ("words", "address"))
        target = _target(seen, address)
        if target is not None:
            words = words.replace("%s", target.words.rpartition(" ")[2]) if "%s" in words else words
            text = link(seen, target, words.replace("{number}", target.words.rpartition(" ")[2]))
            if text != seen.text[found.start() : found.end()]:
                said = "a link leads to where its place is now"
                said = (
                    said
                    if "](" in text
                    else f"a link to the top of the text, `{address}`, has its words alone"
                )
                yield Edit(found.start(), found.end(), text, said)
        elif address.startswith("wiki:"):
            page = f"https://en.wikipedia.org/wiki/{address.removeprefix('wiki:')}"
            yield Edit(
                found.start("address"), found.end("address"), page, "a link to Wikipedia is written out"
            )
        elif (place := seen.around.file(address, seen.file.path)) is not None:
            yield Edit(
                found.start("address"), found.end("address"), place, "a file that is linked to is copied"
            )


def _target(seen: Seen, address: str) -> Target | None:
    path, _, place = address.strip("<>").partition("#")
    if not path or path in ("project:", "."):
        return seen.around.targets.get(place) if place else None
    if "://" in path or path.startswith("mailto:"):
        return None
    name = re.sub(r"\.(?:md|qmd|ipynb|html|rmd|markdown)\Z", "", path.rpartition("/")[2].lower())
    slug = seen.around.pages.get(name)
    known = seen.around.targets.get(place)
    if slug is None:
        return None
    return Target(
        slug, known.place if known else place_of(place) if place else "", seen.around.titles.get(slug, slug)
    )


def comments(seen: Seen) -> Iterator[Edit]:
    """Lines that begin with ``%``, breaks between cells, and names that stand for words."""
    for found in _COMMENT.finditer(seen.masked, seen.body):
        said = seen.text[found.start("said") : found.end("said")].strip()
        yield Edit(
            found.start(),
            found.end(),
            commented(f" {said} "),
            "a private comment is one in HTML: it is not published",
        )
    for found in _BREAK.finditer(seen.masked, seen.body):
        yield Edit(found.start(), found.end(), "", "a break between cells is taken out", Told.LEFT)
    for found in _NAME.finditer(seen.masked, seen.body):
        if found["name"] in seen.around.words:
            yield Edit(
                found.start(),
                found.end(),
                seen.around.words[found["name"]],
                f"`{found['name']}` is written out",
            )
    for found in _CITED_HERE.finditer(seen.masked, seen.body):
        keys = re.sub(r",[ ]*", "; ", found["keys"])
        yield Edit(
            found.start(), found.end(), f"[{keys}]", "works in one citation are separated by semicolons"
        )
