"""The works that a brief quotes and that have no capture."""

from dataclasses import dataclass

from briefgen.model.workspace import VerifiedBrief


@dataclass(frozen=True, slots=True)
class UncheckedWork:
    """A work without a capture, how often a brief quotes it, and how many of these were found elsewhere.

    Words that are bound to several works count as found where one of them has a capture.
    """

    key: str
    count: int
    found_elsewhere: int


def unchecked_works(brief: VerifiedBrief) -> tuple[UncheckedWork, ...]:
    """The works that a brief quotes and that have no capture, in its order."""
    counts: dict[str, UncheckedWork] = {}
    for quotation in brief.quotations:
        if quotation.resolved.translation:
            continue
        for check in quotation.checks:
            if check.verdict is None:
                before = counts.get(check.key, UncheckedWork(check.key, 0, 0))
                elsewhere = before.found_elsewhere + quotation.verified
                counts[check.key] = UncheckedWork(check.key, before.count + 1, elsewhere)
    return tuple(counts.values())
