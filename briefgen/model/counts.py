"""How all quotations of a run fared, and how the lock agrees with them: the last line of every run."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """All that is quoted in the briefs, drafts included, by what became of it.

    Each quotation counts in one of these: `found`; `not_found`: a captured work does not have it;
    `no_capture`: not looked up, nothing says why its work has no capture; `capture_none`: not looked up,
    captures.yml says why; `unusable`: not looked up for an error that was reported (its work is unknown, its
    capture unreadable, it has no words); `unbound`: bound to no work; `own`: declared its author's own words.
    `acknowledged` are those of `found` whose omission or cut is allowed with a reason.

    Words of a context box count in each brief that includes it; translations do not count, the words
    they translate do. `by_hand` says the same of pages by hand that cite, in the place of briefs; None where
    there is none.
    """

    briefs: int
    found: int = 0
    acknowledged: int = 0
    not_found: int = 0
    no_capture: int = 0
    capture_none: int = 0
    unusable: int = 0
    unbound: int = 0
    own: int = 0
    by_hand: "Counts | None" = None

    @property
    def quotations(self) -> int:
        """All of them."""
        return (
            self.found
            + self.not_found
            + self.no_capture
            + self.capture_none
            + self.unusable
            + self.unbound
            + self.own
        )


@dataclass(frozen=True, slots=True)
class LockState:
    """How many quotations a lock and the briefs agree on, and how many not.

    `new`: found, and not (or otherwise) in the lock. `stale`: locked with a capture that was replaced.
    `gone`: in the lock, and no longer quoted. `entries`: how many it has, None
    where there is no lock.
    """

    locked: int
    new: int
    stale: int
    gone: int
    entries: int | None

    @property
    def agrees(self) -> bool:
        """Whether `briefgen lock` has nothing to change; nothing to be locked needs no lock."""
        return not (self.new or self.stale or self.gone)

    def renewed(self) -> "LockState":
        """How they agree once the lock has been written."""
        entries = self.locked + self.new
        return LockState(entries, 0, 0, 0, entries)
