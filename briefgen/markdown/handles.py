"""Names with an ``@`` on pages that were not written for us."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Handles:
    """What in a page that was not written for us ``@name`` means, as ``env["handles"]``: a work only where it
    is one of the `keys`, and in brackets unless that is the label of a link (`linked`, in small letters)."""

    keys: frozenset[str]
    linked: frozenset[str]
