"""``[@key, no "corrosion"]``: a citation that says which words do not stand in its work."""

from functools import cache

from briefgen.languages import any_language
from briefgen.markdown.plain import plain_text
from briefgen.model.citation import QuotedLocator
from briefgen.model.inline import CitationItem, Quoted


def absent_words(item: CitationItem) -> QuotedLocator | None:
    """The words that a citation says its work does not have: they stand in quotation marks behind a *no*."""
    if len(item.remark) != 2 or not isinstance(item.remark[1], Quoted):
        return None
    if plain_text(item.remark[:1]).strip().lower() not in _denying():
        return None
    inside = item.remark[1].children
    span = inside[0].span.to(inside[-1].span) if inside else item.remark[1].span
    return QuotedLocator(plain_text(inside).strip(), span)


@cache
def _denying() -> frozenset[str]:
    return any_language().negative_determiners
