"""Cross-references of Quarto and pandoc-crossref, ``@fig-map``: links with the words they stood for."""

import re
from collections.abc import Iterator

from briefgen.model.foreign_keys import is_place
from briefgen.moving.edit import Edit
from briefgen.moving.seen import Seen, Target

_NAME = r"(?P<name>[A-Za-z]++[-:](?=[:.-]*+\w)\w*+(?>(?:[:.-]++\w++)*))"
_SIGNS = re.compile(r"\\.|[\[\]]")
_GROUP = re.compile(r"(?<![\\\]\w])\[(?P<inside>[^\[\]]*+)\](?![(\[])")
_KEY = re.compile(rf"(?<![\w\\@])(?P<bare>-)?@{_NAME}")
_PART = re.compile(rf"(?P<before>[^@;]*?)(?P<bare>-)?@{_NAME}(?P<behind>[^@;]*+)\Z")


def cross_references(seen: Seen) -> Iterator[Edit]:
    """Each reference whose place is known; of others nothing is changed, and the check finds them."""
    for group in _GROUP.finditer(seen.masked, seen.body):
        inside = group["inside"]
        parts = [_PART.fullmatch(part) for part in inside.split(";")] if "@" in inside else [None]
        if all(part and _leads(seen, part["name"]) for part in parts):
            text = "; ".join(_part(seen, part) for part in parts if part)
            yield Edit(group.start(), group.end(), text, "a cross-reference is a link now")
    for key in _KEY.finditer(seen.masked, seen.body):
        if _leads(seen, key["name"]):
            text = link(seen, seen.around.targets[_known(seen, key["name"])], bare=bool(key["bare"]))
            yield Edit(key.start(), key.end(), text, "a cross-reference is a link now")


def _known(seen: Seen, name: str) -> str:
    """The name as its target has it: a reference may begin with a capital letter."""
    return name if name in seen.around.targets else name[0].lower() + name[1:]


def _leads(seen: Seen, name: str) -> bool:
    return is_place(name) and _known(seen, name) in seen.around.targets and name not in seen.around.keys


def _part(seen: Seen, part: re.Match[str]) -> str:
    before, behind = part["before"].strip(), part["behind"]
    target = seen.around.targets[_known(seen, part["name"])]
    said = link(seen, target, bare=bool(part["bare"] or before))
    return f"{before} {said}{behind}".strip()


def link(seen: Seen, target: Target, words: str = "", *, bare: bool = False) -> str:
    """A link to a place, with its words, or of numbered things with the number alone."""
    words = words or target.words
    if bare and (number := re.fullmatch(r"\S+ (\d+)", words)):
        words = number[1]
    page = "" if target.slug == seen.slug else f"{target.slug}.md"
    place = f"#{target.place}" if target.place else ""
    return f"[{bracketed(words)}]({page}{place})" if page or place else words


def bracketed(words: str) -> str:
    """Words as they can stand in the brackets of a link, which end at the first bracket without a partner."""
    depth = 0
    for sign in _SIGNS.findall(words):
        depth += {"[": 1, "]": -1}.get(sign, 0)
        if depth < 0:
            break
    return words if depth == 0 else re.sub(r"(?<!\\)([\[\]])", r"\\\1", words)
