"""What briefs quote from works that have no capture: words that nobody looked up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefgen.catalogue import Words
from briefgen.model.work import Work
from briefgen.model.workspace import VerifiedBrief
from briefgen.render.quoted_passages import Quoting, QuotingBrief, by_brief, quotings
from briefgen.render.states import State, of_state


@dataclass(frozen=True, slots=True)
class UncheckedWords:
    """Words on one line as briefs have them, their language (BCP 47), and the briefs that quote just this."""

    text: str
    lang: str
    briefs: tuple[QuotingBrief, ...]


@dataclass(frozen=True, slots=True)
class UncheckedWork:
    """A work without a capture, and how often a brief quotes it."""

    work: Work
    count: int


def unchecked_words(
    briefs: Iterable[VerifiedBrief], words: Words
) -> Mapping[str, tuple[UncheckedWords, ...]]:
    """The words quoted and not looked up of each work, by its key: in the order of the briefs."""
    found: dict[str, dict[str, list[Quoting]]] = {}
    for quoting in quotings(briefs, words):
        if quoting.check.verdict is None:
            text = " ".join(quoting.found.quotation.text.split())
            found.setdefault(quoting.check.work.key, {}).setdefault(text, []).append(quoting)
    return {
        key: tuple(
            UncheckedWords(text, same[0].check.work.language or same[0].brief.front.lang, by_brief(same))
            for text, same in texts.items()
        )
        for key, texts in found.items()
    }


def unchecked_works(brief: VerifiedBrief) -> tuple[UncheckedWork, ...]:
    """The works of a brief's unchecked quotations, in its order."""
    counts: dict[str, UncheckedWork] = {}
    for quotation in of_state(brief, State.UNCHECKED):
        for check in quotation.checks:
            before = counts.get(check.work.key)
            counts[check.work.key] = UncheckedWork(check.work, (before.count if before else 0) + 1)
    return tuple(counts.values())
