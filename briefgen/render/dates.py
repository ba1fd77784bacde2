"""Dates from the authors' files, printed."""

from briefgen.bibliography.date_words import format_date
from briefgen.model.work import PartialDate


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
