"""The Markdown of a site, set up once: MkDocs does it for each page."""

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import markdown
from mkdocs.structure import pages

_MODULE = "markdown"
_LEAVE_NOTHING = {
    *("abbr", "admonition", "attr_list", "def_list", "fenced_code"),
    *("footnotes", "md_in_html", "pymdownx.superfences", "tables", "toc"),
}
"""Extensions that have nothing left of a text when the next one comes."""
_SET_UP = {"toc"}
"""Those of them that may be set up in any way."""


def set_up_once() -> None:
    """Have MkDocs take the Markdown that is there, reset, where it would make one that is the same."""
    ready: dict[tuple[object, ...], markdown.Markdown] = {}

    def made(extensions: Sequence[Any], extension_configs: Mapping[str, Any]) -> markdown.Markdown:
        named = [one for one in extensions if isinstance(one, str)]
        if not (_LEAVE_NOTHING.issuperset(named) and _SET_UP.issuperset(extension_configs)):
            return markdown.Markdown(extensions=extensions, extension_configs=extension_configs)
        key = (*map(str, extensions), repr(extension_configs))
        found = ready.pop(key, None)
        if found is not None:
            found.reset()
            return found
        new = markdown.Markdown(extensions=extensions, extension_configs=extension_configs)
        whole = new.convert

        def convert(text: str) -> str:
            html = whole(text)
            ready[key] = new  # what breaks off is not taken again
            return html

        vars(new)["convert"] = convert
        return new

    if vars(pages).get(_MODULE) is markdown:
        vars(pages)[_MODULE] = SimpleNamespace(**{**vars(markdown), "Markdown": made})
