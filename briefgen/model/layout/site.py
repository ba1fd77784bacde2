"""Where the files of a built site lie: paths from its root, with ``/``."""

import re

PAGE_ENDING = ".html"
INDEX = "index.html"
"""The page of a whole folder."""
HOME = INDEX
NOT_FOUND = "404.html"
SITEMAP = "sitemap.xml"
PACKED_SITEMAP = "sitemap.xml.gz"
BUILDERS_INDEX = "search/search_index.json"
"""The builder's own search index, which its script asks a server for."""

SCRIPT = "assets/briefgen.js"
"""The theme's script: its last line names the languages of the search index."""

THEMES_SCRIPTS = "assets/javascripts/"
"""Material's scripts."""

SEARCH = "pagefind"
"""The folder of the search index."""
WORDS_PREFIX = "words-"
"""With it begin, in that folder, the names of the files that list the words of the site."""
OFFLINE_SEARCH = "assets/search-index.js"
"""The search index of a site that is opened from a disk."""

MANIFEST = "manifest.json"
"""What stands in the site, with the hash of each file."""
SIGNATURE = "manifest.json.sig"
"""Its signature, as `ssh-keygen -Y sign` makes it."""

MARK = ".briefgen-site"
"""The file by which a site says that `briefgen build` made it, and may replace the whole folder."""

META_PREFIX = "briefgen:"
"""Of the names of the ``<meta>`` by which a page says what the search index needs of it."""

NAMES = "names"
"""Of them, that of names which are one; what stands between two of these."""
BETWEEN_NAMES = ","

_OF_SEARCH = re.compile(
    rf"{SEARCH}/(?:(?:filter|fragment|index)/[^/]+\.pf_\w+|[\w.-]+\.(?:pf_\w+|pagefind|js|css|json))"
)
_HASH = re.compile(r"\.[0-9a-f]{8}(?=\.)")


def is_of_search(path: str) -> bool:
    """Whether a file has its place and its form of name from Pagefind, which can make it again."""
    return _OF_SEARCH.fullmatch(path) is not None


def without_hash(path: str) -> str:
    """A path without what differs between versions of a file: ``main.0a1b2c3d.min.js``."""
    return _HASH.sub("", path)
