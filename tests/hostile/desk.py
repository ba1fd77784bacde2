"""The small project of the hostile cases: one brief, one capture, and nothing wrong with it."""

import hashlib
from pathlib import Path

CAPTURE = "The council decided to keep one lane open. The old bridge across the Severn stays closed.\n"
BRIEF = """\
---
title: The bridge
description: A description.
date: 2026-01-20
tags: [transport]
about: herald2025bridge
---

The council decided “to keep one lane open” [@herald2025bridge, p. 4; see also @os2024sheet, chap. 1].

::: {.correction #river}
> The old bridge across the Severn

The bridge crosses the Teme [@os2024sheet].
:::
"""
WORKS = """\
@online{herald2025bridge,
  author = {{Herald}},
  title = {Bridge closed},
  date = {2025-05-01},
  url = {https://example.org/a},
  language = {english},
}
@book{os2024sheet,
  author = {Other, Ann},
  title = {Sheet 5974},
  date = {2024},
  language = {english},
}
"""
SETTINGS = """\
site_name: Desk
theme: {name: material, custom_dir: .briefgen/theme, font: false}
markdown_extensions: [admonition, pymdownx.extra]
plugins: []
"""
CAPTURES = """\
herald2025bridge:
  file: seeds/herald.txt
  sha256: {}
  captured: 2025-06-17
  language: en
"""
FILES = {
    "mkdocs.yml": SETTINGS,
    "docs/index.md": "# Home\n\nAn id <a id>without a name</a>.\n",
    "seeds/herald.txt": CAPTURE,
    "sources/bridge.md": BRIEF,
    "sources/references.bib": WORKS,
    "sources/captures.yml": CAPTURES.format(hashlib.sha256(CAPTURE.encode()).hexdigest()),
}


def make_desk(root: Path) -> Path:
    """Write the project down."""
    for path, text in FILES.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return root


def change(root: Path, path: str, old: str, new: str) -> None:
    """Put other words into a file of the project."""
    place = root / path
    text = place.read_text(encoding="utf-8")
    assert old in text
    place.write_text(text.replace(old, new), encoding="utf-8")


def tree(root: Path) -> dict[str, bytes]:
    """The ordinary files below a folder, by their paths."""
    files = (path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
