"""What functions said of one value, kept with it: where the value is as it was, they are not asked again."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from briefgen.each import Needs

Asked = ParamSpec("Asked")
Result = TypeVar("Result")

_WORDS = (str, int, type(None))
"""What a function may be told beside the value: all that decides what it says, and nothing large."""


class Summary:
    """What was said of a value by the function and by what that was told; `is_new` once there is more.

    `name` is a hash of all that the value was made from, empty where nobody can tell.
    """

    __slots__ = ("is_new", "name", "said")

    def __init__(self, said: dict[tuple[object, ...], object] | None = None, name: str = "") -> None:
        self.said = {} if said is None else said
        self.name = name
        self.is_new = False

    def __reduce__(self) -> tuple[type["Summary"], tuple[()]]:
        return Summary, ()  # a value that is sent takes nothing along that could be asked for


Summaries = Callable[[Needs], Summary]
"""Gives the summary of the value that was made from just this."""


class HasSummary(Protocol):
    """A value with a summary, which says nothing that is not in the value."""

    @property
    def summary(self) -> Summary:
        """What was said of it before, in this run, or in an earlier one if anything is kept."""
        ...

    @property
    def around(self) -> str:
        """What is said of it depends on beside it, in one word; empty for what is whole by itself."""
        ...


One = TypeVar("One", bound=HasSummary)


def summed(function: Callable[Concatenate[One, Asked], Result]) -> Callable[Concatenate[One, Asked], Result]:
    """Decorates a function of a value, and of words, that says the same of the same.

    Its result is small, holds no part of a tree, and nobody changes it.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def asked(one: One, /, *words: Asked.args, **named: Asked.kwargs) -> Result:
        summary = one.summary
        key = (name, one.around, *words)
        if key not in summary.said:
            if named or not all(isinstance(word, _WORDS) for word in words):
                raise TypeError(f"{name} is told more than words")
            summary.said[key] = function(one, *words, **named)
            summary.is_new = True
        return summary.said[key]  # type: ignore[return-value]  # a key begins with its function

    return asked
