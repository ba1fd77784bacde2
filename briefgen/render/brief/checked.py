"""How a brief was checked: what was looked up, what was found, what could not be looked up."""

from collections.abc import Iterator, Sequence

from briefgen import __version__
from briefgen.bibliography.date_words import day_text
from briefgen.catalogue import Words
from briefgen.matching.fold import FOLD_VERSION
from briefgen.model.layout import anchors, classes, pages
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus, VerifiedQuotation
from briefgen.render.brief.unchecked import UncheckedWork, unchecked_works
from briefgen.render.charts.checks import CheckCounts, checks_chart
from briefgen.render.escape import escape_attribute, escape_text
from briefgen.render.states import State, of_state
from briefgen.render.view import BriefView
from briefgen.render.work.quoted_passages import PagePlaces
from briefgen.render.works import why_no_capture
from briefgen.summed import summed


@summed
def count_checks(brief: VerifiedBrief) -> CheckCounts:
    """Count a brief's quotations; translations of quoted words are none of their own."""
    found, unchecked, unbound = (
        sum(1 for _ in of_state(brief, state)) for state in (State.FOUND, State.UNCHECKED, State.UNBOUND)
    )
    return CheckCounts(found, unchecked, unbound)


def checks_line(counts: CheckCounts, words: Words) -> str:
    """What became of a brief's quotations, for the top of its page; empty without any."""
    states = (
        (State.FOUND, classes.STATE_FOUND, counts.verified, words.state_found),
        (State.UNCHECKED, classes.STATE_UNCHECKED, counts.unchecked, words.state_unchecked),
        (State.UNBOUND, classes.STATE_UNBOUND, counts.unbound, words.state_unbound),
    )
    said: list[str] = []
    values: list[str] = []
    for state, name, count, word in states:
        if count:
            # The first number says what is counted.
            number = str(count) if said else words.quotation_count[count != 1].format(count=count)
            said.append(f'<span class="{name}">{escape_text(f"{number} {word}")}</span>')
            values.append(f"data-{state}={count}")
    if not said:
        return ""
    return f"[{' · '.join(said)}](#{anchors.PARTS.checked}){{ .{classes.CHECKS} {' '.join(values)} }}"


def checked_part(brief: VerifiedBrief, corpus: VerifiedCorpus, view: BriefView) -> str:
    """The part “How this was checked” of a brief's page."""
    words = view.words
    counts = count_checks(brief)
    sentences = []
    if counts.verified:
        sentences.append(words.checked_all[counts.verified != 1].format(count=counts.verified))
        if brief.last_verified:
            sentences.append(words.checked_last.format(date=day_text(brief.last_verified, view.lang)))
    else:
        sentences.append(words.checked_none)
    if own := len(brief.resolved.own):
        sentences.append(words.checked_own.format(count=own))
    version = words.check_version.format(version=__version__, fold=FOLD_VERSION)
    method = f"[{words.more_on_method}]({view.way_to(pages.METHOD)})"
    parts = (
        f"## {words.how_checked} {{ #{anchors.PARTS.checked} }}",
        checks_chart(counts, words),
        " ".join(sentences),
        *_listed(
            words.checked_unchecked, [_unchecked(work, corpus, view) for work in unchecked_works(brief)]
        ),
        *_listed(words.checked_unbound, _unbound(brief, view)),
        *_listed(words.checked_so, list(_acknowledged(brief, view))),
        *_listed(words.checked_not_judged, list(_not_judged(brief, view))),
        f"{words.verified_means} {method}.",
        f'<p class="{classes.CHECK_VERSION}">{version}</p>',
    )
    return "\n\n".join(part for part in parts if part)


def _listed(said: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield said
        yield "\n".join(f"-   {item}" for item in items)


def _unchecked(quoted: UncheckedWork, corpus: VerifiedCorpus, view: BriefView) -> str:
    work = view.works[quoted.key]
    page = view.way_to(pages.work_path(work.key), anchors.NOT_LOOKED_UP)
    count = view.words.quotation_count[quoted.count != 1].format(count=quoted.count)
    if quoted.found_elsewhere:
        count += f", {view.words.found_elsewhere.format(count=quoted.found_elsewhere)}"
    said = f"[{escape_text(work.title or work.key)}]({page}): {escape_text(count)}."
    return f"{said} {why_no_capture(work, corpus, view.words)}".rstrip()


def _unbound(brief: VerifiedBrief, view: BriefView) -> list[str]:
    found = of_state(brief, State.UNBOUND)
    return [_in_marks(text, view) for text in dict.fromkeys(one.quotation.text for one in found)]


def _acknowledged(brief: VerifiedBrief, view: BriefView) -> Iterator[str]:
    places = PagePlaces(brief, view.words)
    for found in of_state(brief, State.FOUND):
        if reason := found.quotation.elision_ok:
            yield f"{_with_place(found, places, view)}: {escape_text(' '.join(reason.split()))}"


def _not_judged(brief: VerifiedBrief, view: BriefView) -> Iterator[str]:
    places = PagePlaces(brief, view.words)
    for found in of_state(brief, State.FOUND):
        if any(check.not_judged for check in found.checks):
            yield _with_place(found, places, view)


def _with_place(found: VerifiedQuotation, places: PagePlaces, view: BriefView) -> str:
    lang, place = escape_attribute(view.language_of(found)), places.of(found.quotation)
    where = f" ([{place.name}](#{place.anchor}))" if place.anchor else ""
    said = _in_marks(found.quotation.text, view)
    return f'<span class="{classes.QUOTATION}" lang="{lang}">{said}</span>{where}'


def _in_marks(text: str, view: BriefView) -> str:
    opening, closing = view.words.quotation_marks
    return f"{opening}{escape_text(' '.join(text.split()))}{closing}"
