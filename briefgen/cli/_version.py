"""Which briefgen this is, and what it runs on: for those who report an error, and for programs."""

import json
import platform
import sys
from importlib import metadata

from briefgen import __version__

_PACKAGES = (
    "mkdocs",
    "mkdocs-material",
    "markdown",
    "markdown-it-py",
    "pagefind",
    "pypdfium2",
    "resvg-py",
    "rfc3161-client",
    "selectolax",
)


def version_as_json() -> str:
    """The versions of briefgen, Python, the system, and packages that make a difference; null for none."""
    told = {
        "briefgen": __version__,
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "system": platform.system(),
        "machine": platform.machine(),
        "prefix": sys.prefix,
        "packages": {name: _version_of(name) for name in _PACKAGES},
    }
    return json.dumps(told, indent=2) + "\n"


def _version_of(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
