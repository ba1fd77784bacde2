"""What readers are told of words that a brief says a work does not have."""

from collections.abc import Iterator, Sequence

from briefgen.markdown.denying import absent_words
from briefgen.model.block import Box
from briefgen.model.box import ABSENT
from briefgen.model.capture import Capture
from briefgen.model.inline import Citation
from briefgen.model.layout import classes
from briefgen.render.escape import escape_text
from briefgen.render.view import BriefView
from briefgen.stated.absence import count_words, forms_in


def absences_of(citation: Citation, view: BriefView) -> Iterator[str]:
    """Of each word that a citation says its work does not have, what was searched for it."""
    for item in citation.items:
        if words := absent_words(item):
            yield absence(words.text, (item.key,), view)


def absence_in(box: Box, view: BriefView, *, nested: bool) -> str:
    """The same of the words that a claim says its work does not have, to be put below what it says."""
    words = " ".join(box.attributes.value(ABSENT).split())
    of = box.attributes.value("of")
    said = absence(words, (of,) if of else view.examined, view) if words else ""
    if not said:
        return ""
    if nested:
        return f'\n\n<span class="{classes.ABSENCE}">{said}</span>'
    return f'\n\n<p class="{classes.ABSENCE}" markdown="span">{said}</p>'


def absence(words: str, keys: Sequence[str], view: BriefView) -> str:
    """What was searched for words; empty where they stand there, which the run has told its author."""
    captures = [capture for key in keys for capture in view.captures.of(key)]
    shown = escape_text(words)
    if not captures or any(not one.record.is_whole or not one.text.strip() for one in captures):
        return view.words.compared.absent_not_searched.format(words=shown)
    if any(_has(capture, words) for capture in captures):
        return ""
    count = sum(count_words(capture.whole or capture.text) for capture in captures)
    return view.words.compared.absent.format(words=shown, count=count)


def _has(capture: Capture, words: str) -> bool:
    return next(forms_in(words, capture.whole or capture.text), None) is not None
