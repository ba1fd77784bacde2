"""The ids of places on generated pages."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Parts:
    """The ids of the generated parts of a brief's page; no box of an author may take one."""

    examined: str = "work-examined"
    wrong: str = "what-is-wrong"
    footnotes: str = "footnotes"
    sources: str = "sources"
    checked: str = "how-checked"
    cite: str = "cite"
    report: str = "report"
    errata: str = "errata"
    evidence: str = "evidence-table"
    events: str = "events-in-time"


PARTS = Parts()
_PARTS = frozenset(astuple(PARTS))

NOT_LOOKED_UP = "not-checked"
"""On the page of a work: the words that nobody looked up."""
VERDICTS = "verdicts"
"""On the page about the method: what the verdicts mean."""
POLICY = "policy"
"""On the page of errata: how they are dealt with."""
LIST = "list"
"""What a form narrows down."""

NOTE_PREFIX = "fn:"
"""How Python-Markdown begins the ids of notes."""


def note(label: str) -> str:
    """A note of a brief, by its label."""
    return f"{NOTE_PREFIX}{label}"


def note_mark(label: str, number: int = 1) -> str:
    """The mark of a note in the text, the first of several, or another."""
    return f"fnref{number if number > 1 else ''}:{label}"


_THEMES_PREFIXES = ("__", "briefgen")
_GLOBALS = frozenset(
    """alert$ applyFocusVisiblePolyfill component$ dataLayer define document$ exports keyboard$ location$
    mermaid module print$ progress$ screen$ tablet$ target$ viewport$""".split()
)
"""What scripts look for among the names of a page's window, where an element with that id stands, too."""
_NOT_IN_ID = re.compile(r"[^\w\s-]")
_PARTED = re.compile(r"[-\s]+")


def is_of_theme(identifier: str) -> bool:
    """Whether an id is one by which the theme, its scripts or ours find something, or could be.

    An element of an author's with it would be taken for theirs.
    """
    return identifier.startswith(_THEMES_PREFIXES) or identifier in _GLOBALS


def is_taken(identifier: str) -> bool:
    """Whether an id is none for an author's element: it is the theme's, a generated part's or a note's."""
    return is_of_theme(identifier) or is_of_part(identifier) or is_of_notes(identifier)


def is_of_part(identifier: str) -> bool:
    """Whether an id is that of a generated part of a brief's page."""
    return identifier in _PARTS


def of_heading(text: str) -> str:
    """The id that Python-Markdown makes for a heading, if none has it yet."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return _PARTED.sub("-", _NOT_IN_ID.sub("", letters).strip().lower())


def in_every_script(text: str) -> str:
    """The same for a heading in any script: its letters stay, and the marks that belong to them."""
    letters = _NOT_IN_ID.sub(_mark_alone, unicodedata.normalize("NFC", text))
    return _PARTED.sub("-", letters.strip().lower())


def _mark_alone(found: re.Match[str]) -> str:
    """What is no letter, if it is a mark that belongs to one."""
    return found[0] if unicodedata.category(found[0])[0] == "M" else ""


def instead_of(identifier: str, line: int) -> str:
    """The id of a heading, given its line, whose words would make one of the theme's."""
    return f"part-{identifier.strip('_')}-{line}"


def is_of_notes(identifier: str) -> bool:
    """Whether an id is that of a note or of a mark, which Python-Markdown makes."""
    return identifier.startswith((NOTE_PREFIX, "fnref"))


def passage(number: int, ranges: Sequence[tuple[int, int]]) -> str:
    """A passage on its work's page: where it stands in the capture with this number."""
    offsets = (str(offset) for stretch in ranges for offset in stretch)
    return "-".join(["q" if number == 1 else f"q{number}", *offsets])


def in_full_text(passage_id: str) -> str:
    """The place where a passage begins in the full text."""
    return f"text-{passage_id}"


def first_of(verdict: str) -> str:
    """The first correction with a verdict, in the list of all."""
    return f"first-{verdict}"


def paragraph(digest: str, number: int = 1) -> str:
    """A paragraph of a brief by a hash of how it begins, or one of several that begin so."""
    return f"p-{digest}{f'-{number}' if number > 1 else ''}"


_OF_PARAGRAPH = re.compile(r"p-[0-9a-f]{6,}(-\d+)?")


def is_of_paragraph(identifier: str) -> bool:
    """Whether an id is one that a paragraph has from its words."""
    return _OF_PARAGRAPH.fullmatch(identifier) is not None


_OF_EVENT = re.compile(r"event-(?=[.-]*\d)[\dX.~?%+_-]+")


def is_made_of_words(identifier: str) -> bool:
    """Whether an id is one that a paragraph has from its words, or an event from its date."""
    return is_of_paragraph(identifier) or _OF_EVENT.fullmatch(identifier) is not None


def verdict(name: str) -> str:
    """What a verdict means, on the page about the method."""
    return f"verdict-{name}"


def period(iso: str) -> str:
    """A year or a month of the timeline."""
    return f"y{iso}"


def event(iso: str, number: int = 1) -> str:
    """An event of a brief by its date, or one of several with that date."""
    return f"event-{iso.replace('/', '--')}{f'_{number}' if number > 1 else ''}"
