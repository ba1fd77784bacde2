"""The places of a site: its pages, its files, and the ids on its pages."""

from collections.abc import Iterable, Sequence

from briefgen.markup.tags import read_tags
from briefgen.model.brief import Status
from briefgen.model.layout import pages as at
from briefgen.model.layout.ways import relative_path
from briefgen.model.page import Page
from briefgen.model.workspace import VerifiedCorpus
from briefgen.render.public_pages import public_pages
from briefgen.render.site_dialect import site_html


class SitePlaces:
    """What links may lead to."""

    def __init__(self, corpus: VerifiedCorpus, pages: Sequence[Page], written: Iterable[str]) -> None:
        briefs = {at.brief_path(brief.slug): brief for brief in corpus.briefs if brief.slug}
        self.corpus = corpus
        self.drafts = {path: b for path, b in briefs.items() if b.front.status is Status.DRAFT}
        published = {path: b for path, b in briefs.items() if path not in self.drafts}
        citing = (*published.values(), *public_pages(corpus))
        works = map(at.work_path, {key for brief in citing for key in brief.resolved.works})
        topics = map(at.topic_path, {tag for brief in published.values() for tag in brief.front.tags})
        self._pages = {page.path: page for page in pages}
        whole = published.keys() <= self._pages.keys()
        self._known = {path for path in self._pages if whole or path in briefs}
        self._ids: dict[str, tuple[str, ...]] = {}
        self._ways: dict[tuple[str, bool], frozenset[str]] = {}
        self.works = frozenset(at.work_path(work.key) for work in corpus.works)
        self.written = frozenset(written)
        self._images = frozenset(path for path in self.written if not path.endswith(".md"))
        made = self._pages.keys() - self.drafts.keys()
        self.paths = self.written.union(made, published, works, topics)

    def files(self, image: bool) -> frozenset[str]:
        """What a link, or an image, may lead to."""
        return self._images if image else self.paths

    def ways(self, page: str, image: bool) -> frozenset[str]:
        """The ways from a page to all that a link, or an image, may lead to."""
        folder = page.rpartition("/")[0], image
        if folder not in self._ways:
            self._ways[folder] = frozenset(relative_path(path, page) for path in self.files(image))
        return self._ways[folder]

    def ids(self, path: str) -> tuple[str, ...] | None:
        """The ids of a page in their order; None when they are not known.

        That is so for hand-written pages, and for pages that lack what a brief with errors will add.
        """
        if path not in self._known:
            return None
        if path not in self._ids:
            body = self._pages[path].text.partition("\n---\n")[2]
            tags = read_tags(site_html(body))
            named = [tag.get("id") or (tag.get("name") if tag.name == "a" else "") for tag in tags]
            self._ids[path] = tuple(dict.fromkeys(name for name in named if name))
        return self._ids[path]
