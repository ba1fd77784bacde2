"""One cause, one finding: what only follows from another finding is held back, and the same is said once.

It is done where findings are shown. The stages say all, so that what rests on a broken file is broken.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.layout import project
from briefgen.terminal.outcome import in_order
from briefgen.text import Span

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_BEFORE_COMMA = re.compile(r"(?<![^\s{}(),\"'])[^\s{}(),\"']++(?=[ \t]*[,\"'\n])")
_BEGINS = re.compile(r"\{([^{},]+),")
_BAD_TEXT = frozenset({rules.NOT_UTF8, rules.NUL_CHARACTER})
_UNREAD_FRONT = frozenset(
    {
        rules.MISSING_FRONT_MATTER,
        rules.UNCLOSED_FRONT_MATTER,
        rules.YAML_SYNTAX,
        rules.YAML_CHARACTER,
        rules.YAML_TAG,
        rules.YAML_ANCHOR,
        rules.YAML_LOST_TEXT,
    }
)
_OF_ABOUT = frozenset({rules.PASSAGE_UNBOUND, rules.QUOTATION_UNBOUND})
"""What is said of words that the work a brief is about would have, where nobody knows which that is."""
_OF_KEYS = frozenset({rules.UNKNOWN_KEY, rules.CAPTURE_UNKNOWN_WORK})
_OF_SIGNS = frozenset(
    {
        rules.PASSAGE_UNBOUND,
        rules.QUOTATION_UNBOUND,
        rules.MARK_STRAY,
        rules.FENCE_STRAY,
        rules.NOT_A_CITATION,
        rules.CITATION_IN_HEADING,
    }
)
"""What is said of signs that have another meaning where they come from."""
_OF_CAPTIONS = frozenset({rules.FOREIGN_ATTRIBUTES, rules.FOREIGN_COMMAND})
_MOST_PLACES = 5


def told_once(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings in their order, without those that only follow from others; a missing key stands once."""
    told = in_order(findings)
    causes = _Causes(told)
    renamed = {one.about for one in told if one.rule is rules.BRIEF_RENAMED}
    lost = {one.span.text for one in told if _leads_to(one, renamed) and one.severity is Severity.ERROR}
    return _keys_once(
        tuple(
            replace(one, weight=Severity.ERROR)
            if one.rule is rules.BRIEF_RENAMED and one.about in lost
            else one
            for one in told
            if not _leads_to(one, renamed) and not causes.has(one)
        )
    )


class _Causes:
    """What some findings say that others follow from; each file is looked through once."""

    def __init__(self, told: Sequence[Diagnostic]) -> None:
        libraries = [one for one in told if _is_of_works(one) and one.severity is Severity.ERROR]
        self._all_keys_lost = any(one.rule is rules.NO_BIBLIOGRAPHY for one in libraries)
        self._keys_lost = _keys_near(libraries)
        self._hidden_about = {one.span.path for one in told if _hides_about(one)}
        self._bad_text = {one.span.path for one in told if one.rule in _BAD_TEXT}
        self._to_move = {one.about for one in told if one.rule is rules.LINK_TO_NOWHERE}
        self._first_askew: dict[tuple[str, int], int] = {}
        for one in told:
            if one.rule is rules.BIBTEX_SYNTAX:
                place = one.span.path, one.span.line
                self._first_askew[place] = min(one.span.start, self._first_askew.get(place, one.span.start))
        self._foreign: dict[str, _Stretches] = {}
        for one in told:
            if _is_foreign(one):
                self._foreign.setdefault(one.span.path, _Stretches()).add(one.span)
        self._captions: dict[str, _Stretches] = {}
        for one in told:
            if one.rule is rules.FOREIGN_CAPTION:
                self._captions.setdefault(one.span.path, _Stretches()).add(one.span)
        self._same_version = {one.span.path for one in told if one.rule is rules.VERSION_UNCHANGED}
        self._boxes = {_place(one) for one in told if one.rule is rules.FOREIGN_BOX}
        self._garbled: dict[tuple[str, int, int], bool] = {}

    def has(self, one: Diagnostic) -> bool:
        """Whether a finding is there only because of another."""
        path = one.span.path
        if one.rule in _OF_KEYS:
            return self._all_keys_lost or one.about in self._keys_lost
        if one.rule in _OF_SIGNS and path in self._foreign and self._foreign[path].meet(one.span):
            return True
        if one.rule in _OF_CAPTIONS and path in self._captions and self._captions[path].meet(one.span):
            return True
        if one.rule is rules.QUOTATION_MISSED and _place(one) in self._boxes:
            return True  # a callout is no quotation
        if one.rule is rules.LINK_TO_NOWHERE and "{{" in one.span.text and path in self._foreign:
            return self._foreign[path].meet(one.span)  # a template puts the address in
        if one.rule is rules.ERRATUM_WITHOUT_VERSION and path in self._same_version:
            return True
        if one.rule in _OF_ABOUT and path in self._hidden_about:
            return True
        if one.rule is rules.FOREIGN_PLACE and path in self._hidden_about and one.span.text.startswith("+++"):
            return True  # the front matter itself, in TOML
        if one.rule is rules.FILE_PASSED_OVER and path in self._to_move:
            return True
        if one.rule is rules.BIBTEX_SYNTAX:  # what follows an error of syntax in its line is read askew
            return self._first_askew[path, one.span.line] < one.span.start
        if one.rule in _BAD_TEXT or one.rule in _UNREAD_FRONT:
            return False
        return path in self._bad_text and self._is_garbled(one)

    def _is_garbled(self, one: Diagnostic) -> bool:
        """Whether a character that could not be read stands in the lines of a finding."""
        file = one.span.file
        first, last = file.line_of(one.span.start), file.line_of(one.span.end)
        place = one.span.path, first, last
        if place not in self._garbled:
            end = file.line_starts[last] if last < len(file.line_starts) else len(file.text)
            self._garbled[place] = file.text.find(_REPLACEMENT, file.line_starts[first - 1], end) >= 0
        return self._garbled[place]


