"""Values that are read only when they are asked for: most of what is kept of a brief is its tree, and where a
brief is as it was nobody looks at that."""

from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Later(Generic[Value]):
    """A value that somebody may ask for, and how it is had then. It is equal to another of an equal value."""

    __slots__ = ("_read", "_value")

    def __init__(self, read: Callable[[], Value]) -> None:
        self._read: Callable[[], Value] | None = read
        self._value: Value | None = None

    @classmethod
    def of(cls, value: Value) -> "Later[Value]":
        """One that is there already."""
        made = cls(lambda: value)
        made._value, made._read = value, None
        return made

    @property
    def is_there(self) -> bool:
        """Whether nothing need be read any more."""
        return self._read is None

    @property
    def value(self) -> Value:
        """The value, read the first time."""
        if self._read is not None:
            self._value, self._read = self._read(), None
        return self._value  # type: ignore[return-value]  # None only where that is the value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Later) and self.value == other.value

    def __hash__(self) -> int:
        return hash(self.value)

    def __reduce__(self) -> tuple[object, tuple[Value]]:
        return Later.of, (self.value,)
