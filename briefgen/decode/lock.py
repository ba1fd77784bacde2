"""verified.lock: one JSON object a line, so that a change of one quotation changes one line."""

import json
from collections.abc import Callable
from typing import TypeVar

from briefgen import rules
from briefgen.decode.days import day
from briefgen.decode.forms import Flaw, Form, sha256, shown
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.lock import Lock, LockEntry, LockKey
from briefgen.model.verdict import Verdict
from briefgen.suggest import suggest
from briefgen.text import Span, TextFile

T = TypeVar("T")

_FORMAT = 1
_HEAD = {"lock": _FORMAT, "about": "what `briefgen lock` verified; commit it with the briefs"}
_REQUIRED = ("brief", "work", "words", "verdict", "at", "of", "capture", "fold", "verified")
_OPTIONAL = ("occurrence", "text")
_WAY_OUT = "delete this line, then run `briefgen lock`: it looks everything up anew"
_ANEW = "delete the file, then run `briefgen lock`: it looks everything up anew"


def encode_lock(lock: Lock) -> str:
    """The text of a lock: sorted by brief, work and place, always the same for the same entries."""
    entries = sorted(lock.entries, key=_order)
    return "".join(f"{_json(value)}\n" for value in (_HEAD, *map(_as_object, entries)))


def decode_lock(file: TextFile, report: Report) -> Lock:
    """The entries of a lock; each line that is none is reported and left out."""
    entries: dict[LockKey, LockEntry] = {}
    lines = range(1, len(file.line_starts) + 1)
    written = [file.whole_line(number) for number in lines if file.line_text(number).strip()]
    for index, line in enumerate(written):
        reader = _LineReader(line, report)
        if index == 0:
            if not reader.is_head():
                return Lock(())
            continue
        entry = reader.entry()
        if entry is None:
            continue
        first = entries.setdefault(entry.key, entry)
        if first is not entry:
            reader.find(line, "this quotation is locked a second time", (f"first in line {first.line}",))
    return Lock(tuple(entries.values()))


def _order(entry: LockEntry) -> tuple[object, ...]:
    return entry.brief, entry.work, entry.ranges, entry.words, entry.occurrence or 0


def _as_object(entry: LockEntry) -> dict[str, object]:
    value: dict[str, object] = {"brief": entry.brief, "work": entry.work, "words": entry.words}
    if entry.occurrence is not None:
        value["occurrence"] = entry.occurrence
    value |= {"verdict": entry.verdict.value, "at": entry.ranges, "of": entry.of, "capture": entry.capture}
    if entry.text_file:
        value["text"] = entry.text_file
    return value | {"fold": entry.fold, "verified": entry.verified}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


class _LineReader:
    """One line while it is read: the first thing wrong with it is reported, and it counts for nothing."""

    def __init__(self, line: Span, report: Report) -> None:
        self._line = line
        self._report = report
        self._value: dict[str, object] = {}

    def find(self, span: Span, message: str, notes: tuple[str, ...] = (), hint: str = _WAY_OUT) -> None:
        """Report what is wrong."""
        self._report(Diagnostic(rules.LOCK_UNREADABLE, span, message, notes, hint))

    def is_head(self) -> bool:
        """Whether the line begins a lock of the one format we know."""
        if not self._read():
            return False
        if "lock" not in self._value:
            self.find(self._line, 'a lock begins with a line `{"lock": 1}`', hint=_ANEW)
            return False
        if self._value["lock"] != _FORMAT:
            message = f"this lock is of format {shown(str(self._value['lock']))}"
            self.find(self._place("lock"), message, (f"this briefgen knows format {_FORMAT}",), _ANEW)
            return False
        return True

    def entry(self) -> LockEntry | None:
        """The entry of the line."""
        if not self._read():
            return None
        known = (*_REQUIRED, *_OPTIONAL)
        for key in self._value:
            if key not in known:
                near = suggest(key, known)
                notes = (f"did you mean `{near}`?",) if near else ()
                self.find(self._place(key), f"unknown key {shown(key)}", notes)
                return None
        for key in _REQUIRED:
            if key not in self._value:
                self.find(self._line, f"`{key}` is missing")
                return None
        text_file = self._formed("text", sha256) if "text" in self._value else ""
        occurrence = self._taken("occurrence", _count, "a number") if "occurrence" in self._value else 0
        brief, work, words = (self._taken(key, _words, "a text") for key in ("brief", "work", "words"))
        verdict = self._taken("verdict", _verdict, "one of " + ", ".join(f"`{one}`" for one in Verdict))
        ranges = self._taken("at", _ranges, "pairs of places, as in `[[120, 164]]`")
        of, fold = (self._taken(key, _count, "a number") for key in ("of", "fold"))
        capture = self._formed("capture", sha256)
        verified = self._formed("verified", day)
        if (
            text_file is None
            or occurrence is None
            or brief is None
            or work is None
            or words is None
            or verdict is None
            or ranges is None
            or of is None
            or fold is None
            or capture is None
            or verified is None
        ):
            return None
        number = self._line.line
        chosen = occurrence or None
        return LockEntry(
            brief, work, words, chosen, verdict, ranges, of, capture, text_file, fold, verified, number
        )

    def _read(self) -> bool:
        try:
            value = json.loads(self._line.text)
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, dict):
            self.find(self._line, "this line is no entry of a lock")
            return False
        self._value = value
        return True

    def _taken(self, key: str, take: Callable[[object], T | None], expected: str) -> T | None:
        taken = take(self._value[key])
        if taken is None:
            found = _found(self._value[key])
            self.find(self._place(key), f"`{key}` cannot be {found}", (f"expected {expected}",))
        return taken

    def _formed(self, key: str, form: Form[str]) -> str | None:
        written = self._taken(key, _words, "a text")
        formed = form(written) if written is not None else None
        if isinstance(formed, Flaw):
            self.find(self._place(key), f"`{key}` {formed.what}", formed.notes)
            return None
        return formed

    def _place(self, key: str) -> Span:
        """A key in the line, as JSON writes it; the whole line when it is written otherwise."""
        start = self._line.text.find(_json(key))
        if start < 0:
            return self._line
        first = self._line.start + start
        return self._line.file.span(first, first + len(_json(key)))


def _found(value: object) -> str:
    """A value that cannot be, for a message."""
    try:
        return shown(_json(value))
    except RecursionError:  # what Python can just read it cannot write again
        return "nested so deeply"


def _words(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def _verdict(value: object) -> Verdict | None:
    return Verdict(value) if isinstance(value, str) and value in set(Verdict) else None


def _ranges(value: object) -> tuple[tuple[int, int], ...] | None:
    if not isinstance(value, list) or not value:
        return None
    ranges = tuple(_range(pair) for pair in value)
    whole = tuple(one for one in ranges if one is not None)
    return whole if len(whole) == len(ranges) else None


def _range(value: object) -> tuple[int, int] | None:
    if not isinstance(value, list) or len(value) != 2:
        return None
    start, end = value
    numbers = all(isinstance(place, int) and not isinstance(place, bool) for place in value)
    return (start, end) if numbers and 0 <= start < end else None
