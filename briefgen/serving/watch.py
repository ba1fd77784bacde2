"""Waiting until an author has saved something."""

import threading
from pathlib import PurePath

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from briefgen.disk.reading import is_folder, is_ignored
from briefgen.model.layout import project

_READING = frozenset({"opened", "closed_no_write"})
"""What happens to a file that is only looked at, as we do ourselves."""

_QUIET = 0.03
"""How long nothing more may happen, in seconds, until a save is done: editors write in several steps."""
_AT_MOST = 10


class Watcher:
    """Watches what a site is made from; use it as a context."""

    def __init__(self, root: PurePath) -> None:
        self._root = root
        self._happened = threading.Event()
        self._observer: BaseObserver | None = None

    def __enter__(self) -> "Watcher":
        try:
            self._observer = self._started(Observer())
        except OSError:  # the system watches no more for us: look by ourselves
            self._observer = self._started(PollingObserver(timeout=0.5))
        return self

    def __exit__(self, *_: object) -> None:
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until something was saved, and whether it was in that time."""
        if not self._happened.wait(seconds):
            return False
        for _ in range(_AT_MOST):
            self._happened.clear()
            if not self._happened.wait(_QUIET):
                break
        self._happened.clear()
        return True

    def _started(self, observer: BaseObserver) -> BaseObserver:
        handler = _Handler(self._root, self._happened)
        for folder in (project.SOURCES, project.SEEDS, project.DOCS):
            if is_folder(self._root / folder):
                observer.schedule(handler, str(self._root / folder), recursive=True)
        observer.schedule(handler, str(self._root), recursive=False)
        observer.start()
        return observer


class _Handler(FileSystemEventHandler):
    def __init__(self, root: PurePath, happened: threading.Event) -> None:
        self._root = root
        self._happened = happened

    def on_any_event(self, event: FileSystemEvent) -> None:
        """As watchdog calls it, in a thread of its own."""
        if event.event_type in _READING or (event.is_directory and event.event_type == "modified"):
            return
        if any(self._is_watched(PurePath(str(path))) for path in (event.src_path, event.dest_path) if path):
            self._happened.set()

    def _is_watched(self, place: PurePath) -> bool:
        if is_ignored(place.name):
            return False
        beside = place.parent == self._root
        return not beside or place.name in (project.SETTINGS, project.SOURCES, project.SEEDS, project.DOCS)
