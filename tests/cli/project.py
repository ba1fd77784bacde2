"""A tiny project for the command line to work on, and briefgen run on it as people do."""

import subprocess
from pathlib import Path

from tests import repository

CLEAN = """\
---
title: A thousand sappers
description: What a report says.
date: 2025-06-18
lang: en
---

A first paragraph.
"""
UNBOUND = CLEAN + "\nHe said “so be it” and left.\n"
BROKEN = CLEAN + "\nA \0 here.\n"
SETTINGS = """\
site_name: Test
theme: {name: material, custom_dir: .briefgen/theme, font: false}
markdown_extensions: [admonition, pymdownx.extra]
plugins: []
"""


def make_project(root: Path) -> Path:
    """A project without a fault."""
    (root / "sources").mkdir(parents=True)
    (root / "docs").mkdir()
    (root / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    write_brief(root, CLEAN)
    return root


def write_brief(root: Path, text: str) -> None:
    (root / "sources/sappers.md").write_text(text, encoding="utf-8")


def run(*arguments: str | Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run briefgen as people do, in a process of its own."""
    return repository.run("-m", "briefgen", *arguments, **environment)


def tree(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}
