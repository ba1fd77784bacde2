"""What the page of a brief is made from: all that is handed to what makes it, and a text that says so.

Of the project a page gets only what it needs, so that what it was made from is known without a list that
somebody would have to keep. Its tree is not looked through: the texts that it was parsed from say the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from briefgen.digests import digest_of
from briefgen.each import Needs
from briefgen.markdown.walk import inlines_in, walk_blocks
from briefgen.model.block import Block, Box
from briefgen.model.capture import CaptureList, Captures
from briefgen.model.card import CardKit
from briefgen.model.inline import Image, Link
from briefgen.model.reference import Styled
from briefgen.model.settings import Settings
from briefgen.model.work import Bibliography
from briefgen.model.workspace import (
    CitationFootnote,
    Corpus,
    ResolvedQuotation,
    VerifiedBrief,
    VerifiedCorpus,
    Workspace,
)
from briefgen.remembered import remembered
from briefgen.render.links.targets import AddressReadings
from briefgen.render.neighbours import Neighbours


@dataclass(frozen=True, slots=True)
class Around:
    """A brief with all that its page is made from; `beside` is None for a text that gets no page."""

    brief: VerifiedBrief
    corpus: VerifiedCorpus
    readings: AddressReadings
    beside: Neighbours | None
    kit: CardKit | None
    needs: Needs


def surroundings_of(corpus: VerifiedCorpus, readings: AddressReadings, kit: CardKit | None) -> "Surroundings":
    """What gives each brief of a corpus what it needs of the whole."""
    return _surroundings(without_briefs(corpus), readings, kit)


@remembered()
def _surroundings(corpus: VerifiedCorpus, readings: AddressReadings, kit: CardKit | None) -> "Surroundings":
    return Surroundings(corpus, readings, kit)


def without_briefs(corpus: VerifiedCorpus) -> VerifiedCorpus:
    """A corpus without its briefs: what a page is made from beside those that it is about."""
    return _without_briefs(corpus.settings, corpus.works, corpus.capture_list, corpus.captures, corpus.styled)


@remembered()
def _without_briefs(
    settings: Settings,
    works: Bibliography,
    listed: CaptureList,
    captures: Captures,
    styled: Styled | None,
) -> VerifiedCorpus:
    workspace = Workspace(settings, (), (), works, listed, ())
    return VerifiedCorpus(Corpus(workspace, (), ()), (), captures, styled=styled)


class Surroundings:
    """Gives of a whole corpus what each of its briefs needs."""

    def __init__(self, corpus: VerifiedCorpus, readings: AddressReadings, kit: CardKit | None) -> None:
        self._corpus = corpus
        self._readings = readings
        self._kit = kit
        self._order = {work.key: number for number, work in enumerate(corpus.works)}
        self._uncaptured = {entry.key: entry for entry in corpus.capture_list.uncaptured}
        self._works: dict[str, str] = {}

    @remembered(Neighbours)
    def of(self, brief: VerifiedBrief, beside: Neighbours | None, *, has_card: bool) -> Around:
        """What one brief needs."""
        blocks = list(walk_blocks(brief.resolved.blocks))
        keys = sorted(self._keys(brief, blocks), key=self._order.__getitem__)
        inlines = list(inlines_in(brief.resolved.blocks))
        links = [(node.target, node.span.path) for node in inlines if isinstance(node, Link)]
        links += [(node.target, node.span.path) for node in inlines if isinstance(node, Image)]
        readings = self._readings.of(brief.slug).only_for(links)
        kit = self._kit if has_card else None
        texts = {block.span.path: block.span.file.text for block in blocks}
        file = brief.resolved.brief.file
        styled = self._in_style(file.path, keys)
        needs = (
            "make the page of a brief",
            self._same_for_all,
            self._kit_hash if kit else "",
            digest_of((beside, tuple(readings.briefs.items()), tuple(_derived(brief)))),
            digest_of(tuple(_of_style(styled))),
            *(self._of_work(key) for key in keys),
            file.path,
            file.text,
            *(part for pair in texts.items() if pair[0] != file.path for part in pair),
        )
        return Around(brief, replace(self._only_for(keys), styled=styled), readings, beside, kit, needs)

    def _keys(self, brief: VerifiedBrief, blocks: Sequence[Block]) -> set[str]:
        resolved = brief.resolved
        named = {*resolved.works, *resolved.examined}
        named.update(key for one in (*resolved.quotations, *brief.missed) for key in one.keys)
        named.update(check.key for found in brief.quotations for check in found.checks)
        named.update(
            pair.value for box in blocks if isinstance(box, Box) and (pair := box.attributes.get("of"))
        )
        return named & self._order.keys()

    def _only_for(self, keys: list[str]) -> VerifiedCorpus:
        whole = self._corpus
        uncaptured = tuple(self._uncaptured[key] for key in keys if key in self._uncaptured)
        workspace = Workspace(
            whole.settings,
            (),
            (),
            Bibliography(tuple(whole.works[key] for key in keys)),
            CaptureList((), uncaptured, whole.capture_list.state),
            (),
        )
        captures = Captures(tuple(one for key in keys for one in whole.captures.of(key)))
        return VerifiedCorpus(Corpus(workspace, (), ()), (), captures)

    def _in_style(self, path: str, keys: list[str]) -> Styled | None:
        whole = self._corpus.styled
        if whole is None:
            return None
        briefs = {path: whole.briefs[path]} if path in whole.briefs else {}
        works = {key: whole.works[key] for key in keys if key in whole.works}
        return replace(whole, briefs=briefs, works=works)

    def _of_work(self, key: str) -> str:
        if key not in self._works:
            captures = [(one.record, one.text_sha256) for one in self._corpus.captures.of(key)]
            said = (self._corpus.works[key], self._uncaptured.get(key), tuple(captures))
            self._works[key] = digest_of(said, places=False)
        return self._works[key]

    @cached_property
    def _same_for_all(self) -> str:
        return digest_of((self._corpus.settings, self._corpus.capture_list.state), places=False)

    @cached_property
    def _kit_hash(self) -> str:
        kit = self._kit
        return digest_of((tuple(font.blob for font in kit.fonts), kit.mark)) if kit else ""


def _derived(brief: VerifiedBrief) -> Iterator[object]:
    """What was found out about a brief, beside what its texts say."""
    resolved = brief.resolved
    yield resolved.slug
    yield resolved.works
    yield resolved.examined
    yield resolved.translations
    yield resolved.own
    for citation in resolved.citations:
        yield (citation.citation.span, citation.label, tuple(item.key for item in citation.items))
    for note in resolved.footnotes:
        span = note.citation.citation.span if isinstance(note, CitationFootnote) else note.definition.span
        yield (note.label, span)
    for quotation in resolved.quotations:
        yield from _of_quotation(quotation)
    for found in brief.quotations:
        yield from _of_quotation(found.resolved)
        yield found.checks
    for missed in brief.missed:
        yield from _of_quotation(missed)


def _of_style(styled: Styled | None) -> Iterator[object]:
    """What a style of CSL makes of its references."""
    if styled is None:
        return
    yield (styled.in_notes, styled.numbers, tuple(styled.works.items()))
    yield from styled.briefs.values()


def _of_quotation(found: ResolvedQuotation) -> Iterator[object]:
    said = found.quotation
    yield (said.span, said.text, said.form, said.keys, said.unwrapped, said.occurrence)
    yield (said.attribution is None, said.bare is None, found.keys, found.translation, found.language)
