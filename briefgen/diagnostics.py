"""What briefgen has to say about an author's files."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from briefgen.rules.rule import Rule, Severity
from briefgen.text import Span, TextFile

__all__ = ["Diagnostic", "Edit", "Report", "Rule", "Severity", "Told", "as_written"]


_QUOTED = 300
"""The most characters of what stands in backticks: a key of that length is none that anybody meant."""
_SAID = 2_000
"""The most characters of a line of a message, whatever it quotes."""
_PAIR = re.compile(r"`([^`\n]*)`")
_LONG_LINE = re.compile(f"(.{{{_SAID - 1}}}).{{2,}}")


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to stand in the place of a stretch of an author's file.

    One that is not `sure` is right only where less is found afterwards.
    """

    span: Span
    text: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about one place in an author's file.

    `message` is one terse sentence about this case; `notes` add what was expected or found, a line or
    several each; `hint` is a way out. What they quote is cut where it is long beyond measure. `of_draft`: it
    stands in a draft, and so stops nothing. `weight` is its severity where that is not the rule's. `about` is
    the key, the slug or the file that it is about by name, where others may follow from it or say the same.
    `fix` takes the way out, where that is mechanical and changes no quoted word.
    """

    rule: Rule
    span: Span
    message: str
    notes: tuple[str, ...] = ()
    hint: str | None = None
    of_draft: bool = False
    weight: Severity | None = None
    about: str = ""
    fix: tuple[Edit, ...] = field(default=(), compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", _cut(self.message))
        if self.notes:
            object.__setattr__(self, "notes", tuple(map(_cut, self.notes)))
        if self.hint is not None:
            object.__setattr__(self, "hint", _cut(self.hint))

    @property
    def severity(self) -> Severity:
        """The severity of the broken rule, or what the settings of the project made of it."""
        return self.weight or self.rule.severity


def _cut(said: str) -> str:
    """What is said, without most of a name that has thousands of letters."""
    if len(said) <= _QUOTED:
        return said
    return _LONG_LINE.sub(r"\1…", _PAIR.sub(_cut_quoted, said))


def _cut_quoted(pair: re.Match[str]) -> str:
    quoted = pair[1]
    return pair[0] if len(quoted) <= _QUOTED else f"`{quoted[: _QUOTED - 1]}…`"


def as_written(findings: Iterable[Diagnostic], files: Iterable[TextFile]) -> Iterator[Diagnostic]:
    """Findings of texts that were read in another form, with the same places, in the `files` themselves."""
    written = {file.path: file for file in files}
    for finding in findings:
        file = written.get(finding.span.path)
        if file is None or len(file.text) != len(finding.span.file.text):
            yield finding
        else:
            edits = tuple(replace(one, span=replace(one.span, file=file)) for one in finding.fix)
            yield replace(finding, span=replace(finding.span, file=file), fix=edits)


Report = Callable[[Diagnostic], None]
"""Where the small steps inside a stage send their findings."""

Value_co = TypeVar("Value_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Told(Generic[Value_co]):
    """What a step made, and what it has to say of the files it was made from."""

    value: Value_co
    findings: tuple[Diagnostic, ...] = ()
