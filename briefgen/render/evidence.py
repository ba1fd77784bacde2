"""The evidence of a brief as a table: what is said, of which work, in which words, found or not."""

import csv
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from functools import cached_property, partial
from hashlib import sha256

from briefgen.bibliography.reference import format_reference, plain
from briefgen.catalogue import Words
from briefgen.markdown.plain import plain_text, without_citations
from briefgen.markdown.walk import Line, lines_in
from briefgen.model.finding import Finding
from briefgen.model.layout import anchors, classes, pages
from briefgen.model.page import Page, page_later
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus, VerifiedQuotation
from briefgen.render.escape import escape_text
from briefgen.render.holders import Holders
from briefgen.render.needs import About
from briefgen.render.states import State, state_of
from briefgen.render.view import BriefView
from briefgen.summed import summed, summed_aside
from briefgen.text import Span, TextFile

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a program for tables would take a cell for that begins with it."""
_AROUND = 2_000
"""So many code points of a paragraph stand with a quotation, before it and behind it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One quotation: what the brief says with it, and what became of it. Days are ISO 8601.

    `verdict` is that of the finding in which it stands, `state` whether the words were found; `checked` is
    the day that the lock names, `capture` the SHA-256 of what they were found in. `later` is what became of
    them in the newest capture (`Fate`), empty where there is no later one.
    """

    brief: str
    version: str
    statement: str
    work: str
    reference: str
    words: str
    verdict: str
    state: str
    checked: str
    capture: str
    later: str


def evidence_pages(abouts: Iterable[About], *, later: bool = False) -> Iterator[Page]:
    """The table of each brief that quotes something, as CSV and as JSON; with `later` written when somebody
    asks for it."""
    for about in abouts:
        if _has_evidence(about.brief):
            hashes = ("", "") if later else _hashes(about)
            for ending, known_hash in zip(("csv", "json"), hashes, strict=True):
                path = pages.brief_evidence(about.brief.slug, ending)
                yield page_later(path, partial(_file, about, ending), known_hash)


@summed
def _has_evidence(brief: VerifiedBrief) -> bool:
    """Whether it has any row."""
    return any(quotation.checks for quotation in _shown_of(brief))


@summed
def _hashes(about: About) -> tuple[str, ...]:
    """The hash of each file."""
    return tuple(sha256(text.encode()).hexdigest() for _, text in _files(about))


def _file(about: About, ending: str) -> str:
    return dict(_files(about))[ending]


@summed_aside
def _files(about: About) -> tuple[tuple[str, str], ...]:
    rows = evidence_rows(about.brief, about.corpus)
    text = json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1)
    return ("csv", _as_csv(rows)), ("json", f"{text}\n")


def evidence_rows(
    brief: VerifiedBrief, corpus: VerifiedCorpus, *, in_findings: bool = False
) -> tuple[Row, ...]:
    """A row for each work of each bound quotation, or of those in findings, in the order of the brief."""
    statements = _Statements(brief)
    return tuple(
        row
        for quotation in _shown_of(brief)
        if not in_findings or statements.finding_of(quotation.quotation.span)
        for row in _rows(quotation, brief, corpus, statements)
    )


def _shown_of(brief: VerifiedBrief) -> Iterator[VerifiedQuotation]:
    return (one for one in brief.quotations if state_of(one) in (State.FOUND, State.UNCHECKED))


def _rows(
    quotation: VerifiedQuotation, brief: VerifiedBrief, corpus: VerifiedCorpus, statements: "_Statements"
) -> Iterator[Row]:
    finding = statements.finding_of(quotation.quotation.span)
    for check in quotation.checks:
        work = corpus.works.get(check.key)
        capture = corpus.searched(check)
        yield Row(
            brief.slug,
            brief.front.version,
            statements.of(quotation.quotation.span),
            check.key,
            plain(format_reference(work, brief.front.lang)) if work else check.key,
            " ".join(quotation.quotation.text.split()),
            finding.verdict.value if finding else "",
            (State.UNCHECKED if check.verdict is None else State.FOUND).value,
            check.locked,
            capture.record.sha256 if capture else "",
            check.since.fate.value if check.since else "",
        )


class _Statements:
    """What a brief says where a quotation stands: its finding's statement, or the line that it is part of."""

    def __init__(self, brief: VerifiedBrief) -> None:
        self._findings = Holders(
            (passage.quote.span, finding)
            for finding in brief.resolved.findings
            for passage in finding.passages
        )
        self._blocks = brief.resolved.blocks

    @cached_property
    def _lines(self) -> Mapping[TextFile, Sequence[tuple[Span, Line]]]:
        """The lines of each file, with their places in it, in order."""
        found: dict[TextFile, list[tuple[Span, Line]]] = {}
        for _, line in lines_in(self._blocks):
            first, last = line[0].span, line[-1].span
            if first.file == last.file:
                found.setdefault(first.file, []).append((first.to(last), line))
        return {file: sorted(lines, key=_start_of) for file, lines in found.items()}

    def finding_of(self, span: Span) -> Finding | None:
        """The finding of which a quotation is a passage."""
        return self._findings.of(span)

    def of(self, span: Span) -> str:
        """The statement; empty of a block quote that stands for itself."""
        finding = self.finding_of(span)
        if finding is not None:
            return " ".join(plain_text(without_citations(finding.statement.children)).split())
        lines = self._lines.get(span.file, ())
        place, line = (
            lines[max(bisect_right(lines, span.start, key=_start_of) - 1, 0)] if lines else (span, ())
        )
        return _around(span, line) if place.holds(span) else ""


