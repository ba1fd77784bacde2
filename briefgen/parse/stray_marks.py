"""Quotation marks without a partner: words that may be quoted, and that nobody looks up."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.markdown.quotes import LeftMark, left_marks, paragraph_quotations
from briefgen.markdown.walk import lines_of, walk_inlines
from briefgen.model.block import Block, BlockQuote
from briefgen.model.inline import Citation, Inline, Quoted
from briefgen.parse.outside_quotes import runs_outside_quotes


def check_stray_marks(blocks: Sequence[Block], language: str, report: Report) -> None:
    """Report double marks left over in the lines of a text, and in what its citations say.

    One that opens words is an error where the next citation behind it follows before any quoted words.
    """
    for run in runs_outside_quotes(blocks):
        belonging = {place for one in paragraph_quotations(run, language) for place in one.marks}
        for block in run:
            for line in () if isinstance(block, BlockQuote) else lines_of(block):
                for stray in _in_line(line, language):
                    if stray.mark.span not in belonging:
                        report(_diagnostic(stray))


@dataclass(frozen=True, slots=True)
class _Stray:
    """A mark without a partner, and the works cited by the words that it opens; none where it opens none."""

    mark: LeftMark
    keys: tuple[str, ...] = ()


def _in_line(line: Sequence[Inline], language: str) -> Iterator[_Stray]:
    nodes = list(walk_inlines(line))
    citations = [node for node in nodes if isinstance(node, Citation)]
    cited = [citation.span.start for citation in citations]
    quoted = [node.span.start for node in nodes if isinstance(node, Quoted)]
    for mark in left_marks(line, language):
        start = mark.span.start
        following = bisect_left(cited, start)
        between = bisect_left(quoted, start)
        # No words in marks stand between this one and the citation.
        opens = mark.opens and following < len(cited) and bisect_left(quoted, cited[following]) == between
        yield _Stray(mark, _keys(citations[following]) if opens else ())
    for citation in citations:
        yield from _in_citation(citation, language)


def _in_citation(citation: Citation, language: str) -> Iterator[_Stray]:
    for item in citation.items:
        for mark in (*left_marks(item.prefix, language), *left_marks(item.suffix, language)):
            yield _Stray(mark, (item.key,) if mark.opens else ())


def _keys(citation: Citation) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.key for item in citation.items))


def _diagnostic(stray: _Stray) -> Diagnostic:
    if not stray.keys:
        return Diagnostic(
            rules.MARK_STRAY,
            stray.mark.span,
            f"the quotation mark {stray.mark.mark} has no partner",
            hint="put in the other mark, or take this one out; inches and seconds are written ″",
        )
    works = ", ".join(f"`{key}`" for key in stray.keys)
    return Diagnostic(
        rules.MARK_UNCLOSED,
        stray.mark.span,
        f"the quotation mark {stray.mark.mark} opens words of {works}, and nothing closes them",
        ("words are looked up between two marks, and `[…]{…}` holds both marks or none",),
        "put the closing mark behind the quoted words",
    )
