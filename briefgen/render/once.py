"""Corrections counted once: a brief and its translations hold the same ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefgen.markdown.plain import block_text
from briefgen.model.box import BoxKind
from briefgen.model.finding import Finding, FindingVerdict, Passage
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus, VerifiedQuotation
from briefgen.remembered import remembered
from briefgen.render.needs import About
from briefgen.render.view import found_check
from briefgen.summed import summed
from briefgen.text import Span

_Sign = tuple[FindingVerdict, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Said:
    """What lists need of a correction: its `number` among those of its brief, the keys of the `works` whose
    words it corrects, these words, each with their language, and the signs by which it is known again."""

    number: int
    verdict: FindingVerdict
    identifier: str
    works: tuple[str, ...]
    passages: tuple[tuple[str, str], ...]
    signs: tuple[_Sign, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction and the brief it stands in; `others` are the same in translations of that brief."""

    about: About
    said: Said
    others: tuple[tuple[VerifiedBrief, Said], ...] = ()

    @property
    def brief(self) -> VerifiedBrief:
        """The brief that it stands in."""
        return self.about.brief


def corrections_once(abouts: Sequence[About], lang: str) -> tuple[Correction, ...]:
    """The corrections of briefs, in their order: of several translations in `lang`, else as first written.

    What only a translation has is kept. Two corrections are the same when they have one verdict, and their
    boxes one id or their passages one place.
    """
    groups: dict[frozenset[str], list[About]] = {}
    for about in abouts:
        groups.setdefault(_group(about.brief), []).append(about)
    once: dict[str, list[Correction]] = {}
    for group in groups.values():
        if len(group) == 1:  # as most are: then each of its corrections is one
            once[group[0].brief.slug] = [Correction(group[0], said) for said in _said_of(group[0])]
            continue
        group.sort(key=lambda one: (one.brief.front.lang != lang, one.brief.front.translation_of is not None))
        for correction in _of_group(group):
            once.setdefault(correction.brief.slug, []).append(correction)
    return tuple(correction for about in abouts for correction in once.get(about.brief.slug, ()))


def _group(brief: VerifiedBrief) -> frozenset[str]:
    return frozenset((brief.slug, *(other.slug for other in brief.resolved.translations)))


def _of_group(group: Iterable[About]) -> Sequence[Correction]:
    found: list[Correction] = []
    by_sign: dict[_Sign, list[int]] = {}
    for about in group:
        # Each is met once in a brief: two corrections of one passage stay two.
        free = {sign: list(indices) for sign, indices in by_sign.items()}
        met: set[int] = set()
        for said in _said_of(about):
            index = next((i for sign in said.signs for i in free.get(sign, ()) if i not in met), None)
            if index is None:
                for sign in said.signs:
                    by_sign.setdefault(sign, []).append(len(found))
                found.append(Correction(about, said))
            else:
                met.add(index)
                first = found[index]
                found[index] = Correction(first.about, first.said, (*first.others, (about.brief, said)))
    return found


@summed
def corrected_works(about: About) -> tuple[str, ...]:
    """The keys of the works that a brief corrects something in."""
    return tuple(dict.fromkeys(key for said in _said_of(about) for key in said.works))


@remembered()
@summed
def _said_of(about: About) -> tuple[Said, ...]:
    """The corrections of one brief, in its order."""
    brief, corpus = about.brief, about.corpus
    quoted = {one.quotation.span: one for one in brief.quotations}
    return tuple(
        Said(
            number,
            finding.verdict,
            finding.identifier,
            _corrected_works(finding, quoted, brief),
            tuple(_words(passage, quoted, about) for passage in finding.passages),
            _signs(finding, quoted, corpus),
        )
        for number, finding in enumerate(corrections_of(brief))
    )


def _words(passage: Passage, quoted: Mapping[Span, VerifiedQuotation], about: About) -> tuple[str, str]:
    """Words that are corrected, with their language: the capture's, where they were looked up."""
    quotation = quoted.get(passage.quote.span)
    searched = [about.corpus.searched(check) for check in quotation.checks] if quotation else []
    languages = [capture.language for capture in searched if capture]
    text = quotation.quotation.text if quotation else block_text(passage.quote)
    return (*languages, about.brief.front.lang)[0], text


def _signs(
    finding: Finding, quotations: Mapping[Span, VerifiedQuotation], corpus: VerifiedCorpus
) -> tuple[_Sign, ...]:
    """What a correction has in every language: its verdict, and the id of its box or its passages."""
    passages = (_place(passage, quotations, corpus) for passage in finding.passages)
    signs = [(finding.verdict, ("passages", *passages))]
    if finding.identifier:
        signs.insert(0, (finding.verdict, ("id", finding.identifier)))
    return tuple(signs)


def _place(passage: Passage, quotations: Mapping[Span, VerifiedQuotation], corpus: VerifiedCorpus) -> str:
    """Where a passage stands; its words, where nobody could look."""
    quotation = quotations.get(passage.quote.span)
    check = found_check(quotation) if quotation else None
    if check and (capture := corpus.searched(check)):
        return f"{capture.record.sha256} {check.ranges}"
    return " ".join((quotation.quotation.text if quotation else block_text(passage.quote)).split())


def _corrected_works(
    finding: Finding, quotations: Mapping[Span, VerifiedQuotation], brief: VerifiedBrief
) -> tuple[str, ...]:
    """The keys of the works whose words are corrected."""
    spans = sorted({passage.quote.span for passage in finding.passages}, key=lambda span: span.start)
    quoted = (quotations[span] for span in spans if span in quotations)
    keys = dict.fromkeys(key for one in quoted for key in one.resolved.keys)
    return tuple(keys) or brief.resolved.examined


def corrections_of(brief: VerifiedBrief) -> tuple[Finding, ...]:
    """The corrections of a brief, in its order."""
    return tuple(f for f in brief.resolved.findings if f.kind is BoxKind.CORRECTION)
