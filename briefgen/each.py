"""The same done with each of many values: how, is for whoever starts the run to say."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


Needs = tuple[str, ...]
"""What a result depends on beside our code and the tools we call: what is done, and to what."""


class Each(Protocol):
    """Gives the results of a function for each of many items, in the order of the items.

    `needs` says of an item what its result depends on. Where two items need the same, the result of one may
    be taken for that of the other, also if it was made in another run.
    """

    def __call__(
        self,
        function: Callable[[Item], Result],
        items: Sequence[Item],
        needs: Callable[[Item], Needs] | None = None,
        /,
    ) -> list[Result]:
        """The results; raises what the function raises."""


def unkept(each: Each) -> Each:
    """For whoever may have results kept, and does not."""
    return each


def one_by_one(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    _: Callable[[Item], Needs] | None = None,
    /,
) -> list[Result]:
    """One after the other, in this process."""
    return [function(item) for item in items]
