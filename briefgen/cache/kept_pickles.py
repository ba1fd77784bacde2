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
from briefgen.packing import PACKING, ByFields, as_ever
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
    places = {pair: number for number, pair in enumerate(pairwise(needs))}
    found: list[Later[object]] = []

    def text(one: TextFile) -> "_Told | object":
        place = places.get((one.path, one.text))
        return as_ever(one) if place is None else (kept_text, (place,))

    def later(one: Later[object]) -> _Told:
        found.append(one)
        return kept_later, (len(found) - 1,)

    whole = io.BytesIO()
    pickler = pickle.Pickler(whole, protocol=pickle.HIGHEST_PROTOCOL)
    # Nothing in the table leads back to the pickler: a circle would stay, with all that was pickled.
    pickler.dispatch_table = ByFields({**PACKING, TextFile: text, Later: later, Remade: later})
    pickler.dump(value)
    return whole.getvalue(), found


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
