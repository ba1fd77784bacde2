"""Results that are kept between runs, each under the hash of all that it depends on.

A result is one file, pickled and sealed; what is damaged, or sealed by somebody else, is none. Of what is
unpickled nothing is made but our own values. What of a result is `Later` is a file of its own, and read when
it is asked for; a text of which the result is made is not kept a second time.
"""

import pickle
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath
from typing import Any, TypeVar

from briefgen.cache.kept_pickles import Unpickler, pickled
from briefgen.cache.seal import seal_bytes, unseal_bytes
from briefgen.disk.own_key import own_key
from briefgen.disk.packaged import installed, package_hash
from briefgen.disk.reading import is_file, names_in, read_if_there
from briefgen.disk.writing import own_place, remove_file, replace_file
from briefgen.each import Each, Needs
from briefgen.later import Later, Remade
from briefgen.model.layout import project
from briefgen.model.project import ProjectError
from briefgen.summed import Summary
from briefgen.text import TextFile

Item = TypeVar("Item")
Result = TypeVar("Result")

_LIMIT = 2
"""How many times what one run used may be kept: `check` and `build` need not have the same."""
_LATER = "-later"
"""Behind the name of a result: the file of what of it is read later."""
_QUICKLY = 1
_HELD = 64 << 20
"""How many bytes are held as they are until they are written, of all that is new; beyond, they are packed."""


