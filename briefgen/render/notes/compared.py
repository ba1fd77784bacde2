"""What readers are told of a sentence that cites, in the note of its citation."""

from collections.abc import Iterator, Sequence

from briefgen.model.compared import Compared
from briefgen.model.inline import Citation
from briefgen.model.layout import classes
from briefgen.render.escape import escape_text
from briefgen.render.notes.absence import absence
from briefgen.render.view import BriefView


def compared_markdown(citation: Citation, view: BriefView, *, is_told: bool) -> str:
    """Which words of the sentences that a note stands for were found in the copies of their works.

    `is_told`: the note says already what was looked up, or could not be, and needs no word on what was not.
    """
    sentences = view.compared.get(citation, ())
    said = " ".join(_sentences(sentences, view, is_told=is_told))
    return f'<span class="{classes.COMPARED}">{said}</span>' if said else ""


def _sentences(sentences: Sequence[Compared], view: BriefView, *, is_told: bool) -> Iterator[str]:
    words = view.words.compared
    several = any(one.copies > 1 for one in sentences)
    lists = (
        (words.found[several], [one.found for one in sentences]),
        (words.given, [one.given for one in sentences]),
        (words.partly[several], [one.partly for one in sentences]),
        (words.missing[several], [one.missing for one in sentences]),
    )
    said = [text.format(items=_listed(items, view)) for text, items in lists if any(items)]
    yield from said
    denied = dict.fromkeys(each for one in sentences for each in one.absent)
    for each in denied:
        stands = words.present.format(words=escape_text(each))
        yield absence(each, sentences[0].keys, view) or stands
    if said:
        yield words.rest
    elif sentences and not denied and not is_told:
        why = next((one for one in sentences if one.why), None)
        yield words.why[why.why][len(why.keys) > 1] if why and why.why else words.nothing


def _listed(items: Sequence[Sequence[str]], view: BriefView) -> str:
    opening, closing = view.words.quotation_marks
    each = dict.fromkeys(item for of_sentence in items for item in of_sentence)
    return ", ".join(f"{opening}{escape_text(item)}{closing}" for item in each)
