"""What briefs correct in a report, on its page."""

from collections.abc import Iterator, Sequence

from briefgen.catalogue import Words
from briefgen.model.layout import anchors, classes, pages
from briefgen.model.work import Work
from briefgen.render.correction_entry import correction_entry
from briefgen.render.needs import About
from briefgen.render.once import corrections_once


def wrong_in(work: Work, abouts: Sequence[About], words: Words, lang: str) -> Iterator[str]:
    """The part “What is wrong in the report” of a work's page; nothing where these briefs correct nothing in
    it."""
    page = pages.work_path(work.key)
    corrections = (one for one in corrections_once(abouts, lang) if work.key in one.said.works)
    entries = [correction_entry(correction, page) for correction in corrections]
    if entries:
        yield f"## {words.what_is_wrong} {{ #{anchors.PARTS.wrong} }}"
        yield f'<p class="{classes.NO_INTENT}">{words.no_intent}</p>'
        yield from entries
