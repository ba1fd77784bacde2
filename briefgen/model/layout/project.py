"""Where the files of a project lie: paths from its root, with ``/``."""

SOURCES = "sources"
"""What authors write."""
CONTEXTS = f"{SOURCES}/context"
BIBLIOGRAPHY = f"{SOURCES}/references.bib"
CAPTURES = f"{SOURCES}/captures.yml"
LOCK = f"{SOURCES}/verified.lock"
SETTINGS = "mkdocs.yml"

SEEDS = "seeds"
"""Captured documents, exactly as they were captured."""

DOCS = "docs"
"""What the builder of the site reads: hand-written pages, and generated ones."""
MANIFEST = ".briefgen.json"
"""The list of generated files, by its path in ``docs/``."""

OWN = ".briefgen"
"""What is wholly ours and never committed."""
THEME = f"{OWN}/theme"
DRAWN_CARDS = f"{OWN}/cards"
SEARCH_RECORDS = f"{OWN}/search-records"
SEARCH_INDEX = f"{OWN}/search-index"

SITE = "site"
OFFLINE_SITE = "site-offline"

UNFINISHED_PREFIX = ".briefgen-"
UNFINISHED_SUFFIX = ".new"
"""How the names of files begin and end that were being written when a run was killed."""


def is_unfinished(name: str) -> bool:
    """Whether a file name (without folders) is that of a file which a killed run left behind."""
    return name.startswith(UNFINISHED_PREFIX) and name.endswith(UNFINISHED_SUFFIX)


def new_site(name: str) -> str:
    """Where a site is made that is to be put into the folder `name`."""
    return f"{OWN}/{name}-new"


def old_site(name: str) -> str:
    """Where the earlier site goes from the folder `name` until the new one stands there."""
    return f"{OWN}/{name}-old"


def in_docs(path: str) -> str:
    """The path from the project's root of a file of ``docs/``, given its path in there."""
    return f"{DOCS}/{path}"
