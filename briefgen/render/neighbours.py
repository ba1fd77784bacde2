"""Ways from a page to its neighbours: up to the list it is in, and to the briefs before and after it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefgen.catalogue import Words, words_for
from briefgen.languages import primary_tag
from briefgen.model.brief import Status
from briefgen.model.layout import classes, pages
from briefgen.model.layout.ways import relative_path
from briefgen.model.workspace import VerifiedBrief
from briefgen.render.escape import escape_attribute, escape_text
from briefgen.render.periods import Period


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A brief beside another, as that one's page names it."""

    slug: str
    title: str
    same_day: bool = False


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The briefs published before and after one, in its language."""

    earlier: Neighbour | None = None
    later: Neighbour | None = None


def neighbours_of(briefs: Iterable[VerifiedBrief]) -> Mapping[str, Neighbours]:
    """The neighbours of each brief by its slug. Withdrawn briefs have some, and are none."""
    ordered = sorted(briefs, key=lambda brief: (brief.front.date, brief.slug))
    before: dict[str, VerifiedBrief] = {}
    earlier = {brief.slug: _passed(brief, before) for brief in ordered}
    after: dict[str, VerifiedBrief] = {}
    later = {brief.slug: _passed(brief, after) for brief in reversed(ordered)}
    return {slug: Neighbours(earlier[slug], later[slug]) for slug in earlier}


def _passed(brief: VerifiedBrief, last: dict[str, VerifiedBrief]) -> Neighbour | None:
    """The last brief met in the language of this one, which is the last from now on."""
    language = primary_tag(brief.front.lang)
    found = last.get(language)
    if brief.front.status is not Status.WITHDRAWN:
        last[language] = brief
    if found is None:
        return None
    return Neighbour(found.slug, found.front.title, found.front.date == brief.front.date)


def up_line(text: str, address: str, words: Words, site_lang: str) -> str:
    """The way up from a page to the list it is in, which is in the site's language; `text` is plain."""
    is_own = words_for(site_lang).language == words.language
    attributes = "" if is_own else f"{{ hreflang={escape_attribute(site_lang)} }}"
    label = escape_attribute(words.up)
    return (
        f'<nav class="{classes.UP}" aria-label="{label}" data-search-exclude markdown="1">\n\n'
        f"[{escape_text(text)}]({address}){attributes}\n\n</nav>"
    )


def neighbours_part(neighbours: Neighbours, words: Words) -> str:
    """The end of a brief's page: the brief before and the brief after; empty where there is neither."""
    ways = (
        (classes.EARLIER, "prev", words.earlier_brief, neighbours.earlier),
        (classes.LATER, "next", words.later_brief, neighbours.later),
    )
    same = words.reader.same_day
    links = [
        _way(name, rel, same if brief.same_day else label, brief) for name, rel, label, brief in ways if brief
    ]
    return _navigation(classes.NEIGHBOURS, words.more_briefs, links) if links else ""


def _way(name: str, rel: str, label: str, brief: Neighbour) -> str:
    said = f"{label}: {brief.title}"
    way = relative_path(pages.brief_path(brief.slug), pages.BRIEFS)
    return f"[{escape_text(said)}]({way}){{ .{name} rel={rel} }}"


def periods_line(
    parts: Sequence[tuple[Period, Sequence[object]]], folder: str, words: Words, lang: str
) -> str:
    """Links to the pages of the parts of a long list, in `folder` as seen from its page.

    The script of the filters hands the reader's choice on to them.
    """
    links = [
        f"[{escape_text(period.words(lang))}]({folder}{period.iso}{pages.ENDING}) ({len(items)})"
        for period, items in parts
    ]
    return _navigation(classes.PERIODS, words.by_time, links)


def jump_line(label: str, targets: Sequence[tuple[str, str]]) -> str:
    """Links to places on the same page, each an id and a plain text; empty for fewer than two."""
    if len(targets) < 2:
        return ""
    return _navigation(classes.JUMP, label, [f"[{escape_text(text)}](#{place})" for place, text in targets])


def _navigation(name: str, label: str, links: Sequence[str]) -> str:
    listed = "\n".join(f"-   {link}" for link in links)
    return (
        f'<nav class="{name}" aria-label="{escape_attribute(label)}" data-search-exclude markdown="1">\n\n'
        f"{listed}\n\n</nav>"
    )
