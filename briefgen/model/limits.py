"""How large a file may be, and what reading a document may take: one list, looked at before anything is read.

The limits are far beyond what people write. They are there so that a file that cannot be meant, or that
grows without end, is named, instead of taking all memory with it.
"""

import errno
from dataclasses import dataclass
from pathlib import PurePath

KB, MB, GB = 10**3, 10**6, 10**9


@dataclass(frozen=True, slots=True)
class Limit:
    """How many bytes files of one use may have; `name` is the setting that says otherwise, if one does."""

    name: str
    bytes: int

    @property
    def setting(self) -> str:
        """The setting as people look for it; empty where there is none."""
        return f"extra.briefgen.limits.{self.name}" if self.name else ""


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a project: what its settings say, or these."""

    text: Limit = Limit("text", 100 * MB)
    """A brief, a context box, a page of ``docs/``."""
    list: Limit = Limit("list", 600 * MB)
    """The bibliography, the list of captures, the lock."""
    capture: Limit = Limit("capture", 400 * MB)
    """A file of ``seeds/``, a document that is to become one, a font, a logo."""
    asset: Limit = Limit("asset", 4 * GB)
    """A file of ``docs/`` that is no page."""

    def all(self) -> tuple[Limit, ...]:
        """Every one of them, in the order in which messages list their names."""
        return self.text, self.list, self.capture, self.asset


USUAL = Limits()
SETTINGS = Limit("", 10 * MB)
"""The settings themselves: they are read before they can say anything."""

MADE = Limit("", 8 * GB)
"""What briefgen or a builder of sites made."""


class TooLargeError(OSError):
    """A file is larger than its limit; the message says what can be done."""

    def __init__(self, place: PurePath, size: int, limit: Limit) -> None:
        way_out = f": raise `{limit.setting}` in the settings if it is meant" if limit.name else ""
        super().__init__(errno.EFBIG, f"{too_large(size, limit)}{way_out}", str(place))
        self.size = size
        self.limit = limit


def too_large(size: int, limit: Limit) -> str:
    """What is wrong with a file of that size."""
    return f"this file has {size_in_words(size)}, more than the limit of {size_in_words(limit.bytes)}"


def size_in_words(size: int) -> str:
    """A size as people say it: ``12 bytes``, ``2.5 MB``."""
    for unit, name in ((GB, "GB"), (MB, "MB"), (KB, "KB")):
        if size >= unit:
            return f"{size / unit:.4g} {name}"
    return f"{size} bytes"


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """What reading a document may take: seconds of CPU time; megabytes of memory, unpacked content and text.

    A PDF of a thousand pages and a very large page saved by SingleFile take less than a fifth of each, which
    `python -m benchmarks.readers` measures.
    """

    seconds: int = 120
    memory: int = 4_000
    unpacked: int = 1_000
    text: int = 300
