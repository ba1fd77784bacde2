"""Accounts: the last line of a run; what `lock`, `reverify` and `coverage` say. As text and as JSON."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from briefgen.coverage import BriefCoverage, Counts, Excerpts
from briefgen.display import json_text, visible
from briefgen.model.verdict import Verdict
from briefgen.model.workspace import StaleQuotation
from briefgen.verify.lock import LockState
from briefgen.verify.places import around, place_in

_WIDEST = 90


def closing_line(counts: Counts, lock: LockState) -> str:
    """How the quotations of all briefs fared, and how the lock agrees with them: the last line of a run."""
    given = f" ({counts.acknowledged} with a reason given)" if counts.acknowledged else ""
    fates = (
        (counts.found, f"found{given}"),
        (counts.not_found, "not found"),
        (counts.no_capture, "not checked (no capture)"),
        (counts.capture_none, "not checked (`capture: none`)"),
        (counts.unusable, "not checked (errors)"),
        (counts.unbound, "unbound"),
        (counts.own, "declared own"),
    )
    told = ", ".join(f"{number} {fate}" for number, fate in fates if number)
    head = f"{_count(counts.briefs, 'brief')}, {_count(counts.quotations, 'quotation')}"
    return "".join((head, f": {told}" if told else "", _lock_words(lock), "\n"))


def counts_object(counts: Counts, lock: LockState) -> dict[str, object]:
    """The same for JSON, with every number, zero or not."""
    told = {"briefs": counts.briefs, "quotations": counts.quotations, **asdict(counts)}
    return {**told, "lock": {**asdict(lock), "agrees": lock.agrees}}


def _lock_words(lock: LockState) -> str:
    if lock.agrees:
        return "" if lock.entries is None else "; lock: up to date"
    if lock.entries is None:
        return "; lock: absent"
    if not lock.entries:
        return "; lock: empty, run `briefgen lock`"
    what = ((lock.stale, "stale"), (lock.new, "not yet locked"), (lock.gone, "no longer quoted"))
    said = ", ".join(f"{number} {state}" for number, state in what if number)
    return f"; lock: {said}, run `briefgen {'reverify' if lock.stale else 'lock'}`"


def locking_words(state: LockState, *, changed: bool, path: str) -> str:
    """What `lock` did, as one line."""
    what = "written" if changed else "unchanged"
    gone = f", {state.gone} dropped that are no longer quoted" if state.gone else ""
    return f"{path}: {what}, {_count(state.locked + state.new, 'quotation')}, {state.new} of them new{gone}\n"


def stale_text(stale: Iterable[StaleQuotation], *, accepted: bool) -> str:
    """Each stale quotation: where it stood verified, and where it stands in the new capture."""
    return "".join(_stale_block(one, accepted) for one in in_order(stale))


def stale_summary(stale: Sequence[StaleQuotation], *, accepted: bool) -> str:
    """How it went, as one line."""
    if not stale:
        return "no quotation is stale\n"
    found = sum(one.check is not None for one in stale)
    missed = len(stale) - found
    parts = []
    if found:
        parts.append(f"{found} {'accepted' if accepted else 'can be accepted with `--write`'}")
    if missed:
        parts.append(f"{missed} cannot be accepted: the words must be mended, or the old capture kept")
    return f"{_count(len(stale), 'stale quotation')}: {'; '.join(parts)}\n"


def stale_json(stale: Iterable[StaleQuotation], *, accepted: bool) -> str:
    """The stale quotations as a JSON list of objects."""
    return json_text([_as_object(one, accepted) for one in in_order(stale)])


def in_order(stale: Iterable[StaleQuotation]) -> list[StaleQuotation]:
    """By place."""
    return sorted(stale, key=lambda one: (one.quotation.span.path, one.quotation.span.start, one.entry.work))


def _stale_block(one: StaleQuotation, accepted: bool) -> str:
    entry, span = one.entry, one.quotation.span
    words = entry.words if len(entry.words) <= _WIDEST else f"{entry.words[:_WIDEST]}…"
    then = f"{entry.verdict} in `{visible(entry.work)}`"
    lines = [
        f"{visible(span.path)}:{span.line}:{span.column}: “{visible(words)}”",
        f"    was  {then}, capture {entry.capture[:12]}, {entry.verified}",
    ]
    if one.check is None or one.check.capture is None:
        lines.append("    now  not there: never accepted")
    else:
        capture, (start, end) = one.check.capture, one.check.ranges[0]
        now = f"{one.check.verdict} in {place_in(capture, start)}, capture {capture.record.sha256[:12]}"
        lines.append(f"    now  {visible(now)}{': accepted' if accepted else ''}")
        lines.append(f"         {visible(around(capture, start, end))}")
    return "".join(f"{line}\n" for line in lines) + "\n"


def _as_object(one: StaleQuotation, accepted: bool) -> dict[str, object]:
    entry, span, check = one.entry, one.quotation.span, one.check
    now = None
    if check is not None and check.capture is not None and check.verdict is not None:
        now = _stand(check.verdict, check.ranges, check.capture.record.sha256)
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "brief": entry.brief,
        "work": entry.work,
        "words": entry.words,
        "verified": entry.verified,
        "then": _stand(entry.verdict, entry.ranges, entry.capture),
        "now": now,
        "accepted": accepted and now is not None,
    }


def _stand(verdict: Verdict, ranges: tuple[tuple[int, int], ...], capture: str) -> dict[str, object]:
    return {"verdict": verdict.value, "at": [list(pair) for pair in ranges], "capture": capture}


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def coverage_text(briefs: Iterable[BriefCoverage], excerpts: Sequence[Excerpts]) -> str:
    """How far each brief is covered by what it cites, and how much of each capture is published."""
    blocks = [_brief_block(brief) for brief in briefs]
    if excerpts:
        times = Counter(one.capture.key for one in excerpts)
        rows = (_row(*_excerpt_row(one, times[one.capture.key])) for one in excerpts)
        blocks.append("published of captures\n" + "".join(rows))
    return "\n".join(blocks)


def coverage_json(briefs: Iterable[BriefCoverage], excerpts: Iterable[Excerpts]) -> str:
    """The same as one JSON object."""
    return json_text(
        {
            "briefs": [_brief_object(one) for one in briefs],
            "excerpts": [_excerpt_object(one) for one in excerpts],
        }
    )


def _brief_block(one: BriefCoverage) -> str:
    brief = one.brief
    own = [str(unit.span.line) for unit in one.uncited if unit.span.path == _path(one)]
    places = [f"line {', '.join(own)}"] if own else []
    places += (f"{unit.span.path}:{unit.span.line}" for unit in one.uncited if unit.span.path != _path(one))
    uncited = f"{len(one.uncited)} of them without a citation" + (f": {', '.join(places)}" if places else "")
    unquoted = f", not quoted: {', '.join(work.key for work in one.unquoted)}" if one.unquoted else ""
    shared = "".join(f"; {len(each.works)} repeat or are {each.origin}" for each in one.shared)
    rows = (
        ("paragraphs with figures", f"{one.figures}, {uncited}" if one.figures else "0"),
        (
            "works cited",
            f"{one.works} in {_count(one.citations, 'citation')}, {_count(one.origins, 'origin')}{shared}",
        ),
        ("of these captured", f"{one.captured}{unquoted}"),
        ("quotations", f"{one.verified} verified, {one.unchecked} without a capture, {one.unbound} unbound"),
    )
    return f"{visible(brief.slug)} ({visible(_path(one))})\n" + "".join(_row(*row) for row in rows)


def _path(one: BriefCoverage) -> str:
    return one.brief.resolved.brief.file.path


def _row(name: str, value: str) -> str:
    return f"    {visible(name):<26}{visible(value)}\n"


def _excerpt_row(one: Excerpts, captures: int) -> tuple[str, str]:
    which = f" ({one.capture.record.file})" if captures > 1 else ""
    return one.capture.key, f"{one.words} of {_count(one.of, 'word')}, {one.share} %{which}"


def _brief_object(one: BriefCoverage) -> dict[str, object]:
    return {
        "brief": one.brief.slug,
        "path": _path(one),
        "figures": one.figures,
        "uncited": [{"path": unit.span.path, "line": unit.span.line} for unit in one.uncited],
        "citations": one.citations,
        "works": one.works,
        "origins": one.origins,
        "shared_origins": {each.origin: [work.key for work in each.works] for each in one.shared},
        "captured": one.captured,
        "unquoted": [work.key for work in one.unquoted],
        "verified": one.verified,
        "unchecked": one.unchecked,
        "unbound": one.unbound,
    }


def _excerpt_object(one: Excerpts) -> dict[str, object]:
    return {
        "work": one.capture.key,
        "file": one.capture.record.file,
        "words": one.words,
        "of": one.of,
        "percent": one.share,
        "briefs": dict(one.briefs),
    }
