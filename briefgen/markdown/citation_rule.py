"""markdown-it-py's inline rule for citations, after Pandoc's grammar (pandoc 3, ``markdown-smart``).

The rule only finds where the parts of a citation stand; `inline_tree` turns the parts into a value.
"""

import re
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, link

from briefgen.markdown.ahead import ahead, label_end
from briefgen.markdown.attributes import scan_attributes
from briefgen.markdown.handles import Handles
from briefgen.model.citation import CitationMode

_LONGEST_ADDRESS = 400
_BARE_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s<>()]*\Z")

_BEHIND_KEY = re.compile(r"(?!\w|[:.#$%&+?<>~/-]\w|[:/]/)")
"""A key that needs no braces, as Pandoc has it."""


class RawItem(NamedTuple):
    """One work of a group, as offsets ``[start, end)`` into the inline content."""

    key: str
    key_start: int
    key_end: int
    mode: CitationMode
    prefix: tuple[int, int]
    suffix: tuple[int, int]
    start: int
    end: int


def citation_plugin(md: MarkdownIt) -> None:
    """Add the rule before `link`, so that a group wins over a reference link with the same label."""
    md.inline.add_terminator_char("@")
    md.inline.ruler.before("link", "citation", _citation)


def _citation(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] == "[":
        found = _bracketed(state, state.pos)
    elif state.src[state.pos] in "@-":
        found = _textual(state, state.pos)
    else:
        return False
    if found is None or not _is_meant(state, *found):
        return False
    items, end = found
    if not silent:
        token = state.push("citation", "", 0)
        token.meta = {"items": items, "start": state.pos, "end": end}
    state.pos = end
    return True


_Found = tuple[tuple[RawItem, ...], int]


def _is_meant(state: StateInline, items: tuple[RawItem, ...], end: int) -> bool:
    """Whether what reads as a citation is one on this page."""
    handles: Handles | None = state.env.get("handles")
    if handles is None:
        return True
    if state.src[state.pos] == "[":
        return state.src[state.pos + 1 : end - 1].casefold() not in handles.linked
    return items[0].key in handles.keys


_LONGEST_MARK = 8
"""A longer run of marks is taken for no emphasis."""


def _textual(state: StateInline, start: int) -> _Found | None:
    """``@key``, ``-@key``, ``@key [locator]``, ``@key [@other]``."""
    key = _key(state, start)
    if key is None:
        return None
    mode = CitationMode.SUPPRESS_AUTHOR if key.suppressed else CitationMode.AUTHOR_IN_TEXT
    empty = (key.after, key.after)
    bare = RawItem(key.name, key.start, key.end, mode, (start, start), empty, start, key.after)
    opening = _skip_space(state, key.after)
    if opening >= state.posMax or state.src[opening] != "[":
        return (bare,), key.after
    if (rest := _bracketed(state, opening)) is not None:
        return (bare, *rest[0]), rest[1]
    if (located := _bare_locator(state, opening, bare)) is not None:
        return located
    return (bare,), key.after


def _bare_locator(state: StateInline, opening: int, bare: RawItem) -> _Found | None:
    if state.src[opening + 1 : opening + 2] == "^" or _is_link(state, opening):
        return None
    suffix_end = _suffix_end(state, opening + 1)
    items: tuple[RawItem, ...] = (bare._replace(suffix=(opening + 1, suffix_end), end=suffix_end),)
    end = suffix_end
    more = end + 1 if end < state.posMax and state.src[end] == ";" else None
    if more is not None:
        end = _items_end(state, more)
    if not 0 <= end < state.posMax or state.src[end] != "]":
        return None
    if state.src[end + 1 : end + 2] in ("[", "(", "{"):
        return None
    return items if more is None else items + _items(state, more), end + 1


def _bracketed(state: StateInline, opening: int) -> _Found | None:
    """``[see @a, p. 3; -@b]``, unless a link or attributes follow."""
    if opening > ahead(state).last_closing:
        return None
    end = _items_end(state, opening + 1)
    if not 0 <= end < state.posMax or state.src[end] != "]" or _is_something_else(state, opening, end + 1):
        return None
    return _items(state, opening + 1), end + 1


def _items_end(state: StateInline, start: int) -> int:
    """Where items separated by ``;`` end, before what is none of them; negative where one is no item."""

    def found(position: int) -> int | None:
        item = _item(state, position)
        if item is None:
            return -1
        return None if state.src[item.end : item.end + 1] == ";" and item.end < state.posMax else item.end

    def step(position: int) -> int:
        item = _item(state, position)
        assert item is not None, "it was found"
        return item.end + 1

    return ahead(state).walk("items", start, found, step)


def _items(state: StateInline, start: int) -> tuple[RawItem, ...]:
    """The items of which the end is known."""
    items: list[RawItem] = []
    end, position = _items_end(state, start), start
    while position <= end and (item := _item(state, position)) is not None:
        items.append(item)
        position = item.end + 1
    return tuple(items)


