"""The parts of a printed reference; `reference` puts them in order."""

import re

from briefgen.bibliography.date_words import format_date
from briefgen.bibliography.fragments import Piece, marked_piece, plain, words_piece
from briefgen.bibliography.languages import language_name
from briefgen.bibliography.marks import without_marks
from briefgen.bibliography.names import full_names
from briefgen.bibliography.roles import holder_text
from briefgen.bibliography.titles import is_bracketed, quoted, with_subtitle
from briefgen.bibliography.wording import Words, ordinal, reference_words_for
from briefgen.cldr import Locale
from briefgen.languages import primary_tag
from briefgen.model.reference import Fragment
from briefgen.model.work import Original, Work, WorkKind

_QUOTED = frozenset({WorkKind.ARTICLE, WorkKind.CHAPTER, WorkKind.WEB, WorkKind.GENERAL})
_LABELLED = frozenset({WorkKind.THESIS, WorkKind.DATASET, WorkKind.SOFTWARE, WorkKind.MEDIA})
_NUMBERED_SERIES = frozenset({WorkKind.BOOK, WorkKind.CHAPTER})
_LABELLED_TYPES = frozenset({"patent", "letter"})
_PERIODICAL = "periodical"
_SENTENCE_END = re.compile(r"(?<=[a-zß-ÿа-я]{4})\.\Z")
_PAGE_NUMBER = re.compile(r"[0-9]|[ivxlcdm]+\b", re.IGNORECASE)
_NO_LANGUAGE = ("mul", "und", "zxx")
_COUNTRY = re.compile(r"country([a-z]{2})")
_COUNTRY_CODES = {"UK": "GB", "EP": "EU"}
_PATENT = re.compile(r"(patent|patreq)([a-z]{2})")


def shown(work: Work, name: str) -> str:
    """A text of a work by the name of its field, with its emphasis."""
    for field, text in work.marked:
        if field == name:
            return text
    text = getattr(work, name)
    assert isinstance(text, str)
    return text


def title_piece(work: Work, words: Words) -> Piece:
    """The title: quoted or emphasised as its kind has it; plain if it is a law or a bracketed description."""
    title = _SENTENCE_END.sub("", with_subtitle(shown(work, "title"), shown(work, "subtitle")))
    return named(title, work, words)


def named(title: str, work: Work, words: Words) -> Piece:
    """A title of a work as its kind has it."""
    if not title:
        return ()
    if work.kind is WorkKind.LEGAL or is_bracketed(without_marks(title)):
        return marked_piece(title)
    if work.kind in _QUOTED:
        return marked_piece(quoted(title, words))
    return marked_piece(title, emphasised=True)


def addon_piece(work: Work) -> Piece:
    """What is added to the title, and is no part of it."""
    return marked_piece(shown(work, "title_addon"))


def kind_and_number(work: Work, words: Words, lang: str) -> tuple[Piece, Piece]:
    """What kind of work it is, and its series; the number stands behind the one it counts in.

    In a series of books that is the series, else the kind: ``Policy Brief 12``, ``Suhrkamp 80``, ``no. 7``.
    """
    label = type_label(work, words, lang)
    number = "" if work.kind is WorkKind.ARTICLE or work.entry_type == _PERIODICAL else work.number
    if work.series and (work.kind in _NUMBERED_SERIES or not label):
        series = marked_piece(localised(shown(work, "series"), words))
        return words_piece(label), (*series, Fragment(f" {number}")) if number else series
    if work.kind in _NUMBERED_SERIES and number:
        return words_piece(label), ()  # it stands behind the volume
    if number and not label:
        return words_piece(numbered(number, words)), ()
    return words_piece(f"{label} {number}".strip()), marked_piece(localised(shown(work, "series"), words))


def type_label(work: Work, words: Words, lang: str) -> str:
    """What kind of work it is, in words: its own, or those for a name of BibLaTeX's."""
    usual = work.entry_type if work.kind in _LABELLED or work.entry_type in _LABELLED_TYPES else ""
    label = work.type_label or usual
    key = label.lower()
    if key in words.types:
        return words.types[key]
    if (patent := _PATENT.fullmatch(key)) and patent[1] in words.types:
        return f"{words.types[patent[1]]} ({_country(patent[2], lang)})"
    return label


def _country(code: str, lang: str) -> str:
    code = _COUNTRY_CODES.get(code.upper(), code.upper())
    return str(Locale(primary_tag(lang) or "en").territories.get(code, code)) if _is_known(lang) else code


def _is_known(lang: str) -> bool:
    return primary_tag(lang) in ("de", "en", "es", "fr", "ko", "ru", "uk")


