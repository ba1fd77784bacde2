"""Printed references: the default pattern, in the style of notes.

In English: ``Author, “Title”, *Container*, Place: Publisher, 17 June 2025 (in German), pp. 1–2, https://….``
"""

from dataclasses import replace
from functools import lru_cache

from briefgen.bibliography import parts
from briefgen.bibliography.date_words import format_date
from briefgen.bibliography.fragments import Piece, marked_piece, plain, sentence, words_piece
from briefgen.bibliography.links import link_pieces, number_piece
from briefgen.bibliography.names import OTHERS, narrative_names, short_names, shortened
from briefgen.bibliography.roles import creators_text, people_pieces, reviewed_names
from briefgen.bibliography.wording import Words, reference_words_for
from briefgen.model.reference import Fragment
from briefgen.model.work import Work, WorkKind

__all__ = [
    "OTHERS",
    "Fragment",
    "format_date",
    "format_reference",
    "format_short",
    "narrative_names",
    "plain",
]


@lru_cache(maxsize=4096)
def format_reference(work: Work, lang: str, *, notes: bool = False) -> tuple[Fragment, ...]:
    """The reference of a work in words of `lang` (BCP 47), where that has words for references, else English.

    Fragments are neutral: plain text, emphasised titles, links; whoever prints them escapes them. Nothing is
    said twice (an author who is also the publisher or the site) and nothing empty. Ends with a full stop,
    unless the text has a mark of its own there. With `notes` the work's `note` is printed, too. Never empty:
    a work that says nothing is printed as its key.
    """
    if work.members and not work.title:
        return _of_a_set(work, lang, notes)
    words = reference_words_for(lang)
    creators = creators_text(work, words)
    behind_title, people = people_pieces(work, words, lang)
    pieces = (
        words_piece(creators),
        parts.title_piece(work, words),
        parts.addon_piece(work),
        behind_title,
        *_where_and_when(work, words, lang, creators, people),
        *_chapter_and_pages(work, words),
        parts.archive_piece(work),
        marked_piece(parts.shown(work, "addendum")),
        marked_piece(parts.shown(work, "note")) if notes else (),
        _related(work, words, lang),
        parts.state_piece(work, words),
        parts.status_piece(work, words),
        *link_pieces(work, lang),
    )
    # What stands in the note alone is all that an entry says.
    return sentence(pieces) or sentence([words_piece(work.note or work.key)])


def _related(work: Work, words: Words, lang: str) -> Piece:
    """The works that it is a translation, a reprint or a review of, say, without where to find them."""
    said = dict(work.other_fields)
    default = words.relations["default"]
    if not work.related:
        before, _, behind = words.relations.get("reviewof", default).partition("{}")
        title = said.get("reviewed-title", "")
        by = reviewed_names(work, words)
        named = (Fragment(f"{before}{by}, " if by else before), Fragment(title, emphasised=True))
        return (*named, Fragment(behind)) if title else ()
    own = f"{text} {{}}" if (text := said.get("relatedstring", "")) else default
    relation = words.relations.get(said.get("relatedtype", "").lower(), "")
    before, _, behind = (relation if relation and not text else own).partition("{}")
    joined: list[Fragment] = [Fragment(before)]
    for number, other in enumerate(work.related):
        joined += [Fragment("; ")] * bool(number)
        joined += _without_stop(format_reference(_nowhere(other), lang))
    return (*joined, Fragment(behind))


def _nowhere(work: Work) -> Work:
    return replace(
        work,
        url="",
        url_shown="",
        more_urls=(),
        accessed=None,
        doi="",
        isbn="",
        eprint="",
        eprint_type="",
        identifiers=(),
        related=(),
    )


def _without_stop(reference: tuple[Fragment, ...]) -> tuple[Fragment, ...]:
    *most, last = reference
    return reference if last.url else (*most, replace(last, text=last.text.removesuffix(".")))


def _of_a_set(work: Work, lang: str, notes: bool) -> tuple[Fragment, ...]:
    """The references of several works that are cited as one, with semicolons between them."""
    joined: list[Fragment] = []
    for member in work.members:
        joined += [Fragment("; ")] * bool(joined)
        joined += _without_stop(format_reference(member, lang, notes=notes))
    return sentence([tuple(joined)])


@lru_cache(maxsize=4096)
def format_short(work: Work, lang: str) -> tuple[Fragment, ...]:
    """How a work is named that was cited in full: ``Ek, *Boats*``; without a full stop. Never empty."""
    words = reference_words_for(lang)
    title = parts.shown(work, "short_title") or work.title
    if not work.short_title:
        short = shortened(work.title)
        title = parts.shown(work, "title") if short == work.title else short
    pieces = [
        words_piece(short_names(work, words)),
        parts.named(title, work, words),
        parts.status_piece(work, words),
    ]
    return sentence(pieces, end="") or (Fragment(work.key),)


def _where_and_when(work: Work, words: Words, lang: str, creators: str, people: Piece) -> tuple[Piece, ...]:
    """What the work appeared in, who published it, and when."""
    container = parts.container_piece(work, words, creators)
    counted = bool(
        work.kind is WorkKind.ARTICLE and container and (work.volume or work.issue or work.journal_series)
    )
    if counted:
        container = (*container, *parts.issue_piece(work, words, lang))
    label, series = parts.kind_and_number(work, words, lang)
    appeared = () if counted else parts.volume_and_issue(work, words)
    if work.kind is WorkKind.CHAPTER and container and (chapter := parts.chapter_piece(work, words)):
        container = (*chapter, Fragment(" "), *container)
    case, court_said = _case(work, lang)
    main = parts.main_title_piece(work)
    of_a_main_work = bool(main) or (work.kind is WorkKind.BOOK and bool(work.container))
    return (
        number_piece(work, plain(label)),
        case,
        marked_piece(parts.shown(work, "issue_title")),
        container,
        main,
        *(appeared if of_a_main_work else ()),
        people,
        *(() if of_a_main_work else appeared),
        parts.volumes_piece(work, words),
        parts.event_piece(work, lang),
        series,
        *parts.edition_pieces(work, words),
        marked_piece(parts.shown(work, "how_published")),
        *(() if court_said else parts.published_pieces(work, words, lang, creators)),
        parts.date_piece(work, words, lang, date_said=counted or court_said),
    )


def _case(work: Work, lang: str) -> tuple[Piece, bool]:
    """Where a judgment is reported, ``347 U.S. 483 (Supreme Court, 17 May 1954)``; whether that says all."""
    if not work.case_citation:
        return (), False
    court = ", ".join(part for part in (work.publisher, parts.date_text(work, lang)) if part)
    if not work.publisher:
        return words_piece(work.case_citation), False
    return words_piece(f"{work.case_citation} ({court})"), True


def _chapter_and_pages(work: Work, words: Words) -> tuple[Piece, ...]:
    chapter = () if work.kind is WorkKind.CHAPTER and work.container else parts.chapter_piece(work, words)
    return chapter, parts.pages_piece(work, words)
