"""Printed references: the default pattern, in the style of notes.

In English: ``Author, “Title”, *Container*, Place: Publisher, 17 June 2025 (in German), pp. 1–2, https://….``
"""

from functools import lru_cache

from briefgen.bibliography import parts
from briefgen.bibliography.date_words import format_date
from briefgen.bibliography.fragments import Fragment, Piece, plain, sentence, words_piece
from briefgen.bibliography.names import OTHERS, narrative_names
from briefgen.bibliography.wording import Words, reference_words_for
from briefgen.model.work import Work, WorkKind

__all__ = ["OTHERS", "Fragment", "format_date", "format_reference", "narrative_names", "plain"]


@lru_cache(maxsize=4096)
def format_reference(work: Work, lang: str) -> tuple[Fragment, ...]:
    """The reference of a work in words of `lang` (BCP 47; German, and English for every other).

    Fragments are neutral: plain text, emphasised titles, links; whoever prints them escapes them. Nothing is
    said twice (an author who is also the publisher or the site) and nothing empty. Ends with a full stop,
    unless the text has a mark of its own there. Never empty: a work that says nothing is printed as its key.
    """
    words = reference_words_for(lang)
    creators = parts.creators_text(work, words)
    pieces = (
        words_piece(creators),
        parts.title_piece(work, words),
        parts.translated_by(work, words),
        *_where_and_when(work, words, lang, creators),
        parts.pages_piece(work, words),
        words_piece(work.addendum),
        parts.state_piece(work, words),
        *parts.link_pieces(work, lang),
    )
    return sentence(pieces) or sentence([words_piece(work.key)])


def _where_and_when(work: Work, words: Words, lang: str, creators: str) -> tuple[Piece, ...]:
    """What the work appeared in, who published it, and when."""
    container = parts.container_piece(work, words, creators)
    counted = bool(work.kind is WorkKind.ARTICLE and container and (work.volume or work.issue))
    if counted:
        container = (*container, *parts.issue_piece(work, words, lang))
    label, series = parts.kind_and_number(work, words)
    appeared = () if counted else parts.volume_and_issue(work, words)
    return (
        label,
        container,
        parts.edited_by(work, words),
        *appeared,
        series,
        parts.edition_piece(work, words),
        words_piece(work.how_published),
        parts.published_piece(work, creators),
        parts.date_and_language(work, words, lang, date_said=counted),
    )
