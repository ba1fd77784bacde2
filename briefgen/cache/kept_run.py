"""The outcome of a run as it is kept: JSON, of which nothing is believed that does not fit."""

import json
from collections.abc import Mapping
from dataclasses import astuple, dataclass, field, fields, replace

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Rule, Severity
from briefgen.model.counts import Counts, LockState
from briefgen.model.included import Filled, Piece
from briefgen.model.project import ProjectFiles
from briefgen.text import Span, TextFile

_VERSION = 3


@dataclass(frozen=True, slots=True)
class KeptRun:
    """What a run found and counted, and the generated files of docs/ with their sha256.

    `generated` is None where nothing was written: after an error, or by a command that writes nothing.
    `newest`, `misses_cards`, `lists` and `cited` are those of a compilation.
    """

    findings: tuple[Diagnostic, ...]
    counts: Counts
    lock: LockState
    newest: str
    misses_cards: bool
    generated: Mapping[str, str] | None = None
    lists: tuple[Filled, ...] = ()
    cited: Mapping[str, str] = field(default_factory=dict)


def encode_run(run: KeptRun, fingerprint: str, files: ProjectFiles) -> str | None:
    """The text that keeps a run; None where a finding is about a text that is not of the project."""
    texts = _texts(files)
    findings = []
    for finding in run.findings:
        span = finding.span
        known = texts.get(span.path)
        if not _is_of_the_rules(finding.rule) or (span.file != known and span.file.text):
            return None
        place = [span.path, span.start, span.end, span.file == known]
        weight = finding.weight and finding.weight.value
        findings.append(
            [
                finding.rule.code,
                place,
                finding.message,
                finding.notes,
                finding.hint,
                finding.of_draft,
                weight,
                finding.about,
            ]
        )
    said = {
        "version": _VERSION,
        "fingerprint": fingerprint,
        "findings": findings,
        "counts": astuple(run.counts),
        "lock": astuple(run.lock),
        "newest": run.newest,
        "misses_cards": run.misses_cards,
        "lists": [astuple(one) for one in run.lists],
        "cited": dict(run.cited),
        "generated": run.generated if run.generated is None else dict(run.generated),
    }
    return json.dumps(said, ensure_ascii=True, sort_keys=True) + "\n"


def decode_run(text: str, fingerprint: str, files: ProjectFiles) -> KeptRun | None:
    """The run that was kept, if it is one of these files; None for any other text."""
    try:
        said = json.loads(text)
        if (said["version"], said["fingerprint"]) != (_VERSION, fingerprint):
            return None
        texts = _texts(files)
        generated = said["generated"]
        locked, new, stale, gone, entries = said["lock"]
        return KeptRun(
            tuple(_finding(one, texts) for one in said["findings"]),
            _counts(said["counts"]),
            LockState(
                _number(locked),
                _number(new),
                _number(stale),
                _number(gone),
                None if entries is None else _number(entries),
            ),
            _line(said["newest"]),
            said["misses_cards"] is True,
            None if generated is None else {_line(path): _line(hash_) for path, hash_ in generated.items()},
            tuple(_filled(*one) for one in said["lists"]),
            {_line(path): _line(text) for path, text in said["cited"].items()},
        )
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return None


def _counts(said: list[object]) -> Counts:
    if len(said) != len(fields(Counts)):
        raise ValueError("other counts")
    *numbers, by_hand = said
    pages = _counts(by_hand) if isinstance(by_hand, list) else None
    briefs, *fates = map(_number, numbers)
    names = [one.name for one in fields(Counts)][1:-1]
    return replace(Counts(briefs), **dict(zip(names, fates, strict=True)), by_hand=pages)


def _filled(element: object, lang: object, pieces: list[list[object]]) -> Filled:
    return Filled(_line(element), _line(lang), tuple(Piece(*map(_line, piece)) for piece in pieces))


def _finding(said: list[object], texts: Mapping[str, TextFile]) -> Diagnostic:
    code, place, message, notes, hint, of_draft, weight, about = said
    if not isinstance(place, list) or not isinstance(notes, list):
        raise TypeError("no list")
    path, start, end, is_known = place
    file = texts[path] if is_known else TextFile(_line(path), "")
    start, end = _number(start), _number(end)
    if not start <= end <= len(file.text):
        raise ValueError("a place outside its file")
    span, way_out = Span(file, start, end), None if hint is None else _line(hint)
    rule, notes = rules.by_code(_line(code)), tuple(map(_line, notes))
    weighs = None if weight is None else Severity(_line(weight))
    return Diagnostic(rule, span, _line(message), notes, way_out, of_draft is True, weighs, _line(about))


def _is_of_the_rules(rule: Rule) -> bool:
    try:
        return rules.by_code(rule.code) is rule
    except KeyError:
        return False


def _texts(files: ProjectFiles) -> Mapping[str, TextFile]:
    several = (*files.briefs, *files.contexts, *files.bibliography, *files.including, *files.citing)
    single = (files.captures, files.settings, files.lock, files.published)
    return {file.path: file for file in (*several, *single) if file is not None}


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError("no number")
    return value


def _line(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value