def place_text(work: Work, lang: str) -> str:
    """The place; of a patent the countries, unless its kind names them."""
    found = [_COUNTRY.fullmatch(part) for part in re.split(r" and |[,;]\s*", work.place)]
    if not work.place or None in found:
        return work.place.replace(" and ", f" {reference_words_for(lang).conjunction} ")
    if _PATENT.fullmatch(work.type_label.lower()):
        return ""
    return ", ".join(_country(one[1], lang) for one in found if one)


def localised(text: str, words: Words) -> str:
    """A series of a journal or of books: BibLaTeX's names for a new and an old one in words."""
    return {"newseries": words.new_series, "oldseries": words.old_series}.get(text.lower(), text)


def numbered(number: str, words: Words) -> str:
    """A bare number with “no.”; a designation such as ``S/RES/2397`` or ``Spring`` as it is."""
    return (
        words.number.format(number) if number.isdecimal() or re.fullmatch(r"\d+[–/]\d+", number) else number
    )


def chapter_piece(work: Work, words: Words) -> Piece:
    """The chapter meant: ``chap. 3``; one that has a name as it is."""
    bare = work.chapter and (work.chapter[0].isdigit() or re.fullmatch(r"[IVXLC]+", work.chapter))
    return words_piece(words.chapter.format(work.chapter) if bare else work.chapter)


def container_piece(work: Work, words: Words, creators: str) -> Piece:
    """What the work appeared in, emphasised, unless it is the author; with its own author before it."""
    if not work.container or same_name(work.container, creators):
        return ()
    within = (Fragment(words.within),) if work.kind is WorkKind.CHAPTER else ()
    authors = full_names(work.container_authors, words)
    by = (Fragment(f"{authors}, "),) if authors and authors != creators else ()
    piece = (*within, *by, *marked_piece(shown(work, "container"), emphasised=True))
    addon = marked_piece(shown(work, "container_addon"))
    return (*piece, Fragment(", "), *addon) if addon else piece


def main_title_piece(work: Work) -> Piece:
    """The work in several volumes of which what it appeared in is one."""
    return marked_piece(shown(work, "main_title"), emphasised=True)


def series_of_journal(work: Work, words: Words) -> Piece:
    """The series of a journal, counted if it is a number."""
    series = work.journal_series
    if series.isdecimal() and len(series) < 4:
        return words_piece(words.journal_series.format(ordinal(int(series), words)))
    return words_piece(localised(series, words))


def issue_piece(work: Work, words: Words, lang: str) -> Piece:
    """Volume, issue and date of an article, to stand behind its journal: `` 12, no. 3 (June 2020)``."""
    series = plain(series_of_journal(work, words))
    volume = f"{work.volume}.{work.part}" if work.part and work.volume else work.volume
    text = f", {series}," if series else ""
    text += f" {volume}" if volume else ""
    text += f", {numbered(work.issue, words)}" if work.issue else ""
    date = date_text(work, lang)
    season_and_date = " ".join(part for part in (work.number, date) if part)
    return words_piece(f"{text} ({season_and_date})" if season_and_date else text)


def volume_and_issue(work: Work, words: Words) -> tuple[Piece, Piece, Piece]:
    """Volume, number in it and issue of anything but an article: ``vol. 2.1``, ``no. 3``."""
    volume = (
        words.volume.format(f"{work.volume}.{work.part}" if work.part else work.volume) if work.volume else ""
    )
    part = words.part.format(work.part) if work.part and not work.volume else ""
    number = ""
    if (work.kind in _NUMBERED_SERIES and not work.series) or work.entry_type == _PERIODICAL:
        number = numbered(work.number, words)
    issue = numbered(work.issue, words) if work.issue else ""
    return words_piece(volume or part), words_piece(number), words_piece(issue)


def volumes_piece(work: Work, words: Words) -> Piece:
    """How many volumes there are."""
    return words_piece(words.volumes.format(work.volumes) if work.volumes and not work.volume else "")


def event_piece(work: Work, lang: str) -> Piece:
    """The conference or the day on which it was presented, its place and its date, if that is another."""
    event = work.event
    title = "" if same_name(event.title, work.container) else event.title
    date = format_date(event.date, lang) if event.date and event.date != work.date else ""
    return words_piece(", ".join(part for part in (title, event.venue, date) if part))


def edition_pieces(work: Work, words: Words) -> tuple[Piece, Piece]:
    """The edition, counted if it is a number, else as written; and the version."""
    edition = work.edition
    if edition.isdecimal() and len(edition) < 4:
        edition = words.edition.format(ordinal(int(edition), words))
    version = work.version
    if version and version[0].isdigit():
        version = words.version.format(version)
    return words_piece(edition), words_piece(version)


