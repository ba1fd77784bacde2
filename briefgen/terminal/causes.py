"""One cause, one finding: what only follows from another finding is held back, and the same is said once.

It is done where findings are shown. The stages say all, so that what rests on a broken file is broken.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.layout import project
from briefgen.terminal.outcome import in_order

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_KEY = re.compile(r"has no work `(.*)`")
_QUOTED = re.compile(r"`([^`]+)`")
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
    }
)
"""What is said of signs that have another meaning where they come from."""
_MOST_PLACES = 5


def told_once(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings in their order, without those that only follow from others; a missing key stands once."""
    told = in_order(findings)
    by_path: dict[str, list[Diagnostic]] = {}
    for one in told:
        by_path.setdefault(one.span.path, []).append(one)
    libraries = [one for one in told if _is_of_works(one) and one.severity is Severity.ERROR]
    links = [one for one in told if one.rule is rules.LINK_TO_NOWHERE]
    renamed = {
        word for one in told if one.rule is rules.BRIEF_RENAMED for word in _QUOTED.findall(one.message)
    }
    told = tuple(one for one in told if not _leads_to(one, renamed))
    left = (one for one in told if not _follows(one, by_path[one.span.path], libraries, links))
    return _keys_once(tuple(left))


def _follows(
    one: Diagnostic,
    beside: Sequence[Diagnostic],
    libraries: Sequence[Diagnostic],
    links: Sequence[Diagnostic],
) -> bool:
    """Whether one is there only because of another, `beside` it in its file or of `libraries` or `links`."""
    if one.rule in _OF_KEYS:
        return any(_lost(_key_of(one), broken) for broken in libraries)
    if one.rule in _OF_SIGNS and any(_is_foreign(other) and _meet(other, one) for other in beside):
        return True
    if one.rule in _OF_ABOUT and any(_hides_about(other) for other in beside):
        return True
    if one.rule is rules.FILE_PASSED_OVER and any(
        f"move {one.span.path} to" in (other.hint or "") for other in links
    ):
        return True
    if one.rule is rules.BIBTEX_SYNTAX and any(_before_in_line(other, one) for other in beside):
        return True
    if one.rule in _BAD_TEXT or one.rule in _UNREAD_FRONT:
        return False
    return any(other.rule in _BAD_TEXT for other in beside) and _REPLACEMENT in _lines_of(one)


def _is_of_works(one: Diagnostic) -> bool:
    return bool(project.format_of_works(one.span.path))


def _lost(key: str, broken: Diagnostic) -> bool:
    """Whether a file of works has an entry of this key, or there is no such file."""
    if broken.rule is rules.NO_BIBLIOGRAPHY:
        return True
    # A key with a space in it is read up to there.
    line = "".join(broken.span.file.line_text(broken.span.line).split())
    return f"{{{key}," in line or _begins_entry(key, broken.span.file.text)


def _begins_entry(key: str, text: str) -> bool:
    return re.search(rf"[{{(\"':\s]{re.escape(key)}\s*[,\"'\n]", text) is not None


def _leads_to(one: Diagnostic, renamed: Collection[str]) -> bool:
    """Whether a finding only says that a brief is not there which has another name now."""
    return one.rule is rules.UNKNOWN_TRANSLATION and one.span.text in renamed


def _before_in_line(other: Diagnostic, one: Diagnostic) -> bool:
    """Whether another error of syntax stands before one in its line: what follows it is read askew."""
    return other.rule is one.rule and other.span.line == one.span.line and other.span.start < one.span.start


def _is_foreign(one: Diagnostic) -> bool:
    return rules.FOREIGN_COMMENT.code <= one.rule.code < rules.TITLE_TWICE.code


def _meet(one: Diagnostic, other: Diagnostic) -> bool:
    return one.span.start < max(other.span.end, other.span.start + 1) and other.span.start < one.span.end


def _hides_about(other: Diagnostic) -> bool:
    """Whether a finding says that what a brief is about could not be read."""
    if other.rule in _UNREAD_FRONT:
        return True
    return other.rule.code < rules.SLUG_TAKEN.code and other.span.text.startswith("about")


def _lines_of(one: Diagnostic) -> str:
    file = one.span.file
    first, last = file.line_of(one.span.start), file.line_of(one.span.end)
    return "\n".join(file.line_text(line) for line in range(first, min(last, len(file.line_starts)) + 1))


def _key_of(one: Diagnostic) -> str:
    found = _KEY.search(one.message)
    return found[1] if found else ""


def _keys_once(findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Each key that no work has said once, with all of its places."""
    places: dict[tuple[str, bool], list[Diagnostic]] = {}
    for one in findings:
        if one.rule in _OF_KEYS:
            places.setdefault((_key_of(one), one.of_draft), []).append(one)
    told: list[Diagnostic] = []
    for one in findings:
        same = places.get((_key_of(one), one.of_draft), [one]) if one.rule in _OF_KEYS else [one]
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
