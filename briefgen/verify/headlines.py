"""Quotations that are nothing but a heading: they name a part of a work, and say nothing of what is in it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.languages import any_language, language_of
from briefgen.matching.scripts import is_unspelt
from briefgen.model.capture import Capture, Captures
from briefgen.model.quotation import QuotationForm
from briefgen.model.spans import SpanKind
from briefgen.model.work import Bibliography, Work
from briefgen.model.workspace import VerifiedQuotation

_WORD = re.compile(r"[^\W_]+")
_ENDS = tuple(".!?…:;,。！？")
_LONGEST_HEADLINE = 25
_CLOSERS = "\"'”’»›“«)]"
_NEAR = 160
_FRONT_ENDS = "\n---\n"
_INLINE = (QuotationForm.BEFORE, QuotationForm.AFTER)


def check_headlines(
    found: Sequence[VerifiedQuotation], captures: Captures, works: Bibliography
) -> Iterator[Diagnostic]:
    """Quotations that are only the title of their work or a heading in it, and stand there as evidence.

    A passage that is examined may be a headline, and so may one of several quotations of a citation: beside
    words of the text it says where these stand. So may words that the brief calls a title.
    """
    beside = Counter(one.quotation.citation for one in found if one.quotation.citation)
    for one in found:
        quotation = one.quotation
        cited = quotation.citation
        alone = quotation.form not in _INLINE or cited is None or beside[cited] == 1
        if quotation.unique or not alone or one.resolved.translation or _is_called_so(one):
            continue
        for check in one.checks:
            if check.capture is not None and check.occurrences == 1:
                capture = captures.numbered(check.key, check.capture)
                if what := _headline(quotation.text, capture, works.get(check.key)):
                    yield Diagnostic(
                        rules.HEADLINE_QUOTED,
                        quotation.span,
                        f"these words are {what} of `{check.key}`, and no evidence for more",
                        hint="quote what the text says; what is only named goes in emphasis: `*Title*`",
                    )


def _is_called_so(found: VerifiedQuotation) -> bool:
    """Whether the brief says nearby that these words are a title: “…” was the headline."""
    span = found.quotation.span
    text = span.file.text
    before = text[max(span.start - _NEAR, 0) : span.start].rpartition(_FRONT_ENDS)[2]
    calling = _calling(found.resolved.language)
    return any(calling.search(words) for words in (before, text[span.end : span.end + _NEAR]))


@cache
def _calling(language: str) -> re.Pattern[str]:
    """The words of a language for titles; the first letters of one are enough."""
    words = (language_of(language) or any_language()).heading_words or any_language().heading_words
    every = sorted(words, key=len, reverse=True)
    return re.compile(
        "|".join(re.escape(w) if is_unspelt(w[0]) else rf"\b{re.escape(w)}" for w in every), re.IGNORECASE
    )


def _headline(text: str, capture: Capture, work: Work | None) -> str:
    """What a quotation is, where it is a headline."""
    words = _words(text)
    titles = (work.title, f"{work.title} {work.subtitle}", work.main_title) if work else ()
    if words and any(words == _words(title) for title in titles):
        return "the title"
    whole = capture.whole or capture.text
    headings = (whole[one.start : one.end] for one in capture.spans if one.kind is SpanKind.HEADING)
    if any(words == _words(heading) for heading in (*headings, _first_line(capture))):
        return "a heading"
    return ""


def _first_line(capture: Capture) -> str:
    """The first line of a plain text that stands alone as a headline does; empty for any other."""
    line, _, rest = capture.text.lstrip().partition("\n")
    alone = rest.startswith("\n") and len(line.split()) <= _LONGEST_HEADLINE
    return line if alone and not line.rstrip().rstrip(_CLOSERS).endswith(_ENDS) else ""


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text))
