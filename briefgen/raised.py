"""Raised and lowered digits: ten to the fifth is not a hundred and five, so the text keeps them apart."""

import re

_SIGNS = "0123456789+-−="
_RAISED = str.maketrans(_SIGNS, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼")
_LOWERED = str.maketrans(_SIGNS, "₀₁₂₃₄₅₆₇₈₉₊₋₋₌")
_LETTERS = str.maketrans(
    "abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW()",
    "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ⁽⁾",
)
# One letter is a power (2ⁿ, xⁿ⁺¹); more are an ending, a title, a word.
_POWER = re.compile(r"[\d+\-−=()]*[A-Za-z][\d+\-−=()]*")


def raised(text: str) -> str:
    """A text as an exponent or the mark of a note: ``⁵``, ``ⁿ``. Words stay as they are."""
    plain = text.translate(_RAISED)
    return plain.translate(_LETTERS) if _POWER.fullmatch(text) else plain


def lowered(text: str) -> str:
    """A text as an index: ``₂``. Letters stay as they are."""
    return text.translate(_LOWERED)
