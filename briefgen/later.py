"""Values that are read only when they are asked for: most of what is kept of a brief is its tree, and where a
brief is as it was nobody looks at that."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any, ClassVar, Generic, TypeVar

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

    def read(self) -> Value:
        """The value, for whoever may not want it."""
        return self.value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Later) and self.value == other.value

    def __hash__(self) -> int:
        return hash(self.value)

    def __reduce__(self) -> tuple[object, tuple[Value]]:
        return type(self).of, (self.value,)


class Remade(Later[Value]):
    """A value that is made again where another run asks for it: to keep it would take longer."""

    __slots__ = ()


class Unread:
    """A value of a type of which some fields are set when the first of them is asked for.

    `_tree` has them, and may be a value of the type itself.
    """

    __slots__ = ()
    _type: ClassVar[type]
    _tree: Later[Any]

    def __getattr__(self, name: str) -> object:
        if name == "_tree" or name not in (field.name for field in fields(self._type)):
            raise AttributeError(name)
        tree = self._tree.value
        put(self, **{field.name: getattr(tree, field.name) for field in fields(tree)})
        return object.__getattribute__(self, name)

    def _all(self) -> tuple[object, ...]:
        return tuple(getattr(self, field.name) for field in fields(self._type))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, self._type):
            return False
        return all(
            getattr(self, one.name) == getattr(other, one.name) for one in fields(self._type) if one.compare
        )

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, field.name) for field in fields(self._type) if field.compare))

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return self._type, self._all()


def put(value: object, **given: object) -> None:
    """Set fields of a frozen value that is being made."""
    for name, one in given.items():
        object.__setattr__(value, name, one)
