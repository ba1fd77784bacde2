"""What a site calls itself and its pages in other languages: `site_name` and `nav` of ``extra: briefgen:``.

The templates of the theme read them for themselves, too; here they are checked.
"""

from collections.abc import Iterator

from briefgen import rules
from briefgen.decode.forms import Flaw, Form, line, shown
from briefgen.decode.language_tag import language
from briefgen.decode.nodes import Mapping, Node, Sequence
from briefgen.decode.reader import MappingReader
from briefgen.suggest import suggest


def site_names(ours: MappingReader, root: MappingReader) -> tuple[tuple[str, str], ...]:
    """What the site is called, by language; whatever is wrong in the names, those of pages included, is
    reported. `root` is the whole mkdocs.yml, whose ``nav`` has the titles of pages."""
    found: list[tuple[str, str]] = []
    if site_name := ours.mapping("site_name"):
        for tag in site_name.keys(language):
            found.append((tag, site_name.value(tag, line, "")))
    if nav := ours.mapping("nav"):
        titles = tuple(title for entry in root.node.all_of("nav") for title in _titles(entry.value))
        for tag in nav.keys(language):
            if names := nav.mapping(tag):
                for title in names.keys(_one_of(titles) if titles else line):
                    names.value(title, line, "")
    return tuple((tag, name) for tag, name in found if name)


def _titles(node: Node) -> Iterator[str]:
    """The titles in MkDocs' ``nav``, which is a list of lists and of titles with a page or a list."""
    match node:
        case Sequence():
            for item in node.items:
                yield from _titles(item)
        case Mapping():
            for entry in node.entries:
                yield entry.key
                yield from _titles(entry.value)
        case _:
            pass


def _one_of(titles: tuple[str, ...]) -> Form[str]:
    def title(written: str) -> str | Flaw:
        if written in titles:
            return written
        near = suggest(written, titles)
        return Flaw(
            rules.YAML_UNKNOWN_KEY,
            f"is no title in `nav`: {shown(written)}",
            ("expected a title of a page or section as `nav` has it",),
            f"did you mean `{near}`?" if near else None,
        )

    return title
