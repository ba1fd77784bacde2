"""One file with much that is kept, which nobody changes once it stands: entries, then a list of their names.

Each entry is sealed under its name, so it can be read and believed alone, and copied without either. The
list is sealed under the name of the file.
"""

import struct
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import accumulate
from pathlib import PurePath

from briefgen.cache.seal import seal_bytes, unseal_bytes
from briefgen.disk.slices import Slices
from briefgen.disk.writing import replace_by_pieces
from briefgen.model.layout import project

_MARK = b"briefgen pack 1\n"
_TAIL = struct.Struct("<QQ")
"""Behind the list: where it begins, how long it is, and the mark once more."""
_NUMBER = "Q"

Slice = tuple[int, int]
"""Where an entry begins, and how long it is."""


class Pack:
    """A pack that stands on the disk. Raises OSError where it cannot be read, ValueError where it is none of
    ours, or damaged."""

    def __init__(self, folder: PurePath, name: str, key: bytes) -> None:
        self.name = name
        self._slices = Slices(folder / name)
        try:
            self.size = self._slices.size
            self.entries: Mapping[str, Slice] = self._listed(key)
        except BaseException:
            self.close()
            raise

    def _listed(self, key: bytes) -> dict[str, Slice]:
        length = _TAIL.size + len(_MARK)
        tail = self._slices.read(max(self.size - length, 0), length)
        if len(tail) != length or tail[_TAIL.size :] != _MARK:
            raise ValueError("no pack")
        start, size = _TAIL.unpack(tail[: _TAIL.size])
        if start + size + length != self.size:
            raise ValueError("cut off")
        listed = unseal_bytes(self._slices.read(start, size), key, self.name)
        if listed is None:
            raise ValueError("not sealed by us")
        count, _, rest = listed.partition(b"\n")
        *names, numbers = rest.split(b"\n", int(count))
        lengths = struct.unpack(f"<{int(count)}{_NUMBER}", numbers)
        starts = accumulate(lengths, initial=len(_MARK))
        return dict(zip((name.decode() for name in names), zip(starts, lengths, strict=False), strict=True))

    def read(self, at: Slice) -> bytes:
        """The bytes of an entry, sealed as they are."""
        return self._slices.read(*at)

    def close(self) -> None:
        """Read no more of it."""
        self._slices.close()


def write_pack(
    folder: PurePath, number: int, key: bytes, lengths: Mapping[str, int], entries: Iterable[bytes]
) -> str:
    """Write a pack of entries that are sealed already, in pieces of any length; its name. Raises OSError."""
    listed = b"%d\n" % len(lengths)
    listed += b"".join(name.encode() + b"\n" for name in lengths)
    listed += struct.pack(f"<{len(lengths)}{_NUMBER}", *lengths.values())
    name = project.pack(number, sha256(listed).hexdigest())
    sealed = seal_bytes(listed, key, name)

    def pieces() -> Iterator[bytes]:
        yield _MARK
        yield from entries
        yield sealed + _TAIL.pack(len(_MARK) + sum(lengths.values()), len(sealed)) + _MARK

    replace_by_pieces(folder / name, pieces())
    return name
