"""What the builder says, heard instead of shown, to be said again at its place."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

Said = tuple[str, int, str]
"""Who says something, how grave it is, and what."""

_ALL = (None, "mkdocs")
"""The names of the loggers that show what is said: of MkDocs, and of all others."""


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Said] = []
        self._last: logging.LogRecord | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Note it once, where one logger passes it on to the other."""
        if record is self._last:
            return
        self._last = record
        self.heard.append((record.name, record.levelno, record.getMessage()))


@contextmanager
def hearing() -> Iterator[list[Said]]:
    """What is said from here on, as it comes; nothing of it is shown, nor counted."""
    listener, loggers = _Listener(), [logging.getLogger(name) for name in _ALL]
    before = [logger.handlers for logger in loggers]
    try:
        for logger in loggers:
            logger.handlers = [listener]
        yield listener.heard
    finally:
        for logger, handlers in zip(loggers, before, strict=True):
            logger.handlers = handlers


def say_again(heard: Sequence[Said]) -> None:
    """Say what was heard, in its order."""
    for name, level, text in heard:
        logger = logging.getLogger(name)
        logger.handle(logger.makeRecord(name, level, "", 0, text, (), None))
