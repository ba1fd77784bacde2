"""What the page of a brief is made from: all that is handed to what makes it, and a text that says so.

Of the project a page gets only what it needs, so that what it was made from is known without a list that
somebody would have to keep.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import ClassVar

from briefgen.digests import digest_of
from briefgen.each import Needs
from briefgen.later import Later, Unread, put
from briefgen.markdown.walk import inlines_in
from briefgen.model.capture import CaptureList, Captures
from briefgen.model.card import CardKit
from briefgen.model.inline import Image, Link
from briefgen.model.reference import Styled
from briefgen.model.settings import Settings
from briefgen.model.work import Bibliography
from briefgen.model.workspace import Corpus, VerifiedBrief, VerifiedCorpus, Workspace
from briefgen.remembered import remembered
from briefgen.render.cards.all import hash_of_kit
from briefgen.render.links.targets import AddressReadings
from briefgen.render.neighbours import Neighbours
from briefgen.summed import Summary, summed


@dataclass(frozen=True, slots=True)
class About:
    """A brief with all that anything is said of it from. `corpus` has no brief, and of everything else what
    this one names; where its links lead and how its references look says `around`."""

    brief: VerifiedBrief
    corpus: VerifiedCorpus
    readings: AddressReadings
    around: str

    @property
    def summary(self) -> Summary:
        """What was said of the brief."""
        return self.brief.summary


@dataclass(frozen=True, slots=True)
class _Named:
    """Of a whole corpus what a brief names: most are as they were, and nobody asks for it."""

    corpus: VerifiedCorpus


class _UnreadAbout(Unread, About):
    __slots__ = ("_tree",)
    _type: ClassVar[type] = About

    def __init__(
        self, brief: VerifiedBrief, readings: AddressReadings, around: str, named: Callable[[], _Named]
    ) -> None:
        put(self, _tree=Later(named), brief=brief, readings=readings, around=around)


@dataclass(frozen=True, slots=True)
class Around:
    """A brief with all that its page is made from; `beside` is None for a text that gets no page."""

    about: About
    beside: Neighbours | None
    kit: CardKit | None
    needs: Needs

    @property
    def needs_of_page(self) -> Needs:
        """What the page alone is made from, where the text was guarded before, and no page made."""
        return ("the page alone", *self.needs) if self.needs else ()


_NO_READINGS = AddressReadings({})


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

    @remembered()
    def about(self, brief: VerifiedBrief) -> About:
        """What may be said of one brief."""
        links = links_of(brief)
        readings = self._readings.of(brief.slug).only_for(links) if links else _NO_READINGS
        styled = self._in_style(brief)
        around = ""
        if readings.briefs or styled:
            around = digest_of((tuple(readings.briefs.items()), tuple(_of_style(styled))))
        return _UnreadAbout(brief, readings, around, partial(self._only_for, brief, styled))

    @remembered(Neighbours)
    def of(self, about: About, beside: Neighbours | None, *, has_card: bool) -> Around:
        """What the page of one brief needs."""
        kit, needs = self._kit if has_card else None, about.brief.needs
        if needs:
            card = self._kit_hash if kit else ""
            needs = ("make the page of a brief", card, digest_of(beside), about.around, *needs)
        return Around(about, beside, kit, needs)

    def _keys(self, brief: VerifiedBrief) -> list[str]:
        known = (key for key in brief.resolved.named if key in self._order)
        return sorted(known, key=self._order.__getitem__)

    def _only_for(self, brief: VerifiedBrief, styled: Styled | None) -> "_Named":
        whole, keys = self._corpus, self._keys(brief)
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
        return _Named(VerifiedCorpus(Corpus(workspace, (), ()), (), captures, styled=styled))

    def _in_style(self, brief: VerifiedBrief) -> Styled | None:
        whole = self._corpus.styled
        if whole is None:
            return None
        path, keys = brief.resolved.brief.file.path, self._keys(brief)
        briefs = {path: whole.briefs[path]} if path in whole.briefs else {}
        works = {key: whole.works[key] for key in keys if key in whole.works}
        return replace(whole, briefs=briefs, works=works)

    @cached_property
    def _kit_hash(self) -> str:
        return hash_of_kit(self._kit) if self._kit else ""


@summed
def links_of(brief: VerifiedBrief) -> tuple[tuple[str, str], ...]:
    """The addresses of a brief's links and images, each with the file that it stands in."""
    nodes = tuple(inlines_in(brief.resolved.blocks))
    return (
        *((node.target, node.span.path) for node in nodes if isinstance(node, Link)),
        *((node.target, node.span.path) for node in nodes if isinstance(node, Image)),
    )


def _of_style(styled: Styled | None) -> Iterator[object]:
    """What a style of CSL makes of its references."""
    if styled is None:
        return
    yield (styled.in_notes, styled.numbers, tuple(styled.works.items()))
    yield from styled.briefs.values()
