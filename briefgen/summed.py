"""What functions said of one value, kept with it: where the value is as it was, they are not asked again."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from briefgen.each import Needs
from briefgen.later import Later

Asked = ParamSpec("Asked")
Result = TypeVar("Result")

_WORDS = (str, int, type(None))
"""What a function may be told beside the value: all that decides what it says, and nothing large."""
Said = dict[tuple[object, ...], object]
"""What was said, by the function and what that was told."""


class Summary:
    """What was said of a value; `is_new` once there is more. `aside` is what is seldom asked for.

    `name` is a hash of all that the value was made from, empty where nobody can tell.
    """

    __slots__ = ("aside", "is_new", "name", "said")

    def __init__(self, said: Said | None = None, name: str = "", aside: Later[Said] | None = None) -> None:
        self.said = {} if said is None else said
        self.aside: Later[Said] = Later.of({}) if aside is None else aside
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
    return _kept(function, lambda summary: summary.said)


def summed_aside(
    function: Callable[Concatenate[One, Asked], Result],
) -> Callable[Concatenate[One, Asked], Result]:
    """As `summed`, for what is asked of a brief that is as it was only where something beside it changed.

    It lies apart, and of most briefs it is never read.
    """
    return _kept(function, lambda summary: summary.aside.value)


def _kept(
    function: Callable[Concatenate[One, Asked], Result], place: Callable[[Summary], Said]
) -> Callable[Concatenate[One, Asked], Result]:
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def asked(one: One, /, *words: Asked.args, **named: Asked.kwargs) -> Result:
        summary = one.summary
        key = (name, one.around, *words)
        said = place(summary)
        if key not in said:
            if named or not all(isinstance(word, _WORDS) for word in words):
                raise TypeError(f"{name} is told more than words")
            said[key] = function(one, *words, **named)
            summary.is_new = True
        return said[key]  # type: ignore[return-value]  # a key begins with its function

    return asked
