"""The same done with each of many values: how, is for whoever starts the run to say."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Each(Protocol):
    """Gives the results of a function for each of many items, in the order of the items."""

    def __call__(self, function: Callable[[Item], Result], items: Sequence[Item], /) -> list[Result]:
        """The results; raises what the function raises."""


def one_by_one(function: Callable[[Item], Result], items: Sequence[Item], /) -> list[Result]:
    """One after the other, in this process."""
    return [function(item) for item in items]
