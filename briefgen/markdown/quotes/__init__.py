"""Which quotation marks of a line of text are a pair, and which are left over."""

from briefgen.markdown.quotes.left_over import LeftMark, left_marks
from briefgen.markdown.quotes.over_paragraphs import ParagraphQuotation, paragraph_quotations
from briefgen.markdown.quotes.pairing import pair_quotes
from briefgen.markdown.quotes.shapes import SINGLE

__all__ = ["SINGLE", "LeftMark", "ParagraphQuotation", "left_marks", "pair_quotes", "paragraph_quotations"]
