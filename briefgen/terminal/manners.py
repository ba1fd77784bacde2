"""How a run behaves towards people: its colours, and how much it says."""

from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum


class Colour(StrEnum):
    """When findings are in colour: on a terminal that wants it, or whatever reads them, or never."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Manners:
    """What the command line was told; `quiet` says findings and errors only, `verbose` each step."""

    colour: Colour = Colour.AUTO
    quiet: bool = False
    verbose: bool = False


_USUAL = Manners()
_told: ContextVar[Manners] = ContextVar("manners", default=_USUAL)


def behave(manners: Manners) -> None:
    """Behave so from here on; said once, where the command line is understood."""
    _told.set(manners)


def manners() -> Manners:
    """How to behave."""
    return _told.get()
