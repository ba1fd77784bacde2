"""What can go wrong, in words for the people who started it."""

from briefgen.failure import CannotRunError


class SearchIndexError(CannotRunError):
    """The index could not be made; the message says why."""


class SearchNotInstalledError(SearchIndexError):
    """What makes the index is not installed: the optional dependency `search` of briefgen."""

    def __init__(self) -> None:
        super().__init__(
            "the theme's own search is used; for the one that knows grammar: pip install 'briefgen[search]'"
        )


class NothingToSearchError(SearchIndexError):
    """No page of the site has an article, as other themes build them, or all are left out."""
