"""Packs as they lie in a folder, read by what `briefgen/cache/pack.py` says of them, without its code."""

import struct
from collections.abc import Callable
from pathlib import Path

from briefgen.cache.pack import write_pack
from briefgen.disk.own_key import own_key

_MARK = b"briefgen pack 1\n"


def packs_in(folder: Path) -> list[Path]:
    """The packs of a folder, the oldest first."""
    return sorted(folder.glob("*.pack"))


def entries_of(data: bytes) -> dict[str, bytes]:
    """The entries of a pack, sealed as they are, by their names."""
    assert data.startswith(_MARK)
    assert data.endswith(_MARK)
    start, size = struct.unpack("<QQ", data[-16 - len(_MARK) : -len(_MARK)])
    _, count, rest = data[start : start + size].split(b"\n", 2)
    *names, lengths = rest.split(b"\n", int(count))
    at, found = len(_MARK), {}
    for name, (length,) in zip(names, struct.iter_unpack("<Q", lengths), strict=True):
        found[name.decode()] = data[at : at + length]
        at += length
    assert at == start
    return found


def entries_in(folder: Path) -> dict[str, bytes]:
    """All that is kept in a folder, the newest of each name."""
    found: dict[str, bytes] = {}
    for pack in packs_in(folder):
        found |= entries_of(pack.read_bytes())
    return found


def write_anew(folder: Path, change: Callable[[dict[str, bytes]], dict[str, bytes]]) -> None:
    """Make one pack of all, after a change of what is sealed: as somebody with our key would."""
    entries = change(entries_in(folder))
    for pack in packs_in(folder):
        pack.unlink()
    lengths = {name: len(data) for name, data in entries.items()}
    write_pack(folder, 1, own_key() or b"", lengths, entries.values())
