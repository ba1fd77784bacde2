"""What somebody is writing at a place of a brief, read from the words before it, however few."""

import re
from dataclasses import dataclass
from enum import Enum

from briefgen.language_server.names import FRONT_KEY, KEY, front_matter_end, is_code
from briefgen.text import Span, TextFile


class Writing(Enum):
    """What is being written."""

    KEY = "a citation key"
    BOX = "the kind of a box"
    ATTRIBUTE = "an attribute of a box"
    CONTEXT = "the name of a context box"
    VERDICT = "a verdict"
    LINK = "where a link leads"
    ANCHOR = "a place in another brief"
    QUOTED = "quoted words"
    FRONT_KEY = "a key of front matter"
    FRONT_VALUE = "a value of front matter"


@dataclass(frozen=True, slots=True)
class Situation:
    """What is being written, the words so far, the stretch that they and what belongs to them take, and
    what that is of: the kind of a box, the file a link leads to, the key of a value, the mark that opens a
    quotation."""

    writing: Writing
    typed: str
    span: Span
    of: str = ""


_REST_OF_KEY = re.compile(r"[\w:.#$%&+?<>~/-]*")
_REST_OF_NAME = re.compile(r"[\w-]*")
_REST_OF_LINK = re.compile(r"[^()\s<>#]*")
_CITING = re.compile(rf"(?<![\w@])@\{{?((?:{KEY})?[:.#$%&+?<>~/-]*)$")
_BOX = re.compile(r"^[ >]*:{3,}\s*(?:\{\s*)?\.?([\w-]*)$")
_OF_BOX = re.compile(r"^[ >]*:{3,}\s*\{[^}]*$")
_KIND = re.compile(r"\.([\w-]+)")
_PAIR = re.compile(r"\b(?P<key>include|verdict|of)=[\"']?(?P<typed>[^\s\"'}]*)$")
_WORD = re.compile(r"(?<=\s)([\w-]*)$")
_LINKING = re.compile(r"(?:\]\(\s*<?|^ {0,3}\[[^\]^]+\]:\s*<?)(?P<path>[^()\s<>#]*)(?P<place>#[^()\s<>]*)?$")
_FRONT_KEY = re.compile(r"^(\s*(?:- \s*)?)([\w-]*)$")
_ITEM = re.compile(r"^\s*-\s+(\S*)$")
_LAST_ITEM = re.compile(r"[^\s\[,\"']*$")
_CLOSED_BY = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "「": "」"}
_QUOTE_SIGN = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)


def situation_at(file: TextFile, offset: int) -> Situation | None:
    """What is being written at a place of a brief or a context box; None where that is free text."""
    line = file.line_of(offset)
    start = file.line_starts[line - 1]
    before = file.text[start:offset]
    if offset <= front_matter_end(file.text):
        return _in_front_matter(file, line, before, offset)
    if is_code(file, offset):
        return None
    return _in_line(file, before, offset) or _quoted(file, offset)


def _in_line(file: TextFile, before: str, offset: int) -> Situation | None:
    if found := _PAIR.search(before):
        of = {"include": Writing.CONTEXT, "verdict": Writing.VERDICT, "of": Writing.KEY}[found["key"]]
        kind = _KIND.search(before)
        return _to_the_end(
            file, offset, of, found["typed"], _REST_OF_NAME, kind[1] if kind else _first_word(before)
        )
    if found := _BOX.match(before):
        return _to_the_end(file, offset, Writing.BOX, found[1], _REST_OF_NAME)
    if _OF_BOX.match(before) and (found := _WORD.search(before)):
        kind = _KIND.search(before)
        return _to_the_end(file, offset, Writing.ATTRIBUTE, found[1], _REST_OF_NAME, kind[1] if kind else "")
    if found := _LINKING.search(before):
        if found["place"]:
            place = found["place"][1:]
            return _to_the_end(file, offset, Writing.ANCHOR, place, _REST_OF_NAME, found["path"])
        return _to_the_end(file, offset, Writing.LINK, found["path"], _REST_OF_LINK)
    if found := _CITING.search(before):
        return _to_the_end(file, offset, Writing.KEY, found[1], _REST_OF_KEY)
    return None


def _first_word(before: str) -> str:
    found = re.search(r":{3,}\s*\{?\s*\.?([\w-]+)", before)
    return found[1] if found else ""


def _to_the_end(
    file: TextFile, offset: int, writing: Writing, typed: str, rest: re.Pattern[str], of: str = ""
) -> Situation:
    """The situation with the rest of the word behind the place."""
    behind = rest.match(file.text, offset)
    end = behind.end() if behind else offset
    return Situation(writing, typed, file.span(offset - len(typed), end), of)


