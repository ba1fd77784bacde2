"""Quotation marks without a partner: words that may be quoted, and that nobody looks up."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Edit
from briefgen.markdown.quotes import LeftMark, closing_of, left_marks, paragraph_quotations
from briefgen.model.inline import Citation, Quoted
from briefgen.parse.check import Check, Seen, SeenLine

_WORD = re.compile(r"[\w'’]+")


def _stray_marks(seen: Seen) -> Iterator[Diagnostic]:
    """Double marks left over in the lines of a text, and in what its citations say.

    One that opens words is an error where the next citation behind it follows before any quoted words.
    """
    belonging = {
        place
        for run in seen.runs
        if not run.in_quote
        for one in paragraph_quotations(run.blocks, seen.language)
        for place in one.marks
    }
    for line in seen.lines:
        for stray in () if line.in_quote else _in_line(line, seen.language):
            if stray.mark.span not in belonging:
                yield _diagnostic(stray, seen.language)


@dataclass(frozen=True, slots=True)
class _Stray:
    """A mark without a partner, and the works cited by the words that it opens; none where it opens none."""

    mark: LeftMark
    keys: tuple[str, ...] = ()
    before: str = ""
    """What stands between the mark and the citation."""


def _in_line(line: SeenLine, language: str) -> Iterator[_Stray]:
    citations = [node for node in line.nodes if isinstance(node, Citation)]
    marks = left_marks(line.line, language)
    cited = [citation.span.start for citation in citations]
    quoted = [node.span.start for node in line.nodes if isinstance(node, Quoted)] if marks else []
    for mark in marks:
        start = mark.span.start
        following = bisect_left(cited, start)
        between = bisect_left(quoted, start)
        # No words in marks stand between this one and the citation.
        opens = mark.opens and following < len(cited) and bisect_left(quoted, cited[following]) == between
        if opens:
            before = mark.span.file.text[mark.span.end : cited[following]]
            yield _Stray(mark, _keys(citations[following]), before)
        else:
            yield _Stray(mark)
    for citation in citations:
        yield from _in_citation(citation, language)


def _in_citation(citation: Citation, language: str) -> Iterator[_Stray]:
    for item in citation.items:
        for mark in (*left_marks(item.prefix, language), *left_marks(item.suffix, language)):
            yield _Stray(mark, (item.key,) if mark.opens else ())


def _last_word(text: str) -> str:
    """The last word of a source, without markup; empty where there is none."""
    words = _WORD.findall(text)
    return words[-1] if words and "\n\n" not in text else ""


def _keys(citation: Citation) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.key for item in citation.items))


def _diagnostic(stray: _Stray, language: str) -> Diagnostic:
    if not stray.keys:
        return Diagnostic(
            rules.MARK_STRAY,
            stray.mark.span,
            f"the quotation mark {stray.mark.mark} has no partner",
            hint="put in the other mark, or take this one out; inches and seconds are written ″",
        )
    last = _last_word(stray.before)
    works = ", ".join(f"`{key}`" for key in stray.keys)
    return Diagnostic(
        rules.MARK_UNCLOSED,
        stray.mark.span,
        f"the quotation mark {stray.mark.mark} opens words of {works}, and nothing closes them",
        ("words are looked up between two marks, and `[…]{…}` holds both marks or none",),
        f"put the closing mark behind `{last}`, or wherever the quoted words end"
        if last
        else "put the closing mark behind the quoted words",
        fix=_closed(stray, language) if last else (),
    )


def _closed(stray: _Stray, language: str) -> tuple[Edit, ...]:
    """The closing mark behind the last word; whether the words end there is seen when they are looked up."""
    end = stray.mark.span.end + len(stray.before.rstrip())
    closing = closing_of(stray.mark, language)
    return (Edit(stray.mark.span.file.span(end, end), closing, sure=False),) if closing else ()


CHECK = Check(_stray_marks)
