"""The patterns within a text: one is looked for where the characters are that it cannot match without."""

import re
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import (
    AUTOLINK_RE,
    AUTOMAIL_RE,
    BACKTICK_RE,
    ENTITY_RE,
    ESCAPE_RE,
    HTML_RE,
    IMAGE_LINK_RE,
    LINE_BREAK_RE,
    LINK_RE,
    ImageReferenceInlineProcessor,
    InlineProcessor,
    Pattern,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.treeprocessors import InlineProcessor as Inlines
from markdown.util import INLINE_PLACEHOLDER_PREFIX, AtomicString

from briefgen.quick.simple import SimpleTexts

HANDLE, APPLY = "_InlineProcessor__handleInline", "_InlineProcessor__applyPattern"
"""What Python-Markdown calls the methods that have all patterns, and one, change a text."""
PLACE = "_InlineProcessor__processPlaceholders"
"""What it calls the one that puts what was found into the place of placeholders."""

_Place = Callable[..., list[tuple[Element, list[str]]]]
_Apply = Callable[[Pattern, str, int, int], tuple[str, bool, int]]

_NEEDLES: Mapping[str, tuple[str, ...]] = {
    BACKTICK_RE: ("`",),
    ESCAPE_RE: ("\\",),
    r"\[\^([^\]]*)\]": ("[^",),
    LINK_RE: ("[",),
    IMAGE_LINK_RE: ("![",),
    AUTOLINK_RE: ("://",),
    AUTOMAIL_RE: ("@",),
    LINE_BREAK_RE: ("  \n",),
    HTML_RE: ("<",),
    ENTITY_RE: ("&",),
    r"\*|_": ("*", "_"),
}
"""The patterns that are known, and the strings of which a text has one where a pattern matches."""
_FLAGS = re.compile("", re.DOTALL).flags
_BY_REFERENCE = frozenset(
    {
        ImageReferenceInlineProcessor,
        ReferenceInlineProcessor,
        ShortImageReferenceInlineProcessor,
        ShortReferenceInlineProcessor,
    }
)
"""Patterns that leave every text as it is while no reference is defined."""


@dataclass(frozen=True, slots=True)
class _Known:
    pattern: Pattern
    needles: tuple[str, ...]
    """Empty where nothing is known of the pattern."""
    is_reference: bool


class QuickInlines:
    """Has the patterns of a Markdown change its texts, as its own processor does."""

    def __init__(self, md: Markdown, inlines: Inlines) -> None:
        self._md = md
        self._apply = cast("_Apply", getattr(inlines, APPLY))
        self._inlines = inlines
        self._place = cast("_Place", getattr(inlines, PLACE))
        self._known: tuple[_Known, ...] = ()
        self._signs: re.Pattern[str] | None = None
        self._strings: tuple[str, ...] = ()
        self._simple: SimpleTexts | None = None

    def _look(self) -> None:
        """Look at the patterns when the first text comes: all extensions have added theirs."""
        self._known = tuple(map(_known, self._md.inlinePatterns))
        if all(one.needles for one in self._known):
            needles = {needle for one in self._known for needle in one.needles}
            signs = {needle for needle in needles if len(needle) == 1}
            self._signs = re.compile("|".join(map(re.escape, sorted(signs))))
            self._strings = tuple(needle for needle in sorted(needles) if not signs & {*needle})
            simple = SimpleTexts(self._md, self._inlines)
            self._simple = simple if simple.are_known else None

    def _has_nothing(self, text: str) -> bool:
        """Whether no pattern can match anywhere in a text."""
        if self._signs is None or self._signs.search(text) is not None:
            return False
        return not any(needle in text for needle in self._strings)

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Have the patterns change the texts of all elements, level by level, as they come."""
        if not self._known:
            self._look()
        inlines = self._inlines
        inlines.stashed_nodes, inlines.parent_map = {}, {}
        above = list(ancestors or ())
        above.append(tree.tag.lower())
        waiting = deque([(tree, above)])
        simple = None if self._md.references else self._simple
        while waiting:
            element, above = waiting.popleft()
            inlines.ancestors = above
            if element is not tree:
                above.append(element.tag.lower())
            found: list[tuple[Element, list[Element]]] = []
            for child in element:
                text = child.text
                if text and not isinstance(text, AtomicString) and not self._stays(text):
                    made = None if simple is None else simple.made_of(text)
                    if made is None:
                        above.append(child.tag.lower())
                        child.text = None
                        placed = self._place(self.handle(text), child)
                        above.pop()
                        waiting.extend(placed)
                        found.append((child, [one for one, _ in placed]))
                    else:
                        child.text = made[0] or None
                        found.append((child, made[1]))
                if child.tail and not self._stays(child.tail):
                    self._change_tail(element, child)
                if len(child):
                    waiting.append((child, above[:]))
            for child, elements in found:
                child[:0] = elements
        return tree

    def _stays(self, text: str) -> bool:
        return INLINE_PLACEHOLDER_PREFIX not in text and self._has_nothing(text)

    def _change_tail(self, parent: Element, child: Element) -> None:
        """Have the patterns change the text behind a child."""
        around = Element("d")
        assert child.tail is not None
        tail, child.tail = self.handle(child.tail), None
        placed = self._place(tail, around, False)
        child.tail = around.tail or None
        place = list(parent).index(child) + 1
        parent[place:place] = [one for one, _ in placed]

    def handle(self, data: str, index: int = 0) -> str:
        """The text with placeholders for what patterns find in it, from the pattern with the index on."""
        if isinstance(data, AtomicString):
            return data
        if not self._known:
            self._look()
        if self._has_nothing(data):
            return data
        start, references = 0, self._md.references
        while index < len(self._known):
            one = self._known[index]
            if one.is_reference and not references:
                index += 1
                continue
            if one.needles:
                for needle in one.needles:
                    if needle in data:
                        break
                else:
                    index, start = index + 1, 0
                    continue
            data, matched, start = self._apply(one.pattern, data, index, start)
            if not matched:
                index += 1
        return data


def _known(pattern: Pattern) -> _Known:
    needles: tuple[str, ...] = ()
    if isinstance(pattern, InlineProcessor):
        compiled = pattern.getCompiledRegExp()
        needles = _NEEDLES.get(compiled.pattern, ()) if compiled.flags == _FLAGS else ()
    return _Known(pattern, needles, type(pattern) in _BY_REFERENCE)
