"""Two versions of a text: their difference word by word, and what of it is more than a slip of the pen."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from briefgen.languages import language_of
from briefgen.matching.fold import fold
from briefgen.matching.lexicon import WordKind, lexicon_of
from briefgen.matching.numbers import number_pattern, numbers
from briefgen.matching.word_diff import DiffOp, DiffPiece, Token, rendered, tokens_of

_KEY = re.compile(r"(?<![\w@])@[^\s;\],]+")
_ENDS = frozenset(".!?:…。！？")
_OPENS = frozenset("\"'([{-|•")


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change does to a text beyond its wording: ``a number``, and its words before and after."""

    what: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.what} (“{self.before or 'none'}”, now “{self.after or 'none'}”)"


def word_diff(before: str, after: str) -> str:
    """The difference of two texts in one line: ``[-before-] {+after+}``; what is alike is cut short."""
    return rendered(tuple(_pieces(before, after)))


def likeness(before: str, after: str) -> float:
    """From 0 to 1, by the words that both have in the same order."""
    return SequenceMatcher(None, before.split(), after.split(), autojunk=False).ratio()


def touched_by(before: str, after: str, language: str) -> tuple[Touched, ...]:
    """The numbers, denials, limits and names that are others than before.

    A name is what a capital letter makes one, not at the beginning of a sentence, or a changed word of a
    script without capitals; behind an article of a language that writes nouns with capitals it is none, as
    long as one letter changes. `language` is a BCP 47 tag.
    """
    old, new = (fold(_KEY.sub("@", text), language).text for text in (before, after))
    found = []
    for what, listed in (("a number", _numbers), ("a word that denies or limits", _denials)):
        gone, come = _difference(listed(old, language), listed(new, language))
        if gone or come:
            found.append(Touched(what, ", ".join(gone), ", ".join(come)))
    names = list(_names(old, new, language))
    if names:
        before_after = [", ".join(filter(None, words)) for words in zip(*names, strict=True)]
        found.append(Touched("a name, or what may be one", *before_after))
    return tuple(found)


def _numbers(folded: str, language: str) -> list[str]:
    return [" ".join(match[0].split()) for match in numbers(folded, number_pattern(language))]


def _denials(folded: str, language: str) -> list[str]:
    lexicon = lexicon_of(language) or lexicon_of("")
    assert lexicon is not None, "all languages together have lists"
    listed = lexicon.listed(lexicon.tokens(folded)) + lexicon.listed_in_spaceless(folded)
    return [one.words.lower() for one in listed if one.kind is not WordKind.AFFIRMATION]


def _difference(before: Sequence[str], after: Sequence[str]) -> tuple[list[str], list[str]]:
    """What only one of two lists has; where both have the same in another order, all of both."""
    gone, come = Counter(before) - Counter(after), Counter(after) - Counter(before)
    if not gone and not come and list(before) != list(after):
        return list(before), list(after)
    return list(gone.elements()), list(come.elements())


def _names(old: str, new: str, language: str) -> Iterator[tuple[str, str]]:
    words = language_of(language)
    articles = words.noun_articles if words else frozenset()
    small = {token.key for text in (old, new) for token in tokens_of(text) if token.key.islower()}
    small |= words.function_words | words.sentence_starters if words else frozenset()
    for before, after, leads in _replaced(old, new):
        pairs: list[tuple[Token | None, Token | None]] = list(zip_longest(before, after))
        if len(before) != len(after):
            pairs = [*((token, None) for token in before), *((None, token) for token in after)]
        for gone, come in pairs:
            is_slip = bool(gone and come and leads in articles and _is_slip(gone.key, come.key))
            sides = ((gone, old), (come, new))
            if not is_slip and any(token and _is_name(token, text, small) for token, text in sides):
                yield gone.key if gone else "", come.key if come else ""


def _replaced(old: str, new: str) -> Iterator[tuple[list[Token], list[Token], str]]:
    """The stretches that differ, as tokens before and after, with the word before each in small letters."""
    before, after = tokens_of(old), tokens_of(new)
    for op, a, b, c, d in _opcodes(before, after):
        if op != "equal":
            yield before[a:b], after[c:d], before[a - 1].key.lower() if a else ""


def _is_name(token: Token, text: str, small: Iterable[str]) -> bool:
    first = token.key[0]
    if not first.isalpha() or first.islower():
        return False
    if first.upper() == first.lower():
        return True  # no capitals tell its names
    return not (_begins_sentence(token, text) and token.key.lower() in small)


def _begins_sentence(token: Token, text: str) -> bool:
    before = text[: token.start].rstrip(" ").rstrip("".join(_OPENS) + " ")
    return not before or before[-1] in _ENDS or before[-1] == "\n"


def _is_slip(before: str, after: str) -> bool:
    """Whether one letter too many, too few or wrong, or two in the wrong order, is all the difference."""
    if before[:1] != after[:1] or abs(len(before) - len(after)) > 1:
        return False
    head = next(
        (at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]),
        min(len(before), len(after)),
    )
    rest, other = before[head:], after[head:]
    return (
        rest[1:] == other[1:]
        or rest[1:] == other
        or rest == other[1:]
        or (rest[:2] == other[:2][::-1] and rest[2:] == other[2:])
    )


def _pieces(before: str, after: str) -> Iterator[DiffPiece]:
    old, new = tokens_of(before), tokens_of(after)
    for op, a, b, c, d in _opcodes(old, new):
        if op == "equal":
            yield DiffPiece(DiffOp.BOTH, _text(after, new[c:d]))
            continue
        if a < b:
            yield DiffPiece(DiffOp.QUOTATION, _text(before, old[a:b]))
        if c < d:
            yield DiffPiece(DiffOp.SOURCE, _text(after, new[c:d]))


def _opcodes(before: Sequence[Token], after: Sequence[Token]) -> Sequence[tuple[str, int, int, int, int]]:
    ours, theirs = [token.key for token in before], [token.key for token in after]
    return SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()


def _text(text: str, tokens: Sequence[Token]) -> str:
    return text[tokens[0].start : tokens[-1].end]
