"""The marks of notes, named in the order in which readers meet them.

A note leads back to its marks by number. Python-Markdown numbers them as it comes to them, level by level:
one in a list comes after one below the list. Where that may not be the order of the page, each mark of the
note is written with its id.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from briefgen.markdown.walk import Blocks, parts_of, walk_inlines
from briefgen.model.block import Box, FootnoteDefinition, Paragraph
from briefgen.model.box import BoxRole
from briefgen.model.inline import Citation, FootnoteMark
from briefgen.model.layout import anchors

_MARK = re.compile(
    r"\[\^(?:(?<![\n\\]..)|(?<=^..)(?=[^\]\s]{1,999}\](?!: )))([^\]\s]{1,999})\]", re.MULTILINE
)
"""A mark, and no definition. What each begins with stands first, since `re` finds letters quickly."""
_OF_TEXT, _OF_BOX = 1, 2
_UNSURE = 0
LabelOf = Callable[[Citation | FootnoteMark], str]


def with_mark_ids(page: str, text: str, blocks: Blocks, label_of: LabelOf) -> str:
    """The Markdown of a page, with ids where needed; `text` is what was made of the author's `blocks` on
    it."""
    in_text, on_page = _labels(text), _labels(page)
    levels = _levels(blocks, label_of)
    needed = {
        label
        for label, number in on_page.items()
        if number > 1
        and len(levels[label]) == in_text[label]  # else an author's code holds such letters
        and not _are_in_order(levels[label])
    }
    numbers: Counter[str] = Counter()

    def named(mark: re.Match[str]) -> str:
        label = mark[1]
        if label not in needed:
            return mark[0]
        numbers[label] += 1
        return f"{mark[0]}{{ #{anchors.note_mark(label, numbers[label])} }}"

    return _MARK.sub(named, page) if needed else page


def _labels(text: str) -> Counter[str]:
    return Counter(mark[1] for mark in _MARK.finditer(text))


def _levels(blocks: Blocks, label_of: LabelOf) -> defaultdict[str, list[int]]:
    """For each note, how deep its marks stand, in their order."""
    levels: defaultdict[str, list[int]] = defaultdict(list)
    for mark, level in _marks(blocks, _OF_TEXT):
        if label := label_of(mark):
            levels[label].append(level)
    return levels


def _are_in_order(levels: Sequence[int]) -> bool:
    return _UNSURE not in levels and list(levels) == sorted(levels)


def _marks(blocks: Blocks, level: int) -> Iterator[tuple[Citation | FootnoteMark, int]]:
    for block in blocks:
        if isinstance(block, FootnoteDefinition):
            continue
        own = level if isinstance(block, Paragraph) else _UNSURE
        for part in parts_of(block):
            for node in walk_inlines(part.line):
                if isinstance(node, FootnoteMark):
                    yield node, own
                if isinstance(node, Citation):
                    yield node, own
            is_box = isinstance(block, Box) and block.kind.role is not BoxRole.TRANSLATES
            yield from _marks(part.blocks, _OF_BOX if is_box and level == _OF_TEXT else _UNSURE)
