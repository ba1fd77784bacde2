"""What stands on the pages of a PDF beside its text: running heads and feet, notes, and their marks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefgen.intake.readers.pdf_page import Line, PageRead
from briefgen.model.spans import SpanKind, TextSpan

_EDGE = 0.2
"""So much of a page's height, above and below, may be heads and feet."""
_SAME_HEIGHT = 4.0
_MOST_RUNNING = 3
_APART, _LITTLE = 1.3, 0.5
_OTHER_SIZE = 0.08
_NOTE_SIZE = 0.93
_FIRST, _LAST = re.compile(r"\d{1,4}(?=\s)"), re.compile(r"(?<=\s)\d{1,4}$")
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[\[(|–—-]?\s*(?:(?:page|seite|p\.|s\.)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of|von|de)\s*\d{1,4})?\s*[\])|–—-]?",
    re.IGNORECASE,
)
_NOTE_BEGINS = re.compile(r"\s*(?P<label>[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d{1,3}|[*∗†‡§¶ᵃ-ᶻⁱ])[\s.)]?\s*(?=\S|$)")
_MARK = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[,⁻-][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})*|[*∗†‡§¶]{1,3}|[ᵃᵇᶜᵈᵉⁱᵛˣ]{1,4}|[ivx]{1,4}")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_WORD_BEFORE = re.compile(r"(?P<number>\d[\d.,]*[\s\u00a0]*)?(?P<word>[^\W\d_]+)[-\n]*$")
_YEAR_BEFORE = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d$")
_LONGEST_UNIT = 3
_LOWERED = frozenset("₀₁₂₃₄₅₆₇₈₉")
_VOWELS = frozenset("aeiouyäöüáéíóúàèìòùâêîôûåøæœаеиоуыэюяєії")
_PUNCTUATION = frozenset(".,;:!?”“\"’')]»«%")


def spans_of(pages: Sequence[PageRead]) -> list[list[TextSpan]]:
    """For each page what stretches of its text are, without its own."""
    running = _running(pages)
    body = _body_size(pages)
    found = []
    last = 0
    for page, edges in zip(pages, running, strict=True):
        spans = [_whole_line(page, line, line, kind) for line, kind in edges]
        notes = list(_notes(page, frozenset(line.start for line, _ in edges), body))
        spans += [_whole_line(page, first, last, SpanKind.PAGE_NOTE) for first, last, _ in notes]
        labels = frozenset(label for *_, own in notes for label in own)
        marks, last = _marks(page, labels, [(one.start, one.end) for one in spans], last)
        spans += marks
        spans += [TextSpan(SpanKind.RECOGNISED, start, end) for start, end in page.recognised]
        spans += [TextSpan(SpanKind.STRUCK, start, end) for start, end in page.struck]
        found.append(sorted(spans, key=lambda one: (one.start, one.end)))
    return found


def _whole_line(page: PageRead, first: Line, last: Line, kind: SpanKind) -> TextSpan:
    """Lines with the line ends around them, but for the last one of a page."""
    start = first.start - 1 if first.start else 0
    end = last.end + 1 if last.end + 1 < len(page.text) else last.end
    return TextSpan(kind, start, end)


def _running(pages: Sequence[PageRead]) -> list[list[tuple[Line, SpanKind]]]:
    """The lines at the edges of each page that come again on another, and numbers of pages."""
    pitch = _pitch(pages)
    edges = [list(_edge_lines(page, pitch)) for page in pages]
    places: dict[str, list[tuple[int, float]]] = {}
    for number, lines in enumerate(edges):
        for line, _ in lines:
            for key in _keys(pages[number], line, number):
                places.setdefault(key, []).append((number, line.height))
    found: list[list[tuple[Line, SpanKind]]] = []
    for number, lines in enumerate(edges):
        own: list[tuple[Line, SpanKind]] = []
        inside: dict[SpanKind, float] = {}  # how far out a line of the text itself stands
        for line, kind in lines:
            words = pages[number].text[line.start : line.end].strip()
            again = any(
                other != number and abs(height - line.height) <= _SAME_HEIGHT
                for key in _keys(pages[number], line, number)
                for other, height in places[key]
            )
            outmost = abs(inside.get(kind, line.height) - line.height) <= _SAME_HEIGHT / 2
            if (outmost and _NUMBER.fullmatch(words)) or (again and any(map(str.isalpha, words))):
                own.append((line, kind))
            else:
                inside.setdefault(kind, line.height)
        found.append(own)
    return found


def _edge_lines(page: PageRead, pitch: float) -> Iterator[tuple[Line, SpanKind]]:
    """The lines above and below a page's text, which are further from it than its lines from each other."""
    if not page.lines or not page.height:
        return
    order = sorted(page.lines, key=lambda line: -line.height)
    for line in _apart(order, pitch):
        if line.height > page.height * (1 - _EDGE):
            yield line, SpanKind.HEADER
    for line in _apart(order[::-1], pitch):
        if line.height < page.height * _EDGE:
            yield line, SpanKind.FOOTER


