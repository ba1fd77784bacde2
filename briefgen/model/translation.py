"""A brief in another language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Translation:
    """The same brief in another language; with the `version` and the day of its last change where it has
    changes that this one does not have yet."""

    lang: str
    slug: str
    title: str
    version: str = ""
    changed: str = ""
