"""Numbers, dates and names of a text, with their places in it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Sign(StrEnum):
    """What is written before a number."""

    NONE = ""
    PLUS = "+"
    MINUS = "-"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at ``[start, end)``: all values that what is written may have, without its sign.

    `unit` is a sign of unit or currency that is the same in all languages, or, with ``w:`` before it, a word
    that nobody knows in others; empty without one. `counts`: a word follows at once, which is what is
    counted. `written` in figures; else in words. `idle`: it may be a word that says no number. `short`: it
    may be a year without its century (’43, 1941–43, 68er).
    """

    start: int
    end: int
    values: frozenset[Decimal]
    unit: str = ""
    sign: Sign = Sign.NONE
    counts: bool = False
    written: bool = True
    idle: bool = False
    short: bool = False

    @property
    def value(self) -> Decimal:
        """One of its values."""
        return min(self.values)


@dataclass(frozen=True, slots=True)
class Day:
    """A date at ``[start, end)``: a year, a month and a day, of which one or two may be open (0).

    `options` are all that it may be: 3/4/2025.
    """

    start: int
    end: int
    options: frozenset[tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day at ``[start, end)``."""

    start: int
    end: int
    hour: int
    minute: int


@dataclass(frozen=True, slots=True)
class Named:
    """A proper name at ``[start, end)``, in words."""

    start: int
    end: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """All numbers and dates of a text, in its order."""

    figures: tuple[Figure, ...] = ()
    days: tuple[Day, ...] = ()
    clocks: tuple[Clock, ...] = ()
