"""The parts of a printed reference; `reference` puts them in order."""

import re

from briefgen.bibliography.addresses import arxiv_address, doi_address, is_doi, is_web_address
from briefgen.bibliography.date_words import format_accessed, format_date
from briefgen.bibliography.fragments import Fragment, Piece, words_piece
from briefgen.bibliography.languages import language_name
from briefgen.bibliography.names import OTHERS, full_names
from briefgen.bibliography.titles import is_bracketed, quoted, with_subtitle
from briefgen.bibliography.wording import Words, ordinal
from briefgen.languages import primary_tag
from briefgen.model.work import Work, WorkKind

_QUOTED = frozenset({WorkKind.ARTICLE, WorkKind.CHAPTER, WorkKind.WEB, WorkKind.GENERAL})
_LABELLED = frozenset({WorkKind.THESIS, WorkKind.DATASET, WorkKind.SOFTWARE, WorkKind.MEDIA})
_NUMBERED_SERIES = frozenset({WorkKind.BOOK, WorkKind.CHAPTER})
_VERSIONED = frozenset({WorkKind.DATASET, WorkKind.SOFTWARE})
_SENTENCE_END = re.compile(r"(?<=[a-zß-ÿа-я]{4})\.\Z")
_EDITION_NUMBER = re.compile(r"(\d{1,3})(?:\.|st|nd|rd|th)?")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_PAGE_NUMBER = re.compile(r"[0-9]|[ivxlcdm]+\b", re.IGNORECASE)
_NO_LANGUAGE = ("mul", "und", "zxx")


def creators_text(work: Work, words: Words) -> str:
    """Who stands in front: the authors, or else the editors: ``Ada Ek and Ben Oh (eds.)``; or nobody.

    The editors of a book do not stand in front of a chapter of it.
    """
    if _named_authors(work):
        return full_names(work.authors, words)
    if not work.editors or work.kind is WorkKind.CHAPTER:
        return ""
    form = words.editors if len(work.editors) > 1 else words.editor
    return form.format(full_names(work.editors, words))


def _named_authors(work: Work) -> bool:
    return any(name != OTHERS for name in work.authors)


def title_piece(work: Work, words: Words) -> Piece:
    """The title: quoted or emphasised as its kind has it; plain if it is a law or a bracketed description."""
    title = _SENTENCE_END.sub("", with_subtitle(work.title, work.subtitle))
    if not title:
        return ()
    if work.kind is WorkKind.LEGAL or is_bracketed(title):
        return (Fragment(title),)
    if work.kind in _QUOTED:
        return (Fragment(quoted(title, words)),)
    return (Fragment(title, emphasised=True),)


def edited_by(work: Work, words: Words) -> Piece:
    """The editors, where they do not stand in front."""
    in_front = not _named_authors(work) and work.kind is not WorkKind.CHAPTER
    if not work.editors or in_front:
        return ()
    return words_piece(words.edited_by.format(full_names(work.editors, words)))


def translated_by(work: Work, words: Words) -> Piece:
    """The translators."""
    return words_piece(
        words.translated_by.format(full_names(work.translators, words)) if work.translators else ""
    )


def kind_and_number(work: Work, words: Words) -> tuple[Piece, Piece]:
    """What kind of work it is, and its series; the number stands behind the one it counts in.

    In a series of books that is the series, else the kind: ``Policy Brief 12``, ``Suhrkamp 80``, ``no. 7``.
    """
    label = work.type_label or (work.entry_type if work.kind in _LABELLED else "")
    label = words.types.get(label.lower(), label)
    number = "" if work.kind is WorkKind.ARTICLE else work.number
    if work.series and (work.kind in _NUMBERED_SERIES or not label):
        return words_piece(label), words_piece(f"{work.series} {number}".strip())
    if number and not label:
        return words_piece(_numbered(number, words)), ()
    return words_piece(f"{label} {number}".strip()), words_piece(work.series)


def _numbered(number: str, words: Words) -> str:
    """A bare number with “no.”; a designation such as ``S/RES/2397`` or ``Spring`` as it is."""
    return (
        words.number.format(number) if number.isdecimal() or re.fullmatch(r"\d+[–/]\d+", number) else number
    )


def container_piece(work: Work, words: Words, creators: str) -> Piece:
    """What the work appeared in, emphasised, unless it is the author."""
    if not work.container or same_name(work.container, creators):
        return ()
    within = (Fragment(words.within),) if work.kind is WorkKind.CHAPTER else ()
    return (*within, Fragment(work.container, emphasised=True))


