"""Pages: what the renderer makes and the writer puts into docs/."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One generated file: its path relative to ``docs/``, with ``/``, and its whole text (``\\n`` ends)."""

    path: str
    text: str
