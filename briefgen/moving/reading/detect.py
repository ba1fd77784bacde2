"""Which shape a source has: by the files that only one program has, else by what stands in its texts."""

import re

from briefgen.failure import CannotRunError
from briefgen.moving.masked import without_code
from briefgen.moving.reading.documents import ABOUT
from briefgen.moving.reading.folder import Folder
from briefgen.moving.reading.mkdocs_bibtex import SITE, has_bibtex
from briefgen.moving.shape import Shape

_DIRECTIVE = re.compile(
    r"^[ \t]*(?:`{3,}|:{3,})\{[a-z][\w:-]*\}|(?<!\\)\{(?:cite|ref|numref|doc|eq)[\w:]*\}`", re.MULTILINE
)
_WIKI = re.compile(
    r"(?<!\\)!?\[\[[^\[\]\n]+\]\]"
    r"|^[ \t]*>[ \t]*\[!(?!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\])[\w-]+\]",
    re.MULTILINE,
)
"""Links in double brackets, and callouts that GitHub has not."""
_JOSS = re.compile(r"\A---\n(?:[^\n]*\n)*?affiliations:", re.MULTILINE)


PROJECT = ("_quarto.yml", "_quarto.yaml")


def detect(folder: Folder) -> Shape:
    """The one shape that a source has. Raises CannotRunError where it has none, or several."""
    found = list(dict.fromkeys([*_by_files(folder)]))
    if not found or (found == [Shape.QUARTO] and not folder.named(*PROJECT) and _most_are_notes(folder)):
        found = list(dict.fromkeys([*found, *_by_texts(folder)]))
    if len(found) > 1:
        said = " and ".join(shape.called for shape in found)
        ways = " or ".join(f"--from {shape.value}" for shape in found)
        raise CannotRunError(f"this could be {said}: say which with {ways}")
    if found:
        return found[0]
    if SITE in folder.files:
        raise CannotRunError(
            f"{SITE} does not name the plugin `bibtex`: a site of MkDocs gains briefs "
            "with `plugins: [briefgen]`, as `briefgen help setup` tells, and needs no import"
        )
    raise CannotRunError(
        "nothing here is a text that can be moved in: no .qmd, no .md; if it is one, say so with --from: "
        + ", ".join(Shape)
    )


def _by_files(folder: Folder) -> list[Shape]:
    found = []
    if folder.only:
        return [Shape.QUARTO] if folder.only.lower().endswith((".qmd", ".rmd")) else []
    if SITE in folder.files and has_bibtex(folder.text(SITE)):
        found.append(Shape.MKDOCS)
    if folder.named(*PROJECT) or folder.ending(".qmd"):
        found.append(Shape.QUARTO)
    if folder.named("myst.yml") or (folder.named("_toc.yml") and folder.named("_config.yml")):
        found.append(Shape.MYST)
    if folder.is_vault:
        found.append(Shape.OBSIDIAN)
    return found


def _most_are_notes(folder: Folder) -> bool:
    """Whether more texts of a folder have links in double brackets than are written for Quarto."""
    linking = [path for path in _texts(folder) if _WIKI.search(without_code(folder.text(path).text))]
    return len(linking) > len(folder.ending(".qmd"))


def _texts(folder: Folder) -> list[str]:
    paths = [folder.only] if folder.only else folder.ending(".md", ".markdown")
    return [
        path
        for path in paths
        if path.lower().endswith((".md", ".markdown", ".txt")) and (folder.only or not ABOUT.search(path))
    ]


def _by_texts(folder: Folder) -> list[Shape]:
    texts = [folder.text(path).text for path in _texts(folder)]
    found = []
    if any(_JOSS.match(text) for text in texts):
        found.append(Shape.JOSS)
    if any(_DIRECTIVE.search(text) for text in texts):
        found.append(Shape.MYST)
    if any(_WIKI.search(without_code(text)) for text in texts):
        found.append(Shape.OBSIDIAN)
    if SITE in folder.files and not folder.only:  # its pages are MkDocs’ own, whatever they look like
        return [shape for shape in found if shape is Shape.JOSS]
    return found or ([Shape.PANDOC] if texts or folder.ending(".md", ".markdown") else [])
