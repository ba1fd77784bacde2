"""What the quotations of a brief are looked up with, beside what it was resolved from."""

from collections import defaultdict

from briefgen.digests import digest_of
from briefgen.each import Needs
from briefgen.model.capture import Captures
from briefgen.model.lock import Lock, LockEntry
from briefgen.model.workspace import ResolvedBrief


class Looking:
    """Says of each brief what its quotations are looked up with: captures of works it names, and its lock."""

    def __init__(self, captures: Captures, lock: Lock | None, *, anew: bool) -> None:
        self._captures = captures
        self._locked: dict[str, list[LockEntry]] = defaultdict(list)
        for entry in lock.entries if lock else ():
            self._locked[entry.brief].append(entry)
        self._anew = anew
        self._digests: dict[str, str] = {}

    def of(self, brief: ResolvedBrief) -> Needs:
        """What one brief is made from; nothing where nobody can tell."""
        if not brief.needs:
            return ()
        locked = digest_of((self._anew, tuple(self._locked.get(brief.slug, ()))))
        works = " ".join(map(self._of_work, brief.named))
        return ("look the quotations of a brief up", locked, works, *brief.needs)

    def _of_work(self, key: str) -> str:
        if key not in self._digests:
            captures = tuple(one.pinned for one in self._captures.of(key))
            self._digests[key] = digest_of(captures, places=False)
        return self._digests[key]
