"""The stage from a verified corpus to pages: the only place that knows the site's dialect."""

from briefgen.diagnostics import Told
from briefgen.model.brief import Status
from briefgen.model.card import CardKit
from briefgen.model.page import Page
from briefgen.model.workspace import VerifiedCorpus
from briefgen.render.brief.page import brief_page, brief_writer
from briefgen.render.cards.all import render_cards
from briefgen.render.guard import guard_text
from briefgen.render.links.check_links import check_links
from briefgen.render.lists.all import listing_pages
from briefgen.render.neighbours import Neighbours, neighbours_of
from briefgen.render.work.page import work_pages

__all__ = ["check_links", "draft_pages", "render_cards", "render_site"]


def render_site(corpus: VerifiedCorpus, kit: CardKit | None) -> Told[tuple[Page, ...]]:
    """All generated pages, sorted by path; drafts are checked like all briefs and then left out.

    Tells of texts of which the site's builder would make something else than their author wrote.
    """
    findings = tuple(
        finding
        for brief in corpus.briefs
        for finding in guard_text(brief.resolved.blocks, brief_writer(brief, corpus))
    )
    briefs = tuple(brief for brief in corpus.briefs if brief.front.status is not Status.DRAFT)
    neighbours = neighbours_of(briefs)
    pages = [brief_page(brief, corpus, neighbours[brief.slug], kit) for brief in briefs]
    pages += work_pages(corpus, briefs)
    pages += listing_pages(corpus, briefs)
    return Told(tuple(sorted(pages, key=lambda page: page.path)), findings)


def draft_pages(corpus: VerifiedCorpus) -> tuple[Page, ...]:
    """The pages that drafts would be: what links lead to is checked in them, too."""
    drafts = (brief for brief in corpus.briefs if brief.front.status is Status.DRAFT)
    return tuple(brief_page(brief, corpus, Neighbours(), None) for brief in drafts)