def _start_of(line: tuple[Span, Line]) -> int:
    return line[0].start


def _around(span: Span, line: Line) -> str:
    """The text of a line, or of a very long one what stands around a quotation in it."""
    first = bisect_left(line, span.start - _AROUND, key=lambda node: node.span.end)
    last = bisect_right(line, span.end + _AROUND, key=lambda node: node.span.start)
    parts = "… " * (first > 0), plain_text(line[first:last]), " …" * (last < len(line))
    return " ".join("".join(parts).split())


class _Lines(list[str]):
    """What the writer of CSV writes into: a file that is none."""

    def write(self, line: str) -> None:
        """One more line."""
        self.append(line)


def _as_csv(rows: Sequence[Row]) -> str:
    written = _Lines()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow([field.name for field in fields(Row)])
    writer.writerows([cell(value) for value in asdict(row).values()] for row in rows)
    return "".join(written)


def cell(value: str) -> str:
    """A cell that no program takes for a formula, and that ends no line."""
    value = " ".join(value.replace("\0", "").split())
    return f"'{value}" if value.startswith(_FORMULA) else value


def evidence_part(brief: VerifiedBrief, corpus: VerifiedCorpus, view: BriefView) -> str:
    """The table of what was found of the reports examined, and the whole one for other programs."""
    rows = evidence_rows(brief, corpus, in_findings=True)
    if not rows:
        return ""
    words = view.words
    names = dict(words.record.evidence_columns)
    head = [names[name] for name in _SHOWN]
    lines = [_line(head), _line(["---"] * len(head)), *(_line(_shown(row, words)) for row in rows)]
    files = (("CSV", "csv"), ("JSON", "json"))
    links = " · ".join(
        f"[{name}]({view.way_to(pages.brief_evidence(brief.slug, end))})" for name, end in files
    )
    return "\n\n".join(
        [
            f"## {words.record.evidence} {{ #{anchors.PARTS.evidence} }}",
            f'<details class="{classes.FOLDED}" markdown="1">',
            f"<summary>{words.record.evidence_count[len(rows) != 1].format(count=len(rows))}</summary>",
            "\n".join(lines),
            "</details>",
            f"{words.record.evidence_all} {links}",
        ]
    )


_SHOWN = ("statement", "work", "words", "verdict", "checked")


def _shown(row: Row, words: Words) -> Iterator[str]:
    verdicts = {verdict.value: word for verdict, word in words.verdicts.items()}
    opening, closing = words.quotation_marks
    yield escape_text(row.statement)
    yield escape_text(row.reference)
    yield f"{opening}{escape_text(row.words)}{closing}"
    yield verdicts[row.verdict]
    yield row.checked or words.record.evidence_states[row.state]


def _line(cells: Sequence[str] | Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"
