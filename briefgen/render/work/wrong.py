"""What briefs correct in a report, on its page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefgen.catalogue import Words
from briefgen.model.layout import anchors, classes, pages
from briefgen.model.work import Work
from briefgen.render.correction_entry import correction_entry
from briefgen.render.needs import About
from briefgen.render.once import Correction, corrections_once

Corrected = Mapping[str, Sequence[Correction]]


def corrected(abouts: Sequence[About], lang: str) -> Corrected:
    """The corrections of each work, by its key."""
    of_works: dict[str, list[Correction]] = {}
    for correction in corrections_once(abouts, lang):
        for key in correction.said.works:
            of_works.setdefault(key, []).append(correction)
    return of_works


def wrong_in(work: Work, corrections: Iterable[Correction], words: Words) -> Iterator[str]:
    """The part “What is wrong in the report” of a work's page; nothing without corrections."""
    page = pages.work_path(work.key)
    entries = [correction_entry(correction, page) for correction in corrections]
    if entries:
        yield f"## {words.what_is_wrong} {{ #{anchors.PARTS.wrong} }}"
        yield f'<p class="{classes.NO_INTENT}">{words.no_intent}</p>'
        yield from entries
