"""Pickles of results that are kept: without the texts of which a result is made, and without what is `Later`.

Both are told by their number. Of what is unpickled nothing is made but our own values.
"""

import io
import pickle
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import NoReturn

from briefgen.each import Needs
from briefgen.later import Later, Remade
from briefgen.member import PICKLED, member
from briefgen.packing import PACKING, ByFields, Packing, as_ever
from briefgen.text import TextFile

_OURS = "briefgen."
_PLAIN = frozenset({("builtins", "frozenset"), ("builtins", "set")})
_FOUND: dict[tuple[str, str], object] = {}
"""What was found by its name before."""
_FINDS = pickle.Unpickler(io.BytesIO())
_Told = tuple[Callable[[int], NoReturn], tuple[int]]


def kept_text(number: int) -> NoReturn:
    """Stands in a pickle for a text by its place among the needs."""
    raise pickle.UnpicklingError(f"a text that nobody gave: {number}")


def kept_later(number: int) -> NoReturn:
    """Stands in a pickle for a value that is read later."""
    raise pickle.UnpicklingError(f"a value that nobody reads: {number}")


def pickled(value: object, needs: Needs) -> tuple[bytes, list[Later[object]]]:
    """The pickle of a value, and what in it is read later."""
    whole = io.BytesIO()
    pickler = _Pickler(whole, needs)
    pickler.dump(value)
    return whole.getvalue(), pickler.later


class _Pickler(pickle.Pickler):
    """Leaves out the texts of which a result is made, and what is `later`."""

    def __init__(self, file: io.BytesIO, needs: Needs) -> None:
        super().__init__(file, protocol=pickle.HIGHEST_PROTOCOL)
        self._places = {pair: number for number, pair in enumerate(pairwise(needs))}
        self.later: list[Later[object]] = []
        own: dict[type, Packing] = {TextFile: self._text, Later: self._later, Remade: self._later}
        self.dispatch_table = ByFields({**PACKING, **own})

    def _text(self, value: TextFile) -> "_Told | object":
        place = self._places.get((value.path, value.text))
        return as_ever(value) if place is None else (kept_text, (place,))

    def _later(self, value: Later[object]) -> _Told:
        self.later.append(value)
        return kept_later, (len(self.later) - 1,)


@cache
def _ours(module: str, name: str) -> object:
    """A class of ours: in a large project a few of them are asked for a hundred thousand times."""
    if not module.startswith(_OURS) and (module, name) not in _PLAIN:
        raise pickle.UnpicklingError(f"{module}.{name} is none of our values")
    return _FINDS.find_class(module, name)


class Unpickler(pickle.Unpickler):
    """Makes nothing but values of ours."""

    def __init__(
        self,
        data: bytes,
        needs: Needs,
        texts: dict[tuple[str, str], TextFile],
        later: Callable[[int], Later[object]] = kept_later,
    ) -> None:
        super().__init__(io.BytesIO(data))
        self._needs = needs
        self._texts = texts
        self._later = later

    def find_class(self, module: str, name: str) -> object:
        if module == __name__:
            return self._later if name == kept_later.__name__ else self._text
        known = _FOUND.get((module, name))
        if known is not None:
            return known
        if (module, name) == PICKLED:
            return member
        if not module.startswith(_OURS) and (module, name) not in _PLAIN:
            raise pickle.UnpicklingError(f"{module}.{name} is none of our values")
        found = _FOUND[module, name] = super().find_class(module, name)
        return found

    def _text(self, number: int) -> TextFile:
        pair = self._needs[number], self._needs[number + 1]
        if pair not in self._texts:
            self._texts[pair] = TextFile(*pair)
        return self._texts[pair]
