"""What the files of a move are called: slugs of texts, names of pictures and of files of works."""

from collections.abc import Iterable, Mapping
from itertools import count
from pathlib import PurePath

from briefgen.disk.reading import is_taken, read
from briefgen.model.address import slug_of_name
from briefgen.model.layout import project

_NAMELESS = frozenset("index paper main readme manuscript article document text report".split())
"""Names of files that say nothing of the text."""
_LONGEST = 60
PICTURES = (
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".svg",
    ".webp",
    ".avif",
    ".bmp",
    ".pdf",
    ".eps",
    ".tif",
    ".tiff",
)


def slugs_of(titles: Mapping[str, str]) -> dict[str, str]:
    """A slug for each path of a text, made of the name of its file, or of its title if that says nothing."""
    slugs: dict[str, str] = {}
    taken: set[str] = set()
    for path, title in titles.items():
        stem = path.rpartition("/")[2].rpartition(".")[0]
        slug = slug_of_name(stem)
        if slug in _NAMELESS or not slug:
            slug = _short(slug_of_name(title)) or slug or "text"
        if slug in taken and "/" in path:
            slug = slug_of_name(f"{path.split('/')[-2]}-{slug}")
        if slug in taken:
            stem = slug.rstrip("0123456789-")
            slug = next(one for number in count(2) if (one := f"{stem}-{number}") not in taken)
        taken.add(slug)
        slugs[path] = slug
    return slugs


def _short(slug: str) -> str:
    return slug if len(slug) <= _LONGEST else slug[:_LONGEST].rpartition("-")[0] or slug[:_LONGEST]


def is_picture(path: str) -> bool:
    """Whether a file is a picture, by its name."""
    return path.lower().endswith(PICTURES)


def names_of(paths: Iterable[str]) -> dict[str, str]:
    """A name for each file that is copied, of which no two are alike."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for path in paths:
        name = _fit(path.rpartition("/")[2])
        if name in taken:
            name = _fit(path.replace("/", "-"))
        taken.add(name)
        names[path] = name
    return names


def _fit(name: str) -> str:
    """A name of a file that needs no marks in an address."""
    stem, ending = (
        "".join(one if one.isalnum() or one in "-_." else "-" for one in "-".join(part.split()))
        for part in name.rpartition(".")[::2]
    )
    return f"{stem.strip('-.') or 'picture'}.{ending}"


def place_for(root: PurePath, names: Iterable[str], data: bytes) -> str:
    """The first of some paths at which nothing stands, or these very bytes; the last where there is none."""
    path = ""
    for path in names:
        if not is_taken(root / path) or is_same(root, path, data):
            return path
    return path


def is_same(root: PurePath, path: str, data: bytes) -> bool:
    """Whether these bytes stand at a path already."""
    try:
        return read(root / path) == data
    except OSError:
        return False


def library_names(path: str, called: str) -> tuple[str, ...]:
    """The paths that a file of works may have, the best one first."""
    name = path.rpartition("/")[2]
    stem, _, ending = name.rpartition(".")
    main = (project.BIBLIOGRAPHY,) if ending == "bib" else ()
    return (*main, f"{project.SOURCES}/{name}", f"{project.SOURCES}/{slug_of_name(called) or stem}-{name}")
