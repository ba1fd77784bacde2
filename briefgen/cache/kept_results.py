"""Results that are kept between runs, each under the hash of all that it depends on.

A result is an entry of a pack (`packs.py`), pickled and sealed; what is damaged, or sealed by somebody else,
is none. Of what is unpickled nothing is made but our own values. What of a result is `Later` is an entry of
its own, and read when it is asked for; a text of which the result is made is not kept a second time.
"""

import pickle
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath
from typing import Any, TypeVar

from briefgen.cache.kept_pickles import Unpickler, pickled
from briefgen.cache.packs import Packs, has_place
from briefgen.disk.own_key import own_key
from briefgen.disk.packaged import installed, package_hash
from briefgen.each import Each, Needs
from briefgen.later import Later, Remade
from briefgen.model.project import ProjectError
from briefgen.summed import Summary
from briefgen.text import TextFile

Item = TypeVar("Item")
Result = TypeVar("Result")

_LATER = "-later"
"""Behind the name of a result: what of it is read later."""
_LONG = 500
"""Texts of more letters are hashed once."""


class KeptResults:
    """The results that are kept in one folder of the project's own."""

    def __init__(self, root: PurePath, folder: str, *, remembers: bool = False) -> None:
        self._root = root
        self._folder = folder
        key = own_key()
        self._packs = None if key is None else Packs(root, folder, key)
        self._tools = sha256("\0".join((package_hash(), *installed())).encode()).hexdigest()
        self._used: set[str] = set()
        self._remembers = remembers
        self._known: dict[str, object] = {}
        self._texts: dict[tuple[str, str], TextFile] = {}
        self._summaries: dict[str, tuple[Summary, Needs]] = {}
        self._hashes: dict[str, bytes] = {}

    def each(self, each: Each) -> Each:
        """What gives the results that are kept, and has `each` of the others made as it is."""
        packs = self._packs
        if packs is None:
            return each
        packs.look()

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
                elif name and (data := packs.read(name)) is not None:
                    again = _Again(function, items[number])
                    with suppress(*_UNREADABLE):
                        found[number] = self._loaded(packs, name, data, needed[number], again)
            missing = [number for number in range(len(items)) if number not in found]
            made = each(function, [items[number] for number in missing])
            for number, result in zip(missing, made, strict=True):
                found[number] = result
                if names[number] and not getattr(result, "is_for_now", False):
                    _note(packs, names[number], result, needed[number])
            if self._remembers:
                self._known |= {names[number]: result for number, result in found.items() if names[number]}
            return [found[number] for number in range(len(items))]

        return each_kept

    def uses(self, needs: Needs) -> None:
        """Have a result kept on, if it is, though nobody asks for it in this run."""
        self._used.add(self._name(needs))

    def summary(self, needs: Needs) -> Summary:
        """The summary of a value that was made from just this; an empty one where none is kept."""
        packs = self._packs
        if packs is None:
            return Summary()
        name = self._name(("a summary", *needs))
        summary = Summary(name=name)
        self._used.add(name)
        if name in self._summaries:
            return self._summaries[name][0]
        data = packs.read(name)
        if data is not None:
            with suppress(*_UNREADABLE):
                said, aside = self._loaded(packs, name, data, needs)
                summary = Summary(said, name, aside)
        self._summaries[name] = (summary, needs)
        return summary

    def _loaded(
        self, packs: Packs, name: str, data: bytes, needs: Needs, again: "_Again | None" = None
    ) -> Any:
        """What was pickled. Raises what is `_UNREADABLE`."""

        def read(number: int) -> object:
            kept = packs.read(f"{name}{_LATER}")
            if kept is not None:
                with suppress(*_UNREADABLE):
                    values: tuple[object, ...] = Unpickler(kept, needs, self._texts).load()
                    return values[number]
            if again is None:  # of a summary: whoever asks is told anew
                return {}
            return _made_again(packs, again, number, needs, name)

        laters: dict[int, Later[object]] = {}

        def later_of(number: int) -> Later[object]:
            return laters.setdefault(number, Later(lambda: read(number)))

        return Unpickler(data, needs, self._texts, later_of).load()

    def keep(self, is_wanted: Callable[[], bool] = lambda: True) -> None:
        """Keep what was made anew, where a command that writes has made our own folder; forget the rest.

        That it cannot be kept is no failure. What is not wanted any more is kept the next time.
        """
        packs = self._packs
        if packs is None or not self._used:  # nobody asked: then nothing is known of what is there
            return
        with suppress(OSError, ProjectError):
            if not has_place(self._root, self._folder):
                return
            for name, (summary, needs) in self._summaries.items():
                if not is_wanted():
                    return
                if summary.is_new:
                    _note(packs, name, (summary.said, summary.aside), needs)
                    summary.is_new = False
            if not is_wanted():
                return
            packs.write()
            packs.tidy(lambda name: name.removesuffix(_LATER) in self._used)
            used = self._used & self._summaries.keys() if self._remembers else ()
            self._summaries = {name: self._summaries[name] for name in sorted(used)}
            self._known = {name: self._known[name] for name in self._used & self._known.keys()}
            self._hashes.clear()
            self._used.clear()  # what is made next, by a server say, uses what it uses

    def _name(self, needs: Needs) -> str:
        whole = sha256(self._tools.encode())
        for text in needs:
            if len(text) > _LONG:  # a file, which several results of a brief are made from
                if text not in self._hashes:
                    self._hashes[text] = sha256(text.encode("utf-8", "surrogatepass")).digest()
                whole.update(b"#" + self._hashes[text])
                continue
            data = text.encode("utf-8", "surrogatepass")
            whole.update(b"%d " % len(data))  # so that no two lists of texts are one run of bytes
            whole.update(data)
        return whole.hexdigest()


def _are_kept(laters: Sequence[Later[object]]) -> bool:
    """Whether there is something that is read later, and not made again."""
    return bool(laters) and not any(isinstance(one, Remade) for one in laters)


def _note(packs: Packs, name: str, result: object, needs: Needs) -> None:
    """Have a result kept at the end."""
    whole, laters = pickled(result, needs)
    packs.hold(name, whole)
    if _are_kept(laters):
        rest, _ = pickled(tuple(one.value for one in laters), needs)
        packs.hold(f"{name}{_LATER}", rest, rarely=True)


def _made_again(packs: Packs, again: "_Again", number: int, needs: Needs, name: str) -> object:
    """What was to be read later and is not there, or damaged: made as it was the first time."""
    result = again.function(again.item)
    _, laters = pickled(result, needs)
    if _are_kept(laters):
        _note(packs, name, result, needs)
    return laters[number].value


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
