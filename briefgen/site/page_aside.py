"""A page of MkDocs whose texts are laid aside, packed, until somebody asks for them.

Text with other than ASCII in it takes two bytes a character or more, and each page of a large site has its
Markdown, its HTML and its table of contents from when it is read until it is made. Packed it takes half, and
of copies of this process each unpacks only what it makes.
"""

import pickle
from typing import Any

from mkdocs.structure.pages import Page
from mkdocs.utils import weak_property

_TEXTS = ("markdown", "content", "toc")
_PACKED = "_briefgen_packed"


class _Text:
    """A text that is unpacked, together with the others, when it is asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, page: Page, _: type | None = None) -> Any:
        held = vars(page)
        if self._name not in held:
            held.update(zip(_TEXTS, pickle.loads(held[_PACKED]), strict=True))
        return held[self._name]

    def __set__(self, page: Page, value: object) -> None:
        vars(page)[self._name] = value


class _PageAside(Page):
    markdown = _Text("markdown")
    content = _Text("content")
    toc = _Text("toc")

    @weak_property
    def title(self) -> str | None:
        """The title that it was read with, for which its texts are not needed, or what MkDocs takes."""
        found: str | None = self.meta.get("title", self._title_from_render)
        return found or Page.title.__get__(self)


def packed_texts(page: Page) -> bytes:
    """The texts of a page that was read."""
    return pickle.dumps([getattr(page, name) for name in _TEXTS], protocol=5)


def lay_aside(page: Page, packed: bytes) -> None:
    """Have a page hold these texts, packed."""
    vars(page)[_PACKED] = packed
    page.__class__ = _PageAside
    lay_aside_again(page)


def lay_aside_again(page: Page) -> None:
    """Let go of what was unpacked of a page that has its texts packed."""
    if isinstance(page, _PageAside):
        for name in _TEXTS:
            vars(page).pop(name, None)
