"""What readers take and give."""

from dataclasses import dataclass, field, replace

from briefgen import rules
from briefgen.diagnostics import Rule
from briefgen.intake.readers.limits import MB, ReadingLimits
from briefgen.model.document_facts import NO_FACTS, DocumentFacts
from briefgen.model.spans import TextSpan

WRITTEN_DOWN = "have its text recognised (OCR) or write it down: `--text FILE`, and `--text-by` ocr or hand"
"""The way out where a document is a picture."""


@dataclass(frozen=True, slots=True)
class Document:
    """What is to be read.

    `address` says which page of a web archive is meant, empty if any, and `date` of which day or moment.
    `charset` is what a server or a mail said of the encoding. `truncated`: its end is known to be missing,
    and what is there shall be read. `source`: of a page in an archive, its HTML is meant and not its text.
    """

    data: bytes
    address: str = ""
    charset: str = ""
    truncated: bool = False
    limits: ReadingLimits = field(default_factory=ReadingLimits)
    date: str = ""
    source: bool = False

    def inner(self, data: bytes, charset: str = "") -> "Document":
        """A document in this one, to be read like it."""
        return replace(self, data=data, address="", date="", charset=charset)


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a document: NFC is not applied, lines end in ``\\n``.

    `extractor` names what made the text, with versions: ``pypdfium2 5.15.2``; empty where the bytes are the
    text. `notes` are sentences for the person who captures. `spans` say what stretches of the text are,
    and `facts` what the document says of itself.
    """

    text: str
    extractor: str = ""
    notes: tuple[str, ...] = ()
    spans: tuple[TextSpan, ...] = ()
    facts: DocumentFacts = NO_FACTS


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that is refused, as a value: the code of the rule, and the rest of an `Unreadable`."""

    code: str
    what: str
    notes: tuple[str, ...] = ()
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """What reads the format is not installed; `said` says so, in words."""

    said: str


Attempt = Reading | Refused | Missing
"""What comes of reading a document, whatever happens: a value that can be pickled."""


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


def too_large(what: str, megabytes: int, setting: str) -> Unreadable:
    """The refusal of what is beyond a limit that the settings can raise."""
    hint = f"if that is right, the settings can allow more: `extra: briefgen: reading: {setting}:`"
    return Unreadable(rules.CAPTURE_DAMAGED, f"{what} more than {megabytes:,} MB", hint=hint)


class TextSize:
    """Counts the text of a document while it is read. Raises Unreadable beyond the limit."""

    def __init__(self, limits: ReadingLimits) -> None:
        self._limits = limits
        self._left = limits.text * MB

    def add(self, text: str) -> str:
        """The same text, counted."""
        self._left -= len(text)
        if self._left < 0:
            raise too_large("holds", self._limits.text, "text")
        return text
