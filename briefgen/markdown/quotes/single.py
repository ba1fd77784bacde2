"""Single marks that quote: they open before a word and close right before a citation, or behind a saying one.

Direct speech quotes earlier in the sentence, too, where a comma tells that it closes: ‘Words,’ it says.

Everywhere else a single mark, straight or curly, is an apostrophe: ’tis, soldiers’, rock 'n' roll.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from briefgen.markdown.quotes.line import CITATION, NOTE, UNSEEN
from briefgen.markdown.quotes.roles import Mark, Place

_BEFORE_CITATION = re.compile(
    rf"[{UNSEEN}]*+[.,;:!?]?[)\]]?[{UNSEEN}\s]*+[(–—-]?[{UNSEEN}\s]*+[{CITATION}{NOTE}]"
)
# Korean writes particles together with the mark, and the verb of saying behind them.
_BEFORE_KOREAN_VERB = re.compile(
    rf"[{UNSEEN}]*+[\uac00-\ud7a3]{{1,8}}(?:\s[\uac00-\ud7a3]{{1,12}}){{0,2}}+[.,]?[{UNSEEN}\s]*+[{CITATION}{NOTE}]"
)
_CITED = re.compile(rf"[{CITATION}][{UNSEEN}]*+[.,;:!?)\]]{{0,2}}[{UNSEEN}]*+\Z")
_ENDS_PART = re.compile(rf"[{UNSEEN}]*+(?:[,;)]|\.?\s*+\Z)")
_ENDS_LINE = re.compile(rf"[{UNSEEN}]*+[.,;:!?]?[{UNSEEN}\s]*+\Z")
_OPENED = re.compile(rf"[{UNSEEN}]*+[(\[]?(?P<word>\w+)")
_BEFORE = re.compile(rf"(?:\A|[\s(\[{{–—\u200b{CITATION}])[{UNSEEN}]*\Z")
_SENTENCE_ENDS = re.compile(r"[.!?…]\s")
# ‘Words,’ it says; ‘Words?’ it asks
_GOES_ON = re.compile(r",['’‘]\s|[?!]['’‘]\s(?=[^\W\d_])(?!(?-i:[A-ZÀ-Þ]))")
_BEGINS_SPEECH = re.compile(r"(?:\A|[.:,!?…—]\s)\s*\Z")
_POSSESSIVE = frozenset("sSxXzZ")
# Words whose first letters an apostrophe stands for, in English, German and Dutch.
_SHORTENED = frozenset(
    "bout cause cept d em gainst k kay m mid n ne neath nem nen ner nuff r round s sup t tis til till "
    "twas tween twere twill twixt".split()
)
_YEAR = re.compile(r"\d\ds?\Z")


def pair_single(
    text: str, marks: Sequence[Mark], cited: Sequence[int], saying: frozenset[int], *, locator: bool
) -> list[tuple[Mark, Mark]]:
    """The pairs among these single marks of a flattened line; one holds a citation only as its last word.

    `saying` are the citations, by their offset as in `cited`, that what follows in their sentence may be
    said by: “@a calls it ‘…’”. With `locator` the end of the line and of a part of it count like a citation.
    """
    pairs: list[tuple[Mark, Mark]] = []
    opened: list[Mark] = []
    weak: Mark | None = None
    closed: tuple[Mark, Mark] | None = None
    others: list[tuple[Mark, Mark]] = []
    """What was closed before another one opened: quotes where the last one before a citation does."""
    passed = 0
    said_until = -1
    ends = [end.start() for end in _SENTENCE_ENDS.finditer(text)] if marks else []
    for index, mark in enumerate(marks):
        before = bisect_left(cited, mark.start)
        if before != passed:
            # The citation may stand within the marks: ‘words [@a].’
            held = opened[-1] if opened and before == passed + 1 else None
            if held and mark.place is not Place.OPENS and _CITED.match(text, cited[passed], mark.start):
                pairs.append((held, mark))
            passed, opened, weak, closed, others = before, [], None, None, []
            sentence = bisect_left(ends, cited[before - 1])
            said_until = ends[sentence] if sentence < len(ends) else len(text)
        if _opens(text, mark):
            if _is_shortened(text, mark):
                weak = weak or mark
            else:
                if closed:
                    others.append(closed)
                    closed = None
                opened.append(mark)
        elif mark.place is Place.OPENS or text[mark.start - 1 : mark.start] in ("", " "):
            continue
        elif _is_cited(text, mark) or (locator and _ENDS_PART.match(text, mark.end)):
            opening = _opening(text, mark, opened, weak, closed)
            if opening is not None:
                pairs += [*_in_sentence(others, opening, ends), (opening, mark)]
            opened, weak, closed, others = [], None, None, []
        elif opened and mark.place is Place.CLOSES and not _ends_shortened(text, mark):
            if opened[0].start <= said_until and _is_said(text, opened[0], cited[before - 1], saying):
                if text[mark.start - 1] not in _POSSESSIVE or not _closes_later(mark, index, marks):
                    pairs.append((opened[0], mark))
                    opened, weak, closed = [], None, None
                continue
            if _is_spoken(text, opened[-1], mark) and _cites_later(mark, cited, ends):
                pairs.append((opened[-1], mark))
                opened, weak, closed = [], None, None
            else:
                closed = (opened.pop(), mark)
        elif closed and mark.place is Place.CLOSES and text[closed[1].start - 1] in _POSSESSIVE:
            closed = (closed[0], mark)
    return pairs


def _is_spoken(text: str, opening: Mark, mark: Mark) -> bool:
    """Whether a comma, or a question that the sentence goes on behind, tells that a mark closes words."""
    if _GOES_ON.match(text, mark.start - 1):
        return True
    if text[mark.end : mark.end + 1] != ",":
        return False
    # The workers', as they say
    sure = text[opening.start] == "‘" or text[mark.start - 1] not in _POSSESSIVE
    return sure and _BEGINS_SPEECH.search(text, max(0, opening.start - 4), opening.start) is not None


def _cites_later(mark: Mark, cited: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether a citation follows in the sentence of a mark."""
    citation, end = bisect_left(cited, mark.end), bisect_left(ends, mark.end)
    return citation < len(cited) and (end == len(ends) or cited[citation] < ends[end])


