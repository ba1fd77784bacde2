"""The files that other programs ask for."""

from collections.abc import Iterator, Sequence
from functools import partial

from briefgen.catalogue import words_for
from briefgen.later import Later
from briefgen.model.brief import Status
from briefgen.model.layout import pages, site
from briefgen.model.page import Page, page_later
from briefgen.model.settings import Settings
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.render.brief.snippets import description_of
from briefgen.render.feeds.entries import Feed, brief_entries, erratum_entries
from briefgen.render.feeds.plain_brief import hash_of_plain_brief, plain_brief
from briefgen.render.feeds.written import atom, json_feed
from briefgen.render.needs import About


def feed_pages(corpus: VerifiedCorpus, abouts: Sequence[About], *, later: bool = False) -> Iterator[Page]:
    """Each brief as plain text, with `later` written when it is asked for; where the site has an address,
    feeds, and what crawlers read first.

    Addresses in them are whole ones, and none is made up.
    """
    settings = corpus.settings
    shown = tuple(one for one in abouts if one.brief.front.status is not Status.DRAFT)
    public = tuple(one.brief for one in shown)
    for one in shown:
        known_hash = "" if later else hash_of_plain_brief(one)
        yield page_later(pages.brief_text(one.brief.slug), partial(plain_brief, one), known_hash)
    if not settings.site_url:
        return
    drafts = len(public) < len(abouts)
    yield Page(pages.ROBOTS, _robots(settings, is_closed=drafts))
    yield page_later(pages.LLMS, partial(_llms, public, settings))
    for lang in sorted({settings.language, *(brief.front.lang for brief in public)}):
        own = tuple(brief for brief in public if brief.front.lang == lang)
        words = words_for(lang)
        name = settings.site_name
        of_briefs = Later(partial(_of_briefs, f"{name}: {words.briefs}", lang, own, settings))
        of_errata = Later(partial(_of_errata, f"{name}: {words.errata_title}", lang, own, settings))
        for feed, path in ((of_briefs, pages.brief_feed), (of_errata, pages.errata_feed)):
            for ending in ("xml", "json"):
                at = path(lang, ending)
                yield page_later(at, partial(_written, feed, at, settings, is_atom=ending == "xml"))


def _of_briefs(title: str, lang: str, own: Sequence[VerifiedBrief], settings: Settings) -> Feed:
    return Feed(title, lang, pages.BRIEFS, brief_entries(own, settings))


def _of_errata(title: str, lang: str, own: Sequence[VerifiedBrief], settings: Settings) -> Feed:
    return Feed(title, lang, pages.ERRATA, erratum_entries(own, settings))


def _written(feed: Later[Feed], path: str, settings: Settings, *, is_atom: bool) -> str:
    address, page = f"{settings.site_url}{path}", _address(feed.value.page, settings)
    return atom(feed.value, address, page) if is_atom else json_feed(feed.value, address, page, settings)


def _address(path: str, settings: Settings) -> str:
    """The whole address of the page of a folder."""
    folder = path.removesuffix(pages.INDEX)
    as_file = pages.address_of(path, as_folder=False)
    return f"{settings.site_url}{folder if settings.directory_urls else as_file}"


def _robots(settings: Settings, *, is_closed: bool) -> str:
    """All may be read, but for a site with drafts."""
    if is_closed:
        return "User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nDisallow:\n\nSitemap: {settings.site_url}{site.SITEMAP}\n"


def _llms(briefs: Sequence[VerifiedBrief], settings: Settings) -> str:
    """The list that programs read which answer people, as llmstxt.org describes it."""
    words = words_for(settings.language)
    lines = [f"# {_line(settings.site_name)}", "", f"> {_line(words.record.llms_intro)}", ""]
    newest = sorted(briefs, key=lambda brief: (brief.front.changed, brief.slug), reverse=True)
    lines += [f"## {words.briefs}", ""]
    for brief in newest:
        front = brief.front
        address = f"{settings.site_url}{pages.brief_text(brief.slug)}"
        told = _line(description_of(brief))
        about = f"{front.lang}, {front.changed}, {front.status.value}"
        lines.append(f"- [{_line(front.title)}]({address}): {told} ({about})".replace(":  (", ": ("))
    lines += ["", f"## {words.record.more}", ""]
    for title, path in ((words.corrections, pages.CORRECTIONS), (words.errata_title, pages.ERRATA)):
        lines.append(f"- [{title}]({_address(path, settings)})")
    return "\n".join(lines) + "\n"


def _line(text: str) -> str:
    """A text on one line, in which no bracket ends a link."""
    return " ".join(text.split()).replace("[", "(").replace("]", ")")
