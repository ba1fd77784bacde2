"""The shapes of what can be moved in."""

from enum import StrEnum


class Shape(StrEnum):
    """Whose documents these are."""

    MKDOCS = "mkdocs-bibtex"
    QUARTO = "quarto"
    MYST = "myst"
    JOSS = "joss"
    OBSIDIAN = "obsidian"
    PANDOC = "pandoc"

    @property
    def called(self) -> str:
        """What people call it."""
        return _CALLED[self]


_CALLED = {
    Shape.MKDOCS: "a site of mkdocs-bibtex",
    Shape.QUARTO: "a Quarto project",
    Shape.MYST: "a MyST project",
    Shape.JOSS: "a paper for JOSS",
    Shape.OBSIDIAN: "a folder of Obsidian",
    Shape.PANDOC: "Markdown of Pandoc",
}
