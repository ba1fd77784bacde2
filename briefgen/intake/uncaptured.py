"""Which works have no capture yet, and which of them a document may be."""

from collections.abc import Sequence
from pathlib import PurePath

from briefgen.bibliography.works_of_files import parse_library
from briefgen.decode.captures import decode_captures
from briefgen.decode.csl_yaml import decode_csl_yaml
from briefgen.failure import CannotRunError
from briefgen.load import load_files
from briefgen.model.capture import CaptureList
from briefgen.model.project import ProjectFiles
from briefgen.model.work import Work

_SHOWN = 12


def key_meant(root: PurePath, name: str) -> str:
    """The key of the work that a document is called after: ``report2025.pdf`` is of `report2025`.

    Raises CannotRunError, with the works that have no capture, where it is called after none; ProjectError.
    """
    files = load_files(root).value
    works = _works(files)
    stem = PurePath(name).name.partition(".")[0].casefold()
    meant = [work.key for work in works if work.key.casefold() == stem]
    if len(meant) == 1:
        return meant[0]
    listed = decode_captures(files.captures, lambda _: None) if files.captures else CaptureList()
    held = {entry.key for entry in listed.entries}
    raise CannotRunError(
        f"of which work is {name} a capture? Say --key, or call the file after the key. "
        f"{_told([work for work in works if work.key not in held])}"
    )


def key_of_address(root: PurePath, address: str) -> str | None:
    """The key of the one work that lies at an address of the web; None where it is none, or several.

    Raises ProjectError.
    """
    place = _same_place(address)
    meant = [
        work.key
        for work in _works(load_files(root).value)
        if place in map(_same_place, (work.url, *work.more_urls))
    ]
    return meant[0] if len(meant) == 1 else None


def has_work(root: PurePath, key: str) -> bool:
    """Whether the bibliography has an entry for a key. Raises ProjectError."""
    return key in keys_of_works(root)


def keys_of_works(root: PurePath) -> frozenset[str]:
    """The keys of all works of the bibliography. Raises ProjectError."""
    return frozenset(work.key for work in _works(load_files(root).value))


def _works(files: ProjectFiles) -> Sequence[Work]:
    return parse_library(files.bibliography, lambda _: None, None, decode_csl_yaml)


def _same_place(address: str) -> str:
    """An address without what does not tell pages apart: scheme, fragment, a slash at the end."""
    return address.partition("#")[0].partition("://")[2].rstrip("/")


def _told(works: Sequence[Work]) -> str:
    if not works:
        return "All works of the bibliography have an entry in the list of captures already"
    shown = "; ".join(f"{work.key} ({work.title})" if work.title else work.key for work in works[:_SHOWN])
    more = f"; and {len(works) - _SHOWN} more" if len(works) > _SHOWN else ""
    return f"Without a capture: {shown}{more}"
