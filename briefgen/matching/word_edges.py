"""Where a quotation may begin and end: never inside a word or a number."""

from unicodedata import category, name

from briefgen.matching.negations import NEGATING_PREFIXES
from briefgen.matching.scripts import is_continuous, only_particles_follow

_NUMBER_MARKS = frozenset(".,:/·٫٬．，")
_SIGNS = frozenset("-+±")
# Behind a word these number a footnote, behind "km" they belong to it.
_SUPERSCRIPT_DIGITS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONGEST_UNIT = 3
_CONTRACTED = frozenset({"t", "s", "re", "ve", "ll", "d", "m"})


def splits_word(text: str, offset: int, *, ends: bool) -> bool:
    """Whether a hit in a folded `text` that ends (or begins) at `offset` would cut something in two.

    Cut may be neither a word, nor a number with its marks ("1.500", "28 500", "13:34") and its sign,
    nor a base letter from its marks. Between two characters of a script without spaces any place is
    an edge. Hyphens are edges, except behind a prefix that turns a word into its contrary.
    """
    if not 0 < offset < len(text):
        return False
    after = text[offset]
    if category(after)[0] == "M":
        return True
    before = _base_before(text, offset)
    if before.isalnum() and after.isalnum():
        if before.isdecimal() and after.isdecimal():
            return True
        if is_continuous(before) or is_continuous(after):
            return False
        if ends and after in _SUPERSCRIPT_DIGITS and len(_word_before(text, offset)) > _LONGEST_UNIT:
            return False
        return not (ends and only_particles_follow(text, offset))
    if before == after == ".":
        return True
    if "'" in (before, after):
        return _splits_at_apostrophe(text, offset, ends=ends)
    if before.isdecimal() or after.isdecimal():
        return _splits_number(text, offset, ends=ends)
    return (
        not ends and before == "-" and after.isalpha() and _word_before(text, offset - 1) in NEGATING_PREFIXES
    )


def _base_before(text: str, offset: int) -> str:
    """The character before `offset`, marks that sit on it passed over."""
    index = offset - 1
    while index > 0 and category(text[index])[0] == "M":
        index -= 1
    return text[index]


def _splits_at_apostrophe(text: str, offset: int, *, ends: bool) -> bool:
    """In can't, Putin's, l'homme, п'ять, 1'500, right before or right behind the apostrophe."""
    mark = offset if text[offset] == "'" else offset - 1
    left, right = text[mark - 1 : mark], text[mark + 1 : mark + 2]
    if not (left.isalnum() and right.isalnum()):
        return False
    if right.isdecimal():
        return left.isdecimal()
    tail = _word_after(text, mark + 1).casefold()
    if offset == mark:
        # What an English genitive follows is a whole word; "can" of "can't" is not.
        return not (ends and tail == "s")
    return tail in _CONTRACTED or "CYRILLIC" in name(right, "")


def _splits_number(text: str, offset: int, *, ends: bool) -> bool:
    """Right before or right behind a digit that has no digit and no letter on the other side."""
    before, after = text[offset - 1], text[offset]
    if after.isdecimal():
        further = text[offset - 2 : offset - 1] if offset >= 2 else ""
        if before in _NUMBER_MARKS:
            return further.isdecimal()
        if before in _SIGNS:
            return not ends and not further.isalnum()
        return before == " " and _groups_digits(text, offset - 1)
    if after in _NUMBER_MARKS:
        return text[offset + 1 : offset + 2].isdecimal()
    return after == " " and _groups_digits(text, offset)


def _groups_digits(text: str, space: int) -> bool:
    """Whether the space at `space` separates thousands: one to three digits before it, three behind."""
    behind = text[space + 1 : space + 5]
    if not (behind[:3].isdecimal() and len(behind) >= 3) or behind[3:].isdecimal():
        return False
    start = space
    while start > 0 and text[start - 1].isdecimal():
        start -= 1
    return 1 <= space - start <= 3 and not text[max(start - 1, 0) : start].isalpha()


def _word_before(text: str, end: int) -> str:
    start = end
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    return text[start:end].casefold()


def _word_after(text: str, start: int) -> str:
    end = start
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[start:end]
