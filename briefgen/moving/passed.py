"""The files of a source that no text needed: a folder stands for all in it, but for notebooks."""

from collections.abc import Collection, Iterable, Iterator

from briefgen.moving.note import Note, Place, Told

_NOTEBOOK = ".ipynb"
_UNREAD = (
    "is a notebook, and its words are not moved in: save it as Markdown before the import, "
    "as `jupyter nbconvert --to markdown` does"
)
_UNUSED = "is not moved in: no text shows or cites it"


def passed_over(files: Iterable[str], moved: Collection[str]) -> Iterator[Note]:
    """What is told of the files that were not moved in."""
    whole = _folders(moved)
    told: dict[str, Note] = {}
    for path in files:
        if path in moved:
            continue
        if path.endswith(_NOTEBOOK):
            told[path] = Note(Told.DECIDE, _UNREAD, Place(path))
            continue
        place = next((f"{folder}/" for folder in _above(path) if folder not in whole), path)
        told[place] = Note(Told.LEFT, _UNUSED, Place(place))
    yield from told.values()


def _folders(paths: Iterable[str]) -> frozenset[str]:
    """The folders in which something lies."""
    return frozenset(folder for path in paths for folder in _above(path))


def _above(path: str) -> Iterator[str]:
    """The folders in which a file lies, the outermost one first."""
    parts = path.split("/")
    return ("/".join(parts[:number]) for number in range(1, len(parts)))
