"""Where a quotation may begin and end: never inside a word, a compound or a number."""

import re
from unicodedata import category, name

from briefgen.languages import Language, any_language, language_of
from briefgen.matching.fold import Folded
from briefgen.matching.quantities import Quantities
from briefgen.matching.scripts import is_continuous, is_unspelt, only_particles_follow
from briefgen.matching.typography import HYPHENS, RAISED

# Behind a word these number a footnote, behind "km" they belong to it.
_SUPERSCRIPT_DIGITS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONGEST_UNIT = 3
_LONGEST_WORD = 40
_CONTRACTED = frozenset({"t", "s", "re", "ve", "ll", "d", "m"})
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万億亿兆萬两兩")
_HEBREW = re.compile("[\u05d0-\u05ea]")
# What stands before a word as one letter or some, and before its quotation mark: ה"ידיעות".
_HEBREW_PREFIXES = re.compile("[והבכלמש]{1,3}")
_LONGEST_ACRONYM_END = 3
_DECADE = re.compile(r"\d\ds?(?!\w)")
_WORD = re.compile(r"[^\W_]+")


def cuts(
    folded: Folded, source: str, quantities: Quantities, offset: int, language: str, *, ends: bool
) -> bool:
    """Whether a quotation that ends (or begins) at `offset` of a folded text would cut something in two.

    Cut may be neither a word, nor a compound at its hyphen, nor a number from its sign, range or unit, nor
    a base letter from its marks. Between two characters of a script without spaces any place is an edge.
    `source` is the NFC text that was folded, `quantities` are those of the folded one, `language` is its
    BCP 47 tag.
    """
    text = folded.text
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    # Most edges are those of words with a space beside them.
    if (before == " " or after == " ") and _plain_space(text, offset):
        return False
    words = language_of(language) or any_language()
    return (
        _splits_word(text, offset, words, ends=ends)
        or quantities.cuts(offset, ends=ends)
        or _splits_compound(folded, source, offset, words, ends=ends)
        or (not ends and _lacks_apostrophe(folded, source, offset, words))
        or _splits_ordinal(folded, source, offset)
    )


def _plain_space(text: str, offset: int) -> bool:
    """Whether letters alone stand around an edge: no number, no mark."""
    around = text[max(offset - 12, 0) : offset + 12]
    return around.replace(" ", "").isalpha()


def _splits_word(text: str, offset: int, words: Language, *, ends: bool) -> bool:
    after = text[offset]
    if category(after)[0] == "M":
        return True
    before = _base_before(text, offset)
    if before.isalnum() and after.isalnum():
        return _splits_letters(text, offset, before, words, ends=ends)
    if before == after == ".":
        return True
    if "'" in (before, after):
        return _splits_at_apostrophe(text, offset, words, ends=ends)
    return '"' in (before, after) and _splits_acronym(text, offset)


def _splits_letters(text: str, offset: int, before: str, words: Language, *, ends: bool) -> bool:
    """Between two letters or digits."""
    after = text[offset]
    if (before.isdecimal() and after.isdecimal()) or (before in _NUMERALS and after in _NUMERALS):
        return True
    if is_continuous(before) or is_continuous(after):
        return False
    if not ends:
        return True
    if after in _SUPERSCRIPT_DIGITS and len(_letters_before(text, offset)) > _LONGEST_UNIT:
        return False
    return not (only_particles_follow(text, offset) or _counter_follows(text, offset, words))


def _counter_follows(text: str, offset: int, words: Language) -> bool:
    """Whether a Korean number ends here and the word that counts begins: 5만|명."""
    if not words.counters:
        return False
    number = offset
    while number > 0 and text[number - 1] in words.magnitudes:
        number -= 1
    word = _WORD.match(text, offset)
    return (
        number > 0
        and text[number - 1].isdecimal()
        and word is not None
        and any(word[0].startswith(counter) for counter in words.counters)
    )


def _base_before(text: str, offset: int) -> str:
    """The character before `offset`, marks that sit on it passed over."""
    index = offset - 1
    while index > 0 and category(text[index])[0] == "M":
        index -= 1
    return text[index]


def _splits_at_apostrophe(text: str, offset: int, words: Language, *, ends: bool) -> bool:
    """In can't, Putin's, l'homme, п'ять, 1'500, right before or right behind the apostrophe."""
    mark = offset if text[offset] == "'" else offset - 1
    left, right = text[mark - 1 : mark], text[mark + 1 : mark + 2]
    if not (left.isalnum() and right.isalnum()):
        return False
    if right.isdecimal():
        return left.isdecimal()
    tail = _letters_after(text, mark + 1).casefold()
    if offset == mark:
        # What an English genitive or a Turkish ending follows is a whole word; "can" of "can't" is not.
        if tail in words.plural_endings and not _is_name(text, mark, words):
            return True
        return not (ends and (tail == "s" or tail in words.enclitics))
    if tail in _CONTRACTED or "CYRILLIC" in name(right, ""):
        return True
    return _letters_before(text, mark).casefold() not in words.proclitics