def _item(state: StateInline, start: int) -> RawItem | None:
    def found(position: int) -> int | None:
        if position >= state.posMax or state.src[position] in ";]":
            return -1
        return None if _key(state, position) is None else position

    position = ahead(state).walk("key", start, found, lambda position: _step(state, position))
    key = None if position < 0 else _key(state, position)
    if key is None:
        return None
    mode = CitationMode.SUPPRESS_AUTHOR if key.suppressed else CitationMode.NORMAL
    end = _suffix_end(state, key.after)
    return RawItem(key.name, key.start, key.end, mode, (start, position), (key.after, end), start, end)


def _suffix_end(state: StateInline, start: int) -> int:
    def found(position: int) -> int | None:
        return position if position >= state.posMax or state.src[position] in ";]" else None

    end = ahead(state).walk("suffix", start, found, lambda position: _step(state, position))
    return min(end, state.posMax)


def _step(state: StateInline, position: int) -> int:
    """The offset after one piece of inline text: a ``;`` in code, a link or emphasis ends nothing."""
    if state.src[position] in "*_~":
        return _past_emphasis(state, position)
    return _past_token(state, position)


def _past_emphasis(state: StateInline, opening: int) -> int:
    """The offset after emphasised or struck words, or after the marks at `opening` if they open none."""
    mark = state.src[opening]
    opener = state.scanDelims(opening, mark != "_")
    inside = opening + opener.length
    if not opener.can_open or opener.length > _LONGEST_MARK:
        return inside

    def found(position: int) -> int | None:
        if position >= state.posMax or state.src[position] == "]":
            return -1
        if state.src[position] == mark:
            closer = state.scanDelims(position, mark != "_")
            if closer.can_close and closer.length == opener.length:
                return position + closer.length
        return None

    def step(position: int) -> int:
        if state.src[position] == mark:
            return position + state.scanDelims(position, mark != "_").length
        return _past_token(state, position)

    closed = ahead(state).walk((mark, opener.length), inside, found, step)
    return closed if closed >= 0 else inside


def _past_token(state: StateInline, position: int) -> int:
    """The offset after one character, or after code, a link, an address, an escape or a reference."""
    if state.src[position] not in "\\`<[!&$":
        return position + 1
    before = state.pos
    state.pos = position
    state.md.inline.skipToken(state)
    after = state.pos
    if after == position + 1 and state.src[position] == "[":
        # Pandoc reads a balanced bracket that is no link as text, and so goes past its "]".
        closing = label_end(state, position)
        after = closing + 1 if closing >= 0 else after
    state.pos = before
    return after


def _is_something_else(state: StateInline, opening: int, after: int) -> bool:
    """Whether brackets closed before `after` are a link, a reference or a bracketed span."""
    following = state.src[after : after + 1] if after < state.posMax else ""
    if following == "{":
        return scan_attributes(state.src, after, state.posMax) is not None
    if following == "[":
        # A footnote mark may follow a citation.
        return state.src[after + 1 : after + 2] != "^" and label_end(state, after) >= 0
    return following == "(" and _is_link(state, opening, longer_than=after)


def _is_link(state: StateInline, opening: int, longer_than: int = 0) -> bool:
    before = state.pos
    state.pos = opening
    matched = link(state, True) and state.pos > longer_than
    state.pos = before
    return matched


class _Key(NamedTuple):
    """A key ``[start, end)``; `after` is the offset after its braces, if it has any."""

    name: str
    start: int
    end: int
    after: int
    suppressed: bool


def _key(state: StateInline, start: int) -> _Key | None:
    """``@key``, ``-@key`` or ``@{key}`` at `start`."""
    src, end = state.src, state.posMax
    suppressed = src[start] == "-"
    at = start + 1 if suppressed else start
    if at >= end or src[at] != "@" or not _may_start(src, start):
        return None
    first = at + 1
    if first < end and src[first] == "{":
        closing = ahead(state).brace_end(first)
        if closing is None or closing == first + 2:
            return None
        return _Key(src[first + 1 : closing - 1], first + 1, closing - 1, closing, suppressed)
    after = _simple_key_end(src, first, end)
    return _Key(src[first:after], first, after, after, suppressed) if after > first else None


def _may_start(src: str, start: int) -> bool:
    """A key never starts inside a word or an address: not after a letter, a digit or a plain ``.``."""
    if start == 0:
        return True
    before = src[start - 1]
    if before == ".":
        return src[start - 2 : start - 1] == "\\"
    if before.isalnum():
        return False
    # Pandoc reads the handle in a bare address as a citation; nobody means that.
    window = src[max(start - _LONGEST_ADDRESS, 0) : start]
    return not (before in "/=" and _BARE_ADDRESS.search(window))


def _simple_key_end(src: str, first: int, end: int) -> int:
    """Where a key ends that begins with a letter, a digit or a ``_``; where it would begin without one."""
    if first >= end or not (src[first].isalnum() or src[first] == "_"):
        return first
    behind = _BEHIND_KEY.search(src, first + 1, end)
    return behind.start() if behind else end


def _skip_space(state: StateInline, position: int) -> int:
    """Past spaces and at most one line end, Pandoc's ``spnl``."""
    lines = 0
    while position < state.posMax and (char := state.src[position]) in " \t\n":
        lines += char == "\n"
        if lines > 1:
            break
        position += 1
    return position
