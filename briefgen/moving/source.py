"""A source as it was read: its texts, the works it cites, its pictures and what its settings say."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefgen.moving.note import Note
from briefgen.moving.shape import Shape
from briefgen.moving.yaml_values import Value
from briefgen.text import TextFile


@dataclass(frozen=True, slots=True)
class Settings:
    """What a source says for all of its texts."""

    title: str = ""
    language: str = ""
    front: Mapping[str, Value] = field(default_factory=dict)
    """Front matter that holds for each text that has none of its own for it."""
    style: str = ""
    """A style of CSL, by its path in the source."""
    words: Mapping[str, str] = field(default_factory=dict)
    """What stands for names that texts put into braces."""


@dataclass(frozen=True, slots=True)
class Source:
    """What is moved in. Paths are relative to the folder it lies in.

    `articles` become briefs, `parts` are taken into them where they are named; `files` are all paths.
    """

    shape: Shape
    articles: tuple[TextFile, ...]
    parts: tuple[TextFile, ...]
    libraries: tuple[str, ...]
    files: tuple[str, ...]
    settings: Settings = Settings()
    read: tuple[str, ...] = ()
    """Files that say something for all texts."""
    notes: tuple[Note, ...] = ()