def issue_piece(work: Work, words: Words, lang: str) -> Piece:
    """Volume, issue and date of an article, to stand behind its journal: `` 12, no. 3 (June 2020)``."""
    text = f" {work.volume}" if work.volume else ""
    text += f", {_numbered(work.issue, words)}" if work.issue else ""
    date = format_date(work.date, lang) if work.date else ""
    season_and_date = " ".join(part for part in (work.number, date) if part)
    return words_piece(f"{text} ({season_and_date})" if season_and_date else text)


def volume_and_issue(work: Work, words: Words) -> tuple[Piece, Piece]:
    """Volume and issue of anything but an article."""
    volume = words.volume.format(work.volume) if work.volume else ""
    return words_piece(volume), words_piece(_numbered(work.issue, words) if work.issue else "")


def edition_piece(work: Work, words: Words) -> Piece:
    """The edition, counted if it is a number or an English ordinal, else as written; or the version."""
    edition = work.edition
    if not edition:
        return ()
    if work.kind in _VERSIONED:
        return words_piece(words.version.format(edition) if edition[0].isdigit() else edition)
    number = _EDITION_NUMBER.fullmatch(edition)
    if number:
        return words_piece(words.edition.format(ordinal(int(number[1]), words)))
    word = edition.lower().removesuffix(" edition")
    if word in _ORDINALS:
        return words_piece(words.edition.format(ordinal(_ORDINALS.index(word) + 1, words)))
    return words_piece(edition)


def published_piece(work: Work, creators: str) -> Piece:
    """``Place: Publisher``; none for an article, and no publisher that was named already.

    Named already are the author, the container, and what a body among the authors is named after: who reads
    “United Nations Security Council” needs no “United Nations”.
    """
    if work.kind is WorkKind.ARTICLE and work.container:
        return ()
    named_after = any(name.literal.startswith(f"{work.publisher} ") for name in work.authors)
    said = named_after or any(same_name(work.publisher, name) for name in (creators, work.container))
    publisher = "" if said else work.publisher
    return words_piece(": ".join(part for part in (work.place, publisher) if part))


def same_name(one: str, other: str) -> bool:
    """Whether two names mean the same body: case, spacing and a leading article do not count."""
    names = [" ".join(name.casefold().split()).removeprefix("the ") for name in (one, other)]
    return bool(names[0]) and names[0] == names[1]


def date_and_language(work: Work, words: Words, lang: str, date_said: bool) -> Piece:
    """The date, and the work's language when it is not the page's: ``17 June 2025 (in Russian)``."""
    date = format_date(work.date, lang) if work.date and not date_said else ""
    tag = primary_tag(work.language)
    if not tag or tag in _NO_LANGUAGE or tag == primary_tag(lang):
        return words_piece(date)
    note = words.in_language.format(language_name(tag, lang))
    return words_piece(f"{date} ({note})" if date else note)


def pages_piece(work: Work, words: Words) -> Piece:
    """The pages; an article number, which counts no pages, as it is."""
    if not _PAGE_NUMBER.match(work.pages):
        return words_piece(work.pages)
    several = any(mark in work.pages for mark in "–,+ ")
    return words_piece((words.pages if several else words.page).format(work.pages))


def state_piece(work: Work, words: Words) -> Piece:
    """How far a work is that is not published yet: BibLaTeX's pubstate."""
    state = dict(work.other_fields).get("pubstate", "")
    return words_piece(words.states.get(state.lower(), state))


def link_pieces(work: Work, lang: str) -> tuple[Piece, ...]:
    """Where to find the work: its DOI or else its address with the day it was looked up, and its preprint."""
    preprint = _preprint(work)
    if is_doi(work.doi):
        return preprint, (Fragment(f"https://doi.org/{work.doi}", url=doi_address(work.doi)),)
    doi = words_piece(f"DOI {work.doi}" if work.doi else "")
    if not work.url or any(work.url == fragment.url for fragment in preprint):
        return preprint, doi
    accessed = words_piece(format_accessed(work.accessed, lang) if work.accessed else "")
    return preprint, doi, (_link(work.url),), accessed


def _preprint(work: Work) -> Piece:
    if not work.eprint:
        return ()
    if work.eprint_type.lower() == "arxiv":
        return (Fragment(f"arXiv:{work.eprint}", url=arxiv_address(work.eprint)),)
    return words_piece(f"{work.eprint_type}: {work.eprint}" if work.eprint_type else work.eprint)


def _link(address: str) -> Fragment:
    """A link, if a browser may follow it: an address is a stranger's text, and could be a script."""
    return Fragment(address, url=address if is_web_address(address) else "")
