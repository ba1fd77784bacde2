"""Raised and lowered digits: ten to the fifth is not a hundred and five, so the text keeps them apart."""

_SIGNS = "0123456789+-−="
_RAISED = str.maketrans(_SIGNS, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼")
_LOWERED = str.maketrans(_SIGNS, "₀₁₂₃₄₅₆₇₈₉₊₋₋₌")


def raised(text: str) -> str:
    """A text as an exponent or the mark of a note: ``⁵``. Letters stay as they are."""
    return text.translate(_RAISED)


def lowered(text: str) -> str:
    """A text as an index: ``₂``. Letters stay as they are."""
    return text.translate(_LOWERED)
