"""Tables of cases, which are kept as YAML."""

from pathlib import Path
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same, ten times as fast where it is there


def read_table(path: Path) -> Any:
    """What stands in a file of YAML."""
    return yaml.load(path.read_text("utf-8"), _LOADER)
