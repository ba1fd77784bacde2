"""What is said of captures in more than one place: their day, and a time stamp beside them."""

from briefgen.bibliography.date_words import day_text
from briefgen.catalogue import Words
from briefgen.model.capture import ON_OR_AFTER, UNKNOWN, Capture
from briefgen.model.stamp import StampState
from briefgen.render.escape import escape_text

_MINUTE = len("2025-05-02T09:30")
_DAY = len("2025-05-02")


def copy_named(capture: Capture, lang: str, words: Words) -> str:
    """A later capture by its day, in the middle of a sentence."""
    captured = capture.record.captured
    if captured == UNKNOWN or captured.startswith(ON_OR_AFTER):
        return words.record.later_copy
    return words.record.later_copy_of.format(date=day_text(captured[:_DAY], lang))


def stamp_text(capture: Capture, lang: str, words: Words) -> str:
    """What a time stamp says of a capture, in Markdown; never more than was checked. Empty without one."""
    stamp = capture.stamp
    if stamp is None:
        return ""
    time = f"{day_text(stamp.time[:_DAY], lang)}, {stamp.time[_DAY + 1 : _MINUTE]} UTC" if stamp.time else ""
    said = words.record.stamp[stamp.state.value]
    return escape_text(
        said.format(time=time, authority=stamp.authority, root=stamp.root),
        line_start=True,
    )


def stamp_note(capture: Capture, lang: str, words: Words) -> str:
    """The same in a note: of a stamp that is trusted alone."""
    stamp = capture.stamp
    if stamp is None or stamp.state is not StampState.TRUSTED:
        return ""
    return escape_text(words.record.stamp_note.format(date=day_text(stamp.time[:_DAY], lang)))
