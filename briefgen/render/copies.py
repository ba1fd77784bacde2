"""What is said of captures in more than one place: their day, and a time stamp beside them."""

from briefgen.bibliography.date_words import day_text
from briefgen.catalogue import Words
from briefgen.model.capture import ON_OR_AFTER, UNKNOWN, Capture
from briefgen.model.stamp import Stamp, StampState
from briefgen.render.escape import escape_text

_SECOND = len("2025-05-02T09:30:00")
_ANONYMOUS = "anonymous"
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
    return _said(words.record.stamp[stamp.state.value], stamp, lang) if stamp else ""


def signature_text(capture: Capture, lang: str, words: Words) -> str:
    """The same of who signed a packed web archive."""
    signature = capture.signature
    if signature is None:
        return ""
    said = words.record.signature[signature.stamp.state.value if signature.stamp else _ANONYMOUS]
    return _said(said, signature.stamp or Stamp(StampState.UNCHECKED), lang, signature.signer)


def stamp_note(capture: Capture, lang: str, words: Words) -> str:
    """By which day a capture was there, for a note: of stamps that are trusted alone."""
    stamps = (capture.stamp, capture.signature.stamp if capture.signature else None)
    times = [one.time for one in stamps if one and one.state is StampState.TRUSTED]
    if not times:
        return ""
    return escape_text(words.record.stamp_note.format(date=day_text(min(times)[:_DAY], lang)))


def _said(said: str, stamp: Stamp, lang: str, signer: str = "") -> str:
    time = f"{day_text(stamp.time[:_DAY], lang)}, {stamp.time[_DAY + 1 : _SECOND]} UTC" if stamp.time else ""
    told = said.format(time=time, authority=stamp.authority, root=stamp.root, signer=signer)
    return escape_text(told, line_start=True)
