"""The kinds of blocks: one is asked where a block has what every block of it has."""

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from markdown.blockparser import BlockParser
from markdown.blockprocessors import (
    BlockProcessor,
    BlockQuoteProcessor,
    CodeBlockProcessor,
    EmptyBlockProcessor,
    HashHeaderProcessor,
    HRProcessor,
    ListIndentProcessor,
    OListProcessor,
    ReferenceProcessor,
    SetextHeaderProcessor,
    UListProcessor,
)
from markdown.extensions.abbr import AbbrBlockprocessor
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.extensions.def_list import DefListIndentProcessor, DefListProcessor
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.md_in_html import MarkdownInHtmlProcessor
from markdown.extensions.tables import TableProcessor
from markdown.util import STX

from briefgen.quick.definitions import quick_definitions

_May = Callable[[str], bool]
_Asked = tuple[_May | None, Callable[[Element, str], bool], Callable[[Element, list[str]], bool | None]]


def _may_define(block: str) -> bool:
    """A list of definitions has a line that begins with a colon, and a space behind it."""
    return ": " in block and ("\n" in block or block.lstrip(" ").startswith(":"))


def _may_be_rule(block: str) -> bool:
    """A rule is a line of three signs; it may have spaces before it."""
    return ("-" in block or "_" in block or "*" in block) and (
        "\n" in block or block.lstrip(" ").startswith(("-", "_", "*"))
    )


_MAY_BE: Mapping[type[BlockProcessor], _May] = {
    AdmonitionProcessor: lambda block: "!!!" in block or block.startswith(" "),
    AbbrBlockprocessor: lambda block: "*[" in block,
    BlockQuoteProcessor: lambda block: ">" in block,
    DefListProcessor: _may_define,
    FootnoteBlockProcessor: lambda block: "]:" in block,
    HashHeaderProcessor: lambda block: "#" in block,
    HRProcessor: _may_be_rule,
    MarkdownInHtmlProcessor: lambda block: block.startswith(STX),
    ReferenceProcessor: lambda block: "]:" in block,
    SetextHeaderProcessor: lambda block: "\n=" in block or "\n-" in block,
    TableProcessor: lambda block: "|" in block and "\n" in block,
}
"""Whether a block may be of a kind; where it may not, the kind would say so, and change nothing."""

_DIGIT = "1"
_BEGINS: Mapping[type[BlockProcessor] | str, str] = {
    AdmonitionProcessor: "! ",
    AbbrBlockprocessor: "*",
    BlockQuoteProcessor: "> ",
    CodeBlockProcessor: " ",
    DefListIndentProcessor: " ",
    DefListProcessor: ": ",
    EmptyBlockProcessor: "",
    FootnoteBlockProcessor: "[ ",
    HashHeaderProcessor: "#",
    HRProcessor: "-_* ",
    ListIndentProcessor: " ",
    MarkdownInHtmlProcessor: STX,
    OListProcessor: f"{_DIGIT} ",
    ReferenceProcessor: "[ ",
    SetextHeaderProcessor: "",
    TableProcessor: "",
    UListProcessor: "*+- ",
    "pymdownx.superfences.SuperFencesCodeBlockProcessor": " ",
}
"""What a block of a kind may begin with that is one line, and has something in it."""
_ATTRIBUTES = "{"


def quick_detab(kind: BlockProcessor) -> Callable[..., tuple[str, str]]:
    """What parts the indented lines that a text begins with from the others; mostly it begins with none."""
    whole = kind.detab

    def detab(text: str, length: int | None = None) -> tuple[str, str]:
        indent = " " * (kind.tab_length if length is None else length)
        begins = text.startswith(indent) or not text[: text.find("\n") + 1 or len(text)].strip()
        return whole(text, length) if begins else ("", text)

    return detab


class QuickBlocks:
    """Goes through the blocks of a text, as its own parser does."""

    def __init__(self, parser: BlockParser) -> None:
        self._parser = parser
        self._asked: tuple[_Asked, ...] = ()
        self._of_a_line: dict[str, tuple[_Asked, ...]] = {}

    def parse(self, parent: Element, blocks: list[str]) -> None:
        """Add what the blocks are to an element; none is left."""
        if not self._asked:  # all extensions have added theirs
            kinds = list(self._parser.blockprocessors)
            for index, kind in enumerate(kinds):
                if type(kind) is DefListProcessor:
                    vars(kind)["run"] = quick_definitions(kind, kinds[:index])
            self._asked = tuple(map(_asked, kinds))
        while blocks:
            block = blocks[0]
            begin = block[:1]
            line, _, rest = block.partition("\n")
            if line and (not rest or (rest.startswith(_ATTRIBUTES) and "\n" not in rest)):
                asked = self._of_a_line.get(begin) or self._of_line(begin)
            else:
                asked = self._asked
            for may_be, test, run in asked:
                if may_be is not None and not may_be(blocks[0]):
                    continue
                if test(parent, blocks[0]) and run(parent, blocks) is not False:
                    break

    def _of_line(self, begin: str) -> tuple[_Asked, ...]:
        """The kinds that a block may be of that is one line, or two of which the second has attributes."""
        sign = _DIGIT if begin.isdecimal() else begin
        kinds = [kind for kind in self._parser.blockprocessors if sign in _begins(kind, sign)]
        asked = self._of_a_line[begin] = tuple(map(_asked, kinds))
        return asked


def _asked(kind: BlockProcessor) -> _Asked:
    return _MAY_BE.get(type(kind)), kind.test, kind.run


def _begins(kind: BlockProcessor, unknown: str) -> str:
    named = f"{type(kind).__module__}.{type(kind).__qualname__}"
    return _BEGINS.get(type(kind), _BEGINS.get(named, unknown))
