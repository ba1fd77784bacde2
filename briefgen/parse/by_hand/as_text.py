"""A page of Python-Markdown as our own parser can read it: letter for letter in its place, but for what that
would take for something else.

What Python-Markdown indents below a line (an admonition, a tab) would be code in CommonMark: the line becomes
the mark of a list. Raw HTML and comments, in which nothing is a citation, become rules, and tags within a
line others that break no paragraph.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from briefgen.markup.elements import BLOCKS, VOID

_FRONT = re.compile(r"---[ \t]*\n(?:.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})")
_HOLDER = re.compile(r"""(?P<indent>[ \t]*)(?:!!!|\?\?\?\+?|===[!+]{0,2}(?=[ ]+["']))[ ]?\S.*""")
_FENCED_HOLDER = re.compile(r"[ \t]*(?:/{3,}|:{3,})(?:[ \t].*|[ \t]*)")
_ITEM = "- ***"
"""A list's item whose text begins on the next line, indented by two at least."""

_MARKS = ('"', "'")
"""Around words that what is indented below stands under."""

_TAG = re.compile(
    r"""<(?P<close>/?)(?P<name>[A-Za-z][\w:-]*)(?P<said>(?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*/?>"""
)
_MARKDOWN = re.compile(r"""(?:^|\s)markdown(?:\s*=\s*["']?(?:1|span|block|markdown)["']?)?(?=\s|$)""")
_RAW = re.compile(r"<(pre|script|style|code|kbd|samp|textarea)\b[^<>]*>", re.IGNORECASE)
_WHOLE = BLOCKS | frozenset(
    "canvas center form iframe math noscript object output script style svg table video".split()
)
"""Elements that Python-Markdown leaves alone where they begin a line."""
_DEEPEST = 3
"""So many spaces may stand before them."""

_NEAR = 200

_Place = tuple[int, int]


def as_text(page: str) -> str:
    """The text of a page with the same places, of which `parse_tree` makes what its reader sees."""
    front = _FRONT.match(page)
    body = front.end() if front else 0
    text = _blank(page[:body]) + page[body:]
    fenced = _fenced(text)
    stretches = tuple(_outside(text, fenced))
    for find in (_comments, _elements, _raw):
        text = _replaced(text, find(text, stretches))
    lines = zip(text.split("\n"), fenced, strict=True)
    return "\n".join(line if is_code else _line(line) for line, is_code in lines)


def _line(line: str) -> str:
    if holder := _HOLDER.fullmatch(line):
        return _titled(line, holder["indent"]) or (holder["indent"] + _ITEM).ljust(len(line))
    return _blank(line) if _FENCED_HOLDER.fullmatch(line) else line


def _titled(line: str, indent: str) -> str | None:
    """A line of which the title is read; None where it cites nothing."""
    end = len(line.rstrip(" \t")) - 1
    if end < 0 or line[end] not in _MARKS:
        return None
    start = line.find(line[end], len(indent)) + 1
    cites = line.find("[", start, end)
    if start > end or cites < 0 or line.find("@", cites, end) < 0:
        return None
    lead = f"{indent}- "
    return lead + _tag(line[len(lead) : start]) + line[start:end] + _blank(line[end:])


def _fenced(text: str) -> Sequence[bool]:
    """Of each line whether it is fenced code, or a fence."""
    fence = ""
    found = []
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        opens = not fence and mark is not None and "`" not in line[mark.end() :]
        found.append(bool(fence) or opens)
        if mark and opens:
            fence = mark[1]
        elif mark and fence and mark[1].startswith(fence) and not line[mark.end() :].strip():
            fence = ""
    return found


def _outside(text: str, fenced: Sequence[bool]) -> Iterator[_Place]:
    """The stretches of a text that are no fenced code."""
    place = 0
    for is_code, lines in groupby(zip(text.split("\n"), fenced, strict=True), key=lambda one: one[1]):
        start = place
        place += sum(len(line) + 1 for line, _ in lines)
        if not is_code:
            yield start, min(place, len(text))


def _comments(text: str, stretches: Iterable[_Place]) -> Iterator[_Place]:
    for start, end in stretches:
        while (opens := text.find("<!--", start, end)) >= 0:
            closes = text.find("-->", opens, end)
            if closes < 0:
                break
            start = closes + len("-->")
            yield opens, start


def _raw(text: str, stretches: Iterable[_Place]) -> Iterator[_Place]:
    """Code and the like, within a line or over several."""
    unclosed: set[str] = set()
    small = text.lower()
    for start, end in stretches:
        past = start
        for tag in _RAW.finditer(text, start, end):
            name = tag[1].lower()
            closes = (
                -1 if name in unclosed or tag.start() < past else small.find(f"</{name}>", tag.end(), end)
            )
            if closes >= 0:
                past = closes + len(f"</{name}>")
                yield tag.start(), past
            elif tag.start() >= past:
                unclosed.add(name)


def _elements(text: str, stretches: Iterable[_Place]) -> Iterator[_Place]:
    """Block elements that hold no Markdown, whole; of others the tags alone."""
    past = 0
    for start, end in stretches:
        for tag in _TAG.finditer(text, start, end):
            name = tag["name"].lower()
            if tag.start() < past or name not in _WHOLE:
                continue
            before = _before(text, tag.start())
            within = before.strip() or len(before.expandtabs(4)) > _DEEPEST
            if within or tag["close"] or name in VOID or _MARKDOWN.search(tag["said"]):
                yield tag.span()
            else:
                past = _closed(text, tag)
                yield tag.start(), past


def _closed(text: str, opening: re.Match[str]) -> int:
    """Where the element ends that a tag opens: with the text where nothing closes it."""
    depth = 0
    for tag in _TAG.finditer(text, opening.start()):
        if tag["name"].lower() == opening["name"].lower() and not tag[0].endswith("/>"):
            depth += -1 if tag["close"] else 1
            if depth == 0:
                return tag.end()
    return len(text)


def _replaced(text: str, places: Iterable[_Place]) -> str:
    """A text with others in the place of some stretches, as long as they are."""
    pieces, at = [], 0
    for start, end in places:
        pieces += [text[at:start], *_hidden(text, start, end)]
        at = end
    return "".join([*pieces, text[at:]])


def _hidden(text: str, start: int, end: int) -> Iterator[str]:
    """What stands for markup: a rule where it fills its lines, else a tag that breaks no paragraph."""
    before, behind = _before(text, start).strip(), text[end : end + _NEAR].partition("\n")[0].strip()
    *most, final = text[start:end].split("\n")
    for number, line in enumerate(most):
        yield _blank(line) if number else _tag(line) if before else _rule(line)
        yield "\n"
    yield _tag(final) if behind or (before and not most) else _blank(final) if most else _rule(final)


def _rule(line: str) -> str:
    """What ends every block before it, as a block of HTML does."""
    return "***".ljust(len(line)) if len(line) > 2 else _blank(line)


def _before(text: str, place: int) -> str:
    """What stands before a place in its line, as far as it matters."""
    return text[max(place - _NEAR, 0) : place].rpartition("\n")[2]


def _tag(line: str) -> str:
    return f"<i{' ' * (len(line) - 3)}>" if len(line) > 2 else _blank(line)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