def _is_name(text: str, mark: int, words: Language) -> bool:
    """Whether the word before an apostrophe is a name, as far as can be told: it has a capital, and where it
    begins the sentence no little word stands behind it: Anna's fiets; Auto's en fietsen."""
    word = _letters_before(text, mark)
    if not word[:1].isupper():
        return False
    before = text[: mark - len(word)].rstrip(" \"'(")
    if before and before[-1] not in ".!?":
        return True
    behind = _letters_after(text, mark + 3).casefold()
    return behind not in words.little_words | words.clause_words


def _splits_ordinal(folded: Folded, source: str, offset: int) -> bool:
    """Before or behind the full stop between an ordinal number and its raised letter: 7.º"""
    text = folded.text
    stop = offset if text[offset] == "." else offset - 1
    letter = stop + 1
    return (
        text[stop] == "."
        and text[max(stop - 1, 0) : stop].isdecimal()
        and text[letter : letter + 1].isalpha()
        and _mark_of(folded, source, letter) in RAISED
    )


def _splits_acronym(text: str, offset: int) -> bool:
    """In צה"ל, right before or right behind the mark; a prefix before a quotation mark is another matter."""
    mark = offset if text[offset] == '"' else offset - 1
    if not (_HEBREW.match(text, mark - 1) and _HEBREW.match(text, mark + 1)):
        return False
    ending = _letters_after(text, mark + 1)
    if len(ending) == 1:
        return True
    prefix = _HEBREW_PREFIXES.fullmatch(_letters_before(text, mark))
    return prefix is None and len(ending) <= _LONGEST_ACRONYM_END


def _splits_compound(folded: Folded, source: str, offset: int, words: Language, *, ends: bool) -> bool:
    """At the hyphen of vice-president, Fuß- und Radweg, or of a line end within a word."""
    text = folded.text
    if text[offset] == "-":
        mark = offset
    elif text[offset - 1] == "-":
        mark = offset - 1
    elif folded.breaks.stands_at(offset - 2):
        mark = offset - 2
    else:
        return False
    # The „Spiegel“ of „Spiegel“-Bericht is a part of it as well.
    joined = text[mark - 1 : mark].isalnum() or (
        text[mark - 1] == '"' and text[mark - 2 : mark - 1].isalnum()
    )
    if not joined or _mark_of(folded, source, mark) not in HYPHENS:
        return False
    behind = mark + (2 if folded.breaks.stands_at(mark) else 1)
    if not text[behind : behind + 1].isalnum():
        # "Fuß" of "Fuß- und Radweg" is another word; the hyphen goes with it.
        return ends and offset == mark and text[behind : behind + 1] == " "
    leans = _only_enclitics(text, behind, words)
    if ends or offset != behind:
        return offset != mark or not leans
    if behind == mark + 2 and _letters_after(text, behind).casefold() in words.suspending_words:
        return False
    return not leans and _letters_before(text, mark).casefold() not in words.proclitics


def _only_enclitics(text: str, start: int, words: Language) -> bool:
    """Whether what follows a hyphen are enclitics to the end of the word: -t-il, -le-moi; not -en-ciel."""
    limit = start + _LONGEST_WORD
    while start < limit:
        word = _letters_after(text, start)
        start += len(word)
        if word.casefold() not in words.enclitics:
            return False
        if text[start : start + 1] != "-" or not text[start + 1 : start + 2].isalpha():
            return True
        start += 1
    return False


def _lacks_apostrophe(folded: Folded, source: str, offset: int, words: Language) -> bool:
    """Whether the word at `offset` begins with an apostrophe right before it: ’s avonds, ’tis, ’90s."""
    text = folded.text
    if (
        text[offset - 1] not in "\"'"
        or not text[offset].isalnum()
        or is_unspelt(text[offset])
        or text[max(offset - 2, 0) : offset - 1].isalnum()
    ):
        return False
    mark = _mark_of(folded, source, offset - 1)
    if mark not in "'‘’ʼ":
        return False
    if _DECADE.match(text, offset):
        return True
    word = _letters_after(text, offset)
    if not word:
        return False
    return word.casefold() in words.apostrophe_words or (mark == "’" and not _opens_with_apostrophe(words))


def _opens_with_apostrophe(words: Language) -> bool:
    """Whether a word behind ’ may be one that a quotation begins with (’så’ in Swedish)."""
    openings = {opening for opening, _ in words.quotation_marks}
    return not openings or "’" in openings


def _mark_of(folded: Folded, source: str, offset: int) -> str:
    """The mark of the source; a dash for several hyphens."""
    start, end = folded.source_range(offset, offset + 1)
    return "—" if source[start:end].count("-") > 1 else source[start : start + 1]


def _letters_before(text: str, end: int) -> str:
    start = end
    while start > 0 and text[start - 1].isalpha() and end - start < _LONGEST_WORD:
        start -= 1
    return text[start:end]


def _letters_after(text: str, start: int) -> str:
    end = start
    while end < len(text) and text[end].isalpha() and end - start < _LONGEST_WORD:
        end += 1
    return text[start:end]
