"""Quotations that begin in one paragraph and end in a later one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefgen.markdown.quotes.cited_inside import without_closing_citations
from briefgen.markdown.quotes.left_over import LeftMark, left_marks
from briefgen.markdown.quotes.mark_kinds import TAKEN_FOR
from briefgen.markdown.walk import rebuilt_inline, walk_inlines
from briefgen.model.block import Block, Paragraph
from briefgen.model.inline import Citation, Inline, Quoted, SoftBreak, Text
from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class ParagraphQuotation:
    """One quotation that runs over several neighbouring paragraphs.

    `quoted` holds the words of all its parts, a soft break between them and no marks; its span is from the
    opening mark to the end of the closing one. `line` is a line to be bound: what stands before it in the
    first paragraph, `quoted` itself, and what stands behind it in the last one. `first` and `last` number
    the paragraphs among their siblings, from 0. `marks` are the places of its marks that stand in no
    `Quoted` node of the tree: they are not left over.
    """

    quoted: Quoted
    line: tuple[Inline, ...]
    first: int
    last: int
    marks: tuple[Span, ...]


@dataclass(slots=True)
class _Open:
    """A quotation that is not closed yet."""

    mark: LeftMark
    first: int
    before: tuple[Inline, ...]
    parts: list[tuple[Inline, ...]]
    marks: list[Span]


def paragraph_quotations(blocks: Sequence[Block], language: str = "") -> tuple[ParagraphQuotation, ...]:
    """The quotations over several paragraphs among these sibling blocks, in their order.

    The first paragraph has an opening mark without a partner and no citation behind it; the paragraphs that
    follow it directly are part of the quotation as far as one that closes it: with a closing mark left over,
    or with a pair whose opening mark, the same one, is the first character. Any of them may begin with the
    opening mark again. `language` is the BCP 47 tag of the text, or empty. Every paragraph is read once.
    """
    return tuple(_found(blocks, language))


def _found(blocks: Sequence[Block], language: str) -> Iterator[ParagraphQuotation]:
    opened: _Open | None = None
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            opened = None
            continue
        if opened is None and not isinstance(next(iter(blocks[index + 1 : index + 2]), None), Paragraph):
            continue  # nothing follows in which a quotation might go on
        left = list(left_marks(block.children, language))
        if opened is not None:
            closed = _closed(opened, block, index, left)
            if closed is not None:
                yield closed
                left = [mark for mark in left if mark.span.start >= closed.quoted.span.end]
            elif _goes_on(opened, block, left):
                continue
        opened = _opening(block, index, left)


def _opening(paragraph: Paragraph, index: int, left: Sequence[LeftMark]) -> _Open | None:
    mark = next((mark for mark in left if mark.opens), None)
    if mark is None or any(other.span.start > mark.span.start for other in left):
        return None
    words = _between(paragraph.children, mark.span.end, paragraph.span.end)
    if _has_citation(words):
        return None
    before = _between(paragraph.children, paragraph.span.start, mark.span.start)
    return _Open(mark, index, before, [words], [mark.span])


def _closed(
    opened: _Open, paragraph: Paragraph, index: int, left: Sequence[LeftMark]
) -> ParagraphQuotation | None:
    """The quotation, where this paragraph ends it."""
    first = next(iter(paragraph.children), None)
    if isinstance(first, Quoted) and _same(TAKEN_FOR.get(first.opening, first.opening), opened.mark.shape):
        cites = tuple(node for node in paragraph.children[1:] if node.span.start < first.span.end)
        return _complete(opened, paragraph, index, first.children, first.closing, first.span.end, (), cites)
    repeated = left[0].span if left and _repeats(left[0], opened.mark) else None
    closing = next((mark for mark in left if mark.span != repeated), None)
    if closing is None or closing.opens:
        return None
    start = repeated.end if repeated else paragraph.span.start
    words, cites = without_closing_citations(_between(paragraph.children, start, closing.span.start))
    if _has_citation(words):
        return None
    marks = (*((repeated,) if repeated else ()), closing.span)
    return _complete(opened, paragraph, index, words, closing.mark, closing.span.end, marks, cites)


def _complete(
    opened: _Open,
    paragraph: Paragraph,
    index: int,
    words: tuple[Inline, ...],
    closing: str,
    end: int,
    marks: tuple[Span, ...],
    cites: tuple[Inline, ...] = (),
) -> ParagraphQuotation:
    start = opened.mark.span
    joined = list(opened.parts[0])
    for part in (*opened.parts[1:], words):
        behind = joined[-1].span.end if joined else start.end
        joined += [SoftBreak(Span(start.file, behind, behind)), *part]
    quoted = Quoted(opened.mark.mark, tuple(joined), closing, Span(start.file, start.start, end))
    following = _between(paragraph.children, end, paragraph.span.end)
    line = (*opened.before, quoted, *cites, *following)
    return ParagraphQuotation(quoted, line, opened.first, index, (*opened.marks, *marks))


def _goes_on(opened: _Open, paragraph: Paragraph, left: Sequence[LeftMark]) -> bool:
    """Whether the whole paragraph is a middle part, which it then is made."""
    repeated = left[0].span if left and _repeats(left[0], opened.mark) else None
    if len(left) > (repeated is not None):
        return False
    start = repeated.end if repeated else paragraph.span.start
    words = _between(paragraph.children, start, paragraph.span.end)
    if _has_citation(words):
        return False
    opened.parts.append(words)
    if repeated:
        opened.marks.append(repeated)
    return True


def _repeats(mark: LeftMark, opening: LeftMark) -> bool:
    return mark.first and _same(mark.shape, opening.shape)


def _same(repeated: str, opening: str) -> bool:
    # Spanish and French repeat the closing guillemet.
    return repeated == opening or {repeated, opening} == {"«", "»"}


def _has_citation(nodes: Iterable[Inline]) -> bool:
    return any(isinstance(node, Citation) for node in walk_inlines(nodes))


def _between(nodes: Iterable[Inline], start: int, end: int) -> tuple[Inline, ...]:
    """The nodes of ``[start, end)`` of the file, those at either end cut."""
    result: list[Inline] = []
    for node in nodes:
        span = node.span
        if span.end <= start or span.start >= end:
            continue
        if start <= span.start and span.end <= end:
            result.append(node)
        elif isinstance(node, Text):
            first, last = max(start, span.start), min(end, span.end)
            value = node.value[first - span.start : last - span.start]
            result.append(Text(value, Span(span.file, first, last)))
        else:
            result.append(rebuilt_inline(node, lambda line: _between(line, start, end)))
    return tuple(result)
