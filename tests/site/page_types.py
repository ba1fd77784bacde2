"""One page of every type of the repository's built site, and the windows that pages are looked at in. What
is about sites in general has the pages of `desk.py`, which are shorter. A new type joins both by one line."""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Literal, get_args

PAGE_TYPES = {
    "home": "",
    "brief-en": "briefs/kursk-sappers/",
    "brief-de": "briefs/kursk-pioniere/",
    "briefs": "briefs/",
    "topics": "topics/",
    "topic": "topics/north-korea/",
    "timeline": "timeline/",
    "events": "timeline/events/",
    "sources": "sources/",
    "work": "sources/chaspravdy2025article/",
    "work-unchecked": "sources/tass2025sappers/",
    "corrections": "corrections/",
    "errata": "errata/",
    "method": "method/",
    "about": "about/",
    "not-found": "404.html",
}
"""The address of each, from the root of the site, by the name that tests and pictures give it."""

WIDTHS = {390: 844, 1440: 900}
"""The windows that every page is looked at in: their widths, each with its height."""

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)

LOOKS = tuple(product(WIDTHS, SCHEMES))
PAIR: tuple[tuple[int, Scheme], ...] = ((390, "light"), (1440, "dark"))
"""Each width and each scheme once: what only the other two pairs have, the sweep looks at."""


def in_turn(pages: Iterable[str], first: int) -> Iterator[tuple[str, int, Scheme]]:
    """Each page in the looks of the pair in turn: axe-core begins with one, pictures with the other."""
    for number, page in enumerate(pages, first):
        yield page, *PAIR[number % 2]
