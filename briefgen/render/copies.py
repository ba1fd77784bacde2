"""What later captures are called where they are compared."""

from briefgen.bibliography.date_words import day_text
from briefgen.catalogue import Words
from briefgen.model.capture import ON_OR_AFTER, UNKNOWN, Capture

_DAY = len("2025-05-02")


def copy_named(capture: Capture, lang: str, words: Words) -> str:
    """A later capture by its day, in the middle of a sentence."""
    captured = capture.record.captured
    if captured == UNKNOWN or captured.startswith(ON_OR_AFTER):
        return words.record.later_copy
    return words.record.later_copy_of.format(date=day_text(captured[:_DAY], lang))
