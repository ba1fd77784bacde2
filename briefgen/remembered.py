"""Results that a running program remembers: of functions that make the same of the same, and are asked again.

Only a program that asks again and again remembers: `serve` has a `Memory` at work while it refreshes what it
shows. Everywhere else a remembered function is called each time.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Result = TypeVar("Result")


class Memory:
    """The results of remembered functions that the last round of work asked for."""

    def __init__(self) -> None:
        self._now: dict[Hashable, object] = {}
        self._before: dict[Hashable, object] = {}

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """One round. What it does not ask for is forgotten, unless it breaks off."""
        token = _AT_WORK.set(self)
        try:
            yield
        except BaseException:
            self._now = self._before | self._now
            raise
        finally:
            _AT_WORK.reset(token)
            self._before, self._now = self._now, {}

    def result(self, asked: Hashable, make: Callable[[], Result]) -> Result:
        """The result under a key, made if it is not known."""
        now = self._now
        if asked not in now:
            now[asked] = self._before[asked] if asked in self._before else make()
        return now[asked]  # type: ignore[return-value]  # a key begins with its function, which makes nothing else


_AT_WORK: ContextVar[Memory | None] = ContextVar("memory", default=None)


class _Same:
    """A value that is compared by what it is, not by what it says, which takes no time."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


def remembered(*by_words: type) -> Callable[[Callable[Asked, Result]], Callable[Asked, Result]]:
    """Decorates a pure function of values that nobody changes, whose result nobody changes either.

    It is not called again for texts, numbers and tuples of them that are equal, nor for any other value that
    is the very same. Values of the types `by_words` count as the same when they are equal.
    """

    def decorated(function: Callable[Asked, Result]) -> Callable[Asked, Result]:
        @wraps(function)
        def asked(*values: Asked.args, **named: Asked.kwargs) -> Result:
            memory = _AT_WORK.get()
            if memory is None:
                return function(*values, **named)
            key = (function, _key(values, by_words), _key(tuple(named.items()), by_words))
            return memory.result(key, lambda: function(*values, **named))

        return asked

    return decorated


def _key(value: object, by_words: tuple[type, ...]) -> Hashable:
    if value is None or isinstance(value, (str, int, by_words)):
        return value
    if isinstance(value, tuple):
        return tuple([_key(item, by_words) for item in value])
    return _Same(value)
