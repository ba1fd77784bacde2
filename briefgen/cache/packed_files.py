"""Files, and pieces of them, as they were packed, by what they hold: to pack one takes a hundred times as
long as to find it."""

import marshal
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import PurePath

from briefgen.cache.seal import seal_bytes, unseal_bytes
from briefgen.disk.own_key import own_key
from briefgen.disk.packaged import package_hash
from briefgen.disk.reading import is_file, read_if_there
from briefgen.disk.writing import own_place, replace_file
from briefgen.model.layout import project
from briefgen.model.project import ProjectError


class PackedFiles:
    """What the last run packed, and this one does."""

    def __init__(self, root: PurePath) -> None:
        self._root = root
        self._key = own_key()
        self._tools = f"{package_hash()} {zlib.ZLIB_RUNTIME_VERSION}"
        self._before = self._find()
        self._now: dict[bytes, bytes] = {}

    def __call__(self, name: bytes, make: Callable[[], bytes]) -> bytes:
        """What is packed under a name, a hash of all it is made from; where none is kept, what is made."""
        packed = self._before.get(name)
        self._now[name] = packed = make() if packed is None else packed
        return packed

    def keep(self) -> None:
        """Keep what this run packed or found. That it cannot be kept is no failure."""
        if self._key is None or self._now.keys() == self._before.keys():
            return
        data = seal_bytes(marshal.dumps((self._tools, self._now)), self._key, project.PACKS)
        with suppress(OSError, ProjectError):
            place = own_place(self._root, project.PACKS)
            if is_file(place.parent / project.OWN_IGNORE):
                replace_file(place, data)

    def _find(self) -> dict[bytes, bytes]:
        with suppress(OSError, ProjectError, EOFError, TypeError, ValueError):
            data = read_if_there(own_place(self._root, project.PACKS))
            if data is not None and self._key is not None:
                tools, packs = marshal.loads(unseal_bytes(data, self._key, project.PACKS) or b"")
                if tools == self._tools:
                    return dict(packs)
        return {}