# ------------------------------------------------------------------------------------- front matter


def _in_front_matter(file: TextFile, line: int, before: str, offset: int) -> Situation | None:
    if line == 1:
        return None
    if (found := _FRONT_KEY.match(before)) and not _is_item_of_names(file, line, found[1]):
        above = _keys_above(file, line, len(found[1]))
        return _to_the_end(file, offset, Writing.FRONT_KEY, found[2], _REST_OF_NAME, above)
    if found := FRONT_KEY.match(before):
        above = _keys_above(file, line, len(found["indent"]))
        typed = _last_item(found["value"])
        return _value(file, offset, typed, f"{above}{found['name']}")
    if found := _ITEM.match(before):
        return _value(file, offset, found[1], _keys_above(file, line, len(before)).removesuffix("."))
    return None


def _value(file: TextFile, offset: int, typed: str, of: str) -> Situation:
    return _to_the_end(file, offset, Writing.FRONT_VALUE, typed, _REST_OF_KEY, of)


def _last_item(value: str) -> str:
    found = _LAST_ITEM.search(value)
    return found[0] if found else ""


_OF_MAPPINGS = frozenset({"errata", "reply"})


def _is_item_of_names(file: TextFile, line: int, indent: str) -> bool:
    """Whether a line is an item of a list of names and not the beginning of a mapping."""
    return "-" in indent and _keys_above(file, line, len(indent)).removesuffix(".") not in _OF_MAPPINGS


def _keys_above(file: TextFile, line: int, indent: int) -> str:
    """The keys in whose mapping a line stands that begins so far in: ``errata.``."""
    if indent == 0:
        return ""
    for above in range(line - 1, 1, -1):
        found = FRONT_KEY.match(file.line_text(above))
        if found and not found["indent"]:
            return f"{found['name']}."
    return ""


# ------------------------------------------------------------------------------------- quoted words


def _quoted(file: TextFile, offset: int) -> Situation | None:
    """Words behind a quotation mark that is still open, or in a block quote."""
    begin = file.text.rfind("\n\n", 0, offset) + 2
    begin = max(begin if begin > 1 else 0, front_matter_end(file.text))
    paragraph = file.text[begin:offset]
    opened = _still_open(paragraph)
    if opened >= 0:
        typed = _QUOTE_SIGN.sub("", paragraph[opened + 1 :])
        return Situation(Writing.QUOTED, typed, file.span(begin + opened + 1, offset), paragraph[opened])
    first = paragraph.rpartition("\n")[2]
    sign = _QUOTE_SIGN.match(first)
    if sign is None:
        return None
    lines = paragraph.split("\n")
    while lines and not _QUOTE_SIGN.match(lines[0]):
        lines.pop(0)
    block = "\n".join(lines)
    lead = _QUOTE_SIGN.match(block)
    at = offset - len(block) + (lead.end() if lead else 0)
    return Situation(Writing.QUOTED, _QUOTE_SIGN.sub("", block), file.span(min(at, offset), offset), ">")


def _still_open(paragraph: str) -> int:
    """Where the quotation mark stands that is not closed yet; -1 where there is none."""
    opened, closing = -1, ""
    for at, character in enumerate(paragraph):
        if opened < 0:
            if character in _CLOSED_BY and _may_open(paragraph, at):
                opened, closing = at, _CLOSED_BY[character]
        elif character in closing:
            opened = -1
    return opened


def _may_open(paragraph: str, at: int) -> bool:
    return at == 0 or not paragraph[at - 1].isalnum()


def keys_beside(file: TextFile, offset: int) -> tuple[str, ...]:
    """The works that are cited behind a place in its paragraph, else before it; none where none are."""
    end = file.text.find("\n\n", offset)
    behind = file.text[offset : len(file.text) if end < 0 else end]
    begin = file.text.rfind("\n\n", 0, offset)
    before = file.text[max(begin, 0) : offset]
    if found := _GROUP.search(behind):
        return tuple(_keys(found[0]))
    groups = _GROUP.findall(before)
    return tuple(_keys(groups[-1])) if groups else ()


_GROUP = re.compile(r"\[[^\[\]\n]*@[^\[\]]*\]|(?<![\w@])@\{?[^\W_]\w*")
_KEY = re.compile(rf"(?<![\w@])@(?:\{{([^{{}}\n]+)\}}|({KEY}))")


def _keys(group: str) -> list[str]:
    return [braced or plain for braced, plain in _KEY.findall(group)]
