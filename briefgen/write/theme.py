"""Writing the theme: the templates and styles inside this package, to where mkdocs.yml finds them."""

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

from briefgen.write.files import OWN_FOLDER, Written, bring_up_to_date, hashes_of, locked, own_place


def write_theme(root: Path) -> Written:
    """Bring ``.briefgen/theme/`` up to date with the package; whatever else lies in there is removed.

    A folder of the package with the name of a style sheet or a script is that one file, in parts.

    Raises ProjectError where the folder is a link, OSError where the machine refuses.
    """
    wanted = dict(_package_files(resources.files("briefgen") / "theme", PurePosixPath()))
    folder = own_place(root, f"{OWN_FOLDER}/theme")
    with locked(root, "write"):
        folder.mkdir(exist_ok=True)  # even for nothing: mkdocs.yml names it
        present = [
            place.relative_to(folder).as_posix()
            for place in folder.rglob("*")
            if place.is_symlink() or not place.is_dir()
        ]
        # What is no ordinary file has no hash, and so is never taken for up to date.
        return bring_up_to_date(folder, dict.fromkeys(present, "") | hashes_of(folder, present), wanted)


def _package_files(folder: Traversable, path: PurePosixPath) -> Iterator[tuple[str, bytes]]:
    """The files below a folder of the package with their paths, without Python's own."""
    if not folder.is_dir():
        return
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name.endswith((".css", ".js")):
            yield str(path / entry.name), _joined(entry)
        elif entry.is_dir() and entry.name != "__pycache__":
            yield from _package_files(entry, path / entry.name)
        elif entry.is_file() and not entry.name.endswith((".py", ".pyc")):
            yield str(path / entry.name), entry.read_bytes()


def _joined(folder: Traversable) -> bytes:
    parts = sorted(folder.iterdir(), key=lambda part: part.name)
    return b"\n".join(part.read_bytes() for part in parts)
