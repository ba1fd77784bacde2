"""Named bytes that are kept in one folder of the project's own, in few files: packs, as git has them.

A run writes what is new as one pack, or one more whenever much is held. Where packs are many, small ones
become one; where more is kept that no run uses than what is used, that is left out. What is damaged, foreign
or of another form is none, and removed. Two runs at a time lose nothing but time: a pack is read by whoever
opened it, also where another run has removed it meanwhile.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import PurePath

from briefgen.cache.pack import Pack, Slice, write_pack
from briefgen.cache.seal import seal_bytes, unseal_bytes
from briefgen.disk.reading import is_file, names_in
from briefgen.disk.writing import own_place, remove_file
from briefgen.model.layout import project
from briefgen.model.project import ProjectError

_MOST = 16
"""So many packs may be there; beyond, small ones are made one."""
_SMALL = 8
"""A small one has less than this part of all bytes."""
_HELD = 64 << 20
"""How many bytes are held until they are written; beyond, they are a pack of their own."""
_QUICKLY = 1
_PIECE = 1 << 20


class Packs:
    """What is kept in a folder, under a key without which it is none."""

    def __init__(self, root: PurePath, folder: str, key: bytes) -> None:
        self._root = root
        self._folder = folder
        self._key = key
        self._packs: dict[str, Pack] = {}
        self._where: dict[str, tuple[Pack, Slice]] = {}
        self._left: list[str] = []
        self._held: dict[str, tuple[bool, bytes]] = {}
        self._rare: set[str] = set()
        self._bytes = 0
        self._most = _HELD

    def look(self) -> None:
        """See what is there now: other runs may have written since."""
        try:
            folder = own_place(self._root, self._folder)
            names = names_in(folder) if self._has_place() else []
        except (OSError, ProjectError):
            folder, names = PurePath(), []
        found: dict[str, Pack] = {}
        self._left = [name for name in names if project.is_kept_alone(name)]
        for name in sorted(filter(project.number_of_pack, names), key=project.number_of_pack):
            with suppress(OSError):
                try:
                    found[name] = self._packs.get(name) or Pack(folder, name, self._key)
                except ValueError:  # UnicodeDecodeError, too
                    self._left.append(name)
        if found != self._packs:
            self._packs = found
            self._where = {name: (pack, at) for pack in found.values() for name, at in pack.entries.items()}

    def read(self, name: str) -> bytes | None:
        """The bytes under a name; None where there are none, or not as they were written."""
        if name in self._held:
            sealed = _sealed(self._held[name])
        elif name in self._where:
            pack, at = self._where[name]
            try:
                sealed = pack.read(at)
            except OSError:
                return None
        else:
            return None
        data = unseal_bytes(sealed, self._key, name)
        if data is None:
            self._where.pop(name, None)
        return data

    def hold(self, name: str, data: bytes, *, rarely: bool = False) -> None:
        """Have bytes kept under a name, in place of what was kept under it; `rarely` read ones lie apart."""
        sealed = seal_bytes(data, self._key, name)
        self._bytes += len(sealed)
        if self._bytes > self._most:
            self._most += _HELD
            with suppress(OSError, ProjectError):
                self.write()
        is_packed = self._bytes > _HELD  # nobody has made our folder yet
        self._held[name] = (is_packed, zlib.compress(sealed, _QUICKLY) if is_packed else sealed)
        if rarely:
            self._rare.add(name)

    def write(self) -> None:
        """Write what is held, where a command that writes has made our own folder. Raises OSError,
        ProjectError."""
        if self._held and self._has_place():
            self._write_held()

    def _write_held(self) -> None:
        names = sorted(self._held, key=self._rare.__contains__)
        held = {name: self._held[name] for name in names}
        lengths = {name: len(_sealed(one)) for name, one in held.items()}
        self._write(lengths, map(_sealed, held.values()))
        self._held.clear()
        self._rare.clear()
        self._bytes, self._most = 0, _HELD

    def _write(self, lengths: dict[str, int], entries: Iterable[bytes]) -> None:
        self.look()
        folder = own_place(self._root, self._folder)
        number = 1 + max(map(project.number_of_pack, self._packs), default=0)
        write_pack(folder, number, self._key, lengths, entries)
        self.look()

    def tidy(self, is_used: Callable[[str], bool]) -> None:
        """Forget what is not used, where that is more than what is, and have few files. Raises OSError,
        ProjectError."""
        self.look()
        used = sum(at[1] for name, (_, at) in self._where.items() if is_used(name))
        every = sum(at[1] for pack in self._packs.values() for at in pack.entries.values())
        forgets = every > 2 * used
        is_kept = is_used if forgets else self._where.__contains__
        going = {name for name in self._packs if self._is_to_go(name, forgets=forgets, is_kept=is_kept)}
        rest = {
            name: found for name, found in self._where.items() if found[0].name in going and is_kept(name)
        }
        if rest:
            rest = dict(sorted(rest.items(), key=lambda one: (one[1][0].name, one[1][1])))
            self._write({name: at[1] for name, (_, at) in rest.items()}, _copied(rest.values()))
        folder = own_place(self._root, self._folder)
        unfinished = filter(project.is_unfinished, names_in(folder)) if going else ()
        for name in (*going, *self._left, *unfinished):
            if name in self._packs:
                self._packs[name].close()
            remove_file(folder / name, if_there=True)
        self.look()

    def _is_to_go(self, name: str, *, forgets: bool, is_kept: Callable[[str], bool]) -> bool:
        """Whether a pack is to be made anew, with others, of what of it is kept."""
        pack = self._packs[name]
        current = [one for one in pack.entries if self._where.get(one, (None,))[0] is pack]
        if not current or (
            forgets and not (len(current) == len(pack.entries) and all(map(is_kept, current)))
        ):
            return True
        whole = sum(one.size for one in self._packs.values())
        return len(self._packs) > _MOST and pack.size * _SMALL < whole

    def _has_place(self) -> bool:
        return has_place(self._root, self._folder)


def has_place(root: PurePath, folder: str) -> bool:
    """Whether a command that writes has made our own folder, in which alone anything is kept."""
    with suppress(OSError, ProjectError):
        return is_file(own_place(root, folder).parent / project.OWN_IGNORE)
    return False


def _sealed(held: tuple[bool, bytes]) -> bytes:
    is_packed, data = held
    return zlib.decompress(data) if is_packed else data


def _copied(found: Iterable[tuple[Pack, Slice]]) -> Iterator[bytes]:
    """The bytes of entries, as they are: what stands side by side is read at once. Raises OSError."""
    pack, start, end = None, 0, 0
    for one, (at, length) in (*found, (None, (0, 0))):
        if one is pack and at == end and end - start < _PIECE:
            end += length
            continue
        if pack is not None:
            data = pack.read((start, end - start))
            if len(data) != end - start:
                raise OSError(f"{pack.name} was cut off")
            yield data
        pack, start, end = one, at, at + length
