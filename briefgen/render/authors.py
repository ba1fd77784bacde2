"""Who wrote a brief: people, or the body that publishes it."""

from briefgen.model.settings import Settings
from briefgen.model.workspace import VerifiedBrief


def authors_of(brief: VerifiedBrief, settings: Settings) -> tuple[str, ...]:
    """The brief's authors, else the site's."""
    return brief.front.authors or settings.authors


def is_body(author: str, settings: Settings) -> bool:
    """Whether an author is a body: the publisher, or the site by its name. All others are people."""
    return author in {settings.publisher, settings.site_name}
