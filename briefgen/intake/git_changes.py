"""Whether git would change a captured file: it turns the line ends of texts, unless it is told not to."""

import re
from pathlib import PurePath

from briefgen.disk.reading import exists, read
from briefgen.model.layout import project

ATTRIBUTES = f"{project.SEEDS}/** -text"
"""The line of .gitattributes that keeps captures as they are."""
_LOOKED_AT = 8_000
"""So far git looks for a NUL, which no text has."""
_KEPT = re.compile(
    rf"^[ \t]*(?:/?{project.SEEDS}/?\S*|\*\*?)[ \t]+(?:\S+[ \t]+)*(?:-text|binary)\b", re.MULTILINE
)


def git_would_change(root: PurePath, data: bytes) -> bool:
    """Whether a file of seeds/ comes back from git with other bytes, as far as the project says."""
    if b"\r\n" not in data or b"\0" in data[:_LOOKED_AT]:
        return False
    place = root / project.ATTRIBUTES
    told = read(place).decode("utf-8", "replace") if exists(place) else ""
    return _KEPT.search(told) is None