class _Stretches:
    """Stretches of a file, added in the order of their starts."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._furthest: list[int] = []
        """Where the one that reaches furthest ends, of each with those before it."""

    def add(self, span: Span) -> None:
        """One more."""
        self._starts.append(span.start)
        self._furthest.append(max(span.end, self._furthest[-1] if self._furthest else 0))

    def meet(self, span: Span) -> bool:
        """Whether one of them and this one, which takes a place even if it is empty, share a place."""
        before = bisect_left(self._starts, max(span.end, span.start + 1))
        return before > 0 and span.start < self._furthest[before - 1]


def _place(one: Diagnostic) -> tuple[str, int]:
    return one.span.path, one.span.start


def _is_foreign(one: Diagnostic) -> bool:
    return rules.FOREIGN_COMMENT.code <= one.rule.code < rules.TITLE_TWICE.code


def _is_of_works(one: Diagnostic) -> bool:
    return bool(project.format_of_works(one.span.path))


def _keys_near(libraries: Sequence[Diagnostic]) -> frozenset[str]:
    """What may be a key in the files that are broken: words before a comma, a mark or the end of a line.

    A key with a space in it is read up to there.
    """
    words: set[str] = set()
    for file in {one.span.path: one.span.file for one in libraries}.values():
        for word in _BEFORE_COMMA.findall(file.text):
            words |= {word, word.rpartition(":")[2]}
    for line in {(one.span.path, one.span.line): one.span for one in libraries}.values():
        words.update(_BEGINS.findall("".join(line.file.line_text(line.line).split())))
    return frozenset(words)


def _leads_to(one: Diagnostic, renamed: Collection[str]) -> bool:
    """Whether a finding only says that a brief is not there which has another name now."""
    return one.rule is rules.UNKNOWN_TRANSLATION and one.span.text in renamed


def _hides_about(other: Diagnostic) -> bool:
    """Whether a finding says that what a brief is about could not be read."""
    if other.rule in _UNREAD_FRONT:
        return True
    return other.rule.code < rules.SLUG_TAKEN.code and other.span.text.startswith("about")


def _keys_once(findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Each key that no work has said once, with all of its places."""
    places: dict[tuple[str, bool], list[Diagnostic]] = {}
    for one in findings:
        if one.rule in _OF_KEYS:
            places.setdefault((one.about, one.of_draft), []).append(one)
    told: list[Diagnostic] = []
    for one in findings:
        same = places.get((one.about, one.of_draft), [one]) if one.rule in _OF_KEYS else [one]
        leading = next((other for other in same if other.rule is rules.UNKNOWN_KEY), same[0])
        if one is leading:
            others = [other for other in same if other is not leading]
            fix = tuple(edit for other in same for edit in other.fix)
            told.append(replace(one, notes=(*one.notes, *_also(one, others)), fix=fix) if others else one)
    return tuple(told)


def _also(one: Diagnostic, others: Sequence[Diagnostic]) -> tuple[str, ...]:
    named = [
        f"line {other.span.line}"
        if other.span.path == one.span.path
        else f"{other.span.path}:{other.span.line}"
        for other in others
    ]
    named = list(dict.fromkeys(named))
    more = f" and {len(named) - _MOST_PLACES} places more" if len(named) > _MOST_PLACES else ""
    return (f"also in {', '.join(named[:_MOST_PLACES])}{more}",)
