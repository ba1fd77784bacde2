"""Lists that authors include on pages of their own: in HTML, since what they stand in is no text of ours."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from briefgen.bibliography.date_words import day_text
from briefgen.catalogue import Words, words_for
from briefgen.model.brief import Status
from briefgen.model.included import Filled, Included, ListKind, Piece
from briefgen.model.layout import classes, pages
from briefgen.model.layout.pages import address_of
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.render.escape import escape_attribute, escape_html
from briefgen.render.lists.briefs import newest_first
from briefgen.render.lists.topics import topics_of
from briefgen.render.needs import About
from briefgen.render.once import corrections_once

_Item = Sequence[Piece]


def filled_lists(corpus: VerifiedCorpus, abouts: Iterable[About]) -> tuple[Filled, ...]:
    """The lists that pages by hand include, of some briefs."""
    about = {one.brief.slug: one for one in abouts}
    newest = [about[brief.slug] for brief in newest_first(one.brief for one in about.values())]
    return tuple(
        Filled(one.element, one.lang, _filled(one, newest)) for one in corpus.corpus.workspace.included
    )


def _filled(included: Included, newest: Sequence[About]) -> tuple[Piece, ...]:
    items, none = _entries(included.kind, included.language, newest)
    shown = list(islice(items, included.most))
    if not shown:
        return (Piece(f"<p>{escape_html(none)}</p>"),)
    return tuple(_joined([Piece("<ul>"), *(piece for item in shown for piece in item), Piece("</ul>")]))


def _entries(kind: ListKind, lang: str, newest: Sequence[About]) -> tuple[Iterator[_Item], str]:
    """All entries of a list, and what is said where there is none."""
    words = words_for(lang)
    match kind:
        case ListKind.BRIEFS:
            return _briefs([one.brief for one in newest], lang), words.no_briefs
        case ListKind.CORRECTIONS:
            return _corrections(newest, lang), words.no_corrections
        case ListKind.TOPICS:
            return _topics([one.brief for one in newest], words), words.no_topics


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The same with no address missing between two pieces."""
    html = ""
    for piece in pieces:
        html += piece.html
        if piece.folder:
            yield Piece(html, piece.folder, piece.file)
            html = ""
    yield Piece(html)


def _briefs(newest: Sequence[VerifiedBrief], lang: str) -> Iterator[_Item]:
    for brief in newest:
        said = [day_text(brief.front.changed, lang)]
        if brief.front.status is not Status.PUBLISHED:
            said.append(words_for(lang).status[brief.front.status])
        yield [*_link(brief, "<li>"), Piece("".join(f" · {escape_html(one)}" for one in said) + "</li>")]


def _corrections(newest: Sequence[About], lang: str) -> Iterator[_Item]:
    words = words_for(lang)
    opening, closing = words.quotation_marks
    for one in corrections_once(newest, lang):
        verdict = one.said.verdict
        said = (
            f'<span class="{classes.VERDICT} {verdict.value}">{escape_html(words.verdicts[verdict])}</span>'
        )
        for own, text in one.said.passages:
            said += f' <span lang="{escape_attribute(own)}">{opening}{escape_html(text)}{closing}</span>'
        yield [*_link(one.brief, f"<li>{said} ", one.said.identifier), Piece("</li>")]


def _topics(newest: Sequence[VerifiedBrief], words: Words) -> Iterator[_Item]:
    for topic in topics_of(newest):
        count = words.brief_count[len(topic.briefs) != 1].format(count=len(topic.briefs))
        own = f' lang="{escape_attribute(topic.lang)}"' if topic.lang else ""
        yield [
            _to(topic.path, '<li><a href="'),
            Piece(f'"{own}>{escape_html(topic.name)}</a> {escape_html(count)}</li>'),
        ]


def _link(brief: VerifiedBrief, before: str, anchor: str = "") -> _Item:
    own = escape_attribute(brief.front.lang)
    title = escape_html(brief.front.title)
    return [
        _to(pages.brief_path(brief.slug), f'{before}<a href="', anchor),
        Piece(f'" lang="{own}" hreflang="{own}">{title}</a>'),
    ]


def _to(path: str, html: str, anchor: str = "") -> Piece:
    place = f"#{escape_attribute(anchor)}" if anchor else ""
    return Piece(html, address_of(path) + place, address_of(path, as_folder=False) + place)
