"""Python-Markdown, set up as the site's mkdocs.yml must set it up."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.toc import TocTreeprocessor

from briefgen.quick import QuickMarkdown

EXTENSIONS = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.superfences",
)


class _Footnotes(FootnoteExtension):
    """Footnotes of which some have no text: their marks are read, and no note is shown for them."""

    def unique_ref(self, reference: str, found: bool = False) -> str:
        """An id for a mark: counted, where the extension tries one after the other."""
        if not found:
            return reference
        self.found_refs[reference] = self.found_refs.get(reference, 0) + 1
        return f"{reference}:{self.found_refs[reference]}"

    def makeFootnotesDiv(self, root: Element) -> Element | None:  # noqa: N802
        known = self.footnotes
        self.footnotes = OrderedDict((label, text) for label, text in known.items() if text)
        notes = super().makeFootnotesDiv(root)
        self.footnotes = known
        return notes


@cache
def _site(*, ids: bool) -> tuple[Markdown, _Footnotes]:
    footnotes = _Footnotes()
    named = [footnotes if name == "footnotes" else name for name in EXTENSIONS]
    markdown = Markdown(extensions=[*named, QuickMarkdown()])
    for step in markdown.treeprocessors:
        if isinstance(step, TocTreeprocessor) and not ids:
            vars(step)["run"] = _only_contents(step)
    return markdown, footnotes


def _only_contents(toc: TocTreeprocessor) -> Callable[[Element], None]:
    """What gives headings ids only where a mark of contents, which lead to them, may be read."""
    whole = toc.run

    def run(root: Element) -> None:
        if any(toc.marker in text for text in root.itertext()):
            whole(root)

    return run


def site_html(text: str, marks: Iterable[str] = (), *, ids: bool = True) -> str:
    """What the site's builder makes of a text in its dialect; without the `ids` of headings, in less time.

    `marks` are the labels of footnotes that are defined elsewhere.
    """
    markdown, footnotes = _site(ids=ids)
    markdown.reset()
    for label in marks:
        footnotes.setFootnote(label, "")
    return markdown.convert(text)
