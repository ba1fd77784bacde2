"""Corrections counted once: a brief and its translations hold the same ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefgen.markdown.plain import block_text
from briefgen.model.box import BoxKind
from briefgen.model.finding import Finding, FindingVerdict, Passage
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus, VerifiedQuotation
from briefgen.render.view import found_check
from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction and the brief it stands in; `others` are the same in translations of that brief."""

    brief: VerifiedBrief
    finding: Finding
    others: "tuple[tuple[VerifiedBrief, Finding], ...]" = ()


def corrections_once(
    briefs: Sequence[VerifiedBrief], corpus: VerifiedCorpus, lang: str
) -> tuple[Correction, ...]:
    """The corrections of briefs, in their order: of several translations in `lang`, else as first written.

    What only a translation has is kept. Two corrections are the same when they have one verdict, and their
    boxes one id or their passages one place.
    """
    groups: dict[frozenset[str], list[VerifiedBrief]] = {}
    for brief in briefs:
        groups.setdefault(_group(brief), []).append(brief)
    once: dict[str, list[Correction]] = {}
    for group in groups.values():
        group.sort(key=lambda brief: (brief.front.lang != lang, brief.front.translation_of is not None))
        for correction in _of_group(group, corpus):
            once.setdefault(correction.brief.slug, []).append(correction)
    return tuple(correction for brief in briefs for correction in once.get(brief.slug, ()))


def _group(brief: VerifiedBrief) -> frozenset[str]:
    return frozenset((brief.slug, *(other.slug for other in brief.resolved.translations)))


def _of_group(group: Iterable[VerifiedBrief], corpus: VerifiedCorpus) -> Sequence[Correction]:
    found: list[Correction] = []
    by_sign: dict[_Sign, list[int]] = {}
    for brief in group:
        places = {one.quotation.span: one for one in brief.quotations}
        # Each is met once in a brief: two corrections of one passage stay two.
        free = {sign: list(indices) for sign, indices in by_sign.items()}
        met: set[int] = set()
        for finding in corrections_of(brief):
            signs = _signs(finding, places, corpus)
            index = next((i for sign in signs for i in free.get(sign, ()) if i not in met), None)
            if index is None:
                for sign in signs:
                    by_sign.setdefault(sign, []).append(len(found))
                found.append(Correction(brief, finding))
            else:
                met.add(index)
                first = found[index]
                others = (*first.others, (brief, finding))
                found[index] = Correction(first.brief, first.finding, others)
    return found


_Sign = tuple[FindingVerdict, tuple[str, ...]]


def _signs(
    finding: Finding, quotations: Mapping[Span, VerifiedQuotation], corpus: VerifiedCorpus
) -> Sequence[_Sign]:
    """What a correction has in every language: its verdict, and the id of its box or its passages."""
    passages = (_place(passage, quotations, corpus) for passage in finding.passages)
    signs = [(finding.verdict, ("passages", *passages))]
    if finding.identifier:
        signs.insert(0, (finding.verdict, ("id", finding.identifier)))
    return signs


def _place(passage: Passage, quotations: Mapping[Span, VerifiedQuotation], corpus: VerifiedCorpus) -> str:
    """Where a passage stands; its words, where nobody could look."""
    quotation = quotations.get(passage.quote.span)
    check = found_check(quotation) if quotation else None
    if check and (capture := corpus.searched(check)):
        return f"{capture.record.sha256} {check.ranges}"
    return " ".join((quotation.quotation.text if quotation else block_text(passage.quote)).split())


def corrected_works(correction: Correction) -> Iterable[str]:
    """The keys of the works whose words are corrected."""
    passages = {passage.quote.span for passage in correction.finding.passages}
    quoted = (one for one in correction.brief.quotations if one.quotation.span in passages)
    keys = dict.fromkeys(key for one in quoted for key in one.resolved.keys)
    return keys or correction.brief.resolved.examined


def corrections_of(brief: VerifiedBrief) -> tuple[Finding, ...]:
    """The corrections of a brief, in its order."""
    return tuple(f for f in brief.resolved.findings if f.kind is BoxKind.CORRECTION)
