"""What is asked of a server, and what it answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.failure import CannotRunError


class NotFetchedError(CannotRunError):
    """A page could not be had, or what came is not the page: the message says why."""

    def __init__(self, address: str, why: str, hint: str = "") -> None:
        super().__init__(f"{address} {why}; nothing was stored{f'. {hint}' if hint else ''}")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer.

    `machine` is the address that was connected to, `target` what of the address the server was told,
    `headers` are those of the answer in their order, and `body` is as it came: packed, if it was.
    """

    address: str
    machine: str
    target: str
    asked: Sequence[tuple[str, str]]
    status: int
    reason: str
    headers: Sequence[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str:
        """The first value of a header, empty without one."""
        return next((value for key, value in self.headers if key.lower() == name), "")


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page with all that led to it: the last exchange is the page's own."""

    exchanges: tuple[Exchange, ...]

    @property
    def asked(self) -> str:
        """The address that was asked for."""
        return self.exchanges[0].address

    @property
    def page(self) -> Exchange:
        """The answer that holds the page."""
        return self.exchanges[-1]
