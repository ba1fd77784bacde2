"""The small project that hostile inputs are put into."""

import shutil
from pathlib import Path

BASE = Path(__file__).parent / "project"


def copy_base(folder: Path) -> Path:
    """A copy of it in a folder, to be changed."""
    return Path(shutil.copytree(BASE, folder / "project"))
