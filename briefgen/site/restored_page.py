"""A page that is taken from the last site: what others need of it, though nobody has read it."""

from collections.abc import Callable, Mapping

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from briefgen.site.kept_pages import KeptPage

Anchors = Mapping[str, set[str]]
"""The anchors of pages that are taken, by their files."""


def restore_page(page: Page, kept: KeptPage, anchors: Anchors, find: Callable[[str], File | None]) -> None:
    """Give a page what it was read with; of its links those alone that may lead to an anchor that is gone."""
    page.markdown = page.content = ""
    page.meta = dict(kept.meta)
    page._title_from_render = kept.heading
    page.present_anchor_ids = anchors[page.file.src_uri]
    page.links_to_anchors = {}
    for path, links in kept.links.items():
        if not links.keys() <= anchors.get(path, _NONE):
            file = find(path)
            assert file is not None  # it was asked for
            page.links_to_anchors[file] = dict(links)


_NONE: set[str] = set()
