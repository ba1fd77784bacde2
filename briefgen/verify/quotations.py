"""Looks one quotation up in every captured work it is bound to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.matching.quotation_text import MOST_MARKS
from briefgen.model.capture import Capture
from briefgen.model.lock import LockEntry
from briefgen.model.quotation import Quotation
from briefgen.model.verdict import Found, Missed, MissReason
from briefgen.model.workspace import ResolvedQuotation, StaleQuotation, VerifiedQuotation, WorkLookup
from briefgen.verify.capture_places import around, on_one_line, place_in, words_at
from briefgen.verify.context import warn_of_context
from briefgen.verify.later import look_later
from briefgen.verify.letters import way_out_of
from briefgen.verify.lock import day_of, is_of
from briefgen.verify.shelf import Shelf
from briefgen.verify.stale import report_stale

_WHY = {
    MissReason.NUMBER_CHANGED: "a number differs",
    MissReason.NEGATION_CHANGED: "a negation differs",
    MissReason.WORD_CHANGED: "words differ",
    MissReason.CASE_OR_ACCENT: "capitals or accents differ",
    MissReason.PUNCTUATION: "the punctuation differs",
    MissReason.SPLICED: "words between its parts are left out without `[…]`",
    MissReason.OUT_OF_ORDER: "its parts stand there in another order",
    MissReason.MID_WORD: "it begins or ends in the middle of a word, a compound or a number",
    MissReason.NEGATION_INSERTED: "a word in brackets denies what the work says",
    MissReason.WORDS_REPLACED: "words in brackets stand in the place of its first words",
    MissReason.TOO_MANY_MARKS: f"it has more than {MOST_MARKS} omissions and brackets",
    MissReason.OTHER_WORK: "the words stand in another work",
    MissReason.STRUCK: "it holds words that are struck out there",
    MissReason.NOT_FOUND: "nothing like it was found",
}
_WAY_OUT = {
    MissReason.SPLICED: "mark what you leave out with `[…]`",
    MissReason.MID_WORD: "quote whole words and compounds, and numbers with all that belongs to them: sign, "
    "range, unit, currency, power",
    MissReason.OUT_OF_ORDER: "quote the parts in the order of the work, or one by one",
    MissReason.ELISION_SWALLOWS_NEGATION: "quote the whole sentence, or say why the omission is fair: "
    '`["…"]{elision_ok="reason"}`',
    MissReason.TOO_MANY_MARKS: "make several quotations of it",
    MissReason.NEGATION_INSERTED: "quote the words as they stand, and deny them in words of your own",
    MissReason.WORDS_REPLACED: "mark what you leave out before what you put in: `[…] [he]`",
    MissReason.STRUCK: "quote what the work says now, without what is struck out",
    MissReason.NOT_FOUND: "cite the work these words are from; words of your own are written "
    '`["…"]{.own}`, a paraphrase without quotation marks',
}
_COPY = "quote the capture letter for letter, mark omissions with `[…]` and words of your own with `[ ]`"


@dataclass(frozen=True, slots=True)
class Lookup:
    """What came of looking a quotation up.

    `found` is None when a captured work does not have it. `stale` says of which works it was locked with
    another capture, whether it was found or not.
    """

    resolved: ResolvedQuotation
    found: VerifiedQuotation | None
    findings: tuple[Diagnostic, ...] = ()
    stale: tuple[StaleQuotation, ...] = ()


def verify_quotation(resolved: ResolvedQuotation, brief: str, shelf: Shelf) -> Lookup:
    """Look a quotation of the brief with the slug `brief` up in all of its works."""
    if resolved.quotation.refused and resolved.keys:
        return Lookup(resolved, None, (_refused(resolved),))
    shown = _as_the_works_have_it(resolved, shelf)
    if shown.translation or not shown.quotation.text.strip():
        return Lookup(resolved, VerifiedQuotation(shown, ()))
    looking = _Looking(shown, brief, shelf)
    found = VerifiedQuotation(shown, tuple(looking.checks)) if looking.run() else None
    return Lookup(resolved, found, tuple(looking.findings), tuple(looking.stale))


class _Looking:
    """One quotation on its way through its works: each that does not have it is said."""

    def __init__(self, resolved: ResolvedQuotation, brief: str, shelf: Shelf) -> None:
        self._resolved = resolved
        self._brief = brief
        self._shelf = shelf
        self.checks: list[WorkLookup] = []
        self.findings: list[Diagnostic] = []
        self.stale: list[StaleQuotation] = []

    def run(self) -> bool:
        found = [self._stands_in(key) for key in self._resolved.keys]
        return all(found)

    def _stands_in(self, key: str) -> bool:
        quotation, shelf = self._resolved.quotation, self._shelf
        captures = shelf.of(key)
        locked = shelf.lock.find(self._brief, quotation, key)
        if not captures:
            self.checks.append(WorkLookup(key, None, None, ()))
            if locked and not shelf.lock.is_recorded(locked):
                self._note_stale(locked, captures, None)
            return True
        capture, outcome = _look_up_in(captures, quotation, locked, shelf)
        check = None
        if isinstance(outcome, Found):
            check = WorkLookup(
                key,
                capture.number,
                outcome.verdict,
                outcome.ranges,
                outcome.occurrences,
                omissions=outcome.warnings,
            )
        if locked and not any(is_of(locked, capture) for capture in captures):
            self._note_stale(locked, captures, check)
        if isinstance(outcome, Missed):
            _report_miss(self._resolved, key, capture, outcome, shelf, self.findings.append)
            return False
        assert check is not None
        acknowledged = warn_of_context(self._resolved, capture, outcome, self.findings.append)
        day = day_of(locked, check, capture)
        later = look_later(quotation, check, capture, shelf, self.findings.append)
        self.checks.append(replace(check, locked=day, acknowledged=acknowledged, since=later))
        return True

    def _note_stale(self, locked: LockEntry, captures: Sequence[Capture], check: WorkLookup | None) -> None:
        stale = StaleQuotation(locked, self._resolved.quotation, check)
        self.stale.append(stale)
        report_stale(stale, captures, self.findings.append)


def _as_the_works_have_it(resolved: ResolvedQuotation, shelf: Shelf) -> ResolvedQuotation:
    """A block quote without the marks around the whole of it, where its works have the words only so."""
    bare = resolved.quotation.bare
    if bare is None or all(_has(key, resolved.quotation, shelf) for key in resolved.keys):
        return resolved
    if not all(_has(key, bare, shelf) for key in resolved.keys):
        return resolved
    return replace(resolved, quotation=bare)


def _has(key: str, quotation: Quotation, shelf: Shelf) -> bool:
    """Whether a capture of a work has the words; a work without one lacks nothing."""
    captures = shelf.of(key)
    outcomes = (shelf.look_up(quotation, capture) for capture in captures)
    return not captures or any(isinstance(outcome, Found) for outcome in outcomes)


def _refused(resolved: ResolvedQuotation) -> Diagnostic:
    """What is shown as quoted and cannot be looked up as it is shown."""
    first = resolved.quotation.refused[0]
    keys = ", ".join(f"`{key}`" for key in resolved.keys)
    others = tuple(f"nor {one.what}, in line {one.span.line}" for one in resolved.quotation.refused[1:])
    return Diagnostic(
        rules.QUOTATION_UNREADABLE,
        first.span,
        f"a quotation from {keys} cannot hold {first.what}: readers would see what was not looked up",
        others,
        "quote words, with emphasis, links, lists or tables as the work has them; leave out with `[…]`; "
        "put what is yours outside the quotation",
    )


def _look_up_in(
    captures: Sequence[Capture], quotation: Quotation, locked: LockEntry | None, shelf: Shelf
) -> tuple[Capture, Found | Missed]:
    """The first capture that has the words, else the first one, with what came of looking."""
    if locked and (again := shelf.lock.look_again(locked, quotation, captures)):
        return captures[0], again
    outcomes = [(capture, shelf.look_up(quotation, capture)) for capture in captures]
    return next((found for found in outcomes if isinstance(found[1], Found)), outcomes[0])


def _report_miss(
    resolved: ResolvedQuotation, key: str, capture: Capture, miss: Missed, shelf: Shelf, report: Report
) -> None:
    if miss.reason in (MissReason.AMBIGUOUS, MissReason.NO_SUCH_OCCURRENCE):
        _report_ambiguous(resolved.quotation, key, capture, miss, report)
        return
    quotation = resolved.quotation
    nearest = shelf.explain(quotation, capture) if miss.reason is not MissReason.TOO_MANY_MARKS else None
    reason: MissReason = miss.reason
    if reason is MissReason.NOT_FOUND and nearest is not None:
        reason = nearest.reason
    why = _WHY.get(reason, reason.value)
    if reason is MissReason.NOT_FOUND and nearest is not None:
        why = "most words differ"
    notes: list[str] = []
    elsewhere = _elsewhere(resolved, key, shelf)
    if elsewhere is not None:
        why = _WHY[MissReason.OTHER_WORK]
        notes.append(f"the words stand in the capture of `{elsewhere.key}`")
    elif nearest is not None:
        passage = around(capture, nearest.start, nearest.end)
        notes.append(f"nearest passage, {place_in(capture, nearest.start)}: {passage}")
        notes.append(f"the difference: {on_one_line(nearest.diff)}   ([-quoted-] {{+in the capture+}})")
    if miss.elision:
        notes.append(f"left out: {words_at(capture, miss.elision.gap)}")
    if elsewhere is None:
        hint = _WAY_OUT.get(reason, _COPY)
    elif elsewhere.key in resolved.keys:
        hint = f"cite `{key}` by itself, or write `see @{key}`: each other work must have the words"
    else:
        hint = f"cite `{elsewhere.key}`"
    rule, message = rules.QUOTATION_MISSED, f"these words are not in the capture of `{key}`: {why}"
    if reason is MissReason.ELISION_SWALLOWS_NEGATION:
        rule = rules.OMISSION_DENIES
        message = f"`{key}` has these words, and an omission leaves out a negation of the same sentence"
    repair = None if elsewhere or nearest is None else way_out_of(quotation, nearest)
    report(
        Diagnostic(
            rule,
            quotation.span,
            message,
            tuple(notes),
            repair.hint if repair else hint,
            fix=repair.edits if repair else (),
        )
    )


def _report_ambiguous(quotation: Quotation, key: str, capture: Capture, miss: Missed, report: Report) -> None:
    count = len(miss.positions)
    times = {0: "nowhere", 1: "once", 2: "twice"}.get(count, f"{count} times")
    message = f"these words stand {times} in `{key}`"
    if miss.reason is MissReason.NO_SUCH_OCCURRENCE:
        message = f"there is no place {quotation.occurrence}: {message}"
    notes = tuple(
        f"{place_in(capture, start)}: {around(capture, start, end)}" for start, end in miss.positions[:5]
    )
    report(
        Diagnostic(
            rules.PASSAGE_AMBIGUOUS,
            quotation.span,
            message,
            notes,
            'quote more words, or say which place is meant: `["…"]{occurrence=2}`',
        )
    )


def _elsewhere(resolved: ResolvedQuotation, missed: str, shelf: Shelf) -> Capture | None:
    """Another captured work that has the words."""
    for capture in shelf.others(missed):
        if isinstance(shelf.look_up(resolved.quotation, capture), Found):
            return capture
    return None
