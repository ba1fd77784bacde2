"""The projects in which an editor has files open."""

import unicodedata
from collections.abc import Callable
from pathlib import PurePath

from briefgen.disk.above import project_at_or_above
from briefgen.disk.reading import is_folder, real_place
from briefgen.language_server.desk import Desk
from briefgen.model.layout import project


class Desks:
    """A desk for each project, begun with its first file; `root`, if given, is the only project."""

    def __init__(
        self, root: PurePath | None, today: Callable[[], str], begin: Callable[[Desk], None]
    ) -> None:
        self._root = real_place(root) if root else None
        self._today = today
        self._begin = begin
        self._desks: dict[PurePath, Desk] = {}
        self._known: dict[PurePath, tuple[Desk | None, str]] = {}

    def at(self, place: PurePath) -> tuple[Desk | None, str]:
        """The desk of a file and its path in the project; none for a file that belongs to no project."""
        if place not in self._known:
            self._known[place] = self._found(place)
        return self._known[place]

    def _found(self, place: PurePath) -> tuple[Desk | None, str]:
        real = real_place(place)
        root = self._root or real_place(project_at_or_above(_folder_of(real)))
        if not real.is_relative_to(root) or not is_folder(root / project.SOURCES):
            return None, ""
        if root not in self._desks:
            shown = PurePath(*place.parts[: len(place.parts) - len(real.relative_to(root).parts)])
            self._desks[root] = Desk(root, shown if real_place(shown) == root else root, self._today)
            self._begin(self._desks[root])
        return self._desks[root], unicodedata.normalize("NFC", real.relative_to(root).as_posix())


def _folder_of(place: PurePath) -> PurePath:
    """The nearest folder of a file, which may lie in one that is not there yet."""
    return next((above for above in place.parents if is_folder(above)), place.parent)
