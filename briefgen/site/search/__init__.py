"""The search index: from the pages of a built site to what a reader's search loads."""

from briefgen.site.search.errors import NothingToSearchError, SearchIndexError, SearchNotInstalledError
from briefgen.site.search.indexing import Indexed, check_search_is_installed, index_site
from briefgen.site.search.packing import anew

__all__ = [
    "Indexed",
    "NothingToSearchError",
    "SearchIndexError",
    "SearchNotInstalledError",
    "anew",
    "check_search_is_installed",
    "index_site",
]
