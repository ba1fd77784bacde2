"""Lists of briefs: all of them, those of a topic; in parts by time when they are long."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from briefgen.bibliography.date_words import day_text
from briefgen.bibliography.languages import language_name
from briefgen.catalogue import Words, words_for
from briefgen.each import Needs
from briefgen.model.brief import Status
from briefgen.model.finding import VERDICTS_OF, FindingVerdict
from briefgen.model.layout import anchors, classes, pages
from briefgen.model.layout.ways import relative_path
from briefgen.model.page import Page, page_later
from briefgen.model.workspace import VerifiedBrief
from briefgen.remembered import remembered
from briefgen.render.brief.snippets import description_of, reading_minutes, spelt_by, status_word, topic_links
from briefgen.render.escape import escape_attribute, escape_html, escape_text
from briefgen.render.front import page_text
from briefgen.render.headings import page_heading
from briefgen.render.lists.filters import Choices, Filter, entry_attributes, filter_form
from briefgen.render.lists.topics import topics_of
from briefgen.render.made_of import made_of
from briefgen.render.neighbours import periods_line, up_line
from briefgen.render.periods import MOST_ON_A_PAGE, Period, by_period
from briefgen.summed import summed

_CORRECTED = "corrected"
"""Beside the values of Status: what a published brief with errata is."""


@dataclass(frozen=True, slots=True)
class BriefList:
    """A list of briefs, the newest first, with the page it stands on.

    `folder` is where its parts go if it is too long for one page. `above`, `details` and `below` are what its
    page has above its title, before the list and after it, in Markdown; `title` and `intro` are plain. `lang`
    is the title's, if that is not the site's.
    """

    path: str
    folder: str
    title: str
    intro: str
    briefs: tuple[VerifiedBrief, ...]
    above: str = ""
    details: str = ""
    below: str = ""
    lang: str = ""


_Part = tuple[Period, tuple[VerifiedBrief, ...]]


def newest_first(briefs: Iterable[VerifiedBrief]) -> tuple[VerifiedBrief, ...]:
    """Briefs by the day of their last change, those of one day by their slugs."""
    ordered = sorted(briefs, key=lambda brief: brief.slug)
    return tuple(sorted(ordered, key=_day, reverse=True))


def list_pages(listed: BriefList, words: Words, lang: str, most: int = MOST_ON_A_PAGE) -> tuple[Page, ...]:
    """The page of a list and, for more than `most` briefs, the pages of its parts."""
    parts = by_period(listed.briefs, _day, most) if len(listed.briefs) > most else ()
    shown = tuple((period, len(briefs)) for period, briefs in parts)
    write = partial(_own_text, listed, parts, most, words, lang)
    needs = _needs(listed, listed.briefs[:most], words, lang, shown, len(listed.briefs))
    own = page_later(listed.path, write, needs=needs)
    return (own, *(_part_page(listed, part, words, lang) for part in parts))


def _needs(
    listed: BriefList, briefs: Iterable[VerifiedBrief], words: Words, lang: str, *beside: object
) -> Needs:
    """What a page of a list is made from, with `briefs` of it."""
    return made_of(briefs, words.language, lang, replace(listed, briefs=()), *beside)


def _own_text(listed: BriefList, parts: Sequence[_Part], most: int, words: Words, lang: str) -> str:
    first = listed.briefs[:most]
    body = [listed.above, _heading(listed), listed.details, escape_text(listed.intro, line_start=True)]
    if parts:
        said = words.newest_shown.format(shown=len(first), all=len(listed.briefs))
        body += [escape_text(said), periods_line(parts, f"{listed.folder.rpartition('/')[2]}/", words, lang)]
    body += [_entries(first, listed.path, words, lang) if first else words.no_briefs, listed.below]
    return page_text(listed.title, _joined(body), lang=lang, description=listed.intro, wide=False)


def _part_page(listed: BriefList, part: _Part, words: Words, lang: str) -> Page:
    path = pages.part_path(listed.folder, part[0].iso)
    needs = _needs(listed, part[1], words, lang, part[0])
    return page_later(path, partial(_part_text, listed, part, path, words, lang), needs=needs)


def _part_text(listed: BriefList, part: _Part, path: str, words: Words, lang: str) -> str:
    period, briefs = part
    title = f"{listed.title}: {period.words(lang)}"
    body = (
        up_line(listed.title, relative_path(listed.path, path), words, lang),
        page_heading(title),
        _entries(briefs, path, words, lang),
    )
    return page_text(title, _joined(body), lang=lang, description=title, wide=False)


def _heading(listed: BriefList) -> str:
    return page_heading(listed.title, f"lang={escape_attribute(listed.lang)}" if listed.lang else "")


def _entries(briefs: Sequence[VerifiedBrief], page: str, words: Words, lang: str) -> str:
    choices = [_choices(brief) for brief in briefs]
    form = filter_form(_filters(briefs, words, lang), choices, words, anchors.LIST, orders=True)
    entries = [_entry(brief, page, words.language, lang) for brief in briefs]
    listed = "\n".join(
        (f'<ul class="{classes.BRIEF_LIST}" id="{anchors.LIST}" markdown="1">', *entries, "</ul>")
    )
    return _joined((form, listed))


def _filters(briefs: Sequence[VerifiedBrief], words: Words, lang: str) -> Iterable[Filter]:
    languages = sorted({brief.front.lang for brief in briefs})
    years = sorted({brief.front.date[:4] for brief in briefs}, reverse=True)
    topics = {topic.address: topic.name for topic in topics_of(briefs)}
    yield Filter("topic", words.filter_topic, topics)
    yield Filter("lang", words.filter_language, {tag: language_name(tag, lang) for tag in languages})
    yield Filter("verdict", words.verdict, {v.value: word for v, word in words.verdicts.items()})
    yield Filter("year", words.filter_year, {year: year for year in years})
    status = words.status
    yield Filter(
        "status",
        words.filter_status,
        {
            Status.DRAFT.value: status[Status.DRAFT],
            Status.PUBLISHED.value: status[Status.PUBLISHED],
            _CORRECTED: words.corrected,
            Status.WITHDRAWN.value: status[Status.WITHDRAWN],
        },
    )


@remembered()
def _choices(brief: VerifiedBrief) -> Choices:
    front = brief.front
    return {
        "topic": tuple(spelt_by(brief)),
        "lang": (front.lang,),
        "verdict": tuple(verdict for verdict, _ in _verdicts(brief)),
        "year": (front.date[:4],),
        "status": (_CORRECTED if front.is_corrected else front.status.value,),
    }


@remembered()
@summed
def _entry(brief: VerifiedBrief, page: str, language: str, lang: str) -> str:
    words, front, choices = words_for(language), brief.front, _choices(brief)
    own = escape_attribute(front.lang)
    said = [day_text(_day(brief), lang), language_name(front.lang, lang)]
    said.append(words.reading_time.format(minutes=reading_minutes(brief)))
    if front.is_corrected or front.status is not Status.PUBLISHED:
        said.insert(0, status_word(front, words))
    parts = [
        f'<li class="{classes.ENTRY} {classes.BRIEF_ENTRY}"{entry_attributes(choices)} markdown="block">',
        f"[{escape_text(front.title)}]({relative_path(pages.brief_path(brief.slug), page)})"
        f"{{ .{classes.ENTRY_TITLE} lang={own} hreflang={own} }}",
        f'<p class="{classes.ENTRY_LINE}">{escape_html(" · ".join(said))}</p>',
    ]
    if description := description_of(brief):
        parts.append(f'<p lang="{own}">{escape_html(description)}</p>')
    verdicts = dict(_verdicts(brief))
    if marks := [
        _mark(verdict, verdicts[verdict.value], words)
        for kind in VERDICTS_OF.values()
        for verdict in kind
        if verdict.value in verdicts
    ]:
        where = words.reader.in_examined[len(brief.resolved.examined) > 1]
        label = f'<span class="{classes.LABEL}">{escape_html(where)}:</span>'
        parts.append(f'<p class="{classes.MARKS}">{label} {" ".join(marks)}</p>')
    if topics := topic_links(brief, page):
        parts.append(f"{topics}\n{{ .{classes.TOPICS} lang={own} }}")
    return "\n\n".join((*parts, "</li>"))


def _mark(verdict: FindingVerdict, count: int, words: Words) -> str:
    word = words.verdicts[verdict]
    said = escape_html(f"{count} {word[:1].lower()}{word[1:]}")
    return f'<span class="{classes.VERDICT} {verdict.value}">{said}</span>'


@summed
def _verdicts(brief: VerifiedBrief) -> tuple[tuple[str, int], ...]:
    """How many findings of a brief have each verdict."""
    counts: dict[str, int] = {}
    for finding in brief.resolved.findings:
        counts[finding.verdict.value] = counts.get(finding.verdict.value, 0) + 1
    return tuple(counts.items())


def _day(brief: VerifiedBrief) -> str:
    return brief.front.changed


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part)
