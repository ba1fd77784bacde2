"""Pages: what the renderer makes and the writer puts into docs/."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from briefgen.each import Needs
from briefgen.later import Later, Remade


@dataclass(frozen=True, slots=True)
class Page:
    """One generated file: its path relative to ``docs/``, with ``/``, and its whole text (``\\n`` ends)."""

    path: str
    text: str

    def data(self) -> bytes:
        """The bytes of its file."""
        return self.text.encode()

    @property
    def sha256(self) -> str:
        """The hash of its file, in hexadecimal."""
        return sha256(self.data()).hexdigest()

    @property
    def needs(self) -> Needs:
        """What its text is made from beside its path, if that is many things; nothing where nobody says."""
        return ()


class _OtherPage(Page):
    """One whose text is had in another way."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Page) and (self.path, self.text) == (other.path, other.text)

    def __hash__(self) -> int:
        return hash((self.path, self.text))


class _LaterPage(_OtherPage):
    """One whose text is not there yet; of some the hash is known all the same."""

    __slots__ = ("_hash", "_needs", "_write")
    _write: Callable[[], str]
    _hash: str
    _needs: Needs

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

    @property
    def sha256(self) -> str:
        return self._hash or super().sha256

    @property
    def needs(self) -> Needs:
        return self._needs

    def written_out(self) -> Page:
        """As `written_out` has it."""
        return self if self._hash else _packed_now(self)

    def __reduce__(self) -> tuple[Callable[[str, str, Later[bytes]], Page], tuple[str, str, Later[bytes]]]:
        return _packed, _parts_of(self)


class _PackedPage(_OtherPage):
    """One whose text is kept as it is written to its file: in memory a text with a single dash takes two
    bytes for each of its letters, and of a large site all texts are held at once. What was kept of an earlier
    run is read when somebody asks for it: where the file in ``docs/`` has the hash, nobody does."""

    __slots__ = ("_data", "_hash")
    _data: Later[bytes]
    _hash: str

    def __getattr__(self, name: str) -> str:
        if name != "text":
            raise AttributeError(name)
        return self.data().decode()

    def data(self) -> bytes:
        return self._data.value

    @property
    def sha256(self) -> str:
        return self._hash

    def __reduce__(self) -> tuple[Callable[[str, str, Later[bytes]], Page], tuple[str, str, Later[bytes]]]:
        return _packed, (self.path, self._hash, self._data)


def page_later(path: str, write: Callable[[], str], known_hash: str = "", needs: Needs = ()) -> Page:
    """A page whose text is written when somebody asks for it: to check a project, nobody does for most.

    Where its hash is known it is written only if another file, or none, stands in its place; so is one that
    `needs` what it did when `with_kept_hash` was asked for it.
    """
    page = object.__new__(_LaterPage)
    object.__setattr__(page, "path", path)
    object.__setattr__(page, "_write", write)
    object.__setattr__(page, "_hash", known_hash)
    object.__setattr__(page, "_needs", needs)
    return page


def written_out(page: Page) -> Page:
    """The same page, with its text, in the form that takes the least memory; or with its hash, if that is
    known without the text."""
    if isinstance(page, _PackedPage):
        return page
    return page.written_out() if isinstance(page, _LaterPage) else _packed_now(page)


def with_kept_hash(page: Page) -> Page:
    """The same page with its text, of which the hash alone is kept: it is made anew for whoever asks."""
    data = page.data()
    return _packed(page.path, sha256(data).hexdigest(), Remade.of(data))


def _packed_now(page: Page) -> Page:
    return _packed(*_parts_of(page))


def _parts_of(page: Page) -> tuple[str, str, Later[bytes]]:
    data = page.data()
    return page.path, sha256(data).hexdigest(), Later.of(data)


def _packed(path: str, known_hash: str, data: Later[bytes]) -> Page:
    page = object.__new__(_PackedPage)
    object.__setattr__(page, "path", path)
    object.__setattr__(page, "_hash", known_hash)
    object.__setattr__(page, "_data", data)
    return page
