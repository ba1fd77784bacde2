"""What a site says of itself, and of those who write for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AboutWords:
    """Words of the page about a site and of those about people; ``{…}`` are filled in by the renderer."""

    title: str
    published_by: str
    selection: str
    people: str
    contact: str
    imprint: str
    errors: str
    errors_to: str
    """Where to write when something is wrong: ``{link}``."""
    errors_nowhere: str
    errors_listed: str
    """Where our own errors stand: ``{errata}``."""
    role: str
    interests: str
    no_interests: str
    link: str
    written: str
    """The briefs of a person: ``{name}``."""
    reviewed: str
