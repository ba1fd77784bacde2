"""A small project around a text, in a folder of its own."""

import hashlib
from pathlib import Path

from tests.hostile.shapes import Shape

BIBLIOGRAPHY = """@online{h,
  author = {{Herald}},
  title = {Bridge closed},
  date = {2025-05-01},
  url = {https://example.org/a},
}
@book{o,
  author = {Ann Other and Bo Third},
  title = {Sheet 5974},
  publisher = {Ordnance},
  date = {2024},
}
"""


def write_shape(root: Path, shape: Shape, size: int) -> None:
    """A project whose one brief is a text of this shape, below an empty folder or over an older one."""
    for folder in ("sources/context", "seeds", "docs"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    _write(root / "mkdocs.yml", "site_name: Desk\n")
    capture = shape.capture(size)
    _write(root / "seeds" / "h.txt", capture)
    _write(root / "sources" / "references.bib", BIBLIOGRAPHY)
    _write(
        root / "sources" / "captures.yml",
        f"h:\n  file: seeds/h.txt\n  sha256: {hashlib.sha256(capture.encode()).hexdigest()}\n"
        "  captured: 2025-06-17\n  language: en\n",
    )
    _write(
        root / "sources" / "context" / "c.en.md",
        f"---\ntitle: C\nas_of: 2026-01-01\n---\n{shape.context(size)}",
    )
    _write(root / "sources" / "n.md", shape.brief(size))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