class KeptResults:
    """The results that are kept in one folder of the project's own."""

    def __init__(self, root: PurePath, folder: str, *, remembers: bool = False) -> None:
        self._root = root
        self._folder = folder
        self._key = own_key()
        self._tools = sha256("\0".join((package_hash(), *installed())).encode()).hexdigest()
        self._used: set[str] = set()
        self._new: dict[str, tuple[bool, bytes]] = {}
        self._held = 0
        self._remembers = remembers
        self._known: dict[str, object] = {}
        self._texts: dict[tuple[str, str], TextFile] = {}
        self._summaries: dict[str, tuple[Summary, Needs]] = {}

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
            needed = [needs(item) for item in items]
            names = [self._name(need) if need else "" for need in needed]
            self._used.update(filter(None, names))
            found: dict[int, Result] = {}
            for number, name in enumerate(names):
                if name in self._known:
                    found[number] = self._known[name]  # type: ignore[assignment]  # a name is that of one function
                elif name and (data := self._read(folder / name, key)) is not None:
                    again = _Again(function, items[number])
                    with suppress(*_UNREADABLE):
                        found[number] = self._loaded(data, needed[number], folder / f"{name}{_LATER}", again)
            missing = [number for number in range(len(items)) if number not in found]
            made = each(function, [items[number] for number in missing])
            for number, result in zip(missing, made, strict=True):
                found[number] = result
                if names[number] and not getattr(result, "is_for_now", False):
                    self._note(names[number], result, needed[number], key)
            if self._remembers:
                self._known |= {names[number]: result for number, result in found.items() if names[number]}
            return [found[number] for number in range(len(items))]

        return each_kept

    def summary(self, needs: Needs) -> Summary:
        """The summary of a value that was made from just this; an empty one where none is kept."""
        name, folder = self._name(("a summary", *needs)), self._place()
        summary = Summary()
        if self._key is None or folder is None:
            return summary
        self._used.add(name)
        if name in self._summaries:
            return self._summaries[name][0]
        data = self._read(folder / name, self._key)
        if data is not None:
            with suppress(*_UNREADABLE):
                said = self._loaded(data, needs, folder / f"{name}{_LATER}")
                if isinstance(said, dict):
                    summary = Summary(said)
        self._summaries[name] = (summary, needs)
        return summary

    def _read(self, place: PurePath, key: bytes) -> bytes | None:
        try:
            data = read_if_there(place)
        except OSError:
            return None
        return None if data is None else unseal_bytes(data, key, place.name)

    def _loaded(self, data: bytes, needs: Needs, later: PurePath, again: "_Again | None" = None) -> Any:
        """What was pickled. Raises what is `_UNREADABLE`."""

        def read(number: int) -> object:
            kept = self._read(later, self._key or b"")
            if kept is not None:
                with suppress(*_UNREADABLE):
                    values: tuple[object, ...] = Unpickler(kept, needs, self._texts).load()
                    return values[number]
            if again is None:
                raise pickle.UnpicklingError("a summary has nothing of which it is read later")
            return self._made_again(again, number, needs, later)

        laters: dict[int, Later[object]] = {}

        def later_of(number: int) -> Later[object]:
            return laters.setdefault(number, Later(lambda: read(number)))

        return Unpickler(data, needs, self._texts, later_of).load()

    def _made_again(self, again: "_Again", number: int, needs: Needs, later: PurePath) -> object:
        """What was to be read later and is not there, or damaged: made as it was the first time."""
        result = again.function(again.item)
        _, laters = pickled(result, needs)
        if _are_kept(laters):
            self._note(later.name.removesuffix(_LATER), result, needs, self._key or b"")
        return laters[number].value

    def _note(self, name: str, result: object, needs: Needs, key: bytes) -> None:
        """Have a result kept at the end."""
        whole, laters = pickled(result, needs)
        self._hold(name, whole, key)
        if _are_kept(laters):
            rest, _ = pickled(tuple(one.value for one in laters), needs)
            self._hold(f"{name}{_LATER}", rest, key)

    def _hold(self, name: str, pickle: bytes, key: bytes) -> None:
        """Hold a file that is to be written, sealed, and packed where much is held."""
        data = seal_bytes(pickle, key, name)
        self._held += len(data)
        is_packed = self._held > _HELD
        self._new[name] = (is_packed, zlib.compress(data, _QUICKLY) if is_packed else data)

    def keep(self, is_wanted: Callable[[], bool] = lambda: True) -> None:
        """Keep what was made anew, where a command that writes has made our own folder; forget the rest.

        That it cannot be kept is no failure. What is not wanted any more is kept the next time.
        """
        if not self._used:  # nobody asked, or there is no key: then nothing is known of what is there
            return
        with suppress(OSError, ProjectError):
            folder = own_place(self._root, self._folder)
            if not has_place(self._root, self._folder):
                return
            if not self._write(folder, is_wanted):
                return
            for name, (summary, needs) in self._summaries.items():
                if summary.is_new and self._key:
                    self._note(name, summary.said, needs, self._key)
                    summary.is_new = False
                    if not self._write(folder, is_wanted):
                        return
            there = {name for name in names_in(folder) if name.removesuffix(_LATER) not in self._used}
            if sum(not name.endswith(_LATER) for name in there) > (_LIMIT - 1) * len(self._used):
                for name in there:
                    if project.is_unfinished(name) or _is_ours(name.removesuffix(_LATER)):
                        remove_file(folder / name, if_there=True)
            used = self._used & self._summaries.keys() if self._remembers else ()
            self._summaries = {name: self._summaries[name] for name in sorted(used)}
            self._known = {name: self._known[name] for name in self._used & self._known.keys()}
            self._used.clear()  # what is made next, by a server say, uses what it uses

    def _write(self, folder: PurePath, is_wanted: Callable[[], bool]) -> bool:
        """Write what is new; whether all of it was wanted. Raises OSError."""
        for name in tuple(self._new):
            if not is_wanted():
                return False
            is_packed, data = self._new[name]
            replace_file(folder / name, zlib.decompress(data) if is_packed else data)
            del self._new[name]
        self._held = 0
        return True

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


def _are_kept(laters: Sequence[Later[object]]) -> bool:
    """Whether there is something that is read later, and not made again."""
    return bool(laters) and not any(isinstance(one, Remade) for one in laters)


def has_place(root: PurePath, folder: str) -> bool:
    """Whether a command that writes has made our own folder, in which alone anything is kept."""
    with suppress(OSError, ProjectError):
        return is_file(own_place(root, folder).parent / project.OWN_IGNORE)
    return False


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


@dataclass(frozen=True, slots=True)
class _Again:
    """How a result is made a second time."""

    function: Callable[[Any], object]
    item: Any
