"""Questions about elements and their texts, answered once, or not asked."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import TocTreeprocessor
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import STX


class QuickLevels:
    """Whether elements are blocks: looked up once for each name, while the list of blocks is as it was."""

    def __init__(self, md: Markdown) -> None:
        self._md = md
        self._ask = md.is_block_level
        self._known: dict[object, bool] = {}
        self._count = 0

    def is_level(self, tag: object) -> bool:
        """Whether an element of this name is a block."""
        if len(self._md.block_level_elements) != self._count:
            self._known, self._count = {}, len(self._md.block_level_elements)
        known = self._known.get(tag)
        if known is None:
            known = self._known[tag] = self._ask(tag)
        return known


def quick_marker(toc: TocTreeprocessor) -> Callable[[Element, Element], None]:
    """What puts the contents of a page in the place of their mark, if that is there at all."""
    replace = toc.replace_marker

    def replace_marker(root: Element, contents: Element) -> None:
        if any(element.text and toc.marker in element.text for element in root.iter()):
            replace(root, contents)

    return replace_marker


def quick_unescape(processor: UnescapeTreeprocessor) -> Callable[[str], str]:
    """What puts characters in the place of their escapes, in a text that has some."""
    whole = processor.unescape

    def unescape(text: str) -> str:
        return whole(text) if STX in text else text

    return unescape
