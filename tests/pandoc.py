"""The pinned pandoc that our reading of citations and boxes is compared with."""

import json
import subprocess
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any


@cache
def pandoc_path() -> Path:
    """The binary inside the locked package. Not pypandoc.get_pandoc_path(): that takes a newer pandoc from
    the PATH where there is one, and then the oracle is no longer the one we pinned."""
    path = Path(str(distribution("pypandoc_binary").locate_file("pypandoc/files/pandoc")))
    if not path.is_file():
        raise FileNotFoundError(f"pypandoc_binary came without its pandoc: {path}")
    return path


def pandoc_json(text: str, reader: str = "markdown-smart") -> dict[str, Any]:
    """What pandoc makes of a text, as its JSON tree."""
    command = [str(pandoc_path()), "--from", reader, "--to", "json"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, timeout=120, check=True)
    tree: dict[str, Any] = json.loads(done.stdout)
    return tree
