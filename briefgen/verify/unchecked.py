"""Quotations that nobody could look up: one warning a work, unless captures.yml says why it has none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.capture import CaptureList, ListState
from briefgen.model.layout import project
from briefgen.model.workspace import StaleQuotation, VerifiedBrief, VerifiedQuotation
from briefgen.summed import summed
from briefgen.text import Span

Place = tuple[Span, str]
"""Where words are quoted from a work, by its key, that has no capture."""


@summed
def not_looked_up(brief: VerifiedBrief) -> tuple[Place, ...]:
    """The words of a brief that nobody could look up."""
    return tuple(place for found in brief.quotations for place in without_capture(found))


def without_capture(found: VerifiedQuotation) -> Iterator[Place]:
    """The works of a quotation that have no capture."""
    return ((found.quotation.span, check.key) for check in found.checks if check.capture is None)


def report_unchecked(
    quoted: Iterable[Place],
    captures: CaptureList,
    stale: Iterable[StaleQuotation],
    report: Report,
) -> None:
    """Report the works that are quoted and not in captures.yml, each at the first place that quotes it.

    What was reported already is passed over: a faulty list, a capture that cannot be read, one that stands
    below its key in another case, one that was there when the words were locked. Without a list there is one
    warning for all works.
    """
    told = {(one.quotation.span, one.entry.work) for one in stale}
    listed = captures.folded_keys
    places: dict[str, dict[Span, None]] = {}
    for span, key in quoted:
        if key.casefold() not in listed and (span, key) not in told:
            places.setdefault(key, {})[span] = None
    spans = {key: tuple(found) for key, found in places.items()}
    match captures.state:
        case ListState.ABSENT if spans:
            report(_absent(spans))
        case ListState.WHOLE:
            for key, own in spans.items():
                report(_unchecked(key, own))
        case ListState.ABSENT | ListState.FAULTY:
            pass


def _unchecked(key: str, quoted: Sequence[Span]) -> Diagnostic:
    first, *others = quoted
    words = "these words are" if not others else f"{len(quoted)} quotations from `{key}` are"
    return Diagnostic(
        rules.QUOTATION_NOT_CHECKED,
        first,
        f"{words} not checked: `{key}` has no capture",
        tuple(f"also quoted: {place}" for place in _by_file(others)),
        f"store a copy with `briefgen capture FILE --key {key}`, or say why there is none: "
        f"`capture: none` and `why` below the key in {project.CAPTURES}",
    )


def _absent(spans: Mapping[str, Sequence[Span]]) -> Diagnostic:
    quoted = [span for found in spans.values() for span in found]
    which = "this quotation" if len(quoted) == 1 else f"any of {len(quoted)} quotations"
    return Diagnostic(
        rules.CAPTURES_ABSENT,
        quoted[0],
        f"without {project.CAPTURES} nobody looks up {which}",
        tuple(f"quoted: `{key}`, {', '.join(_by_file(found))}" for key, found in spans.items()),
        "store copies of what you quote with `briefgen capture FILE --key KEY`: it makes the file",
    )


def _by_file(spans: Iterable[Span]) -> tuple[str, ...]:
    """Places, those of one file together: ``sources/bridge.md:12:4, 30:1``."""
    files: dict[str, list[str]] = {}
    for span in spans:
        files.setdefault(span.path, []).append(f"{span.line}:{span.column}")
    return tuple(f"{path}:{', '.join(places)}" for path, places in files.items())
