"""Where the files of a project lie: paths from its root, with ``/``."""

import re

SOURCES = "sources"
"""What authors write."""
CONTEXTS = f"{SOURCES}/context"
BIBLIOGRAPHY = f"{SOURCES}/references.bib"
STRINGS = f"{SOURCES}/strings.bib"
"""The @strings of all other files of works: it is read before them."""
CAPTURES = f"{SOURCES}/captures.yml"
LOCK = f"{SOURCES}/verified.lock"
PUBLISHED = f"{SOURCES}/published.lock"
"""What readers had when `briefgen lock` was last run."""
SETTINGS = "mkdocs.yml"

SEEDS = "seeds"
"""Captured documents, exactly as they were captured."""

DOCS = "docs"
"""What the builder of the site reads: hand-written pages, and generated ones."""
MANIFEST = ".briefgen.json"
"""The list of generated files, by its path in ``docs/``."""

IMAGES = f"{DOCS}/images"
"""Where pictures go that are moved in."""
FILES = f"{DOCS}/files"
"""Where other files go that texts link to, when they are moved in."""
IMPORTED = "IMPORTED"
"""What was moved in, and what is to be decided about it: the name of the list, without ``.md``."""

OWN = ".briefgen"
"""What is wholly ours and never committed."""
THEME = f"{OWN}/theme"
LISTS = "partials/lists.html"
"""The template of the lists that pages by hand include, by its path in the theme."""
CITED = f"{OWN}/cited.json"
"""The texts of pages by hand that cite, with notes in the place of citations: what the builder reads."""
SERVED = f"{OWN}/served"
"""The site as `briefgen serve` shows it."""
DRAWN_CARDS = f"{OWN}/cards"
SEARCH_RECORDS = f"{OWN}/search-records"
SEARCH_INDEX = f"{OWN}/search-index"
SITE_HOLDS = f"{OWN}/site-holds.json"
"""What the files of a new site hold, while it is made."""

THEME_LIST = f"{OWN}/theme.json"
"""The list of the files of the theme, as `MANIFEST` is that of generated pages."""

ATTRIBUTES = ".gitattributes"
FOR_GIT = (".gitignore", ATTRIBUTES)

LAST_RUN = f"{OWN}/last-run.json"
"""What the last run found."""
KEPT_BRIEFS = f"{OWN}/briefs"
"""What runs made of each brief."""
KEPT_RECORDS = f"{OWN}/records"
"""What the search index has of each page."""
LOOKS = f"{OWN}/looks.bin"
"""What the last build saw in files."""
PACKS = f"{OWN}/packed.bin"
"""Files of the search index as they were packed."""
ANSWERS = f"{OWN}/references.json"
"""References as a style of CSL has them, by what was asked."""
OWN_IGNORE = ".gitignore"
"""The file by which our own folder hides itself from git, by its name in there."""

SITE = "site"
OFFLINE_SITE = "site-offline"
DRAFTS_SITE = "site-drafts"
"""A site with drafts is for their authors: in a folder of its own, nobody publishes it unawares."""
LOCKS = ("build", "capture", "serve", "write")
"""What one briefgen at a time may do."""

_UNFINISHED = re.compile(r"\.briefgen-(?:[0-9a-f]{32}|[0-9]{1,10})\.new")
"""The names of files that were being written when a run was killed: of chance, once of a process's number."""


def unfinished(number: str) -> str:
    """The name of a file while it is written; `number` has 32 hexadecimal digits."""
    return f".briefgen-{number}.new"


def is_unfinished(name: str) -> bool:
    """Whether a file name (without folders) is that of a file which a killed run left behind."""
    return _UNFINISHED.fullmatch(name) is not None


_PACK = re.compile(r"([0-9]{8,18})-[0-9a-f]{32}\.pack")
_KEPT_ALONE = re.compile(r"[0-9a-f]{64}(?:-later)?")
"""The names of results that were kept in a file each, before there were packs."""


def pack(number: int, hash_: str) -> str:
    """The name of a file in which much is kept that was made at one time: later ones have higher numbers."""
    return f"{number:08}-{hash_[:32]}.pack"


def number_of_pack(name: str) -> int:
    """The number in a file name (without folders) of a pack; 0 for any other name."""
    found = _PACK.fullmatch(name)
    return int(found[1]) if found else 0


def is_kept_alone(name: str) -> bool:
    """Whether a file name (without folders) is that of a result in a file of its own."""
    return _KEPT_ALONE.fullmatch(name) is not None


def new_site(name: str) -> str:
    """Where a site is made that is to be put into the folder `name`."""
    return f"{OWN}/{name}-new"


def old_site(name: str) -> str:
    """Where the earlier site goes from the folder `name` until the new one stands there."""
    return f"{OWN}/{name}-old"


def twin_site(name: str) -> str:
    """Where the files of the site in the folder `name` have a second name."""
    return f"{OWN}/{name}-twin"


def kept_site(name: str) -> str:
    """Where it is kept what the site in the folder `name` was made from."""
    return f"{OWN}/{name}.json"


def kept_pages(name: str) -> str:
    """Where it is kept what each page of the site in the folder `name` was made from."""
    return f"{OWN}/{name}-pages.bin"


def kept_templates(name: str) -> str:
    """Where the templates of the site in the folder `name` are kept as they were compiled."""
    return f"{OWN}/{name}-templates.bin"


_OF_WORKS = re.compile(rf"{SOURCES}/[^/]+\.(bib|json|yaml|yml|ris)")
"""Files that may hold works: they lie directly in ``sources/``."""


def format_of_works(path: str) -> str:
    """The format of a file that may hold works, by its ending; empty for any other file."""
    found = _OF_WORKS.fullmatch(path)
    return "" if found is None or path == CAPTURES else found[1].replace("yaml", "yml")


def in_docs(path: str) -> str:
    """The path from the project's root of a file of ``docs/``, given its path in there."""
    return f"{DOCS}/{path}"


def of_docs(path: str) -> str:
    """The path in ``docs/`` of a file, given its path from the project's root; empty for any other file."""
    return path.removeprefix(f"{DOCS}/") if path.startswith(f"{DOCS}/") else ""


_OF_SITES = [
    place(name)
    for name in (SITE, OFFLINE_SITE, DRAFTS_SITE)
    for place in (kept_site, kept_pages, kept_templates, new_site, old_site, twin_site)
]
_LOCK_FILES = [f"{OWN}/{name}.lock" for name in LOCKS]
REMADE = (
    THEME,
    THEME_LIST,
    CITED,
    SERVED,
    DRAWN_CARDS,
    LAST_RUN,
    ANSWERS,
    KEPT_BRIEFS,
    KEPT_RECORDS,
    LOOKS,
    PACKS,
    SEARCH_RECORDS,
    SEARCH_INDEX,
    SITE_HOLDS,
    *_OF_SITES,
)
"""What of our own can be made again: all but locks."""
IN_OWN = frozenset(path.rpartition("/")[2] for path in (*REMADE, *_LOCK_FILES))
"""The names of all that lies directly in our own folder."""
