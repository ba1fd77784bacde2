"""What quotations are looked up in."""

from briefgen.matching.haystack import Haystack, prepare
from briefgen.model.capture import Capture, Captures
from briefgen.verify.lock import LockIndex


class Library:
    """The captures, each made ready to be searched once, when first needed; and what is locked."""

    def __init__(self, captures: Captures, lock: LockIndex) -> None:
        self._captures = captures
        self._prepared: dict[str, Haystack] = {}
        self.lock = lock

    def of(self, key: str) -> tuple[Capture, ...]:
        """The captures of a work that could be read."""
        return self._captures.of(key)

    def others(self, key: str) -> tuple[Capture, ...]:
        """The captures of all other works."""
        return tuple(capture for capture in self._captures if capture.key != key)

    def haystack(self, capture: Capture) -> Haystack:
        """The capture, ready to be searched."""
        content = f"{capture.record.sha256} {capture.record.text} {capture.language}"
        if content not in self._prepared:
            self._prepared[content] = prepare(capture.text, capture.language)
        return self._prepared[content]
