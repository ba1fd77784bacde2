"""Works as pages show them: the card of one that is examined, and their order in lists."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from briefgen.bibliography.date_words import day_text
from briefgen.bibliography.languages import language_name
from briefgen.bibliography.names import creators_of
from briefgen.bibliography.reference import format_date, format_reference, plain
from briefgen.catalogue import Words
from briefgen.model.capture import ON_OR_AFTER, UNKNOWN, Capture, CaptureRecord, Holds, NoCapture, UrlStatus
from briefgen.model.layout import classes, pages
from briefgen.model.spoken import spoken_in
from briefgen.model.work import DateRange, PartialDate, Work
from briefgen.model.workspace import VerifiedCorpus
from briefgen.render.copies import signature_text, stamp_text
from briefgen.render.escape import ended, escape_address, escape_attribute, escape_text
from briefgen.render.notes.listed import title_language
from briefgen.render.view import BriefView
from briefgen.stated.sameness import compare

_SHOWN_HASH = 12


def why_no_capture(work: Work, corpus: VerifiedCorpus, words: Words) -> str:
    """Why a work has no capture, in Markdown; empty where captures.yml does not say it."""
    entry = _no_capture(work, corpus)
    if entry is None:
        return ""
    said = words.record.withheld_because if entry.sha256 else words.no_capture_because
    return ended(escape_text(said.format(why=" ".join(entry.why.split()))))


def _no_capture(work: Work, corpus: VerifiedCorpus) -> NoCapture | None:
    return next((entry for entry in corpus.capture_list.uncaptured if entry.key == work.key), None)


def work_card(work: Work, corpus: VerifiedCorpus, view: BriefView) -> str:
    """What a reader must know of a work a brief examines."""
    own = corpus.captures.of(work.key)
    rows = work_rows(work, view.lang, view.words)
    rows += copy_rows(work, own, corpus, view.lang, view.words, whole_hash=False)
    rows += link_rows(work, own[0] if own else None, view.words)
    more = f"[{view.words.details_of_work}]({view.way_to(pages.work_path(work.key))})"
    return f'<div class="{classes.WORK_CARD}" markdown="1">\n\n{definition_list(rows)}\n\n{more}\n\n</div>'


def definition_list(rows: Sequence[tuple[str, str]]) -> str:
    """Terms and meanings, already Markdown, as a definition list."""
    return "\n\n".join(f"{term}\n:   {meaning}" for term, meaning in rows)


def work_rows(work: Work, lang: str, words: Words) -> list[tuple[str, str]]:
    """Outlet, title, author, date and language of a work."""
    outlet, authors = outlet_of(work)
    rows = [
        (words.card_outlet, escape_text(outlet, line_start=True)),
        (words.card_title, _title(work, lang)),
        (words.card_author, escape_text(authors, line_start=True) or words.no_author),
        # At the start of a meaning, “17. Juni” would be a list that starts with 1.
        (words.card_date, escape_text(format_date(work.date, lang), line_start=True) if work.date else ""),
        (words.card_language, escape_text(language_name(work.language, lang)) if work.language else ""),
    ]
    return [(term, meaning) for term, meaning in rows if meaning]


def _title(work: Work, lang: str) -> str:
    title, own = escape_text(work.title, line_start=True), title_language(work, lang)
    return f'<span lang="{escape_attribute(own)}">{title}</span>' if own and title else title


def copy_rows(
    work: Work,
    captures: Iterable[Capture],
    corpus: VerifiedCorpus,
    lang: str,
    words: Words,
    *,
    whole_hash: bool,
) -> list[tuple[str, str]]:
    """The captures of a work, or why it has none."""
    rows = [row for capture in captures for row in _capture_rows(work, capture, lang, words, whole_hash)]
    if why := why_no_capture(work, corpus, words):
        rows.append((words.card_obtained, why))
    if (entry := _no_capture(work, corpus)) and entry.sha256:
        rows.append((words.card_hash, f"`{_digest(entry.sha256, whole=whole_hash)}`"))
    return rows


def _digest(sha256: str, *, whole: bool) -> str:
    return sha256 if whole else f"{sha256[:_SHOWN_HASH]}…"


def _capture_rows(
    work: Work, capture: Capture, lang: str, words: Words, whole_hash: bool
) -> list[tuple[str, str]]:
    """How a capture came to us, when, its hash, and the state of the work's link."""
    record = capture.record
    digest = _digest(record.sha256, whole=whole_hash)
    obtained = escape_text(spoken_in(lang, record.obtained_in) or record.obtained, line_start=True)
    said = [words.truncated] if record.truncated else []
    only = {Holds.ABSTRACT: words.only_abstract, Holds.EXCERPT: words.only_excerpt}
    said += [only[record.holds]] if record.holds else []
    if whole_hash and not compare(work, capture).compared:  # on the work's own page
        said.append(words.not_compared)
    if said:
        obtained = " ".join((f"{obtained}.", *said) if obtained else said)
    rows = [
        (words.card_obtained, obtained),
        _when_captured(record, lang, words),
        (words.card_stamped, _day(record.stamped, lang)),
        (words.card_hash, f"`{digest}`"),
        (words.card_text, _text_by(record, words)),
        (words.record.card_stamp, stamp_text(capture, lang, words)),
        (words.record.card_signature, signature_text(capture, lang, words)),
    ]
    return [(term, meaning) for term, meaning in rows if meaning]


