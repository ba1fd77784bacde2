"""The names that a site's pages say are one: *Kyjiw* and *Kiew*, *UNSCR* and *Resolution*."""

from collections.abc import Iterable

from briefgen.model.layout import site as at
from briefgen.site.search.html_tree import parse_html

_NAME = f'name="{at.META_PREFIX}{at.NAMES}"'


def names_in(pages: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The groups of names in the heads of these pages, each once."""
    found: dict[tuple[str, ...], None] = {}
    for html in pages:
        head = html[: max(html.find("<body"), 0)]
        if _NAME not in head:
            continue
        for element in parse_html(head):
            if element.attributes.get("name") == f"{at.META_PREFIX}{at.NAMES}":
                said = element.attributes.get("content", "").split(at.BETWEEN_NAMES)
                found[tuple(name for name in map(str.strip, said) if name)] = None
    return tuple(found)
