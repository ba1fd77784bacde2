"""Reading the shapes whose texts become briefs: which files are texts, or parts of one, or hold works."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from briefgen.moving.note import Note, Place, Told
from briefgen.moving.reading.folder import Folder, joined
from briefgen.moving.shape import Shape
from briefgen.moving.source import Settings, Source
from briefgen.moving.yaml_values import Value, inside, mapping_of, settings_of, text_of, texts_of, value_of
from briefgen.text import TextFile

_STYLE = ".csl"
_TEXTS = (".md", ".markdown", ".qmd", ".rmd")
ABOUT = re.compile(
    r"(?:readme|contributing|changelog|license|licence|code_of_conduct|todo|claude|agents)\.[qr]?md\Z",
    re.IGNORECASE,
)
"""Files about a project, which are none of its texts."""
_INCLUDED = re.compile(
    r"\{\{<[ \t]*include[ \t]+(\S+)[ \t]*>\}\}|^[ \t]*(?:`{3,}|:{3,})\{include\}[ \t]*(\S+)", re.MULTILINE
)
_FRONT = re.compile(r"(?:\A|(?<=\n\n))---[ \t]*\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


def read_documents(folder: Folder, shape: Shape) -> Source:
    """A source whose texts become briefs. Raises CannotRunError, OSError."""
    paths = (
        [folder.only]
        if folder.only
        else [path for path in folder.ending(*_TEXTS) if ABOUT.search(path) is None]
    )
    if shape is Shape.JOSS and not folder.only:
        paths = [path for path in paths if path.rpartition("/")[2] == "paper.md"] or paths
    texts = {path: folder.text(path) for path in paths}
    included = {path for text in texts.values() for path in included_paths(text) if path != text.path}
    parts = {path: folder.text(path) for path in included if path in folder.files and path not in texts}
    parts |= {
        path: folder.text(path)
        for path in folder.files
        if path.endswith((".qmd", ".md")) and path.rpartition("/")[2].startswith("_") and path not in texts
    }
    parts |= {path: text for path, text in texts.items() if _is_part(path, included)}
    articles = [text for path, text in texts.items() if path not in parts]
    taken = _taken_in(articles, parts)
    for path in sorted(included & texts.keys()):  # texts that take in each other, and no other one does
        if path not in taken and not _is_part(path, set()):
            articles.append(parts[path])
            taken |= {path} | _taken_in([parts[path]], parts)
    articles.sort(key=lambda text: text.path)
    parts = {path: text for path, text in parts.items() if path in taken and text not in articles}
    settings, named, notes, read = _settings(folder, shape)
    fronts = [*_fronts([*articles, *parts.values()])]
    libraries = list(dict.fromkeys([*named, *_named(fronts, "bibliography")]))
    there = [path for path in libraries if path in folder.files]
    notes += [
        Note(Told.DECIDE, f"the bibliography `{path}` is not there", Place(folder.only or "."))
        for path in libraries
        if path not in folder.files
    ]
    if not there or shape in (Shape.MYST, Shape.OBSIDIAN):
        there = list(dict.fromkeys([*there, *folder.ending(".bib")]))
    style = settings.style or next(iter(_named(fronts, "csl")), "")
    if style and not (style in folder.files and style.endswith(_STYLE)):
        wrong = "is not there" if style not in folder.files else f"is no file that ends in `{_STYLE}`"
        notes.append(
            Note(Told.LEFT, f"the style `{style}` {wrong}: references look as briefgen has them", Place("."))
        )
        style = ""
    settings = replace(settings, style=style)
    return Source(
        shape,
        tuple(articles),
        tuple(parts.values()),
        tuple(there),
        folder.files,
        settings,
        read,
        (*notes, *folder.passed),
    )


def _taken_in(articles: Iterable[TextFile], parts: Mapping[str, TextFile]) -> set[str]:
    """The parts that stand in texts, or in parts that do."""
    taken: set[str] = set()
    left = list(articles)
    while left:
        found = {path for path in included_paths(left.pop()) if path in parts} - taken
        taken |= found
        left += [parts[path] for path in found]
    return taken


def _is_part(path: str, included: set[str]) -> bool:
    return path in included or path.rpartition("/")[2].startswith("_")


def included_paths(text: TextFile) -> Iterable[str]:
    """The paths of texts that one takes in."""
    for found in _INCLUDED.finditer(text.text):
        if path := joined(text.path, (found[1] or found[2]).strip("\"'")):
            yield path


def _fronts(texts: Iterable[TextFile]) -> Iterator[tuple[str, dict[str, Value]]]:
    """The front matter of texts, with their paths."""
    for text in texts:
        found = [*_FRONT.finditer(text.text)]
        for one in found:
            entries = value_of(mapping_of(text.span(*one.span(1))))
            if isinstance(entries, dict):
                yield text.path, entries


def _named(fronts: Iterable[tuple[str, dict[str, Value]]], key: str) -> Iterator[str]:
    """The files that front matter names under a key, by their paths in the source."""
    for path, entries in fronts:
        for name in texts_of(entries.get(key)):
            if "://" not in name and (place := joined(path, name)):
                yield place


def _settings(folder: Folder, shape: Shape) -> tuple[Settings, list[str], list[Note], tuple[str, ...]]:
    """What is said for all texts, the files of works that are named, and what is told of it."""
    name = folder.named(*_FILES[shape]) if not folder.only else ""
    values = settings_of(folder.text(name)) if name else {}
    about: Value = values
    if shape is Shape.QUARTO:
        about = {**values, **_mapping(inside(values, "website")), **_mapping(inside(values, "book"))}
    if shape is Shape.MYST:
        about = {**values, **_mapping(inside(values, "project"))}
    site = _mapping(about)
    named = [path for path in texts_of(site.get("bibliography")) if "://" not in path]
    named += texts_of(inside(values, "bibtex_bibfiles"))
    names = {**_mapping(site.get("substitutions")), **_mapping(inside(values, "parse", "myst_substitutions"))}
    words = {key: text for key, value in names.items() if (text := text_of(value))}
    front: dict[str, Value] = {
        key: site[key] for key in ("license", "lang", "author", "authors", "date") if key in site
    }
    notes = (
        [
            Note(
                Told.LEFT,
                f"`{name}` is read, and its settings are not moved in: `mkdocs.yml` has ours",
                Place(name),
            )
        ]
        if name
        else []
    )
    style = text_of(site.get("csl"))
    return (
        Settings(text_of(site.get("title")), text_of(site.get("lang")), front, style, words),
        [posixpath.normpath(path) for path in named],
        notes,
        tuple(one for one in (*_FILES[shape], "_toc.yml") if one in folder.files),
    )


def _mapping(value: Value) -> dict[str, Value]:
    return value if isinstance(value, dict) else {}


_FILES: dict[Shape, tuple[str, ...]] = {
    Shape.QUARTO: ("_quarto.yml", "_quarto.yaml"),
    Shape.MYST: ("myst.yml", "_config.yml"),
    Shape.JOSS: (),
    Shape.OBSIDIAN: (),
    Shape.PANDOC: (),
    Shape.MKDOCS: (),
}
