"""What became of quoted words in a later capture of their work."""

from briefgen import rules
from briefgen.changed.differences import beside
from briefgen.changed.passage import sentences_beside, since
from briefgen.diagnostics import Diagnostic, Report
from briefgen.matching.word_diff import DiffOp, DiffPiece, rendered
from briefgen.model.capture import Capture
from briefgen.model.quotation import Quotation
from briefgen.model.since import Fate, Since
from briefgen.model.workspace import WorkLookup
from briefgen.verify.capture_places import on_one_line, place_in
from briefgen.verify.shelf import Shelf

_MESSAGES = {
    Fate.AROUND: "the sentence of these words reads otherwise in the later capture of `{key}`",
    Fate.CHANGED: "these words read otherwise in the later capture of `{key}`",
    Fate.GONE: "these words are gone from the later capture of `{key}`",
}


def look_later(
    quotation: Quotation, check: WorkLookup, capture: Capture, shelf: Shelf, report: Report
) -> Since | None:
    """Where found words stand in the newest capture of the same text; what was changed is reported."""
    new = shelf.later(capture)
    if new is None:
        return None
    found = since(capture, check.ranges, new, shelf.haystack(new))
    if found.fate is not Fate.STANDS:
        report(
            Diagnostic(
                rules.SOURCE_CHANGED,
                quotation.span,
                _MESSAGES[found.fate].format(key=check.key),
                _notes(capture, check.ranges, new, found),
                "say in the brief what the source said then and says now, quote the later capture, or allow "
                "it with a reason; readers are told beside the passage",
            )
        )
    return found


def _notes(old: Capture, ranges: tuple[tuple[int, int], ...], new: Capture, found: Since) -> tuple[str, ...]:
    """Where the words stood and stand, and the difference of the sentences."""
    notes = []
    for here, there in sentences_beside(old, ranges, new, found):
        if there is None:
            notes.append(f"then, {place_in(old, here[0])}: {on_one_line(old.text[slice(*here)])}")
        elif difference := _difference(old, here, new, there):
            notes.append(f"now, {place_in(new, there[0])}: {difference}   ([-then-] {{+now+}})")
    return tuple(notes)


def _difference(old: Capture, here: tuple[int, int], new: Capture, there: tuple[int, int]) -> str:
    """What was changed of one passage; empty where nothing was."""
    both = beside(old.text, new.text, here, there, (old.language, new.language))
    pieces: list[DiffPiece] = []
    for one in both.pieces():
        sides = ((DiffOp.BOTH, one.same), (DiffOp.QUOTATION, one.old), (DiffOp.SOURCE, one.new))
        pieces += (DiffPiece(op, text) for op, text in sides if text)
    return rendered(pieces) if any(one.op is not DiffOp.BOTH for one in pieces) else ""
