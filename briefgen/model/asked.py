"""What a command asks about a project."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a project is asked about: with `drafts` they are as good as published, and each of `files`, by
    their paths, is even if it is one."""

    drafts: bool = False
    files: frozenset[str] = frozenset()
