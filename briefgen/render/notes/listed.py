"""A reference as lists of works have it: its title leads to the work's page, and no address is read out."""

import re
from collections.abc import Iterator
from dataclasses import replace

from briefgen.languages import primary_tag
from briefgen.markup.addresses import parts_of
from briefgen.model.reference import Fragment, Fragments
from briefgen.model.work import Work

_MARKS = re.compile(r"[^\w]*")
_DOI = "https://doi.org/"


def listed(reference: Fragments, work: Work, way: str, lang: str) -> tuple[Fragments, bool]:
    """A reference whose title leads to `way`, and whether it has one that can; `lang` is the page's.

    The title is found by its letters: styles put other marks around it, and capitals into it. Without a way
    nothing leads anywhere.
    """
    if not way:
        return reference, False
    stretch = _stretch_of(work.title, "".join(fragment.text for fragment in reference))
    if stretch is None:
        return reference, False
    return tuple(_linked(reference, *stretch, way, title_language(work, lang))), True


def without_addresses(reference: Fragments) -> Fragments:
    """A reference in which a link to a page is read as the name of its site, and a DOI as its number."""
    return tuple(_named(fragment) for fragment in reference)


def _named(fragment: Fragment) -> Fragment:
    if not fragment.url or "://" not in fragment.text:
        return fragment
    if fragment.text.startswith(_DOI):
        return replace(fragment, text=f"doi:{fragment.text.removeprefix(_DOI)}")
    host = parts_of(fragment.text).netloc.rpartition("@")[2].removeprefix("www.")
    return replace(fragment, text=host) if host else fragment


def _stretch_of(title: str, text: str) -> tuple[int, int] | None:
    """Where a title begins and ends in a text, by its letters and digits alone."""
    wanted = "".join(char for char, _ in _letters(title))
    letters = list(_letters(text))
    at = "".join(char for char, _ in letters).find(wanted)
    if not wanted or at < 0:
        return None
    start, end = letters[at][1], letters[at + len(wanted) - 1][1] + 1
    before, behind = _MARKS.match(title), _MARKS.match(title[::-1])
    lead, tail = before[0] if before else "", behind[0][::-1] if behind else ""
    return start - len(lead) * text[:start].endswith(lead), end + len(tail) * text.startswith(tail, end)


def _letters(text: str) -> Iterator[tuple[str, int]]:
    """The letters of a text without regard to case, each with its place."""
    for place, char in enumerate(text):
        if char.isalnum():
            for one in char.casefold():
                yield one, place


def title_language(work: Work, lang: str) -> str:
    """The language of a work's title, where it is another than the page's; in brackets stands what somebody
    calls a work without a title, in whatever language."""
    if not work.language or work.title.startswith("[") or primary_tag(work.language) == primary_tag(lang):
        return ""
    return work.language


def _linked(reference: Fragments, start: int, end: int, way: str, lang: str) -> Iterator[Fragment]:
    """The fragments with a link from one place to another; what is a link already stays."""
    place = 0
    for fragment in reference:
        text = fragment.text
        if fragment.url:
            yield fragment
        else:
            first, last = (min(max(one - place, 0), len(text)) for one in (start, end))
            for part, url in ((text[:first], ""), (text[first:last], way), (text[last:], "")):
                if part:
                    yield replace(fragment, text=part, url=url, lang=lang * bool(url))
        place += len(text)
