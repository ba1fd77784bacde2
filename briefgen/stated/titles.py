"""What works and documents are called, and which words of that say what they are about."""

import re
from collections.abc import Iterator
from functools import cache

from briefgen.languages import any_language, language_of, primary_tag
from briefgen.matching.scripts import CONTINUOUS
from briefgen.model.capture import Capture
from briefgen.model.spans import SpanKind
from briefgen.model.work import Work
from briefgen.stated.names import folded
from briefgen.stated.words import words_of

HEAD = 3_000
"""Where a document says what it is: in its first characters."""
SHORTEST = 3
FREE = re.compile(f"[{CONTINUOUS}]")
"""Of a script that sets no spaces between words."""
_HEADINGS = 3
_LONGEST_HEADLINE = 25
_LINES = 4
_ENDS = tuple(".!?…:;,。！？")
_CLOSING = " \"'”’»“)]"
_AROUND = re.compile(r"[|»›]|^[^a-z]+\([\w ]+\)$|^\w+: .+ / ")
"""What stands around a title: a way through a site, a place with its agency, whose picture it is."""
_WORD = re.compile(rf"[{CONTINUOUS}]{{2,}}|(?:(?![{CONTINUOUS}])[^\W_])+")


def titles_of(work: Work) -> tuple[str, ...]:
    """All that a work is called; what stands in square brackets describes one without a title."""
    title = work.title.strip()
    if not title or title.startswith("["):
        return ()
    other = [value for name, value in work.other_fields if "title" in name]
    return tuple(
        filter(
            None,
            (
                f"{title} {work.subtitle}".strip(),
                title,
                work.main_title,
                work.original.title,
                work.short_title,
                *other,
            ),
        )
    )


def titles_in(work: Work, capture: Capture, whole: str) -> Iterator[str]:
    """What a document is called: in its data, its first headings, the first lines that stand alone."""
    if capture.facts.title:
        yield capture.facts.title
    headings = [one for one in capture.spans if one.kind is SpanKind.HEADING and one.start < HEAD]
    for one in headings[:_HEADINGS]:
        yield whole[one.start : one.end]
    if headings:
        return
    who = (*(name.full for name in work.authors), work.container, work.publisher, work.institution)
    ours = frozenset(significant(" ".join(who), capture.language))
    rest = whole.lstrip("\ufeff \n")
    for _ in range(_LINES):
        line, _, rest = rest.partition("\n")
        alone = rest.startswith("\n") and len(line.split()) <= _LONGEST_HEADLINE
        if not alone or line.rstrip(_CLOSING).endswith(_ENDS):
            return
        if _is_part(line, capture.language):
            return
        if (
            not _is_around(line, work, capture.language)
            and frozenset(significant(line, capture.language)) - ours
        ):
            yield line
            return
        rest = rest.lstrip("\n")


def _is_around(line: str, work: Work, tag: str) -> bool:
    """Whether a line is no title, but whose the work is, or where and when it was written."""
    said = significant(line, tag)
    words = [word for word in said if not word.isdecimal() and not words_of(tag).month(word)]
    is_day = not words or (len(words) == 1 and len(said) > 1)
    families = [folded(name.family) for name in work.authors if name.family]
    is_byline = any(re.search(rf"\b{re.escape(family)}\b", folded(line)) for family in families)
    return bool(_AROUND.search(line)) or is_day or is_byline


def _is_part(line: str, tag: str) -> bool:
    """Whether a line names a part of something: a chapter, a section, a number."""
    beginning = line.lower().lstrip("#*§ ")
    language = language_of(tag) or any_language()
    return bool(re.match(r"(?:\d+|[ivxlc]+)(?:[.):]|$)|\d+ ", beginning)) or any(
        re.match(rf"{re.escape(label)}\W*(?:\d|[ivxlc]+\b)", beginning)
        for _, labels in language.locators
        for label in labels
    )


def significant(title: str, tag: str) -> tuple[str, ...]:
    """The words of a title that say what it is about, each once; of a script without spaces, its pairs."""
    words: dict[str, None] = {}
    for found in _WORD.findall(folded(title)):
        if FREE.match(found):
            words |= dict.fromkeys(found[at : at + 2] for at in range(len(found) - 1))
        elif (len(found) >= SHORTEST or found.isdecimal()) and found not in _small(primary_tag(tag)):
            words[found] = None
    return tuple(words)


@cache
def _small(tag: str) -> frozenset[str]:
    language = language_of(tag) or any_language()
    return frozenset(map(folded, language.little_words | language.clause_words))
