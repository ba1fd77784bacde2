"""How a file of an example is shown: what it is called, and what stands in it."""

import re
from dataclasses import dataclass

from briefgen.rules.rule import File, Gone, Link

_HASH = re.compile(r"\{sha256:([^}]+)\}")

_MOST_BYTES = 400
"""More of what is no text says nothing to a reader."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A file of an example, for readers: `title` is Markdown; `text` is None where there is none."""

    path: str
    title: str
    text: str | None


def shown(piece: File | Link | Gone) -> Shown:
    """What readers are shown of a file: odd bytes as ``\\xfc``, hashes as what they are taken of."""
    path = _without_odd_bytes(piece.path.encode("utf-8", "surrogateescape"))
    match piece:
        case Gone():
            return Shown(path, f"no file `{path}`", None)
        case Link():
            return Shown(path, f"`{path}`, a symbolic link to `{piece.target}`", None)
        case File(text=text):
            if isinstance(text, bytes) and len(text) > _MOST_BYTES:
                return Shown(path, f"`{path}` ({len(text)} bytes)", None)
            if isinstance(text, bytes):
                return Shown(path, f"`{path}` (each `\\x…` is one byte)", _without_odd_bytes(text))
            return Shown(path, f"`{path}`", _HASH.sub(r"<the SHA-256 of \1>", text))


def _without_odd_bytes(data: bytes) -> str:
    return data.decode("utf-8", "backslashreplace").replace("\0", r"\x00").replace("\r", r"\x0d")
