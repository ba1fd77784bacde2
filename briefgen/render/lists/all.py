"""The pages about more than one brief; those of topics and people; those on the method and the site."""

from collections.abc import Sequence
from functools import partial

from briefgen.catalogue import Words, words_for
from briefgen.model.finding import VERDICTS_OF
from briefgen.model.layout import anchors, classes, pages, site
from briefgen.model.page import Page, page_later
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.render.brief.checked import count_checks
from briefgen.render.charts.checks import CheckCounts, checks_chart
from briefgen.render.front import page_text
from briefgen.render.lists.about import about_pages, people_lists
from briefgen.render.lists.briefs import BriefList, list_pages, newest_first
from briefgen.render.lists.corrections import corrections_pages
from briefgen.render.lists.errata import errata_list
from briefgen.render.lists.events import events_pages
from briefgen.render.lists.home import home_page
from briefgen.render.lists.sources import needs_of_sources, source_list
from briefgen.render.lists.timeline import timeline_pages
from briefgen.render.lists.topics import all_topics, topics_of
from briefgen.render.made_of import made_of
from briefgen.render.needs import About
from briefgen.render.neighbours import up_line
from briefgen.render.public_pages import public_pages


def listing_pages(corpus: VerifiedCorpus, abouts: Sequence[About]) -> tuple[Page, ...]:
    """All pages of the site that are about more than one brief."""
    lang = corpus.settings.language
    words = words_for(lang)
    briefs = tuple(one.brief for one in abouts)
    newest = newest_first(briefs)
    about = {one.brief.slug: one for one in abouts}
    topics = topics_of(newest)
    cited = {key for brief in (*briefs, *public_pages(corpus)) for key in brief.resolved.works}
    works = tuple(work for work in corpus.works if work.key in cited)
    lists = [
        BriefList(
            pages.BRIEFS,
            pages.BRIEFS_BY_TIME,
            words.briefs,
            words.briefs_intro,
            newest,
            below=_checks_of_all(newest, words),
        )
    ]
    up = up_line(words.all_topics, pages.INDEX, words, lang)
    lists += [
        BriefList(
            topic.path,
            pages.topic_by_time(topic.address),
            topic.name,
            words.topic_intro.format(topic=topic.name),
            topic.briefs,
            above=up,
            lang=topic.lang if topic.lang != lang else "",
        )
        for topic in topics
    ]
    lists += people_lists(corpus.settings, newest, words)
    made = [home_page(newest, corpus.settings, words), *about_pages(corpus.settings, words)]
    made += [page for listed in lists for page in list_pages(listed, words, lang)]
    events = events_pages(newest, words, lang)
    made += (*timeline_pages(newest, works, words, lang, beside=bool(events)), *events)
    made += corrections_pages([about[brief.slug] for brief in newest], corpus, words)
    bodies = {
        pages.TOPICS: (words.topics, words.topics_intro, partial(all_topics, topics, words, lang)),
        pages.WORKS: (words.sources, words.sources_intro, partial(source_list, works, corpus, words, lang)),
        pages.ERRATA: (words.errata_title, words.errata_intro, partial(errata_list, newest, words, lang)),
        pages.METHOD: (words.method, words.method_text, partial(_verdicts, words)),
    }
    errata = [brief for brief in newest if brief.front.errata]
    needs = {
        pages.WORKS: needs_of_sources(works, corpus, lang),
        pages.ERRATA: made_of(errata, lang, corpus.settings.spellings),
    }
    names = [(site.NAMES, f"{site.BETWEEN_NAMES} ".join(group)) for group in corpus.settings.spellings]

    def text(path: str) -> str:
        title, intro, body = bodies[path]
        return page_text(
            title,
            f"# {title}\n\n{intro}\n\n{body()}",
            lang=lang,
            description=intro.partition("\n")[0],
            wide=False,
            facts=[("kind", "page" if path == pages.METHOD else "list"), *names],
        )

    made += [page_later(path, partial(text, path), needs=needs.get(path, ())) for path in bodies]
    return tuple(made)


def _checks_of_all(briefs: Sequence[VerifiedBrief], words: Words) -> str:
    """The state of all quotations of the site; empty for a single brief, which says it itself."""
    chart = checks_chart(CheckCounts.sum(count_checks(brief) for brief in briefs), words)
    if len(briefs) < 2 or not chart:
        return ""
    how_many = words.brief_count[1].format(count=len(briefs))
    said = words.checks_of_all.format(briefs=how_many)
    return f"## {words.how_checked} {{ #{anchors.PARTS.checked} }}\n\n{said}\n\n{chart}"


def _verdicts(words: Words) -> str:
    rows = [
        f'<span class="{classes.VERDICT} {verdict}" id="{anchors.verdict(verdict)}">'
        f"{words.verdicts[verdict]}</span>\n"
        f":   {words.verdict_meanings[verdict]}"
        for verdicts in VERDICTS_OF.values()
        for verdict in verdicts
    ]
    return "\n\n".join([f"## {words.verdict_legend} {{ #{anchors.VERDICTS} }}", *rows, words.no_intent])
