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
    year = _year(date.year, words)
    if date.season:
        return words.dates[1].format(month=words.seasons[date.season - 1], year=year)
    if date.month is None:
        return words.dates[2].format(year=year)
    if date.day is None:
        return words.dates[1].format(
            month=month_names(words.language, "stand-alone")[date.month - 1], year=year
        )
    month = month_names(words.language, "format")[date.month - 1]
    return words.dates[0].format(day=_day(date.day, words), month=month, year=year)


def _year(year: int, words: Words) -> str:
    """A year as people count: there is no year 0."""
    return str(year) if year > 0 else words.before_christ.format(1 - year)


def _day(day: int, words: Words) -> str:
    return words.first_day if day == 1 and words.first_day else words.day.format(day)


def _range(start: PartialDate, end: PartialDate, words: Words) -> str:
    """Both ends, saying once what they share; a dash stands without spaces between single words."""
    if not _doubtful(start) and not _doubtful(end):
        if start.year < 1 and end.year < 1 and start.month is None and end.month is None:
            return words.before_christ.format(f"{1 - start.year}–{1 - end.year}")
        if start.year == end.year and start.month and end.month and words.year_last:
            if start.month == end.month and start.day is not None and end.day is not None:
                return f"{_day(start.day, words)}–{_text(end, words)}"
            first, last = _text(start, words).removesuffix(f" {start.year}"), _text(end, words)
            if start.day is None and end.day is None:
                return f"{first}–{last}"
            return f"{first} – {last}"
    first, last = _single(start, words), _single(end, words)
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
