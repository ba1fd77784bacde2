"""What a brief says does not stand in a work: whether it does."""

from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.markdown.denying import absent_words
from briefgen.markdown.walk import citations_in, walk_blocks
from briefgen.model.block import Box
from briefgen.model.box import ABSENT
from briefgen.model.capture import Capture, Captures
from briefgen.model.workspace import ResolvedBrief
from briefgen.stated.absence import forms_in
from briefgen.text import Span
from briefgen.verify.capture_places import around, place_in

_MOST = 3


def check_absent(brief: ResolvedBrief, captures: Captures) -> Iterator[Diagnostic]:
    """What stands in a capture that is said not to, and what cannot be looked for."""
    for words, key, span in _denied(brief):
        found = captures.of(key)
        if not found or any(not one.record.is_whole or not one.text.strip() for one in found):
            what = "is not whole" if found else "has no capture"
            message = f"`{key}` {what}: whether “{words}” stands in it cannot be said"
            yield Diagnostic(
                rules.ABSENCE_NOT_CHECKED, span, message, hint="capture it whole, or leave it out"
            )
        for capture in found:
            yield from check_word(words, capture, span)


def _denied(brief: ResolvedBrief) -> Iterator[tuple[str, str, Span]]:
    """Words, the work that is said not to have them, and where that is said."""
    for citation in citations_in(brief.blocks):
        for item in citation.items:
            if words := absent_words(item):
                yield words.text, item.key, words.span
    for block in walk_blocks(brief.blocks):
        if isinstance(block, Box) and (pair := block.attributes.get(ABSENT)) and pair.value.strip():
            of = block.attributes.value("of")
            for key in (of,) if of else brief.examined:
                yield pair.value.strip(), key, pair.span


def check_word(words: str, capture: Capture, span: Span) -> Iterator[Diagnostic]:
    """Whether words that are said not to stand in a capture do."""
    text = capture.whole or capture.text
    found = list(forms_in(words, text))
    if found:
        places = tuple(
            f"{place_in(capture, start)}: {around(capture, start, end)}" for start, end in found[:_MOST]
        )
        message = f"“{words}” stands in the capture of `{capture.key}`"
        if len(found) > 1:
            message += f", {len(found)} times"
        yield Diagnostic(rules.WORD_NOT_ABSENT, span, message, places, "say something else, or leave it out")
