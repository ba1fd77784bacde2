"""Pages: what the renderer makes and the writer puts into docs/."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One generated file: its path relative to ``docs/``, with ``/``, and its whole text (``\\n`` ends)."""

    path: str
    text: str


class _LaterPage(Page):
    """One whose text is not there yet."""

    __slots__ = ("_write",)
    _write: Callable[[], str]

    def __getattr__(self, name: str) -> str:
        if name != "text":
            raise AttributeError(name)
        text = self._write()
        object.__setattr__(self, "text", text)
        return text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Page) and (self.path, self.text) == (other.path, other.text)

    def __hash__(self) -> int:
        return hash((self.path, self.text))

    def __reduce__(self) -> tuple[type[Page], tuple[str, str]]:
        return Page, (self.path, self.text)


def page_later(path: str, write: Callable[[], str]) -> Page:
    """A page whose text is written when somebody asks for it: to check a project, nobody does for most."""
    page = object.__new__(_LaterPage)
    object.__setattr__(page, "path", path)
    object.__setattr__(page, "_write", write)
    return page


def written_out(page: Page) -> Page:
    """The same page, with its text."""
    return Page(page.path, page.text)
