"""Quotations that are bound to nothing, have no words, or carry emphasis nobody owns to."""

from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.quotation import Quotation, QuotationForm
from briefgen.parse.check import Check, Seen


def _quotations(seen: Seen) -> Iterator[Diagnostic]:
    for quotation in seen.quotations:
        if quotation.refused and quotation.keys:
            pass  # that is an error of its own, whatever the words are
        elif not quotation.text.strip():
            yield Diagnostic(rules.QUOTATION_EMPTY, quotation.span, "there are no words in this quotation")
        elif not quotation.keys and quotation.unique and quotation.form is QuotationForm.BLOCK:
            pass  # a passage without a work is an error of its correction or claim
        elif not quotation.keys:
            yield _unbound(quotation)
        elif quotation.emphasised and not quotation.emphasis_ours:
            yield Diagnostic(
                rules.EMPHASIS_UNMARKED,
                quotation.span,
                "the emphasis in this quotation is not said to be ours",
                hint=f"write `emphasis ours` after the key: `[@{quotation.keys[0]}, p. 3, emphasis ours]`",
            )


def _unbound(quotation: Quotation) -> Diagnostic:
    if quotation.form is QuotationForm.BLOCK:
        message = "this block quote is bound to no work"
        hint = "end it with its citation: `> [@key]`; if the words are yours: `> […]{.own}`"
    else:
        message = "these words are in quotation marks and bound to no work"
        hint = (
            "put the citation into the same sentence, after the words; if they are your own, "
            'write `["…"]{.own}`'
        )
    return Diagnostic(rules.QUOTATION_UNBOUND, quotation.span, message, hint=hint)


CHECK = Check(_quotations)