def _when_captured(record: CaptureRecord, lang: str, words: Words) -> tuple[str, str]:
    """The day of a capture, or how much is known of it."""
    if record.captured == UNKNOWN:
        return words.card_captured_when, words.captured_unknown
    if record.captured.startswith(ON_OR_AFTER):
        day = day_text(record.captured.removeprefix(ON_OR_AFTER), lang)
        return words.card_captured_when, escape_text(words.captured_since.format(day=day), line_start=True)
    return words.card_captured, _day(record.captured, lang)


def _day(iso: str, lang: str) -> str:
    # At the start of a meaning, “17. Juni” would be a list that starts with 1.
    return escape_text(day_text(iso, lang), line_start=True) if iso else ""


def _text_by(record: CaptureRecord, words: Words) -> str:
    """How the text of a capture was made, and by which program."""
    if record.text_by is None:
        return ""
    said = words.text_by[record.text_by.value]
    return f"{said} ({escape_text(record.extractor)})" if record.extractor else said


def link_rows(work: Work, capture: Capture | None, words: Words) -> list[tuple[str, str]]:
    """The work's own address and what became of it, and the archived copy."""
    record = capture.record if capture else None
    status = record.url_status if record else None
    opening, closing = words.quotation_marks
    if work.url and status is not UrlStatus.MISSING:
        link = f"[{escape_text(work.url)}]({escape_address(work.url)})"
        meaning = f"{link} ({words.url_status[status]})" if status else link
    elif record and record.source_line:
        line = f"{opening}{escape_text(' '.join(record.source_line.split()))}{closing}"
        meaning = words.link_missing_because.format(line=line) + "."
    elif status is UrlStatus.MISSING:
        meaning = f"{words.link_missing}."
    else:
        meaning = ""
    rows = [(words.card_link, meaning)] if meaning else []
    if record and record.archive:
        rows.append((words.card_archive, f"[{words.card_archive_link}]({escape_address(record.archive)})"))
    return rows


def outlet_of(work: Work) -> tuple[str, str]:
    """Who published a work, and who wrote it: a body that stands in the place of its authors published it."""
    outlet = work.container or work.publisher
    authors = ", ".join(name.full for name in work.authors)
    if not outlet and work.authors and work.authors[0].literal:
        return authors, ""
    return outlet, authors


def work_in_short(work: Work, lang: str) -> str:
    """Who published a work, and when; its title where nobody is known."""
    who = outlet_of(work)[0] or work.title or work.key
    return f"{who}, {format_date(work.date, lang)}" if work.date else who


@lru_cache(maxsize=4096)
def sort_key(work: Work, lang: str) -> tuple[str, str, str]:
    """The place of a work in a list: by the family names of those who stand in front, else by its title;
    then as its reference reads, without regard to case and accents."""
    people = creators_of(work)
    family_first = ", ".join(f"{name.family or name.full} {name.given}".strip() for name in people)
    shown = plain(format_reference(work, lang))
    return fold_for_sorting(family_first or work.title or work.key), fold_for_sorting(shown), work.key


def fold_for_sorting(text: str) -> str:
    """A text as dictionaries sort it (DIN 5007-1): umlauts as their base letters, marks left out."""
    decomposed = unicodedata.normalize("NFKD", text.replace("ß", "ss").casefold())
    return "".join(char for char in decomposed if char.isalnum() or char == " ").strip()


def first_date(work: Work) -> PartialDate | None:
    """The date of a work, of a range its beginning or else its end; None where there is none."""
    date = work.date
    return (date.start or date.end) if isinstance(date, DateRange) else date
