"""Where the files of a built site lie: paths from its root, with ``/``."""

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

SEARCH = "pagefind"
"""The folder of the search index."""
OFFLINE_SEARCH = "assets/search-index.js"
"""The search index of a site that is opened from a disk."""

META_PREFIX = "briefgen:"
"""Of the names of the ``<meta>`` by which a page says what the search index needs of it."""
