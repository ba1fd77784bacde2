"""What a lock says of quotations, and what the next one is to say."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.matching.again import look_again
from briefgen.matching.fold import FOLD_VERSION
from briefgen.model.capture import Capture, CaptureList, Captures
from briefgen.model.counts import LockState
from briefgen.model.layout import project
from briefgen.model.lock import Lock, LockEntry, LockKey, locked_words
from briefgen.model.quotation import Quotation
from briefgen.model.verdict import Found
from briefgen.model.workspace import StaleQuotation, VerifiedBrief, VerifiedCorpus, WorkLookup
from briefgen.summed import summed
from briefgen.text import Span, TextFile

_WIDEST = 60


class LockIndex:
    """A lock by quotation; with `anew` nothing in it spares a look-up."""

    def __init__(self, lock: Lock | None, listed: CaptureList, *, anew: bool) -> None:
        self._entries = {entry.key: entry for entry in lock.entries} if lock else {}
        self._recorded = {record.key for record in listed.records}
        self._withheld = _withheld(listed)
        self._anew = anew

    def find(self, brief: str, quotation: Quotation, key: str) -> LockEntry | None:
        """What is locked of a quotation."""
        if not self._entries:
            return None
        return self._entries.get(_key(brief, quotation, key))

    def is_recorded(self, entry: LockEntry) -> bool:
        """Whether captures.yml has a capture of the work, readable or not, or withholds just this one."""
        return entry.work in self._recorded or (entry.work, entry.capture) in self._withheld

    def look_again(self, entry: LockEntry, quotation: Quotation, captures: Sequence[Capture]) -> Found | None:
        """What was found before, where the lock spares the look-up and the words stand at its place."""
        if self._anew or entry.fold != FOLD_VERSION or not is_of(entry, captures[0]):
            return None
        if quotation.unique and entry.of > 1 and quotation.occurrence is None:
            return None
        if (quotation.occurrence or 1) > entry.of:
            return None
        found = look_again(
            quotation.text,
            captures[0].text,
            entry.ranges,
            captures[0].language,
            elision_ok=bool(quotation.elision_ok),
        )
        return replace(found, occurrences=entry.of) if found and found.verdict is entry.verdict else None


def is_of(entry: LockEntry, capture: Capture) -> bool:
    """Whether an entry speaks of just this capture, and of just this text of it."""
    return (entry.capture, entry.text_file) == (capture.record.sha256, capture.text_sha256)


def day_of(entry: LockEntry | None, check: WorkLookup, capture: Capture) -> str:
    """The day an entry names, when it says of a quotation what was found now, in this capture."""
    if entry is None:
        return ""
    as_locked = (entry.verdict, entry.ranges, entry.of, entry.fold) == (
        check.verdict,
        check.ranges,
        check.occurrences,
        FOLD_VERSION,
    )
    return entry.verified if as_locked and is_of(entry, capture) else ""


def make_lock(corpus: VerifiedCorpus, date: str, *, renew: bool = False) -> Lock:
    """The lock of everything found, dated `date`; what was locked before keeps its day, unless `renew`."""
    entries: dict[LockKey, LockEntry] = {}
    for slug, quotation, check in _found(corpus):
        day = date if renew else check.locked or date
        entry = _entry(slug, quotation, check, corpus.captures, day)
        entries.setdefault(entry.key, entry)
    # What was found in a capture that is withheld now stays on record: nobody can look it up any more.
    withheld, quoted = _withheld(corpus.capture_list), _quoted(corpus)
    for entry in corpus.lock.entries if corpus.lock else ():
        if (entry.work, entry.capture) in withheld and entry.key in quoted:
            entries.setdefault(entry.key, entry)
    return Lock(tuple(entries.values()))


def accept(lock: Lock, stale: Iterable[StaleQuotation], captures: Captures, date: str) -> Lock:
    """The lock with those stale quotations renewed whose words stand in the new capture."""
    entries = {entry.key: entry for entry in lock.entries}
    for one in stale:
        if one.check is not None:
            entries[one.entry.key] = _entry(one.entry.brief, one.quotation, one.check, captures, date)
    return Lock(tuple(entries.values()))


def lock_state(corpus: VerifiedCorpus) -> LockState:
    """How the lock and the corpus agree."""
    comparison = _compare(corpus)
    return LockState(
        comparison.agreed,
        len(comparison.new),
        len({one.entry.key for one in corpus.stale}),
        len(comparison.gone),
        len(corpus.lock.entries) if corpus.lock else None,
    )


def outdated(corpus: VerifiedCorpus) -> tuple[Diagnostic, ...]:
    """A lock that `briefgen lock` would write anew; what is stale has been told already."""
    comparison = _compare(corpus)
    new, gone = comparison.new, comparison.gone
    if not new and not gone:
        return ()
    notes: tuple[str, ...] = ()
    if corpus.lock is None:
        message = f"there is no lock, and {_count(len(new), 'quotation')} to be locked"
    elif not corpus.lock.entries:
        message = f"the lock is empty, and {_count(len(new), 'quotation')} to be locked"
    else:
        numbers = ((len(new), "not yet locked"), (len(gone), "no longer quoted"))
        said = ", ".join(f"{number} {what}" for number, what in numbers if number)
        message = f"the lock does not agree with the briefs: {said}"
        notes = (
            *(f"not yet locked: {_place(one.span)}, “{_short(one.words)}”" for one in new),
            *(f"no longer quoted: {project.LOCK}:{entry.line}, “{_short(entry.words)}”" for entry in gone),
        )
    span = TextFile(project.LOCK, "").span(0, 0)
    hint = "run `briefgen lock`, and commit the file with the briefs"
    return (Diagnostic(rules.LOCK_OUTDATED, span, message, notes, hint),)


@dataclass(frozen=True, slots=True)
class _Found:
    """A quotation that was found in a work, by the key of that; `locked` is the day that the lock names."""

    work: str
    words: str
    occurrence: int | None
    locked: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Comparison:
    """How many quotations are locked as they were found, which are not, and which entries nobody quotes."""

    agreed: int
    new: tuple[_Found, ...]
    gone: tuple[LockEntry, ...]


def _compare(corpus: VerifiedCorpus) -> _Comparison:
    stale = {one.entry.key for one in corpus.stale}
    found: dict[LockKey, _Found] = {}
    for brief in corpus.texts:
        for one in _found_in(brief):
            found.setdefault((brief.slug, one.work, one.words, one.occurrence), one)
    # What is quoted and cannot be found now has an error of its own.
    quoted = _quoted(corpus) if corpus.lock else set()
    return _Comparison(
        sum(bool(one.locked) for one in found.values()),
        tuple(one for key, one in found.items() if not one.locked and key not in stale),
        tuple(
            entry
            for entry in (corpus.lock.entries if corpus.lock else ())
            if entry.key not in quoted and entry.key not in stale
        ),
    )


@summed
def _found_in(brief: VerifiedBrief) -> tuple[_Found, ...]:
    """What was found of a brief's quotations, once for each work."""
    return tuple(
        _Found(
            check.key, locked_words(one.quotation), one.quotation.occurrence, check.locked, one.quotation.span
        )
        for one in brief.quotations
        for check in one.checks
        if check.verdict is not None
    )


