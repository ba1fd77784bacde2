"""What a capture is made of: a file, standard input, or a page of the web."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import PurePath
from typing import TYPE_CHECKING

from briefgen.cli._arguments import now
from briefgen.cli._documents import read_document
from briefgen.failure import CannotRunError
from briefgen.terminal.progress import doing

if TYPE_CHECKING:
    from briefgen.intake.fetch import Fetched
    from briefgen.intake.readers import Reading


ARCHIVE = "warc.gz"


@dataclass(frozen=True, slots=True)
class Source:
    """A document at hand: what it is called, its bytes, and what is known of how it came.

    `page` is its address, where it came from the web, and `answers` what captures.yml says of it then.
    """

    name: str
    data: bytes
    page: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    fetched: "Fetched | None" = None

    @property
    def file(self) -> str:
        """What the document would be called as a file."""
        return f"page.{ARCHIVE}" if self.fetched else self.name

    def refuse_wall(self, reading: "Reading") -> None:
        """Raise CannotRunError where what a server sent is not the page that was asked for."""
        if self.fetched is None:
            return
        from briefgen.intake.fetch.judge import BY_HAND, why_not_the_page

        if why := why_not_the_page(self.fetched, reading.text, reading.facts):
            raise CannotRunError(f"{self.name} {why}; nothing was stored. {BY_HAND}")


def is_address(name: str) -> bool:
    """Whether a document is named by an address, of whatever kind."""
    return "://" in name


def source_of(root: PurePath, name: str, *, own_network: bool) -> Source:
    """A document that is named on the command line, fetched if that is an address.

    Raises OSError, CannotRunError, LibraryMissingError.
    """
    if not is_address(name):
        return Source(name, read_document(root, name))
    from briefgen.intake.fetch import fetch
    from briefgen.intake.fetch.record import archived
    from briefgen.load import size_limits

    with doing(f"fetching {name}"):
        fetched = fetch(name, size_limits(root).capture.bytes, own_network=own_network)
    moment = now()
    led = f", which led to {fetched.page.address}" if len(fetched.exchanges) > 1 else ""
    answers = {
        "captured": moment,
        "obtained": f"fetched from {fetched.asked}{led}, by briefgen {version('briefgen')}, without scripts",
        "url_status": "live",
    }
    return Source(name, archived(fetched, moment), fetched.page.address, answers, fetched)
