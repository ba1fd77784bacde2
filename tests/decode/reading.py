"""Reading a text for a test: the value, and what was found."""

from collections.abc import Sequence

from briefgen.decode.captures import decode_captures
from briefgen.decode.front_matter import decode_context_front_matter, decode_front_matter, split_front_matter
from briefgen.decode.settings import decode_settings
from briefgen.diagnostics import Diagnostic
from briefgen.model.brief import FrontMatter
from briefgen.model.capture import CaptureList, CaptureRecord
from briefgen.model.settings import Settings
from briefgen.text import TextFile

SHA256 = "9ff297e7098f8b9a82c7d43144ee58c876beea254afb16946895adb19cda0e72"

Place = tuple[str, int, int]


def places(found: Sequence[Diagnostic]) -> list[Place]:
    """Name, line and column of every finding, in the order of the text."""
    return sorted(
        ((one.rule.name, one.span.line, one.span.column) for one in found), key=lambda place: place[1:]
    )


def words(found: Sequence[Diagnostic]) -> str:
    """Everything the findings say."""
    return "\n".join(part for one in found for part in (one.message, *one.notes, one.hint or "") if part)


def front_matter(keys: str) -> tuple[FrontMatter | None, list[Diagnostic]]:
    """The front matter with these lines between its fences: line 2 is the first of them."""
    file = TextFile("sources/brief.md", f"---\n{keys}---\nBody.\n")
    found: list[Diagnostic] = []
    split = split_front_matter(file, found.append)
    assert split
    return decode_front_matter(file, split[0], "en", found.append), found


def good_front_matter(more: str) -> tuple[FrontMatter, list[Diagnostic]]:
    """Front matter with a title and a date; line 4 is the first of the lines given."""
    front, found = front_matter(f"title: Sappers\ndate: 2025-06-18\n{more}")
    assert front
    return front, found


def context(keys: str) -> tuple[tuple[str, str], list[Diagnostic]]:
    """The front matter of a context box with these lines."""
    file = TextFile("sources/context/treaty.en.md", f"---\n{keys}---\nBody.\n")
    found: list[Diagnostic] = []
    split = split_front_matter(file, found.append)
    assert split
    return decode_context_front_matter(file, split[0], found.append), found


def captures(text: str) -> tuple[tuple[CaptureRecord, ...], list[Diagnostic]]:
    """The captures of a captures.yml."""
    listed, found = capture_list(text)
    return listed.records, found


def capture_list(text: str) -> tuple[CaptureList, list[Diagnostic]]:
    """All that a captures.yml says."""
    found: list[Diagnostic] = []
    return decode_captures(TextFile("sources/captures.yml", text), found.append), found


def settings(text: str) -> tuple[Settings, list[Diagnostic]]:
    """The settings in a mkdocs.yml."""
    found: list[Diagnostic] = []
    return decode_settings(TextFile("mkdocs.yml", text), found.append), found
