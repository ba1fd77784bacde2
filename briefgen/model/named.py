"""What is named in a file by its key or slug."""

from dataclasses import dataclass

from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation key or a slug named in front matter or box attributes, with the place that names it."""

    name: str
    span: Span
