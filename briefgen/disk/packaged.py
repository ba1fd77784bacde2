"""What came with briefgen itself, files inside the package, and what came with the themes of sites."""

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib import util
from pathlib import Path, PurePath

from briefgen.disk.reading import files_below

_PACKAGE = Path(__file__).parents[1]
_INSTALLED_AS = re.compile(r"(?P<name>[^-]+)-(?P<version>[^-]+)\.dist-info")


def packaged(path: str) -> bytes | None:
    """A file of this package; None where there is none."""
    place = _PACKAGE / path
    return place.read_bytes() if place.is_file() else None


def packaged_below(folder: str) -> dict[str, bytes]:
    """The files below a folder of this package by their paths in it, without Python's own."""
    place = _PACKAGE / folder
    return dict(_packaged_below(place, "")) if place.is_dir() else {}


def _packaged_below(folder: Path, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _packaged_below(entry, f"{path}{entry.name}/")
        elif entry.is_file() and not entry.name.endswith((".py", ".pyc")):
            yield f"{path}{entry.name}", entry.read_bytes()


@cache
def package_hash() -> str:
    """The sha256 of all files of this package, its code and its data, and of what Python it runs on: as they
    were when it was first asked for."""
    whole = sha256(f"{sys.version} {unicodedata.unidata_version}".encode())
    for path in files_below(_PACKAGE):
        place = _PACKAGE / path
        if not path.endswith(".pyc") and place.is_file():
            data = place.read_bytes()
            whole.update(f"\0{path}\0{len(data)}\0".encode())
            whole.update(data)
    return whole.hexdigest()


def installed() -> tuple[str, ...]:
    """The names, with their versions, of all that is installed for this Python, in the order of its path."""
    return tuple(
        f"{number} {name}"
        for number, folder in enumerate(sys.path)
        for name in _names_in(folder)
        if name.endswith((".dist-info", ".egg-info", ".egg-link", ".pth"))
    )


def _names_in(folder: str) -> list[str]:
    """What is in a folder that Python imports from: nothing where it cannot look there, either."""
    try:
        return sorted(entry.name for entry in Path(folder).iterdir())
    except OSError:
        return []


def can_import(module: str) -> bool:
    """Whether a module is there to be imported; it is not run."""
    return util.find_spec(module) is not None


def versions_of(distributions: Iterable[str]) -> dict[str, str]:
    """The versions of what is installed, by its name; empty of what is not.

    The name of a folder says it, mostly. Python's own way to it is asked for the others alone: to load that
    takes longer than a run that does nothing else.
    """
    seen = _seen_versions()
    return {name: seen.get(_plain(name)) or _version_of(name) for name in distributions}


def _seen_versions() -> dict[str, str]:
    found: dict[str, str] = {}
    for folder in sys.path:
        for name in _names_in(folder):
            if match := _INSTALLED_AS.fullmatch(name):
                found.setdefault(_plain(match["name"]), match["version"])
    return found


def _plain(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()


def _version_of(name: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def manual_address() -> str:
    """Where the manual lies on the web, if the package says so under `Documentation`."""
    from importlib import metadata

    try:
        links = metadata.metadata("briefgen").get_all("Project-URL") or ()
    except metadata.PackageNotFoundError:
        return ""
    named = dict(link.split(", ", 1) for link in links)
    address: str = named.get("Documentation", "")
    return f"{address.rstrip('/')}/" if address else ""


def in_manual(topic: str) -> str:
    """Where a page of the manual is read: on the web, if it lies there, or with a command of ours."""
    address = manual_address()
    return f"{address}manual/{topic}/" if address else f"`briefgen help {topic}`"


def templates_of(package: str) -> dict[str, str]:
    """The templates of a theme by their paths in it; none where it is not installed.

    The theme is found and read, and nothing of it is run. Raises OSError.
    """
    place = _folder_of(package)
    if place is None:
        return {}
    return {str(path.relative_to(place)): path.read_text("utf-8") for path in sorted(place.rglob("*.html"))}


def file_of(package: str, path: str) -> bytes | None:
    """A file of another package, which is found and not run; None where there is none.

    Raises OSError.
    """
    place = place_of(package, path)
    return None if place is None else Path(place).read_bytes()


def names_of(package: str, folder: str) -> tuple[str, ...]:
    """The names of all that is in a folder of another package; none where that is not installed."""
    found = _folder_of(package)
    return tuple(sorted(one.name for one in (found / folder).iterdir())) if found else ()


def place_of(package: str, path: str) -> PurePath | None:
    """Where a file of another package lies; None where there is none."""
    folder = _folder_of(package)
    place = folder / path if folder else None
    return place if place is not None and place.is_file() else None


def _folder_of(package: str) -> Path | None:
    found = util.find_spec(package)
    folders = found.submodule_search_locations if found else None
    return Path(folders[0]) if folders else None
