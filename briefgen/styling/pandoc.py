"""Pandoc as a program: its engine of CSL formats citations, many documents at a time."""

import json
import re
import subprocess
from base64 import b64encode
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from shutil import which

from briefgen.disk.hashes import sha256_of
from briefgen.disk.packaged import package_hash, packaged, place_of
from briefgen.disk.stamps import stamp_of
from briefgen.styling.requests import Cite, Request

_SECONDS = 600
_SCRIPT = "styling/format.lua"
# Its own folders hold programs that would be run, and styles that are others on another machine.
_ENVIRONMENT = {"HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent", "LC_ALL": "C.UTF-8"}
_MEMORY = ("+RTS", "-A64m", "-I0", "-RTS")
"""Enough at once that next to no time is spent on looking for what is not needed any more."""
_TERM = re.compile(r'term="([a-z-]+)"')


class PandocError(ValueError):
    """Pandoc did not do what it was asked; the message is what it said."""


def find_pandoc() -> PurePath | None:
    """Where pandoc lies: that of the extra, else the one that is installed; None where there is none."""
    own = place_of("pypandoc", "files/pandoc")
    found = which("pandoc")
    return own or (PurePath(found) if found else None)


def pandoc_stamp() -> str:
    """Which pandoc it is: another one may format otherwise."""
    place = find_pandoc()
    return f"{place} {stamp_of(place)}" if place else ""


def engine_with(style: str) -> str:
    """A hash of a style and of what formats with it, our own part included."""
    return sha256_of(f"{style}\n{pandoc_stamp()}\n{package_hash()}".encode())


def answers(
    pandoc: PurePath, styles: Mapping[str, str], asked: Iterable[tuple[str, Request]]
) -> list[Mapping[str, object]]:
    """What pandoc makes of requests, each with the name of its style. Raises PandocError, OSError."""
    encoded = {name: b64encode(text.encode()).decode() for name, text in styles.items()}
    words = _packaged("styling/words.csl")
    encoded["words"] = b64encode(words.encode()).decode()
    documents = [{**_document(request), "style": style} for style, request in asked]
    said = json.dumps({"styles": encoded, "terms": _TERM.findall(words), "documents": documents})
    done = _run(pandoc, _packaged(_SCRIPT), said.encode())
    try:
        made = json.loads(done)["documents"]
    except (ValueError, LookupError, TypeError):
        raise PandocError("what it wrote is not what was asked") from None
    return list(made)


def _packaged(path: str) -> str:
    data = packaged(path)
    assert data is not None
    return data.decode()


def _run(pandoc: PurePath, script: str, said: bytes) -> bytes:
    try:
        done = subprocess.run(
            [str(pandoc), *_MEMORY, "lua", "-e", script],
            input=said,
            capture_output=True,
            timeout=_SECONDS,
            env=_ENVIRONMENT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PandocError(f"it was not done after {_SECONDS} seconds") from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise PandocError(lines[0] if lines else f"it ended with {done.returncode}")
    return done.stdout


def _document(request: Request) -> dict[str, object]:
    return {
        "lang": request.lang,
        "references": f"[{','.join(item.text for item in request.items)}]",
        "notes": [
            {
                "clusters": [[_cite(cite) for cite in one] for one in note.clusters],
                "inside": note.inside,
                "number": note.number,
            }
            for note in request.notes
        ],
        "all": not request.notes,
    }


def _cite(cite: Cite) -> dict[str, str]:
    names = ("id", "mode", "prefix", "suffix", "term", "value", "shown")
    return dict(zip(names, cite.said(), strict=True))
