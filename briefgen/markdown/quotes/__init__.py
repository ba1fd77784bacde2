"""Which quotation marks of a line of text are a pair, and which are left over."""

from briefgen.markdown.quotes.left_over import LeftMark, closing_of, left_marks
from briefgen.markdown.quotes.mark_kinds import SINGLE
from briefgen.markdown.quotes.over_paragraphs import ParagraphQuotation, paragraph_quotations
from briefgen.markdown.quotes.pairing import pair_quotes

__all__ = [
    "SINGLE",
    "LeftMark",
    "ParagraphQuotation",
    "closing_of",
    "left_marks",
    "pair_quotes",
    "paragraph_quotations",
]
