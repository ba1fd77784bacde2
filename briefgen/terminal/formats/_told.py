"""What formats for programs tell alike of a finding."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from briefgen.diagnostics import Diagnostic
from briefgen.terminal.visible import visible


def whole_message(finding: Diagnostic) -> str:
    """The message with its notes and its hint, a line each, with nothing in it that acts on a terminal."""
    hint = () if finding.hint is None else (f"hint: {finding.hint}",)
    lines = (line for part in (finding.message, *finding.notes, *hint) for line in part.split("\n"))
    return "\n".join(visible(line) for line in lines)


def with_fingerprints(findings: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Each finding with a name that stays the same while lines move: of its path, its rule and its words.

    Of several that say the same in one file, the first in the text is the first: they are counted.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        said = (finding.span.path, finding.rule.code, finding.message)
        seen[said] += 1
        yield finding, sha256("\0".join((*said, str(seen[said]))).encode()).hexdigest()
