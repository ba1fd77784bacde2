"""The project that a folder belongs to: itself, or the nearest above it, as git looks for its own."""

import os
from pathlib import PurePath

from briefgen.disk.reading import is_file, is_folder, real_place
from briefgen.model.layout import project


def project_at_or_above(folder: PurePath) -> PurePath:
    """The nearest folder with briefs and settings, `folder` itself if there is none.

    Settings are as good as a program: those above that belong to somebody else than us are not taken up,
    whoever may have put them there.
    """
    if _is_project(folder):
        return folder
    real = real_place(folder)
    for steps, above in enumerate(real.parents, start=1):
        if _is_project(above):
            return PurePath(folder, *[".."] * steps) if _is_ours(above) else folder
    return folder


def _is_project(folder: PurePath) -> bool:
    return is_folder(folder / project.SOURCES) and is_file(folder / project.SETTINGS)


def _is_ours(folder: PurePath) -> bool:
    if not hasattr(os, "getuid"):
        return True
    trusted = {os.getuid(), 0}
    places = (folder, folder / project.SOURCES, folder / project.SETTINGS)
    return all(os.stat(place).st_uid in trusted for place in places)  # noqa: PTH116, a path that reads nothing
