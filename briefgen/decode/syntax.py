"""What is wrong with a text that is not YAML, in an author's words."""

import re
from dataclasses import dataclass

import yaml

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.text import Span

_QUOTE_IT = "put the text in quotes"


class NotYamlError(Exception):
    """A text that PyYAML would read and we do not; `offset` counts from the start of the text."""

    def __init__(self, message: str, offset: int, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.hint = hint


@dataclass(frozen=True, slots=True)
class _Words:
    """Our words for a problem of PyYAML's; `at_context` where its beginning is the better place."""

    problem: re.Pattern[str]
    message: str
    hint: str | None = None
    at_context: bool = False


def _words(problem: str, message: str, hint: str | None = None, *, at_context: bool = False) -> _Words:
    return _Words(re.compile(problem), message, hint, at_context)


# Matched against "context: problem" as PyYAML has them; `{0}` is the pattern's group.
_IN_OUR_WORDS = (
    _words(
        r"mapping values are not allowed",
        "YAML takes this `:` for the end of a key",
        "put a text that contains `: ` in quotes; the keys of one mapping begin in one column, "
        "each with a space after its `:`",
    ),
    _words(
        r"sequence entries are not allowed",
        "a list cannot begin in the line of its key",
        "write `[one, two]`, or begin each `- item` on a line of its own",
    ),
    _words(r"found character '\\t'", "a tab where YAML wants spaces", "indent with spaces"),
    _words(
        r"found character '@'",
        "a text without quotes cannot begin with `@`",
        "put it in quotes; a citation key is written without its `@` here",
    ),
    _words(r"found character '(.)'", "a text without quotes cannot begin with `{0}`", _QUOTE_IT),
    _words(
        r"scanning an (?:alias|anchor)",
        "a text without quotes cannot begin with `*` or `&`",
        _QUOTE_IT,
        at_context=True,
    ),
    _words(
        r"(?:scanning|parsing) a tag|undefined tag handle",
        "a text without quotes cannot begin with `!`",
        _QUOTE_IT,
        at_context=True,
    ),
    _words(
        r"quoted scalar: found unexpected",
        "this quotation mark is never closed",
        at_context=True,
    ),
    _words(
        r"unknown escape character|expected escape sequence",
        "unknown escape after `\\`",
        "write `\\\\` for a backslash, or put the text in `'…'`",
    ),
    _words(
        r"scanning a block scalar",
        "a text without quotes cannot begin with `>` or `|`",
        "put the text in quotes, or begin it on the line below",
        at_context=True,
    ),
    _words(
        r"could not find expected ':'",
        "this line has no `key:`",
        "indent it if it belongs to the value above",
        at_context=True,
    ),
    _words(r"expected ',' or ']'", "this list is not closed", "close it with `]`", at_context=True),
    _words(r"expected ',' or '}'", "this mapping is not closed", "close it with `}`", at_context=True),
    _words(
        r"expected <block end>",
        "this belongs to no value and no key",
        """inside `'…'` write `''` for an apostrophe, inside `"…"` write `\\"` for a quotation mark; """
        "the keys of one mapping begin in one column",
    ),
)


def syntax_finding(source: Span, error: yaml.YAMLError | NotYamlError, reached: int) -> Diagnostic:
    """The finding `yaml-syntax` for what stopped the reading of `source`.

    `reached` is the offset in `source` up to which it could be read: the place when `error` names none.
    """
    if isinstance(error, NotYamlError):
        return _finding(source, error.offset, error.message, hint=error.hint)
    if isinstance(error, yaml.MarkedYAMLError):
        return _marked_finding(source, error, reached)
    if isinstance(error, yaml.reader.ReaderError):
        return _finding(
            source,
            error.position,
            f"the character U+{_code_point(error.character):04X} cannot stand in a text",
            hint="delete it; it is invisible in most editors",
        )
    return _finding(source, reached, "this is not YAML")


def _marked_finding(source: Span, error: yaml.MarkedYAMLError, reached: int) -> Diagnostic:
    problem = error.problem or "unreadable"
    at_problem = error.problem_mark.index if error.problem_mark else reached
    at_context = error.context_mark.index if error.context_mark else at_problem
    whole = f"{error.context or ''}: {problem}"
    for words in _IN_OUR_WORDS:
        if match := words.problem.search(whole):
            message = words.message.replace("{0}", match[1] if match.re.groups else "")
            return _finding(source, at_context if words.at_context else at_problem, message, hint=words.hint)
    notes = (f"PyYAML: {problem}",)
    if source.text[at_problem:].strip():
        return _finding(source, at_problem, "this is not YAML", notes=notes)
    # what is missed at the very end was opened before: show the last thing that could be read
    last = max(reached - 1, 0)
    return _finding(source, last, "after this the text breaks off", notes=notes, hint="close what is open")


def _finding(
    source: Span, offset: int, message: str, *, notes: tuple[str, ...] = (), hint: str | None = None
) -> Diagnostic:
    start = min(source.start + offset, source.end)
    end = min(start + 1, source.end)
    return Diagnostic(rules.YAML_SYNTAX, source.file.span(start, end), message, notes, hint)


def _code_point(character: str | bytes | int) -> int:
    if isinstance(character, int):
        return character
    return ord(character)