def _apart(order: Sequence[Line], pitch: float) -> Sequence[Line]:
    """The first lines, up to the last gap among them."""
    for count in range(min(_MOST_RUNNING, len(order) - 1), 0, -1):
        edge, text = order[count - 1], order[count]
        of_another_size = abs(edge.size - text.size) > _OTHER_SIZE * text.size
        if abs(edge.height - text.height) > (_LITTLE if of_another_size else _APART) * pitch:
            return order[:count]
    return order[:_MOST_RUNNING] if len(order) <= _MOST_RUNNING else ()


def _pitch(pages: Sequence[PageRead]) -> float:
    """How far the lines of a document's text stand from each other, most of them."""
    steps: Counter[float] = Counter()
    for page in pages:
        for above, below in pairwise(page.lines):
            if above.height > below.height:
                steps[round(above.height - below.height, 1)] += 1
    return steps.most_common(1)[0][0] if steps else 0.0


def _keys(page: PageRead, line: Line, number: int) -> Iterator[str]:
    """What a line has in common with those of other pages: its words, or the page's number at its edge."""
    words = " ".join(page.text[line.start : line.end].split())
    yield _DIGITS.sub("#", words)
    for match in (_FIRST.match(words), _LAST.search(words)):
        if match is not None:
            yield f"page + {int(match[0]) - number}"


def _body_size(pages: Sequence[PageRead]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += line.end - line.start
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _notes(
    page: PageRead, taken: frozenset[int], body: float
) -> Iterator[tuple[Line, Line, tuple[str, ...]]]:
    """The first and the last line of each run of notes, and the marks they begin with."""
    lines = [line for line in page.lines if line.start not in taken]
    index = 0
    while index < len(lines):
        begins = _label(page, lines[index]) if _is_small(lines[index], body) else ""
        above = lines[index - 1].height if index else page.height
        if not begins or lines[index].height > above or not index:
            index += 1
            continue
        last, labels = index, [begins]
        while last + 1 < len(lines) and _is_small(lines[last + 1], body):
            if lines[last + 1].height > lines[last].height + _SAME_HEIGHT * 2:
                break  # the next column
            last += 1
            labels += filter(None, (_label(page, lines[last]),))
        if any(mark.isalpha() for mark in page.text[lines[index].start : lines[last].end]):
            yield lines[index], lines[last], tuple(labels)
        index = last + 1


def _is_small(line: Line, body: float) -> bool:
    return 0 < line.size < _NOTE_SIZE * body


def _label(page: PageRead, line: Line) -> str:
    match = _NOTE_BEGINS.match(page.text, line.start, line.end)
    return match["label"].translate(_PLAIN) if match else ""


def _marks(
    page: PageRead, labels: frozenset[str], taken: Sequence[tuple[int, int]], last: int
) -> tuple[list[TextSpan], int]:
    """The marks of notes on a page, and the number of the last one so far."""
    free = [
        (start, end)
        for start, end in page.raised
        if not any(first <= start < last for first, last in taken)
        and _MARK.fullmatch(page.text[start:end].strip())
        and page.text[end : end + 1] not in _LOWERED
    ]
    sure = {one for one in free if _is_mark(page.text, *one)}
    left = set(labels) - {_plain(page.text, one) for one in sure}
    for one in free:
        label = _plain(page.text, one)
        # The number that comes next is a note's, wherever that stands; others have theirs on the page.
        awaited = label in left or label == str(last + 1)
        if awaited and one not in sure and _may_be_mark(page.text, one[0]):
            left.discard(label)
            sure.add(one)
        if one in sure and label.isdecimal():
            last = int(label)
    return [TextSpan(SpanKind.NOTE_MARK, start, end) for start, end in sorted(sure)], last


def _plain(text: str, run: tuple[int, int]) -> str:
    return text[slice(*run)].strip().translate(_PLAIN)


def _is_mark(text: str, start: int, end: int) -> bool:
    """Whether a raised stretch can only be the mark of a note: behind a word or a sentence."""
    before = text[max(0, start - 60) : start]
    if not before or before[-1].isspace():
        return True
    if before[-1] in _PUNCTUATION:
        return not (before[-1] in ")]" and text[start:end].strip().isalnum())
    word = _WORD_BEFORE.search(before)
    return word is not None and not word["number"] and len(word["word"]) > _LONGEST_UNIT


def _may_be_mark(text: str, start: int) -> bool:
    """Whether it may be a mark, where a note of the page has it: behind a year, a bracket, a short word."""
    before = text[max(0, start - 60) : start]
    if before[-1:] in (")", "]") or _YEAR_BEFORE.search(before):
        return True
    word = _WORD_BEFORE.search(before)
    if word is None or len(word["word"]) < 2:
        return False
    return len(word["word"]) > _LONGEST_UNIT or bool(_VOWELS & set(word["word"].lower()))
