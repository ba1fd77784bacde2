"""Dates as readers are shown them: ``17 June 2025``, ``17. Juni 2025``, ``c. 1850``, ``2019–2021``."""

from dataclasses import replace

from briefgen.bibliography.wording import Words, month_names, reference_words_for
from briefgen.model.work import DateRange, PartialDate


def format_date(date: PartialDate | DateRange, lang: str) -> str:
    """A date or range in words, as exact as it is known; empty for a range open at both ends.

    `lang` is BCP 47; a language whose file has no words for references has the English ones.
    """
    words = reference_words_for(lang)
    if isinstance(date, PartialDate):
        return _single(date, words)
    if date.start is None and date.end is None:
        return ""
    if date.end is None:
        return words.since.format(_single(date.start, words)) if date.start else ""
    if date.start is None:
        return words.until.format(_single(date.end, words))
    if date.start == date.end:
        return _single(date.start, words)
    return _range(date.start, date.end, words)


def format_accessed(date: PartialDate, lang: str) -> str:
    """When something was looked up: ``accessed 20 June 2025``, ``abgerufen am 20. Juni 2025``."""
    words = reference_words_for(lang)
    exactness = 0 if date.day else 1 if date.month else 2
    return words.accessed[exactness].format(_single(date, words))


def _single(date: PartialDate, words: Words) -> str:
    text = _text(date, words)
    if date.approximate:
        text = words.circa.format(text)
    return words.probably.format(text) if date.uncertain else text


def _text(date: PartialDate, words: Words) -> str:
    parts = [str(date.year)]
    if date.month is not None:
        parts.insert(0, month_names(words.language)[date.month - 1])
        if date.day is not None:
            parts.insert(0, words.day.format(date.day))
    return " ".join(parts)


def _range(start: PartialDate, end: PartialDate, words: Words) -> str:
    """Both ends, saying once what they share; a dash stands without spaces between single words."""
    if (
        _doubtful(start)
        or _doubtful(end)
        or start.year != end.year
        or end.month is None
        or start.month is None
    ):
        first, last = _single(start, words), _single(end, words)
    elif start.month == end.month and start.day is not None and end.day is not None:
        return f"{words.day.format(start.day)}–{_text(end, words)}"
    else:
        first, last = _text(start, words).removesuffix(f" {start.year}"), _text(end, words)
        if start.day is None and end.day is None:
            return f"{first}–{last}"
    return f"{first} – {last}" if " " in first + last else f"{first}–{last}"


def _doubtful(date: PartialDate) -> bool:
    return replace(date, approximate=False, uncertain=False) != date


def day_text(iso: str, lang: str) -> str:
    """An ISO 8601 day, or day and time with zone, in words: ``17 June 2025, 13:34 +02:00``."""
    day, _, time = iso.replace(" ", "T").partition("T")
    year, month, date = (int(part) for part in day.split("-"))
    words = format_date(PartialDate(year, month, date), lang)
    return f"{words}, {time[:5]} {zone_of(time)}".strip() if time else words


def zone_of(time: str) -> str:
    """The zone at the end of a time of day: ``UTC`` for ``Z``, else as written."""
    if time.endswith("Z"):
        return "UTC"
    at = max(time.rfind("+"), time.rfind("-"))
    return time[at:] if at > 0 else ""
