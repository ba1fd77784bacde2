"""One annotation, whatever tool made it."""

from dataclasses import dataclass


class NotAnnotationsError(Exception):
    """A file is none that we can import; `what` goes on after its name."""

    def __init__(self, what: str, notes: tuple[str, ...]) -> None:
        super().__init__(what)
        self.what = what
        self.notes = notes


@dataclass(frozen=True, slots=True)
class Annotation:
    """Words marked in a document, and what was said of them; each may be empty, not both.

    `address` and `title` are the document's; `label` is how Zotero names it (``Weber, 2025``). `locator` is
    the place in it (``p. 3``). `comments` are Markdown. `created` is a day, ISO 8601.
    """

    quotation: str
    comments: tuple[str, ...] = ()
    address: str = ""
    title: str = ""
    label: str = ""
    locator: str = ""
    created: str = ""
    tags: tuple[str, ...] = ()
