"""What a document says of itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a document says of itself, each empty where it says nothing.

    `date` is a year, a month or a day of ISO 8601. `asks_password`, `has_scripts`: of a web page.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    outlet: str = ""
    language: str = ""
    address: str = ""
    asks_password: bool = False
    has_scripts: bool = False


NO_FACTS = DocumentFacts()
"""Of a document that says nothing of itself."""
