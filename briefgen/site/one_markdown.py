"""The Markdown of a site, set up once: MkDocs does it for each page."""

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from mkdocs.structure import pages

_LIBRARY = "markdown"
"""What MkDocs calls the library that it makes them by."""
_LEAVE_NOTHING = {
    *("abbr", "admonition", "attr_list", "def_list", "fenced_code"),
    *("footnotes", "md_in_html", "pymdownx.superfences", "tables", "toc"),
}
"""Extensions that have nothing left of a text when the next one comes."""
_SET_UP = {"toc"}
"""Those of them that may be set up in any way."""


def set_up_once() -> None:
    """Have MkDocs take the Markdown that is there, reset, where it would make one that is the same."""
    library: Any = vars(pages).get(_LIBRARY)
    if library is not None:
        vars(pages)[_LIBRARY] = SimpleNamespace(**{**vars(library), "Markdown": _Once(library.Markdown).made})


class _Once:
    def __init__(self, kind: Any) -> None:
        self._kind = kind
        self._ready: dict[tuple[str, ...], Any] = {}

    def made(self, extensions: Sequence[object], extension_configs: Mapping[str, object]) -> Any:
        """A Markdown with these extensions, in which there is nothing yet."""
        named = [one for one in extensions if isinstance(one, str)]
        if not (_LEAVE_NOTHING.issuperset(named) and _SET_UP.issuperset(extension_configs)):
            return self._kind(extensions=extensions, extension_configs=extension_configs)
        key = (*map(str, extensions), repr(extension_configs))
        found = self._ready.pop(key, None)
        if found is not None:
            return found.reset()
        new = self._kind(extensions=extensions, extension_configs=extension_configs)
        whole = new.convert

        def convert(text: str) -> str:
            html: str = whole(text)
            self._ready[key] = new  # what breaks off is not taken again
            return html

        vars(new)["convert"] = convert
        return new
