"""Pandoc as a program: its engine of CSL formats citations, many documents at a time."""

import json
import re
import subprocess
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
_MEMORY = ("+RTS", "-I0")
_MUCH, _LITTLE = ("-A64m", "-RTS"), ("-A16m", "-RTS")
"""Enough at once that next to no time is spent on looking for what is not needed any more; no more than that,
as all of it is made empty first."""
_SHORT = 60_000
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


@dataclass(frozen=True, slots=True)
class Made:
    """What pandoc made of requests, and its words for places in a work, by language."""

    documents: list[Mapping[str, object]]
    words: Mapping[str, Mapping[str, str]]


def answers(
    pandoc: PurePath,
    styles: Mapping[str, str],
    asked: Iterable[tuple[str, Request]],
    known: Mapping[str, Mapping[str, str]],
) -> Made:
    """What pandoc makes of requests, each with the name of its style; `known` are words of an earlier run.

    Raises PandocError, OSError.
    """
    encoded = {name: b64encode(text.encode()).decode() for name, text in styles.items()}
    words = _packaged("styling/words.csl")
    encoded["words"] = b64encode(words.encode()).decode()
    documents = [{**_document(request), "style": style} for style, request in asked]
    said = json.dumps(
        {"styles": encoded, "terms": _TERM.findall(words), "documents": documents, "words": dict(known)}
    )
    done = _run(pandoc, _packaged(_SCRIPT), said.encode())
    try:
        made = json.loads(done)
        return Made(list(made["documents"]), dict(made["words"]))
    except (ValueError, LookupError, TypeError):
        raise PandocError("what it wrote is not what was asked") from None


def _packaged(path: str) -> str:
    data = packaged(path)
    assert data is not None
    return data.decode()


def _run(pandoc: PurePath, script: str, said: bytes) -> bytes:
    try:
        done = subprocess.run(
            [str(pandoc), *_MEMORY, *(_LITTLE if len(said) < _SHORT else _MUCH), "lua", "-e", script],
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
