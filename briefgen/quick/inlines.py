"""The patterns within a text: one is looked for where the characters are that it cannot match without."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

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
from markdown.util import AtomicString

HANDLE, APPLY = "_InlineProcessor__handleInline", "_InlineProcessor__applyPattern"
"""What Python-Markdown calls the methods that have all patterns, and one, change a text."""

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
        self._known: tuple[_Known, ...] = ()
        self._some: re.Pattern[str] | None = None

    def _look(self) -> None:
        """Look at the patterns when the first text comes: all extensions have added theirs."""
        self._known = tuple(map(_known, self._md.inlinePatterns))
        needles = sorted({needle for one in self._known for needle in one.needles})
        if all(one.needles for one in self._known):
            self._some = re.compile("|".join(map(re.escape, needles)))

    def handle(self, data: str, index: int = 0) -> str:
        """The text with placeholders for what patterns find in it, from the pattern with the index on."""
        if isinstance(data, AtomicString):
            return data
        if not self._known:
            self._look()
        if self._some is not None and self._some.search(data) is None:
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
