"""The stage from a verified corpus to pages: the only place that knows the site's dialect."""

from functools import partial

from briefgen.diagnostics import Told
from briefgen.each import Each, one_by_one
from briefgen.model.brief import Status
from briefgen.model.card import Card, CardKit
from briefgen.model.included import Filled
from briefgen.model.layout.pages import brief_path
from briefgen.model.page import Page, page_later, with_kept_hash, written_out
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.render.aliases import alias_pages
from briefgen.render.brief.page import BriefText, brief_page, brief_writer, write_text
from briefgen.render.by_hand import cited_pages, has_generated_pages
from briefgen.render.cards.all import render_cards
from briefgen.render.evidence import evidence_pages
from briefgen.render.exports import export_pages
from briefgen.render.feeds.all import feed_pages
from briefgen.render.guard import guard_text
from briefgen.render.links.check_links import check_links
from briefgen.render.links.targets import readings_of
from briefgen.render.lists.all import listing_pages
from briefgen.render.lists.included import filled_lists
from briefgen.render.missing import missing_pages
from briefgen.render.needs import Around, surroundings_of
from briefgen.render.neighbours import Neighbours, neighbours_of
from briefgen.render.public_pages import public_pages
from briefgen.render.record import record_pages
from briefgen.render.work.page import work_pages
from briefgen.render.work.pictures import picture_cards

__all__ = [
    "check_links",
    "cited_pages",
    "draft_pages",
    "has_generated_pages",
    "missing_pages",
    "render_cards",
    "render_lists",
    "render_pictures",
    "render_site",
]


def render_site(
    corpus: VerifiedCorpus,
    kit: CardKit | None,
    *,
    pictures: bool = False,
    drafts: bool = False,
    each: Each = one_by_one,
    here: Each = one_by_one,
    later: bool = False,
) -> Told[tuple[Page, ...]]:
    """All generated pages, sorted by path; drafts are checked like all briefs, and shown or left out. With
    `pictures` captures that are some are shown, drawn as `render_pictures` says. Briefs are done by `each`,
    what is made of many of them `here`. With `later` texts of which nothing is told are written when they are
    asked for.

    Tells of texts of which the site's builder would make something else than their author wrote.
    """
    readings = readings_of(corpus)
    briefs = _shown(corpus, drafts=drafts)
    neighbours = neighbours_of(briefs)
    surroundings = surroundings_of(corpus, readings, kit)

    def around(brief: VerifiedBrief) -> Around:
        beside = neighbours[brief.slug] if drafts or not _is_draft(brief) else None
        return surroundings.of(surroundings.about(brief), beside, has_card=not _is_draft(brief))

    each_around = [around(brief) for brief in corpus.briefs]
    told = each(_guard_brief if later else _render_brief, each_around, lambda one: one.needs)
    findings = tuple(finding for one in told for finding in one.findings)
    abouts = tuple(one.about for one in each_around if one.beside is not None)
    pages = [page for one in told for page in one.value]
    with_told = zip(each_around, told, strict=True)
    if missing := [around for around, one in with_told if around.beside is not None and not one.value]:
        pages += map(_page_later, missing) if later else each(_page, missing, lambda one: one.needs_of_page)
    pages += work_pages(corpus, abouts, pictures=pictures, each=here, later=later)
    pages += listing_pages(corpus, abouts)
    pages += export_pages(corpus, briefs, later=later)
    pages += evidence_pages(abouts, later=later)
    pages += feed_pages(corpus, abouts, later=later)
    by_hand = tuple(surroundings.about(page) for page in public_pages(corpus))
    pages += record_pages(corpus, abouts, by_hand, later=later)
    pages += alias_pages(briefs, as_folders=corpus.settings.directory_urls)
    pages.sort(key=lambda page: page.path)
    if later:
        return Told(tuple(pages), findings)
    lists = [page for page in pages if page.needs]
    kept = iter(here(with_kept_hash, lists, lambda page: ("write a page of many", page.path, *page.needs)))
    return Told(tuple(next(kept) if page.needs else written_out(page) for page in pages), findings)


def render_pictures(corpus: VerifiedCorpus, *, drafts: bool = False) -> tuple[Card, ...]:
    """The parts of captured pictures that pages of works show."""
    return picture_cards(corpus, _shown(corpus, drafts=drafts))


def render_lists(corpus: VerifiedCorpus, *, drafts: bool = False) -> tuple[Filled, ...]:
    """The lists that pages by hand include."""
    if not corpus.corpus.workspace.included:
        return ()
    surroundings = surroundings_of(corpus, readings_of(corpus), None)
    return filled_lists(corpus, [surroundings.about(brief) for brief in _shown(corpus, drafts=drafts)])


def _render_brief(around: Around) -> Told[tuple[Page, ...]]:
    """The page of a brief, none of a draft without neighbours; both are guarded."""
    written = _text(around)
    pages = () if around.beside is None else (_page(around, written),)
    return Told(pages, guard_text(written.blocks, written.writer, written.markdown()))


def _guard_brief(around: Around) -> Told[tuple[Page, ...]]:
    """What is told of a brief, without its page: whoever has this kept and needs that, makes it."""
    about = around.about
    writer = brief_writer(about.brief, about.corpus, about.readings)
    return Told((), guard_text(about.brief.resolved.blocks, writer))


def _text(around: Around) -> BriefText:
    about = around.about
    return write_text(about.brief, about.corpus, about.readings)


def _page(around: Around, written: BriefText | None = None) -> Page:
    about, beside = around.about, around.beside or Neighbours()
    return written_out(brief_page(about.brief, about.corpus, written or _text(around), beside, around.kit))


def _page_later(around: Around) -> Page:
    return page_later(brief_path(around.about.brief.slug), partial(_page_text, around))


def _page_text(around: Around) -> str:
    return _page(around).text


def draft_pages(corpus: VerifiedCorpus) -> tuple[Page, ...]:
    """The pages that drafts would be: what links lead to is checked in them, too."""
    drafts = (brief for brief in corpus.briefs if _is_draft(brief))
    readings = readings_of(corpus)
    return tuple(
        brief_page(brief, corpus, write_text(brief, corpus, readings), Neighbours(), None) for brief in drafts
    )


def _shown(corpus: VerifiedCorpus, *, drafts: bool) -> tuple[VerifiedBrief, ...]:
    return tuple(brief for brief in corpus.briefs if drafts or not _is_draft(brief))


def _is_draft(brief: VerifiedBrief) -> bool:
    return brief.front.status is Status.DRAFT
