"""`briefgen coverage`."""

import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefgen.cli._arguments import FindingsOptions, add_account_arguments
from briefgen.terminal.outcome import exit_code, has_error, summary
from briefgen.terminal.speak import write_data
from briefgen.terminal.visible import counted, json_text, visible

if TYPE_CHECKING:
    from briefgen.coverage import BriefCoverage, Excerpts
    from briefgen.pipeline import Coverage

PLACE = 60
SUMMARY = "count what the briefs say, cite and quote"

add_arguments = add_account_arguments


def run(options: FindingsOptions) -> int:
    """Count, and say where not all could be counted. Raises ProjectError, OSError."""
    from briefgen.pipeline import measure_coverage

    told = measure_coverage(options.root)
    findings, coverage = told.findings, told.value
    if options.format == "json":
        write_data(_as_json(coverage))
    else:
        sys.stdout.write(_as_text(coverage.briefs, coverage.excerpts))
    if has_error(findings):
        sys.stderr.write(f"not everything could be counted: {summary(findings)}")
    return exit_code(findings, strict=options.strict)


def _as_text(briefs: "Sequence[BriefCoverage]", excerpts: "Sequence[Excerpts]") -> str:
    """How far each brief is covered by what it cites, and how much of each capture is published."""
    blocks = [_brief_block(brief) for brief in briefs]
    if excerpts:
        times = Counter(one.capture.key for one in excerpts)
        rows = (_row(*_excerpt_row(one, times[one.capture.key])) for one in excerpts)
        blocks.append("published of captures\n" + "".join(rows))
    return "\n".join(blocks)


def _as_json(coverage: "Coverage") -> str:
    return json_text(
        {
            "briefs": [_brief_object(one) for one in coverage.briefs],
            "excerpts": [_excerpt_object(one) for one in coverage.excerpts],
        }
    )


def _brief_block(one: "BriefCoverage") -> str:
    brief = one.brief
    own = [str(unit.span.line) for unit in one.uncited if unit.span.path == _path(one)]
    places = [f"line {', '.join(own)}"] if own else []
    places += (f"{unit.span.path}:{unit.span.line}" for unit in one.uncited if unit.span.path != _path(one))
    uncited = f"{len(one.uncited)} of them without a citation" + (f": {', '.join(places)}" if places else "")
    unquoted = f", not quoted: {', '.join(one.unquoted)}" if one.unquoted else ""
    shared = "".join(f"; {len(each.works)} repeat or are {each.origin}" for each in one.shared)
    rows = (
        ("paragraphs with figures", f"{one.figures}, {uncited}" if one.figures else "0"),
        (
            "works cited",
            f"{one.works} in {counted(one.citations, 'citation')}, {counted(one.origins, 'origin')}{shared}",
        ),
        ("of these captured", f"{one.captured}{unquoted}"),
        ("sentences that cite", f"{one.sentences}, {len(one.retold)} of them without a passage"),
        ("quotations", f"{one.verified} verified, {one.unchecked} without a capture, {one.unbound} unbound"),
    )
    return f"{visible(brief.slug)} ({visible(_path(one))})\n" + "".join(_row(*row) for row in rows)


def _path(one: "BriefCoverage") -> str:
    return one.brief.resolved.brief.file.path


def _row(name: str, value: str) -> str:
    return f"    {visible(name):<25} {visible(value)}\n"


def _excerpt_row(one: "Excerpts", captures: int) -> tuple[str, str]:
    which = f" ({one.capture.record.file})" if captures > 1 else ""
    return one.capture.key, f"{one.words} of {counted(one.of, 'word')}, {one.share} %{which}"


def _brief_object(one: "BriefCoverage") -> dict[str, object]:
    return {
        "brief": one.brief.slug,
        "path": _path(one),
        "figures": one.figures,
        "uncited": [{"path": unit.span.path, "line": unit.span.line} for unit in one.uncited],
        "citations": one.citations,
        "works": one.works,
        "origins": one.origins,
        "shared_origins": {each.origin: list(each.works) for each in one.shared},
        "captured": one.captured,
        "unquoted": list(one.unquoted),
        "sentences": one.sentences,
        "without_passage": [{"path": span.path, "line": span.line} for span in one.retold],
        "verified": one.verified,
        "unchecked": one.unchecked,
        "unbound": one.unbound,
    }


def _excerpt_object(one: "Excerpts") -> dict[str, object]:
    return {
        "work": one.capture.key,
        "file": one.capture.record.file,
        "words": one.words,
        "of": one.of,
        "percent": one.share,
        "briefs": dict(one.briefs),
    }
