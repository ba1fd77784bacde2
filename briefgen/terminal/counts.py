"""How the quotations of all briefs fared: the last line of a run, and the same as data."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from briefgen.terminal.visible import counted

if TYPE_CHECKING:
    from briefgen.model.counts import Counts, LockState


def closing_line(counts: "Counts", lock: "LockState") -> str:
    """How the quotations of all briefs fared, and how the lock agrees with them: the last line of a run."""
    said = [_fared(counts, "brief")] if counts.briefs or counts.by_hand is None else []
    said += [_fared(counts.by_hand, "page by hand", "pages by hand")] if counts.by_hand else []
    return "".join(("; ".join(said), _lock_words(lock), "\n"))


def _fared(counts: "Counts", noun: str, plural: str = "") -> str:
    given = f" ({counts.acknowledged} with a reason given)" if counts.acknowledged else ""
    fates = (
        (counts.found, f"found{given}"),
        (counts.not_found, "not found"),
        (counts.no_capture, "not checked (no capture)"),
        (counts.capture_none, "not checked (`capture: none`)"),
        (counts.unusable, "not checked (errors)"),
        (counts.unbound, "unbound"),
        (counts.own, "declared own"),
    )
    told = ", ".join(f"{number} {fate}" for number, fate in fates if number)
    texts = f"{counts.briefs} {plural}" if plural and counts.briefs != 1 else counted(counts.briefs, noun)
    return f"{texts}, {counted(counts.quotations, 'quotation')}{f': {told}' if told else ''}"


def counts_object(counts: "Counts", lock: "LockState") -> dict[str, object]:
    """The same for JSON, with every number, zero or not."""
    told = _object(counts)
    if by_hand := counts.by_hand:
        said = _object(by_hand)
        told["by_hand"] = {"pages": said.pop("briefs"), **said}
    return {**told, "lock": {**asdict(lock), "agrees": lock.agrees}}


def _object(counts: "Counts") -> dict[str, object]:
    told = {"briefs": counts.briefs, "quotations": counts.quotations, **asdict(counts)}
    del told["by_hand"]
    return told


def _lock_words(lock: "LockState") -> str:
    if lock.agrees:
        return "" if lock.entries is None else "; lock: up to date"
    if lock.entries is None:
        return "; lock: absent"
    if not lock.entries:
        return "; lock: empty, run `briefgen lock`"
    what = ((lock.stale, "stale"), (lock.new, "not yet locked"), (lock.gone, "no longer quoted"))
    said = ", ".join(f"{number} {state}" for number, state in what if number)
    return f"; lock: {said}, run `briefgen {'reverify' if lock.stale else 'lock'}`"
