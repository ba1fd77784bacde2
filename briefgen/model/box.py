"""The kinds of boxes and what may be said on each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BoxKind:
    """One kind of box and the attributes it takes beside ``#id``."""

    name: str
    attributes: tuple[str, ...]


_COMMON = ("title", "of")

BOX_KINDS = {
    kind.name: kind
    for kind in (
        BoxKind("keypoints", _COMMON),
        BoxKind("context", (*_COMMON, "include")),
        BoxKind("translation", _COMMON),
        BoxKind("correction", (*_COMMON, "verdict")),
        BoxKind("claim", (*_COMMON, "verdict")),
        BoxKind("note", _COMMON),
    )
}
