"""Where generated pages and pictures lie: paths in ``docs/``, and the addresses they have in the site."""

import re
from collections.abc import Iterable

from briefgen.model.address import topic_address, work_address
from briefgen.model.layout import project

ENDING = ".md"
INDEX = "index.md"
"""The page of a whole folder."""

_BRIEFS, _TOPICS, _WORKS = "briefs", "topics", "sources"
_TIMELINE, _CORRECTIONS, _PEOPLE = "timeline", "corrections", "people"

BRIEFS = f"{_BRIEFS}/{INDEX}"
TOPICS = f"{_TOPICS}/{INDEX}"
WORKS = f"{_WORKS}/{INDEX}"
TIMELINE = f"{_TIMELINE}/{INDEX}"
EVENTS = f"{_TIMELINE}/events{ENDING}"
CORRECTIONS = f"{_CORRECTIONS}/{INDEX}"
ERRATA = f"errata/{INDEX}"
METHOD = f"method/{INDEX}"
ABOUT = f"about/{INDEX}"
HOME = INDEX

ROBOTS = "robots.txt"
LLMS = "llms.txt"
"""What programs that read for people find first: the briefs, and each as plain text."""

ANNOTATIONS = "annotations.json"
"""Where each quotation stands, as the W3C has annotations."""
RECORD = "manifest.json"
"""What the site says of its briefs; once it is built, of each of its files."""

YIELDING = frozenset({ABOUT, ERRATA, HOME, METHOD, ROBOTS, LLMS, ANNOTATIONS, RECORD})
"""Pages in the place of which an author may put his own, whose words they are."""
_OTHER_HOMES = frozenset({"README.md", "index.html"})


def gives_way(path: str, by_hand: frozenset[str]) -> bool:
    """Whether a generated page is left out, since there is one by hand in its place."""
    same = {path, path.removesuffix(f"/{INDEX}") + ENDING}  # MkDocs makes one address of both
    return path in YIELDING and (
        not same.isdisjoint(by_hand) or (path == HOME and not _OTHER_HOMES.isdisjoint(by_hand))
    )


BRIEFS_BY_TIME = f"{_BRIEFS}/years"
TIMELINE_BY_TIME = _TIMELINE
EVENTS_BY_TIME = f"{_TIMELINE}/events"
CORRECTIONS_BY_TIME = _CORRECTIONS
"""The folders of the parts of long lists, each part a year or a month."""

_CARDS = f"{_BRIEFS}/cards"
SITE_CARD = f"{_CARDS}/index.png"
"""No brief has this slug: the list of briefs has it."""


def brief_path(slug: str) -> str:
    """The page of a brief; of a page by hand, whose slug is its path from the root, that page."""
    return project.of_docs(slug) or f"{_BRIEFS}/{slug}{ENDING}"


def work_path(key: str) -> str:
    """The page of a work."""
    return f"{_WORKS}/{work_address(key)}{ENDING}"


def brief_works(slug: str, ending: str) -> str:
    """The works that a brief cites, for other programs."""
    return f"{_BRIEFS}/{slug}.sources.{ending}"


def all_works(ending: str) -> str:
    """The works that all briefs cite, for other programs."""
    return f"{_WORKS}/all-sources.{ending}"


def topic_path(topic: str) -> str:
    """The page of a topic."""
    return f"{_TOPICS}/{topic_address(topic)}{ENDING}"


def person_path(name: str) -> str:
    """The page of somebody who writes."""
    return f"{_PEOPLE}/{topic_address(name) or work_address(name)}{ENDING}"


def person_by_time(name: str) -> str:
    """The folder of the parts of a person's list."""
    return person_path(name).removesuffix(ENDING)


def topic_by_time(address: str) -> str:
    """The folder of the parts of a topic's list."""
    return f"{_TOPICS}/{address}"


def part_path(folder: str, period: str) -> str:
    """The page of a part of a long list: a year or a month, ISO 8601."""
    return f"{folder}/{period}{ENDING}"


def card_path(slug: str) -> str:
    """The social card of a brief."""
    return f"{_CARDS}/{slug}.png"


def picture_path(key: str, capture: int, crop: int) -> str:
    """The part of a captured picture that one of its crops shows, by their numbers; 0 is all of it."""
    return f"{_WORKS}/pictures/{work_address(key)}-{capture}-{crop}.png"


def address_of(path: str, *, as_folder: bool = True) -> str:
    """The address of a page in the site: ``briefs/kursk/``, or else ``briefs/kursk.html``."""
    return path.removesuffix(ENDING) + ("/" if as_folder else ".html")


_FEED = re.compile(r"briefs/feed\.([A-Za-z0-9-]+)\.xml")


def brief_feed(lang: str, ending: str) -> str:
    """The feed of the briefs in a language: ``xml`` for Atom, ``json`` for JSON Feed."""
    return f"{_BRIEFS}/feed.{lang}.{ending}"


def errata_feed(lang: str, ending: str) -> str:
    """The feed of what has changed of the briefs in a language."""
    return f"errata/feed.{lang}.{ending}"


def feed_languages(paths: Iterable[str]) -> tuple[str, ...]:
    """The languages of which there are feeds among generated files."""
    return tuple(sorted(found[1] for path in paths if (found := _FEED.fullmatch(path))))


def brief_evidence(slug: str, ending: str) -> str:
    """The evidence of a brief as a table: ``csv`` or ``json``."""
    return f"{_BRIEFS}/{slug}.evidence.{ending}"


def brief_text(slug: str) -> str:
    """The text of a brief as Markdown that other programs read; a host serves it as plain text."""
    return f"{_BRIEFS}/{slug}.md.txt"
