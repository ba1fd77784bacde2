"""What comes of reading a document, whatever the library that reads it does: one value."""

import re
import unicodedata
from dataclasses import replace
from itertools import pairwise

from briefgen import rules
from briefgen.directions import settled
from briefgen.intake.readers.dispatch import read_document
from briefgen.intake.readers.document import (
    Attempt,
    Document,
    LibraryMissingError,
    Missing,
    Reading,
    Refused,
    TextSize,
    Unreadable,
)

_LONGEST = 200
_UNFIT = re.compile(r"[\0-\x08\x0e-\x1b\ud800-\udfff]")
"""Controls that are no spacing, and halves of characters: no text file has them."""
_UNFIT_IN_LABEL = re.compile(r"[\0-\x1f\x7f-\x9f\ud800-\udfff]")


def attempt_at(document: Document, ending: str) -> Attempt:
    """Read a document whose name has this ending; an exception of any kind is a refusal with its words."""
    try:
        reading = read_document(document, ending)
        TextSize(document.limits).add(reading.text)
    except Unreadable as refusal:
        return refused(refusal)
    except LibraryMissingError as error:
        return Missing(str(error))
    except MemoryError:
        return refused(out_of_memory(document))
    except RecursionError:
        return failed("its parts stand in each other more deeply than can be read")
    except Exception as error:  # noqa: BLE001, what a library raises for a broken file is not to be foreseen
        words = " ".join(str(error).split())[:_LONGEST]
        return failed(f"{type(error).__name__}: {words}" if words else type(error).__name__)
    if reading.extractor:
        reading = _writable(reading)
    return _composed(reading) if reading.spans else reading


def _writable(reading: Reading) -> Reading:
    """A reading whose text is written beside its document: what no text may hold is U+FFFD there.

    Each character stays one, so that spans hold.
    """
    labels = tuple(
        replace(one, label=_UNFIT_IN_LABEL.sub("", settled(one.label))) if one.label else one
        for one in reading.spans
    )
    return replace(reading, text=_UNFIT.sub("\N{REPLACEMENT CHARACTER}", reading.text), spans=labels)


def _composed(reading: Reading) -> Reading:
    """A reading in NFC, which its spans count."""
    text = reading.text
    if unicodedata.is_normalized("NFC", text):
        return reading
    edges = sorted({0, *(edge for one in reading.spans for edge in (one.start, one.end)), len(text)})
    place: dict[int, int] = {0: 0}
    pieces: list[str] = []
    for start, end in pairwise(edges):
        pieces.append(unicodedata.normalize("NFC", text[start:end]))
        place[end] = place[start] + len(pieces[-1])
    whole = "".join(pieces)
    if not unicodedata.is_normalized("NFC", whole):  # a mark of a letter that a span ends at
        return replace(reading, text=unicodedata.normalize("NFC", text), spans=())
    spans = tuple(replace(one, start=place[one.start], end=place[one.end]) for one in reading.spans)
    return replace(reading, text=whole, spans=tuple(one for one in spans if one.start < one.end))


def failed(what_happened: str) -> Refused:
    """The refusal of a document whose reader came to no end."""
    return Refused(rules.CAPTURE_DAMAGED.code, "cannot be read", (what_happened,))


def out_of_memory(document: Document) -> Unreadable:
    """The refusal of a document that needs more memory than it may have."""
    hint = "if that is right, the settings can allow more: `extra: briefgen: reading: memory:`"
    what = f"cannot be read with {document.limits.memory:,} MB of memory"
    return Unreadable(rules.CAPTURE_DAMAGED, what, hint=hint)


def refused(refusal: Unreadable) -> Refused:
    """The same as a value."""
    return Refused(refusal.rule.code, refusal.what, refusal.notes, refusal.hint)
