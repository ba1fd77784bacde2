"""The front page of a site that has none of its own: its newest briefs, and the ways to everything else."""

from collections.abc import Sequence

from briefgen.bibliography.date_words import day_text
from briefgen.catalogue import Words
from briefgen.model.layout import pages
from briefgen.model.page import Page
from briefgen.model.settings import Settings
from briefgen.model.workspace import VerifiedBrief
from briefgen.render.escape import escape_attribute, escape_text
from briefgen.render.front import page_text
from briefgen.render.headings import page_heading

_NEWEST = 10


def home_page(newest: Sequence[VerifiedBrief], settings: Settings, words: Words) -> Page:
    """The front page; `newest` are the briefs, the newest first."""
    lang = settings.language
    title = settings.site_name or words.briefs
    entries = [
        f"- [{escape_text(brief.front.title)}]({pages.brief_path(brief.slug)})"
        f"{{ lang={escape_attribute(brief.front.lang)} hreflang={escape_attribute(brief.front.lang)} }} · "
        f"{escape_text(day_text(brief.front.changed, lang))}"
        for brief in newest[:_NEWEST]
    ]
    ways = (
        (words.briefs, pages.BRIEFS),
        (words.topics, pages.TOPICS),
        (words.sources, pages.WORKS),
        (words.corrections, pages.CORRECTIONS),
        (words.errata_title, pages.ERRATA),
        (words.method, pages.METHOD),
        *([(words.about.title, pages.ABOUT)] if settings.about.is_given else []),
    )
    links = [f"- [{escape_text(word)}]({path})" for word, path in ways]
    body = "\n\n".join(part for part in (page_heading(title), "\n".join(entries), "\n".join(links)) if part)
    return Page(pages.HOME, page_text(title, body, lang=lang, wide=False, facts=[("kind", "page")]))
