"""One page of every type of the repository's built site. What each of them must stand is tested with all:
accessibility, screenshots, weight. A new type joins by one line."""

from typing import Literal, get_args

from tests.sweep import SWEEP

PAGE_TYPES = {
    "home": "",
    "brief-en": "briefs/kursk-sappers/",
    "brief-de": "briefs/kursk-pioniere/",
    "briefs": "briefs/",
    "topics": "topics/",
    "topic": "topics/north-korea/",
    "timeline": "timeline/",
    "sources": "sources/",
    "work": "sources/chaspravdy2025article/",
    "work-unchecked": "sources/tass2025sappers/",
    "corrections": "corrections/",
    "errata": "errata/",
    "method": "method/",
    "manual-tables": "manual/references/",
    "manual-code": "manual/verification/",
    "not-found": "404.html",
}
"""The address of each, from the root of the site, by the name that tests and pictures give it."""

_SAMPLED = ("home", "brief-de", "briefs", "timeline", "work", "manual-tables", "not-found")
SAMPLE = {name: place for name, place in PAGE_TYPES.items() if SWEEP > 1 or name in _SAMPLED}
"""Those that have all parts of a page between them, for what is tested of hosts; in the sweep all types."""

WIDTHS = {390: 844, 1440: 900}
"""The windows that every page is looked at in: their widths, each with its height."""

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)
