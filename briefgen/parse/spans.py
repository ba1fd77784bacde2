"""What is wrong with the attributes of a bracketed span: ``[words]{.own}``."""

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.inline import BracketedSpan
from briefgen.suggest import suggest
from briefgen.text import Span, has_words

_CLASS = "own"
_KEYS = ("occurrence", "elision_ok")
_POSSIBLE = 'expected `.own`, `occurrence=2` or `elision_ok="reason"`'


def check_span(node: BracketedSpan, report: Report) -> None:
    """Report attributes that mean nothing, an `occurrence` that is no number, and a reason without words."""
    attributes = node.attributes
    unknown = [name for name in attributes.classes if name != _CLASS]
    if attributes.identifier:
        unknown.append(f"#{attributes.identifier}")
    for name in unknown:
        shown = name if name.startswith("#") else f".{name}"
        _means_nothing(attributes.span, shown, suggest(name, [_CLASS]), report)
    for pair in attributes.pairs:
        if pair.key not in _KEYS:
            _means_nothing(pair.span, f"{pair.key}=", suggest(pair.key, _KEYS), report)
        elif pair.key == "occurrence" and not (pair.value.isdecimal() and int(pair.value)):
            report(
                Diagnostic(
                    rules.ATTRIBUTE_UNKNOWN,
                    pair.span,
                    f"`{pair.value}` is no number of a place",
                    ("expected `occurrence=1`, `occurrence=2` and so on",),
                )
            )
        elif pair.key == "elision_ok" and not has_words(pair.value):
            report(
                Diagnostic(
                    rules.REASON_EMPTY,
                    pair.span,
                    "`elision_ok` says no reason",
                    ("expected words that say why the omission or the cut is fair",),
                    'write `["…"]{elision_ok="reason"}`, or leave it out',
                )
            )


def _means_nothing(span: Span, shown: str, near: str | None, report: Report) -> None:
    report(
        Diagnostic(
            rules.ATTRIBUTE_UNKNOWN,
            span,
            f"`{shown}` means nothing on words in brackets",
            (_POSSIBLE,),
            f"did you mean `{near}`?" if near else None,
        )
    )
