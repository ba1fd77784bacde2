"""What readers take and give."""

from dataclasses import dataclass

from briefgen.diagnostics import Rule


@dataclass(frozen=True, slots=True)
class Document:
    """What is to be read.

    `address` says which page of a web archive is meant, empty if any. `charset` is what a server or a mail
    said of the encoding. `truncated`: its end is known to be missing, and what is there shall be read.
    """

    data: bytes
    address: str = ""
    charset: str = ""
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a document: NFC is not applied, lines end in ``\\n``.

    `extractor` names what made the text, with versions: ``pypdfium2 5.15.2``; empty where the bytes are the
    text. `notes` are sentences for the person who captures.
    """

    text: str
    extractor: str = ""
    notes: tuple[str, ...] = ()


class Unreadable(Exception):
    """A document is refused; `what` goes on after its name: ``is encrypted``."""

    def __init__(self, rule: Rule, what: str, notes: tuple[str, ...] = (), hint: str | None = None) -> None:
        super().__init__(what)
        self.rule = rule
        self.what = what
        self.notes = notes
        self.hint = hint


class LibraryMissingError(Exception):
    """The library that reads a format is not installed; the message says so, in words."""

    def __init__(self, library: str) -> None:
        super().__init__(
            f"{library}, which reads this format, is not installed: pip install 'briefgen[capture]'"
        )