def published_pieces(work: Work, words: Words, lang: str, creators: str) -> tuple[Piece, Piece, Piece]:
    """Who holds it, the body behind it, and ``Place: Publisher``; nothing that was named already.

    Named already are the author, the container, and what a body among the authors is named after: who reads
    “United Nations Security Council” needs no “United Nations”.
    """
    if work.kind is WorkKind.ARTICLE and work.container:
        return (), (), ()
    said = (creators, work.container)
    publisher = _unless_said(work.publisher, work, said)
    body = _unless_said(work.institution, work, (*said, publisher))
    published = ": ".join(part for part in (place_text(work, lang), publisher) if part)
    return words_piece(holder_text(work, words)), words_piece(body), words_piece(published)


def _unless_said(name: str, work: Work, said: tuple[str, ...]) -> str:
    named_after = any(one.literal.startswith(f"{name} ") for one in work.authors)
    return "" if named_after or any(same_name(name, other) for other in said) else name


def same_name(one: str, other: str) -> bool:
    """Whether two names mean the same body: case, spacing and a leading article do not count."""
    names = [" ".join(name.casefold().split()).removeprefix("the ") for name in (one, other)]
    return bool(names[0]) and names[0] == names[1]


def date_text(work: Work, lang: str) -> str:
    """The date in words, or what stands in its place."""
    return format_date(work.date, lang) if work.date else work.date_text


def date_piece(work: Work, words: Words, lang: str, date_said: bool) -> Piece:
    """The date, what the work was before, and its language when it is not the page's.

    ``17 June 2025 (in Russian)``, ``1997 (first published New York: Wiley, 1959)``.
    """
    date = "" if date_said else date_text(work, lang)
    notes = [note for note in (_first_published(work, words, lang), _in_language(work, words, lang)) if note]
    if not notes:
        return words_piece(date)
    said = (*notes[0], Fragment("; "), *notes[1]) if len(notes) > 1 else notes[0]
    return (Fragment(f"{date} ("), *said, Fragment(")")) if date else said


def _first_published(work: Work, words: Words, lang: str) -> Piece:
    original = work.original
    if original == Original(language=original.language):
        return ()
    opening, _, closing = words.first_published.partition("{}")
    where = ": ".join(part for part in (original.place, original.publisher) if part)
    when = format_date(original.date, lang) if original.date else ""
    rest = ", ".join(part for part in (where, when) if part)
    title = (Fragment(original.title, emphasised=True),) if original.title else ()
    joint = (Fragment(", "),) if title and rest else ()
    return (Fragment(opening), *title, *joint, *words_piece(f"{rest}{closing}"))


def _in_language(work: Work, words: Words, lang: str) -> Piece:
    tags = list(dict.fromkeys(primary_tag(tag) for tag in work.languages or (work.language,)))
    if not tags[0] or tags[0] in _NO_LANGUAGE or tags == [primary_tag(lang)]:
        return ()
    names = [language_name(tag, lang) for tag in tags]
    joined = f"{', '.join(names[:-1])} {words.conjunction} {names[-1]}" if len(names) > 1 else names[0]
    return words_piece(words.in_language.format(joined))


def pages_piece(work: Work, words: Words) -> Piece:
    """The pages; an article number, which counts no pages, as it is."""
    if not _PAGE_NUMBER.match(work.pages) or dict(work.other_fields).get("eid") == work.pages:
        return words_piece(work.pages)
    several = any(mark in work.pages for mark in "–,+ ")
    return words_piece((words.pages if several else words.page).format(work.pages))


def status_piece(work: Work, words: Words) -> Piece:
    """What became of a work: that it was retracted, corrected, replaced or is disputed, in brackets."""
    return words_piece(f"[{words.states.get(work.status, work.status)}]" if work.status else "")


def state_piece(work: Work, words: Words) -> Piece:
    """How far a work is that is not published yet: BibLaTeX's pubstate."""
    state = dict(work.other_fields).get("pubstate", "")
    if same_name(state, work.date_text):
        return ()
    return words_piece(words.states.get(state.lower(), state))


def archive_piece(work: Work) -> Piece:
    """Where the only copy lies, as CSL and RIS say it: ``Box 3, State Archive, Oslo``; not of what is
    printed, where programs put the database that they found it in."""
    said = dict(work.other_fields)
    names = ("archive-location", "archive", "archive-place")
    if work.kind not in (WorkKind.GENERAL, WorkKind.MEDIA) or work.eprint:
        return ()
    return words_piece(", ".join(said[name] for name in names if name in said))
