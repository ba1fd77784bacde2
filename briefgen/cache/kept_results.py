"""Results that are kept between runs, each under the hash of all that it depends on.

A result is one file, pickled and sealed; what is damaged, or sealed by somebody else, is none. Of what is
unpickled nothing is made but our own values.
"""

import io
import pickle
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import PurePath
from typing import TypeVar

from briefgen.cache.seal import seal_bytes, unseal_bytes
from briefgen.disk.own_key import own_key
from briefgen.disk.packaged import installed, package_hash
from briefgen.disk.reading import is_file, names_in, read_if_there
from briefgen.disk.writing import own_place, remove_file, replace_file
from briefgen.each import Each, Needs
from briefgen.model.layout import project
from briefgen.model.project import ProjectError

Item = TypeVar("Item")
Result = TypeVar("Result")

_LIMIT = 2
"""How many times what one run used may be kept: `check` and `build` need not have the same."""
_OURS = "briefgen."
_PLAIN = frozenset({("builtins", "frozenset"), ("builtins", "set")})


class KeptResults:
    """The results that are kept in one folder of the project's own."""

    def __init__(self, root: PurePath, folder: str, *, remembers: bool = False) -> None:
        self._root = root
        self._folder = folder
        self._key = own_key()
        self._tools = sha256("\0".join((package_hash(), *installed())).encode()).hexdigest()
        self._used: set[str] = set()
        self._new: dict[str, bytes] = {}
        self._remembers = remembers
        self._known: dict[str, object] = {}

    def each(self, each: Each) -> Each:
        """What gives the results that are kept, and has `each` of the others made as it is."""
        key, folder = self._key, self._place()
        if key is None or folder is None:
            return each

        def each_kept(
            function: Callable[[Item], Result],
            items: Sequence[Item],
            needs: Callable[[Item], Needs] | None = None,
            /,
        ) -> list[Result]:
            if needs is None:
                return each(function, items)
            names = [self._name(needs(item)) for item in items]
            self._used.update(names)
            found: dict[str, Result] = {}
            for name in names:
                if name in self._known:
                    found[name] = self._known[name]  # type: ignore[assignment]  # a name is that of one function
                    continue
                data = _read(folder / name)
                if data is not None and (kept := unseal_bytes(data, key)) is not None:
                    with suppress(*_UNREADABLE):
                        found[name] = _Unpickler(io.BytesIO(kept)).load()
            missing = [number for number, name in enumerate(names) if name not in found]
            made = each(function, [items[number] for number in missing])
            for number, result in zip(missing, made, strict=True):
                found[names[number]] = result
                self._new[names[number]] = seal_bytes(pickle.dumps(result, protocol=5), key)
            if self._remembers:
                self._known |= found
            return [found[name] for name in names]

        return each_kept

    def keep(self) -> None:
        """Keep what was made anew, where a command that writes has made our own folder; forget the rest.

        That it cannot be kept is no failure.
        """
        if not self._used:  # nobody asked, or there is no key: then nothing is known of what is there
            return
        with suppress(OSError, ProjectError):
            folder = own_place(self._root, self._folder)
            if not is_file(folder.parent / project.OWN_IGNORE):
                return
            for name, data in self._new.items():
                replace_file(folder / name, data)
            self._new.clear()
            there = set(names_in(folder)) - self._used
            if len(there) > (_LIMIT - 1) * len(self._used):
                for name in there:
                    if project.is_unfinished(name) or _is_ours(name):
                        remove_file(folder / name, if_there=True)
            self._known = {name: self._known[name] for name in self._used & self._known.keys()}
            self._used.clear()  # what is made next, by a server say, uses what it uses

    def _place(self) -> PurePath | None:
        try:
            return own_place(self._root, self._folder)
        except (OSError, ProjectError):
            return None

    def _name(self, needs: Needs) -> str:
        whole = sha256(self._tools.encode())
        for text in needs:
            data = text.encode("utf-8", "surrogatepass")
            whole.update(b"%d " % len(data))  # so that no two lists of texts are one run of bytes
            whole.update(data)
        return whole.hexdigest()


def _read(place: PurePath) -> bytes | None:
    try:
        return read_if_there(place)
    except OSError:
        return None


def _is_ours(name: str) -> bool:
    return len(name) == len(sha256().hexdigest()) and name.isalnum()


_UNREADABLE = (
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    TypeError,
    ValueError,
    pickle.UnpicklingError,
)
"""What a pickle of another form raises; only one that we sealed comes so far."""


class _Unpickler(pickle.Unpickler):
    """Makes nothing but values of ours."""

    def find_class(self, module: str, name: str) -> object:
        if not module.startswith(_OURS) and (module, name) not in _PLAIN:
            raise pickle.UnpicklingError(f"{module}.{name} is none of our values")
        return super().find_class(module, name)
