"""MkDocs as somebody has it who installed briefgen beside it: a program that knows the plugin."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from tests.repository import ROOT
from tests.repository import run as run_python


def mkdocs(root: Path, built: Path, *options: str) -> tuple[int, str]:
    """Build a site with ``mkdocs build``, on the same day each time: how it ended, and what was said."""
    entries = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    info = built.parent / "installed/briefs_of_this_checkout-0.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: briefs-of-this-checkout\nVersion: 0\n", "utf-8"
    )
    lines = [f"{name} = {value}" for name, value in entries["mkdocs.plugins"].items()]
    (info / "entry_points.txt").write_text("\n".join(["[mkdocs.plugins]", *lines, ""]), encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(info.parent)!r}); from mkdocs.__main__ import cli; cli()"
    config = str(root / "mkdocs.yml")
    words = ("build", *options, "-f", config, "--site-dir", str(built))
    done = run_python("-c", code, *words, SOURCE_DATE_EPOCH="0")
    return done.returncode, done.stdout + done.stderr


def put(root: Path, files: Mapping[str, str]) -> Path:
    """Write files below a folder, which is given back."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root
