"""What briefgen has to say about an author's files."""

from collections.abc import Callable
from dataclasses import dataclass

from briefgen.rules.rule import Rule, Severity
from briefgen.text import Span

__all__ = ["Diagnostic", "Report", "Rule", "Severity"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about one place in an author's file.

    `message` is one terse sentence about this case; `notes` add what was expected or found, a line
    or several each; `hint` is a way out.
    """

    rule: Rule
    span: Span
    message: str
    notes: tuple[str, ...] = ()
    hint: str | None = None

    @property
    def severity(self) -> Severity:
        """The severity of the broken rule."""
        return self.rule.severity


Report = Callable[[Diagnostic], None]
"""Where a stage sends its findings; a test passes ``list.append``."""
