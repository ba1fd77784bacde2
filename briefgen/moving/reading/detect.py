"""Which shape a source has: by the files that only one program has, else by what stands in its texts."""

import re

from briefgen.failure import CannotRunError
from briefgen.moving.reading.folder import Folder
from briefgen.moving.reading.mkdocs_bibtex import SITE, has_bibtex
from briefgen.moving.shape import Shape

_DIRECTIVE = re.compile(
    r"^[ \t]*(?:`{3,}|:{3,})\{[a-z][\w:-]*\}|(?<!\\)\{(?:cite|ref|numref|doc|eq)[\w:]*\}`", re.MULTILINE
)
_WIKI = re.compile(r"(?<!\\)!?\[\[[^\[\]\n]+\]\]|^[ \t]*>[ \t]*\[![\w-]+\]", re.MULTILINE)
_JOSS = re.compile(r"\A---\n(?:[^\n]*\n)*?affiliations:", re.MULTILINE)


def detect(folder: Folder) -> Shape:
    """The one shape that a source has. Raises CannotRunError where it has none, or several."""
    found = list(dict.fromkeys([*_by_files(folder)]))
    found = found or list(dict.fromkeys(_by_texts(folder)))
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
    if folder.named("_quarto.yml", "_quarto.yaml") or folder.ending(".qmd"):
        found.append(Shape.QUARTO)
    if folder.named("myst.yml") or (folder.named("_toc.yml") and folder.named("_config.yml")):
        found.append(Shape.MYST)
    if folder.is_vault:
        found.append(Shape.OBSIDIAN)
    return found


def _by_texts(folder: Folder) -> list[Shape]:
    paths = [folder.only] if folder.only else folder.ending(".md", ".markdown")
    texts = [folder.text(path).text for path in paths if path.lower().endswith((".md", ".markdown", ".txt"))]
    found = []
    if any(_JOSS.match(text) for text in texts):
        found.append(Shape.JOSS)
    if any(_DIRECTIVE.search(text) for text in texts):
        found.append(Shape.MYST)
    if any(_WIKI.search(text) for text in texts):
        found.append(Shape.OBSIDIAN)
    if SITE in folder.files and not folder.only:  # its pages are MkDocs’ own, whatever they look like
        return [shape for shape in found if shape is Shape.JOSS]
    return found or ([Shape.PANDOC] if texts else [])