def _in_sentence(
    others: Sequence[tuple[Mark, Mark]], opening: Mark, ends: Sequence[int]
) -> list[tuple[Mark, Mark]]:
    """Those that no sentence's end parts from an opening mark, and that stand before it."""
    last = bisect_left(ends, opening.start)
    since = ends[last - 1] if last else -1
    return [pair for pair in others if since < pair[1].start < opening.start]


def whole_in_single(text: str, marks: Sequence[Mark]) -> list[tuple[Mark, Mark]]:
    """The first and the last of these single marks, where they stand around a whole line."""
    if len(marks) < 2:
        return []
    first, last = marks[0], marks[-1]
    whole = not text[: first.start].strip() and _ENDS_LINE.match(text, last.end)
    quotes = whole and _opens(text, first) and not _is_shortened(text, first) and last.place is Place.CLOSES
    return [(first, last)] if quotes else []


def pair_in_title(text: str, marks: Sequence[Mark]) -> list[tuple[Mark, Mark]]:
    """The pairs among these single marks of a text in which nothing can be cited: Mayor ‘lied’ about it."""
    pairs: list[tuple[Mark, Mark]] = []
    opening: Mark | None = None
    for mark in marks:
        if opening is None:
            opening = mark if _opens(text, mark) and not _is_shortened(text, mark) else None
            continue
        # Behind a straight mark, "the Joneses'" may be a genitive.
        sure = text[opening.start] == "‘" or text[mark.start - 1] not in _POSSESSIVE
        if sure and mark.place is Place.CLOSES and not _ends_shortened(text, mark):
            pairs.append((opening, mark))
            opening = None
    return pairs


def _is_cited(text: str, mark: Mark) -> bool:
    """Whether a citation stands right behind a mark."""
    return bool(_BEFORE_CITATION.match(text, mark.end) or _BEFORE_KOREAN_VERB.match(text, mark.end))


def _ends_shortened(text: str, mark: Mark) -> bool:
    """Whether a mark is the second apostrophe of a word such as ’n’."""
    return (
        re.search(r"['’‘](?:n|o|em)\Z", text[max(0, mark.start - 3) : mark.start], re.IGNORECASE) is not None
    )


def _is_said(text: str, opening: Mark, citation: int, saying: frozenset[int]) -> bool:
    """Whether the citation before an opening mark may say what follows, or a colon before it leads on."""
    before = text[max(citation, opening.start - 3) : opening.start]
    return citation in saying or before.rstrip().endswith((":", "："))


def _closes_later(mark: Mark, index: int, marks: Sequence[Mark]) -> bool:
    """Whether another mark behind this one closes, so that this one may be the apostrophe of a genitive."""
    following = marks[index + 1] if index + 1 < len(marks) else None
    return following is not None and following.place is Place.CLOSES and following.start > mark.start


def _opening(
    text: str, mark: Mark, opened: list[Mark], weak: Mark | None, closed: tuple[Mark, Mark] | None
) -> Mark | None:
    """What a mark before a citation closes.

    What looked closed before may have been the apostrophe of “the workers' union”. A shortened word
    opens a quotation only where the mark that closes it can be no apostrophe.
    """
    if opened:
        return opened[-1]
    if closed and text[closed[1].start - 1] in _POSSESSIVE:
        return closed[0]
    return None if text[mark.start - 1] in _POSSESSIVE else weak


def _opens(text: str, mark: Mark) -> bool:
    return (
        mark.place is Place.OPENS
        and _BEFORE.search(text, max(0, mark.start - 3), mark.start) is not None
        and _OPENED.match(text, mark.end) is not None
    )


def _is_shortened(text: str, mark: Mark) -> bool:
    word = _OPENED.match(text, mark.end)
    return bool(
        word and text[mark.start] != "‘" and (word["word"].lower() in _SHORTENED or _YEAR.match(word["word"]))
    )
