"""The extension of Python-Markdown that has it ask less; it is to be the last of all extensions."""

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.md_in_html import HtmlBlockPreprocessor
from markdown.extensions.toc import TocTreeprocessor
from markdown.inlinepatterns import LinkInlineProcessor
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor

from briefgen.quick.blocks import QuickBlocks, quick_detab
from briefgen.quick.elements import QuickLevels, quick_marker, quick_unescape
from briefgen.quick.html import can_read_quickly, quick_html
from briefgen.quick.inlines import APPLY, HANDLE, PLACE, QuickInlines
from briefgen.quick.links import QuickLinks


class QuickMarkdown(Extension):
    """Python-Markdown with other ways to the same: each is taken where its own is the one that is known."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Lay them over its methods."""
        inline = md.treeprocessors["inline"]
        if type(inline) is InlineProcessor and all(hasattr(inline, name) for name in (HANDLE, APPLY, PLACE)):
            inlines = QuickInlines(md, inline)
            vars(inline).update({HANDLE: inlines.handle, "run": inlines.run})
        if type(md.parser) is BlockParser:
            vars(md.parser)["parseBlocks"] = QuickBlocks(md.parser).parse
        for step in md.preprocessors:
            if type(step) is HtmlBlockPreprocessor and can_read_quickly():
                vars(step)["run"] = quick_html(step)
        for kind in md.parser.blockprocessors:
            if type(kind).detab is BlockProcessor.detab:
                vars(kind)["detab"] = quick_detab(kind)
        if type(md) is Markdown:
            vars(md)["is_block_level"] = QuickLevels(md).is_level
        for pattern in md.inlinePatterns:
            if type(pattern) is LinkInlineProcessor:
                links = QuickLinks(pattern)
                vars(pattern).update(getLink=links.address, getText=links.text)
        for processor in md.treeprocessors:
            if type(processor) is TocTreeprocessor:
                vars(processor)["replace_marker"] = quick_marker(processor)
            if type(processor) is UnescapeTreeprocessor:
                vars(processor)["unescape"] = quick_unescape(processor)
