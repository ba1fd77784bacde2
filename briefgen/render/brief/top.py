"""The first lines of a brief: what it is about, whose report it examines, who wrote it, what was checked."""

from collections.abc import Iterable, Iterator

from briefgen.bibliography.date_words import day_text
from briefgen.bibliography.languages import language_name
from briefgen.bibliography.reference import format_date
from briefgen.model.capture import UrlStatus
from briefgen.model.layout import classes, pages
from briefgen.model.settings import Settings
from briefgen.model.work import Work
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.render.authors import authors_of
from briefgen.render.brief.checked import checks_line, count_checks
from briefgen.render.brief.metadata import brief_address
from briefgen.render.brief.snippets import reading_minutes, status_word, topic_links
from briefgen.render.escape import escape_address, escape_html, escape_text
from briefgen.render.view import BriefView
from briefgen.render.works import outlet_of


def standfirst(brief: VerifiedBrief) -> str:
    """The author's description, below the title; empty without one."""
    said = brief.front.description
    return f'<p class="{classes.STANDFIRST}">{escape_html(said)}</p>' if said else ""


def first_lines(brief: VerifiedBrief, corpus: VerifiedCorpus, view: BriefView) -> str:
    """What is said of a brief above its text: one line each."""
    lines = (
        _examined(brief, corpus, view),
        _people(brief, corpus.settings, view),
        _status(brief, view),
        checks_line(count_checks(brief), view.words),
        _topics(brief, view),
    )
    inside = "\n\n".join(line for line in lines if line)
    return f'<div class="{classes.BRIEF_STATUS}" markdown="1">\n\n{inside}\n\n</div>'


def paper_line(brief: VerifiedBrief, settings: Settings, view: BriefView) -> str:
    """What stands at the foot of each sheet of paper: the site, the address, the version and its day."""
    front = brief.front
    pieces = (
        settings.published_by(view.lang),
        brief_address(brief.slug, settings) or front.title,
        view.words.version.format(version=front.version),
        day_text(front.changed, front.lang),
    )
    said = escape_html(" · ".join(piece for piece in pieces if piece))
    return f'<p class="{classes.PAPER_LINE}" aria-hidden="true">{said}</p>'


def _examined(brief: VerifiedBrief, corpus: VerifiedCorpus, view: BriefView) -> str:
    """Whose report is examined, of which day, and where it stands."""
    works = [corpus.works[key] for key in brief.resolved.examined]
    if not works:
        return ""
    label = view.words.reader.examined[len(works) != 1]
    said = "; ".join(_named(work, corpus, view) for work in works)
    return f'<span class="{classes.LABEL}">{label}</span> {said}\n{{ .{classes.EXAMINED} }}'


def _named(work: Work, corpus: VerifiedCorpus, view: BriefView) -> str:
    opening, closing = view.words.quotation_marks
    # In brackets stands what somebody calls a work without a title: below, with all there is to say of it.
    title = "" if work.title.startswith("[") else f"{opening}{work.title}{closing}" * bool(work.title)
    date = format_date(work.date, view.lang) if work.date else ""
    pieces = [piece for piece in (outlet_of(work)[0], title, date) if piece] or [work.title or work.key]
    said = f"[{escape_text(', '.join(pieces))}]({view.way_to(pages.work_path(work.key))})"
    own = corpus.captures.of(work.key)
    status = own[0].record.url_status if own else None
    if work.url and status in (None, UrlStatus.LIVE):
        return f"{said} ([{view.words.reader.original}]({escape_address(work.url)}))"
    return said


def _people(brief: VerifiedBrief, settings: Settings, view: BriefView) -> str:
    words, front = view.words.reader, brief.front
    authors = _names(authors_of(brief, settings), settings, view)
    publisher = escape_text(settings.published_by(view.lang))
    said = [words.by.format(names=authors) if authors else words.published_by.format(name=publisher)]
    if front.reviewers:
        said.append(words.reviewed_by.format(names=_names(front.reviewers, settings, view)))
    return f"{' · '.join(said)}\n{{ .{classes.BYLINE} }}"


def _names(names: Iterable[str], settings: Settings, view: BriefView) -> str:
    """Names, each of whom the site says more with a link to that."""
    return ", ".join(
        f"[{escape_text(name)}]({view.way_to(pages.person_path(name))})"
        if settings.about.person(name)
        else escape_text(name)
        for name in names
    )


def _status(brief: VerifiedBrief, view: BriefView) -> str:
    line = " · ".join(_states(brief, view))
    for other in brief.resolved.translations:
        name = escape_text(language_name(other.lang, other.lang).capitalize())
        way = view.way_to(pages.brief_path(other.slug))
        line += f" · {view.words.read_in} [{name}]({way}){{ hreflang={other.lang} }}"
    return line


def _states(brief: VerifiedBrief, view: BriefView) -> Iterator[str]:
    words, front = view.words, brief.front
    yield f'<span class="{classes.STATUS} {front.status}">{status_word(front, words)}</span>'
    yield escape_text(day_text(front.date, front.lang))
    yield escape_text(words.version.format(version=front.version))
    if front.updated:
        yield escape_text(words.updated.format(date=day_text(front.updated, front.lang)))
    yield words.reading_time.format(minutes=reading_minutes(brief))


def _topics(brief: VerifiedBrief, view: BriefView) -> str:
    topics = topic_links(brief, view.reading.page)
    label = f'<span class="{classes.LABEL}">{view.words.topics}</span>'
    return f"{label} {topics}\n{{ .{classes.TOPICS} }}" if topics else ""
