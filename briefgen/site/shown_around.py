"""What stands on every page of a site: the navigation, and what the theme shows in it."""

import json
from collections.abc import Mapping
from hashlib import sha256

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation

_SHOWN_OF_OTHERS = ("icon", "status", "subtitle")
"""What the theme shows of the front matter of a page in the navigation, on all pages."""


def shown_around(nav: Navigation) -> str:
    """A hash of all that pages show of the navigation."""
    shown = json.dumps([_shown(item) for item in nav.items], default=repr)
    return sha256(shown.encode()).hexdigest()


def _shown(item: StructureItem) -> list[object]:
    """What pages show of an item of the navigation."""
    meta: Mapping[str, object] = getattr(item, "meta", None) or {}
    children = [_shown(child) for child in getattr(item, "children", None) or ()]
    kind, address = [item.is_page, item.is_section, item.is_link], getattr(item, "url", "")
    return [kind, item.title, address, [meta.get(name) for name in _SHOWN_OF_OTHERS], children]
