"""What the briefs make of each work of the bibliography."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.markdown.walk import citations_in
from briefgen.model.work import DateRange, Work
from briefgen.model.workspace import VerifiedCorpus

_NOT_A_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class WorkUse:
    """A work, and how often it is cited and quoted.

    `verified` of the `quoted` passages were found in a capture. `briefs` are the slugs of those that cite it
    or are about it; none means that nobody uses it. `duplicates` are the keys of entries that seem to be of
    the same work.
    """

    work: Work
    cited: int
    quoted: int
    verified: int
    captured: bool
    briefs: tuple[str, ...]
    duplicates: tuple[str, ...]


def measure_works(corpus: VerifiedCorpus) -> tuple[WorkUse, ...]:
    """Every work of the bibliography, in the order written."""
    cited: Counter[str] = Counter()
    quoted: Counter[str] = Counter()
    verified: Counter[str] = Counter()
    briefs: dict[str, list[str]] = {}
    for brief in corpus.texts:
        for citation in citations_in(brief.resolved.blocks):
            cited.update(item.key for item in citation.items)
        for found in brief.quotations:
            quoted.update(check.key for check in found.checks)
            verified.update(check.key for check in found.checks if check.verdict is not None)
        for key in brief.resolved.works:
            briefs.setdefault(key, []).append(brief.slug)
    twice = duplicates(corpus.works)
    return tuple(
        WorkUse(
            work=work,
            cited=cited[work.key],
            quoted=quoted[work.key],
            verified=verified[work.key],
            captured=bool(corpus.captures.of(work.key)),
            briefs=tuple(briefs.get(work.key, ())),
            duplicates=twice.get(work.key, ()),
        )
        for work in corpus.works
    )


def duplicates(works: Iterable[Work]) -> dict[str, tuple[str, ...]]:
    """For each work that seems to have several entries the keys of the others: the same DOI, the same
    address, or the same title and year."""
    by_sign: dict[tuple[str, ...], list[str]] = {}
    for work in works:
        for sign in _signs(work):
            by_sign.setdefault(sign, []).append(work.key)
    found: dict[str, dict[str, None]] = {}
    for keys in by_sign.values():
        for key in keys if len(keys) > 1 else ():
            found.setdefault(key, {}).update(dict.fromkeys(other for other in keys if other != key))
    return {key: tuple(others) for key, others in found.items()}


def _signs(work: Work) -> Iterable[tuple[str, ...]]:
    if work.doi:
        yield "doi", work.doi.casefold()
    if work.url:
        address = work.url.casefold().partition("://")[2].removeprefix("www.").rstrip("/")
        yield "url", address
    date = work.date.start or work.date.end if isinstance(work.date, DateRange) else work.date
    title = _NOT_A_LETTER.sub("", unicodedata.normalize("NFKC", work.title).casefold())
    if title and date:
        # The chapters of one book may share a title (“Introduction”), and not their authors as well.
        first = work.authors[0].short.casefold() if work.authors else ""
        yield "title", title, str(date.year), work.container.casefold(), first
