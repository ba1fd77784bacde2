"""Paths with ``/``, as texts: what lies above them, and the way from one to another."""

from collections.abc import Collection
from functools import lru_cache
from pathlib import PurePosixPath


def relative_path(path: str, page: str) -> str:
    """The way from a page to another file of the same folder tree."""
    here, there = page.split("/")[:-1], path.split("/")
    common = 0
    while common < min(len(here), len(there) - 1) and here[common] == there[common]:
        common += 1
    return "/".join([".."] * (len(here) - common) + there[common:])


def parents(path: str) -> tuple[str, ...]:
    """The folders of a relative path, the innermost first: ``a/b/c`` has ``a/b`` and ``a``."""
    return _folders(path.rpartition("/")[0])


@lru_cache(maxsize=4096)
def _folders(folder: str) -> tuple[str, ...]:
    pure = PurePosixPath(folder)
    return tuple(str(one) for one in (pure, *pure.parents) if one.name)


def all_stay_inside(paths: Collection[str]) -> bool:
    """Whether each of many paths does as `stays_inside` says."""
    every = f"/{'/ /'.join(paths)}/"
    return not paths or not any(detour in every for detour in ("//", "/./", "/../"))


def stays_inside(path: str) -> bool:
    """Whether a relative path names something below the folder it starts from, without detours."""
    return not {"", ".", ".."} & set(path.split("/"))
