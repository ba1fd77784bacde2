"""Pages: what the renderer makes and the writer puts into docs/."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One generated file: its path relative to ``docs/``, with ``/``, and its whole text (``\\n`` ends)."""

    path: str
    text: str

    def data(self) -> bytes:
        """The bytes of its file."""
        return self.text.encode()


class _OtherPage(Page):
    """One whose text is had in another way."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Page) and (self.path, self.text) == (other.path, other.text)

    def __hash__(self) -> int:
        return hash((self.path, self.text))


class _LaterPage(_OtherPage):
    """One whose text is not there yet."""

    __slots__ = ("_write",)
    _write: Callable[[], str]

    def __getattr__(self, name: str) -> str:
        if name != "text":
            raise AttributeError(name)
        text = self._write()
        object.__setattr__(self, "text", text)
        return text

    def data(self) -> bytes:
        try:
            text: str = object.__getattribute__(self, "text")
        except AttributeError:
            text = self._write()  # who writes it down need not hold it
        return text.encode()

    def __reduce__(self) -> tuple[Callable[[str, bytes], Page], tuple[str, bytes]]:
        return _packed, (self.path, self.data())


class _PackedPage(_OtherPage):
    """One whose text is kept as it is written to its file: in memory a text with a single dash takes two
    bytes for each of its letters, and of a large site all texts are held at once."""

    __slots__ = ("_data",)
    _data: bytes

    def __getattr__(self, name: str) -> str:
        if name != "text":
            raise AttributeError(name)
        return self._data.decode()

    def data(self) -> bytes:
        return self._data

    def __reduce__(self) -> tuple[Callable[[str, bytes], Page], tuple[str, bytes]]:
        return _packed, (self.path, self._data)


def page_later(path: str, write: Callable[[], str]) -> Page:
    """A page whose text is written when somebody asks for it: to check a project, nobody does for most."""
    page = object.__new__(_LaterPage)
    object.__setattr__(page, "path", path)
    object.__setattr__(page, "_write", write)
    return page


def written_out(page: Page) -> Page:
    """The same page, with its text, in the form that takes the least memory."""
    return _packed(page.path, page.data())


def _packed(path: str, data: bytes) -> Page:
    page = object.__new__(_PackedPage)
    object.__setattr__(page, "path", path)
    object.__setattr__(page, "_data", data)
    return page
