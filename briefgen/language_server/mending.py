"""Ways out of findings that an editor can take: what `check --fix` repairs, and what was probably meant."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from briefgen.authoring.fixes import edited
from briefgen.diagnostics import Diagnostic, Edit
from briefgen.text import Span, TextFile

_MEANT = re.compile(r"did you mean `(?P<meant>[^`]+)`\?|rename it to `(?P<named>[^`]+)`")
_LONGEST = 60
_NAMED = re.compile(r"`([^`]+)`")

Look = Callable[[TextFile], tuple[Diagnostic, ...]]
"""Says what is wrong with a text."""


@dataclass(frozen=True, slots=True)
class Mending:
    """A way out of a finding: what is done, in words, and the edits that do it."""

    title: str
    finding: Diagnostic
    edits: tuple[Edit, ...]


def mendings(findings: Iterable[Diagnostic], here: Span, look: Look | None) -> Iterator[Mending]:
    """The ways out of findings that stand in a stretch of a text.

    What is not sure is offered only where less is found after it; nobody can tell where nobody can `look`.
    """
    known = tuple(findings)
    for finding in known:
        if finding.span.start > here.end or finding.span.end < here.start:
            continue
        sure = tuple(edit for edit in finding.fix if edit.sure)
        unsure = [edit for edit in finding.fix if not edit.sure]
        if sure:
            yield Mending(_title(finding, sure), finding, sure)
        for edit in unsure:
            if look is not None and len(look(_with(here.file, (edit,)))) < len(known):
                yield Mending(_title(finding, (edit,)), finding, (edit,))
        meant = _meant(finding)
        if meant is not None and not finding.fix:
            yield Mending(f"write `{meant.text}`", finding, (meant,))


def _title(finding: Diagnostic, edits: tuple[Edit, ...]) -> str:
    """A way out in words: what is written, where that is one word or a few."""
    first, *more = edits
    if more or not first.text.strip() or "\n" in first.text or len(first.text) > _LONGEST:
        return finding.hint or f"repair: {finding.message}"
    return f"write `{first.text}`"


def all_mended(findings: Iterable[Diagnostic], file: TextFile) -> tuple[Edit, ...]:
    """Every repair of a text that is sure, each place once."""
    edits = {edit.span.start: edit for one in findings for edit in one.fix if edit.sure}
    return tuple(edit for _, edit in sorted(edits.items()) if edit.span.path == file.path)


def _with(file: TextFile, edits: Iterable[Edit]) -> TextFile:
    places = [(edit.span.start, edit.span.end, edit.text) for edit in edits if edit.span.path == file.path]
    return TextFile(file.path, edited(file.text, places))


def _meant(finding: Diagnostic) -> Edit | None:
    """The word that was probably meant, in the place of the one that the finding names."""
    found = _MEANT.search(finding.hint or "")
    wrong = _NAMED.search(finding.message)
    if found is None:
        return None
    meant = found["meant"] or found["named"]
    written = wrong[1] if wrong and finding.span.text.count(wrong[1]) == 1 else finding.span.text
    if not written or "\n" in written or meant.startswith("--"):
        return None
    start = finding.span.start + finding.span.text.index(written)
    last = meant.rpartition(".")[2] if "." in meant and "." not in written else meant
    return Edit(finding.span.file.span(start, start + len(written)), last)
