"""A way out of a missed quotation where a single letter or mark of it is what differs."""

import re
from dataclasses import dataclass

from briefgen.diagnostics import Edit
from briefgen.matching.miss import Nearest
from briefgen.matching.word_diff import DiffOp
from briefgen.model.quotation import Quotation
from briefgen.model.verdict import MissReason
from briefgen.text import Span

_DOTS = re.compile(r"…\s?(?=\w)|(?<=\w)…|\.\.\.(?=\w)|(?<=\w)\.\.\.")
_DOTS_AND_WORD = re.compile(r"(?<!\w)(\w*+)(?:…|\.\.\.)(\w*)")
_FIRST_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class WayOut:
    """What is to be written, in words, and the edit that writes it; none where that is not safe."""

    hint: str
    edits: tuple[Edit, ...] = ()


def way_out_of(quotation: Quotation, nearest: Nearest) -> WayOut | None:
    """What is to be written of a first letter in another case, or of dots that touch a word."""
    if nearest.reason is MissReason.CASE_OR_ACCENT:
        return _other_case(quotation, nearest)
    if nearest.reason is not MissReason.NOT_FOUND and (beside := _beside_dots(quotation.text)):
        return WayOut(f"`…` beside a word is a letter of the quotation: write `{beside}`")
    return None


def _other_case(quotation: Quotation, nearest: Nearest) -> WayOut | None:
    """``[d]ie``, where the first letter of the quotation is all that differs."""
    differing = [piece for piece in nearest.pieces if piece.op is not DiffOp.BOTH]
    if [piece.op for piece in differing] != [DiffOp.QUOTATION, DiffOp.SOURCE]:
        return None
    ours, theirs = (piece.text.strip() for piece in differing)
    if not ours or ours[1:] != theirs[1:] or ours[0].casefold() != theirs[0].casefold():
        return None
    if not quotation.text.lstrip("“”„«»‹›‘’\"' ").startswith(ours):
        return None
    written = f"[{ours[0]}]{ours[1:]}"
    span = quotation.span
    first = _FIRST_LETTER.search(span.text)
    if first is None or not span.text.startswith(ours, first.start()):
        return WayOut(f"write `{written}`")
    at = span.start + first.start()
    edit = Edit(Span(span.file, at, at + 1), f"[{ours[0]}]")
    return WayOut(f"write `{written}`: brackets say that the letter is yours", (edit,))


def _beside_dots(text: str) -> str:
    """The omission as it is written, with the words that the dots touch."""
    found = _DOTS.search(text)
    if found is None:
        return ""
    words = _DOTS_AND_WORD.search(text, max(text.rfind(" ", 0, found.start()) + 1, 0))
    if words is None:
        return ""
    return " ".join(part for part in (words[1], "[…]", words[2]) if part)