def _quoted(corpus: VerifiedCorpus) -> set[LockKey]:
    return {(brief.slug, *one) for brief in corpus.texts for one in _quoted_in(brief)}


@summed
def _quoted_in(brief: VerifiedBrief) -> tuple[tuple[str, str, int | None], ...]:
    """What a brief quotes, once for each work: its key, the words, and which of several places is meant."""
    quotations = (*(one.resolved for one in brief.quotations), *brief.missed)
    return tuple(
        (key, locked_words(one.quotation), one.quotation.occurrence) for one in quotations for key in one.keys
    )


def _withheld(listed: CaptureList) -> set[tuple[str, str]]:
    """The works whose capture may not be shown, each with its hash."""
    return {(entry.key, entry.sha256) for entry in listed.uncaptured if entry.sha256}


def _key(slug: str, quotation: Quotation, key: str) -> LockKey:
    return slug, key, locked_words(quotation), quotation.occurrence


def _place(span: Span) -> str:
    return f"{span.path}:{span.line}:{span.column}"


def _short(words: str) -> str:
    return words if len(words) <= _WIDEST else f"{words[:_WIDEST]}…"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun} is" if number == 1 else f"{number} {noun}s are"


def _found(corpus: VerifiedCorpus) -> Iterator[tuple[str, Quotation, WorkLookup]]:
    for brief in corpus.texts:
        for found in brief.quotations:
            for check in found.checks:
                if check.verdict is not None:
                    yield brief.slug, found.quotation, check


def _entry(slug: str, quotation: Quotation, check: WorkLookup, captures: Captures, day: str) -> LockEntry:
    assert check.capture is not None
    assert check.verdict is not None
    capture = captures.numbered(check.key, check.capture)
    return LockEntry(
        brief=slug,
        work=check.key,
        words=locked_words(quotation),
        occurrence=quotation.occurrence,
        verdict=check.verdict,
        ranges=check.ranges,
        of=check.occurrences,
        capture=capture.record.sha256,
        text_file=capture.text_sha256,
        fold=FOLD_VERSION,
        verified=day,
    )
