"""Whether a brief and its translations say the same: corrections, verdicts, quotations, errata, versions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.markdown.plain import block_text
from briefgen.model.brief import Brief, Status
from briefgen.model.finding import Finding
from briefgen.model.lock import locked_words

_MOST = 8
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class _Said:
    """What is to be the same in every language, each with the words in which its absence is told."""

    things: Mapping[tuple[object, ...], str]
    quotations: Mapping[tuple[object, ...], list[str]]
    version: str


def is_ahead(other: Brief, brief: Brief) -> bool:
    """Whether another language has changes that a brief does not have yet."""
    front = other.front
    mine = {(one.date, one.kind) for one in brief.front.errata}
    if any((one.date, one.kind) not in mine for one in front.errata):
        return True
    return front.version != brief.front.version and front.changed > brief.front.changed


def out_of_step(brief: Brief, original: Brief) -> Iterator[Diagnostic]:
    """What a translation has and its original lacks, and the other way round; nothing of drafts."""
    named = brief.front.translation_of
    if named is None or Status.DRAFT in (brief.front.status, original.front.status):
        return
    here, there = _said(brief), _said(original)
    notes = [f"only here: {said}" for said in _missing(here, there)]
    notes += [f"only in {original.slug}: {said}" for said in _missing(there, here)]
    if here.version != there.version:
        notes.append(f"the version is {here.version} here, and {there.version} there")
    if brief.front.status is not original.front.status:
        notes.append(f"the status is `{brief.front.status}` here, and `{original.front.status}` there")
    if notes:
        more = [f"and {len(notes) - _MOST} differences more"] if len(notes) > _MOST else []
        message = f"this translation and `{original.slug}` are not in step"
        hint = "bring the one that lags up to date; its readers are told until then where there is an erratum"
        yield Diagnostic(rules.TRANSLATION_OUT_OF_STEP, named.span, message, (*notes[:_MOST], *more), hint)


def _missing(one: _Said, other: _Said) -> Iterator[str]:
    """What only one of two has. Each language cuts a quotation as its grammar wants: one that is a part of
    another of the same works counts as there."""
    yield from (said for key, said in one.things.items() if key not in other.things)
    for keys, quoted in one.quotations.items():
        there = other.quotations.get(keys, ())
        for words in dict.fromkeys(quoted):
            if not any(words in more or more in words for more in there):
                yield f"“{words[:_WIDEST]}{'…' * (len(words) > _WIDEST)}”"


def _said(brief: Brief) -> _Said:
    front = brief.front
    things: dict[tuple[object, ...], str] = {}
    quotations: dict[tuple[object, ...], list[str]] = {}
    for finding in brief.findings:
        name = finding.identifier or _passages(finding)
        things["finding", finding.verdict, name] = f"{finding.kind} `{name}`, {finding.verdict}"
    examined = {reference.name for reference in front.about}
    for quotation in brief.quotations:
        keys = tuple(key for key in quotation.keys if key in examined)
        if keys:
            quotations.setdefault(keys, []).append(locked_words(quotation))
    for erratum in front.errata:
        things["erratum", erratum.date, erratum.kind] = f"the {erratum.kind} of {erratum.date}"
    return _Said(things, quotations, front.version)


def _passages(finding: Finding) -> str:
    return " … ".join(" ".join(block_text(passage.quote).split()) for passage in finding.passages)[:80]
