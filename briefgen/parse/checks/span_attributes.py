"""What is wrong with the attributes of a bracketed span: ``[words]{.own}``, ``[words]{.event date=2024}``."""

from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.event import EVENT, names_event
from briefgen.model.inline import BracketedSpan
from briefgen.parse.check import Check, Seen
from briefgen.suggest import suggest
from briefgen.text import Span, has_words

_OWN = "own"
_CLASSES = (_OWN, EVENT)
_KEYS = ("occurrence", "elision_ok", "reason")
_OF_EVENTS = ("date", "title")
_POSSIBLE = 'expected `.own reason="…"`, `.event date=2024-06-19`, `occurrence=2` or `elision_ok="reason"`'


def _spans(seen: Seen) -> Iterator[Diagnostic]:
    for node in seen.of(BracketedSpan):
        yield from attribute_faults(node)


def attribute_faults(node: BracketedSpan) -> Iterator[Diagnostic]:
    """Attributes that mean nothing, an `occurrence` that is no number, and a reason without words."""
    attributes = node.attributes
    unknown = [name for name in attributes.classes if name not in _CLASSES]
    keys = (*_KEYS, *_OF_EVENTS) if names_event(attributes) else _KEYS
    if attributes.identifier:
        unknown.append(f"#{attributes.identifier}")
    for name in unknown:
        shown = name if name.startswith("#") else f".{name}"
        yield _means_nothing(attributes.span, shown, suggest(name, _CLASSES))
    for pair in attributes.pairs:
        if pair.key not in keys:
            yield _means_nothing(pair.span, f"{pair.key}=", suggest(pair.key, keys))
        elif pair.key == "occurrence" and not (pair.value.isdecimal() and int(pair.value)):
            yield Diagnostic(
                rules.ATTRIBUTE_UNKNOWN,
                pair.span,
                f"`{pair.value}` is no number of a place",
                ("expected `occurrence=1`, `occurrence=2` and so on",),
            )
        elif pair.key == "reason" and _OWN not in attributes.classes:
            yield _means_nothing(pair.span, "reason=", ".own reason=")
        elif pair.key == "reason" and not has_words(pair.value):
            yield Diagnostic(
                rules.REASON_EMPTY,
                pair.span,
                "`reason` says none",
                ("expected words that say where the author's own words come from",),
                'write `[…]{.own reason="…"}`, or leave it out',
            )
        elif pair.key == "elision_ok" and not has_words(pair.value):
            yield Diagnostic(
                rules.REASON_EMPTY,
                pair.span,
                "`elision_ok` says no reason",
                ("expected words that say why the omission or the cut is fair",),
                'write `["…"]{elision_ok="reason"}`, or leave it out',
            )


def _means_nothing(span: Span, shown: str, near: str | None) -> Diagnostic:
    return Diagnostic(
        rules.ATTRIBUTE_UNKNOWN,
        span,
        f"`{shown}` means nothing on words in brackets",
        (_POSSIBLE,),
        f"did you mean `{near}`?" if near else None,
    )


CHECK = Check(_spans)
