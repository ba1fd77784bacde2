"""The translations that briefs give of the words they quote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefgen.markdown.plain import block_text
from briefgen.markdown.walk import runs_in
from briefgen.model.block import BlockQuote, Box
from briefgen.model.box import BoxRole
from briefgen.model.quotation import QuotationForm
from briefgen.model.workspace import VerifiedBrief
from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class GivenTranslation:
    """A translation as plain text; `of` is the key of the work it is taken from, empty when it is ours."""

    text: str
    of: str = ""


def given_translations(brief: VerifiedBrief) -> Mapping[Span, Sequence[GivenTranslation]]:
    """The translations of a brief's quotations, by the span of the quotation.

    A translation is the box below a block quote, or quoted words beside a locator that quotes the original.
    """
    given: dict[Span, list[GivenTranslation]] = {}
    for run in runs_in(brief.resolved.blocks):
        for quote, box in pairwise(run):
            if not (isinstance(quote, BlockQuote) and isinstance(box, Box)):
                continue
            if box.kind.role is BoxRole.TRANSLATES:
                translation = GivenTranslation(" ".join(block_text(box).split()), box.attributes.value("of"))
                given.setdefault(quote.span, []).append(translation)
    beside = {
        found.quotation.citation: found.quotation.span
        for found in brief.quotations
        if found.quotation.form is QuotationForm.LOCATOR
    }
    for found in brief.quotations:
        if found.resolved.translation and (span := beside.get(found.quotation.citation)):
            given.setdefault(span, []).append(GivenTranslation(found.quotation.text))
    return given
