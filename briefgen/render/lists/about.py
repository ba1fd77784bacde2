"""What a site says of itself, and a page for each of those who write for it."""

from collections.abc import Iterator, Sequence

from briefgen.catalogue import Words
from briefgen.catalogue.about_words import AboutWords
from briefgen.model.layout import classes, pages
from briefgen.model.layout.ways import relative_path
from briefgen.model.page import Page
from briefgen.model.settings import Person, Settings
from briefgen.model.workspace import VerifiedBrief
from briefgen.render.authors import authors_of
from briefgen.render.escape import ended, escape_address, escape_attribute, escape_text
from briefgen.render.front import page_text
from briefgen.render.lists.briefs import BriefList
from briefgen.render.neighbours import up_line


def about_pages(settings: Settings, words: Words) -> Iterator[Page]:
    """The page about the site; none where the settings say nothing of it."""
    about, said = settings.about, words.about
    if not about.is_given:
        return
    publisher = settings.publisher or settings.site_name
    parts = [f"# {said.title}", *(_paragraphs(about.text))]
    parts.append(escape_text(ended(said.published_by.format(name=publisher)), line_start=True))
    if about.selection:
        parts += [f"## {said.selection}", *_paragraphs(about.selection), words.no_intent]
    parts += _people(about.people, said)
    parts += [f"## {said.errors}", _errors(settings, said)]
    parts.append(said.errors_listed.format(errata=relative_path(pages.ERRATA, pages.ABOUT)))
    if about.contact:
        parts += [f"## {said.contact}", _way_to(about.contact)]
    if about.imprint:
        parts += [f"## {said.imprint}", *_lines(about.imprint)]
    yield Page(
        pages.ABOUT,
        page_text(
            said.title,
            "\n\n".join(parts),
            lang=settings.language,
            description=" ".join(next(_blocks(about.text), ())),
            wide=False,
            facts=[("kind", "page")],
        ),
    )


def people_lists(settings: Settings, briefs: Sequence[VerifiedBrief], words: Words) -> Iterator[BriefList]:
    """Of each person the site names: what there is to know, and the briefs that he or she wrote or read."""
    for person in settings.about.people:
        path = pages.person_path(person.name)
        written = tuple(brief for brief in briefs if person.name in authors_of(brief, settings))
        yield BriefList(
            path,
            pages.person_by_time(person.name),
            person.name,
            words.about.written.format(name=person.name) if written else "",
            written,
            above=up_line(words.about.title, relative_path(pages.ABOUT, path), words, settings.language),
            details=_details(person, words.about),
            below=_reviewed(person, briefs, path, words.about),
        )


def _people(people: Sequence[Person], said: AboutWords) -> Iterator[str]:
    if not people:
        return
    yield f"## {said.people}"
    entries = []
    for person in people:
        way = relative_path(pages.person_path(person.name), pages.ABOUT)
        role = f": {escape_text(person.role)}" if person.role else ""
        entries.append(f"-   [{escape_text(person.name)}]({way}){role}")
    yield "\n".join(entries)


def _details(person: Person, said: AboutWords) -> str:
    lines = []
    if person.role:
        lines.append(_labelled(said.role, escape_text(person.role)))
    lines.append(_labelled(said.interests, escape_text(ended(person.interests or said.no_interests))))
    if person.link:
        lines.append(f"[{said.link}]({escape_address(person.link)})")
    return "\n\n".join(lines)


def _labelled(label: str, text: str) -> str:
    return f'<span class="{classes.LABEL}">{label}</span> {text}'


def _reviewed(person: Person, briefs: Sequence[VerifiedBrief], page: str, said: AboutWords) -> str:
    read = [brief for brief in briefs if person.name in brief.front.reviewers]
    if not read:
        return ""
    entries = [
        f"-   [{escape_text(brief.front.title)}]({relative_path(pages.brief_path(brief.slug), page)})"
        f"{{ lang={own} hreflang={own} }}"
        for brief in read
        for own in [escape_attribute(brief.front.lang)]
    ]
    return "\n\n".join((f"## {said.reviewed}", "\n".join(entries)))


def _errors(settings: Settings, said: AboutWords) -> str:
    if not settings.errors_to:
        return said.errors_nowhere
    return said.errors_to.format(link=_way_to(settings.errors_to))


def _way_to(contact: str) -> str:
    address = contact if contact.startswith(("http://", "https://")) else f"mailto:{contact}"
    return f"[{escape_text(contact)}]({escape_address(address)})"


def _paragraphs(text: str) -> Iterator[str]:
    """A text of the settings: an empty line begins a paragraph."""
    for lines in _blocks(text):
        yield escape_text(" ".join(lines), line_start=True)


def _lines(text: str) -> Iterator[str]:
    """A text whose line ends are meant, as in an address."""
    for lines in _blocks(text):
        yield "  \n".join(escape_text(line, line_start=True) for line in lines)


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in (*text.split("\n"), ""):
        if said := " ".join(line.split()):
            block.append(said)
        elif block:
            yield block
            block = []
