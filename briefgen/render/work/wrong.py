"""What briefs correct in a report, on its page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefgen.catalogue import Words
from briefgen.model.layout import anchors, classes, pages
from briefgen.model.work import Work
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.render.correction_entry import correction_entry
from briefgen.render.links.targets import AddressReadings
from briefgen.render.once import Correction, corrected_works, corrections_once
from briefgen.render.view import BriefView

Corrected = Mapping[str, Sequence[Correction]]


def corrected(briefs: Sequence[VerifiedBrief], corpus: VerifiedCorpus) -> Corrected:
    """The corrections of each work, by its key."""
    of_works: dict[str, list[Correction]] = {}
    for correction in corrections_once(briefs, corpus, corpus.settings.language):
        for key in corrected_works(correction):
            of_works.setdefault(key, []).append(correction)
    return of_works


def wrong_in(
    work: Work,
    corrections: Iterable[Correction],
    corpus: VerifiedCorpus,
    readings: AddressReadings,
    words: Words,
) -> Iterator[str]:
    """The part “What is wrong in the report” of a work's page; nothing without corrections."""
    page = pages.work_path(work.key)
    views: dict[str, BriefView] = {}
    entries = []
    for correction in corrections:
        slug = correction.brief.slug
        if slug not in views:
            views[slug] = BriefView.of(correction.brief, corpus, readings, page)
        entries.append(correction_entry(correction, views[slug], page))
    if entries:
        yield f"## {words.what_is_wrong} {{ #{anchors.PARTS.wrong} }}"
        yield f'<p class="{classes.NO_INTENT}">{words.no_intent}</p>'
        yield from entries
