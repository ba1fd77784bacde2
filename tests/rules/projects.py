"""Examples of rules as real projects, and what briefgen finds in them.

Every example stands in `base/`, which has no fault. What it adds to the brief replaces what stands below the
front matter there, what it adds to a list stands below its entries.
"""

import os
import re
from contextlib import chdir, redirect_stderr, redirect_stdout
from hashlib import sha256
from io import StringIO
from pathlib import Path
from shlex import split

from briefgen.cli.main import main
from briefgen.pipeline import compile_briefs
from briefgen.rules.rule import BRIEF, Example, File, Gone, Link, Rule
from briefgen.terminal.causes import told_once
from briefgen.terminal.outcome import has_error

_BASE = Path(__file__).parent / "base"
_HASH = re.compile(r"\{sha256:([^}]+)\}")
_CODE = re.compile(r"\bBG\d{3}\b")
DAY = "2026-11-29"


def base_files() -> tuple[File, ...]:
    """The files of the base, as they are written: hashes still to be filled in."""
    paths = sorted(path for path in _BASE.rglob("*") if path.is_file())
    return tuple(File(path.relative_to(_BASE).as_posix(), path.read_text("utf-8")) for path in paths)


def lay_out(example: Example, root: Path) -> None:
    """Write the base with an example over it."""
    texts = {file.path: _bytes(file.text) for file in base_files()}
    for piece in example:
        match piece:
            case File(path, text, below):
                head = _head(path, texts.get(path, b"")) if below else b""
                texts[path] = head + _bytes(text)
            case Link(path) | Gone(path):
                texts.pop(path, None)
    (root / "sources").mkdir(parents=True)
    for path, data in texts.items():
        place = root / os.fsencode(path).decode("utf-8", "surrogateescape")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(
            _HASH.sub(lambda match: _hash(texts[match[1]]), data.decode("latin-1")).encode("latin-1")
        )
    for piece in example:
        if isinstance(piece, Link):
            (root / piece.path).parent.mkdir(parents=True, exist_ok=True)
            (root / piece.path).symlink_to(piece.target)


def codes_of(rule: Rule, root: Path) -> set[str]:
    """The codes of what a rule's command finds in a project."""
    if rule.command == "check":
        findings = compile_briefs(root, today=DAY).findings
        told = told_once(findings)
        assert has_error(told) == has_error(findings), "an error is held back for another error only"
        return {finding.rule.code for finding in told}
    words = StringIO()
    with chdir(root), redirect_stdout(words), redirect_stderr(words):
        code = main([*split(rule.command), "--root", "."])
    codes = set(_CODE.findall(words.getvalue()))
    assert codes or code == 0, words.getvalue()
    return codes


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def _head(path: str, data: bytes) -> bytes:
    """What an example leaves of a file of the base: a brief's front matter, all entries of a list."""
    if path == BRIEF:
        return data[: data.index(b"\n---\n") + len(b"\n---\n")]
    return data and data + b"\n"


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()
