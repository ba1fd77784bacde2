"""What feeds tell: the newest briefs, and what has changed of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest

from briefgen.catalogue import words_for
from briefgen.model.brief import Status
from briefgen.model.layout import anchors
from briefgen.model.settings import Settings
from briefgen.model.workspace import VerifiedBrief
from briefgen.render.authors import authors_of
from briefgen.render.brief.metadata import brief_address
from briefgen.render.brief.snippets import description_of, status_word

_MOST = 50


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing told in a feed. `identifier` stays for ever, `address` is where it stands now; days are
    ISO 8601."""

    identifier: str
    address: str
    title: str
    text: str
    published: str
    updated: str
    authors: tuple[str, ...]
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed in one language; `page` is the path of the page that lists the same for people."""

    title: str
    lang: str
    page: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> str:
        """The newest day of its entries; of a feed that has none yet, the beginning of time."""
        return max((entry.updated for entry in self.entries), default="1970-01-01")


def brief_entries(briefs: Sequence[VerifiedBrief], settings: Settings) -> tuple[Entry, ...]:
    """The briefs that changed last; a withdrawn one says so."""
    last = nlargest(
        _MOST,
        briefs,
        key=lambda brief: (_updated(brief), brief.front.date, _first_address(brief, settings)),
    )
    return tuple(_of_brief(brief, settings) for brief in last)


def erratum_entries(briefs: Sequence[VerifiedBrief], settings: Settings) -> tuple[Entry, ...]:
    """What changed last of the briefs."""
    made = [entry for brief in briefs for entry in _of_errata(brief, settings)]
    return tuple(sorted(made, key=lambda one: (one.updated, one.identifier), reverse=True)[:_MOST])


def _of_brief(brief: VerifiedBrief, settings: Settings) -> Entry:
    front = brief.front
    title = front.title
    if front.status is Status.WITHDRAWN:
        title = f"{status_word(front, words_for(front.lang))}: {title}"
    return Entry(
        _first_address(brief, settings),
        brief_address(brief.slug, settings),
        title,
        description_of(brief) or front.title,
        front.date,
        _updated(brief),
        _authors(brief, settings),
        front.tags,
    )


def _updated(brief: VerifiedBrief) -> str:
    """The day on which a brief, or what is said of its errors, changed last."""
    return max((brief.front.changed, *(erratum.date for erratum in brief.front.errata)))


def _of_errata(brief: VerifiedBrief, settings: Settings) -> Iterator[Entry]:
    front, words = brief.front, words_for(brief.front.lang)
    counted: Counter[str] = Counter()
    for erratum in front.errata:
        counted[erratum.date] += 1
        yield Entry(
            f"{_first_address(brief, settings)}#erratum-{erratum.date}-{counted[erratum.date]}",
            f"{brief_address(brief.slug, settings)}#{erratum.where or anchors.PARTS.errata}",
            f"{words.erratum_kind[erratum.kind]}: {front.title}",
            f"{words.was}: {erratum.was}\n{words.now}: {erratum.now}",
            erratum.date,
            erratum.date,
            _authors(brief, settings),
        )


def _authors(brief: VerifiedBrief, settings: Settings) -> tuple[str, ...]:
    return authors_of(brief, settings) or (settings.publisher or settings.site_name,)


def _first_address(brief: VerifiedBrief, settings: Settings) -> str:
    """The address that a brief had first: whoever follows the feed knows it by that."""
    aliases = brief.front.aliases
    return brief_address(aliases[0].name if aliases else brief.slug, settings)
