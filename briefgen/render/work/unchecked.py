"""The words that briefs quote from a work without a capture, and that nobody looked up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefgen.model.work import Bibliography
from briefgen.remembered import remembered
from briefgen.render.work.quoted_passages import Quoting, QuotingBrief, by_brief


@dataclass(frozen=True, slots=True)
class UncheckedWords:
    """Words on one line as briefs have them, their language (BCP 47), and the briefs that quote just this."""

    text: str
    lang: str
    briefs: tuple[QuotingBrief, ...]


@remembered()
def _words(text: str, lang: str, briefs: tuple[QuotingBrief, ...]) -> UncheckedWords:
    return UncheckedWords(text, lang, briefs)


def unchecked_words(
    every: Iterable[Quoting], works: Bibliography
) -> Mapping[str, tuple[UncheckedWords, ...]]:
    """The words quoted and not looked up of each work, by its key, given all quotations."""
    found: dict[str, dict[str, list[Quoting]]] = {}
    for quoting in every:
        if quoting.check.verdict is None:
            found.setdefault(quoting.check.key, {}).setdefault(quoting.text, []).append(quoting)
    return {
        key: tuple(
            _words(text, works[key].language or same[0].brief.front.lang, by_brief(same))
            for text, same in texts.items()
        )
        for key, texts in found.items()
    }
