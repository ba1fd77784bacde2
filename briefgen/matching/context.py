"""What stands right before and right behind a quotation in its capture: a word, say, that takes it back.

A cut is no lie by itself, and "verified" says nothing of it. So it is shown to the author, who decides.
All is judged within the sentence, in a window around the place, by the lists of the language.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from briefgen.languages import language_of
from briefgen.matching.clauses import begins_with_exception, governing, is_name_of_thing, names_thing
from briefgen.matching.cut_ends import CLAUSE_END, ends_sentence, separated_part, turns_about
from briefgen.matching.fold import fold
from briefgen.matching.lexicon import Lexicon, Token, WordKind, lexicon_of
from briefgen.matching.quantities import cuts_change
from briefgen.matching.scripts import CONTINUOUS, HANGUL
from briefgen.matching.straddling import limit_of_number, straddling
from briefgen.sentences import SentenceMap

SHORT = 4
"""A quotation of fewer letters and digits is very short, …"""
SHORT_SYLLABLES = 2
"""… or one of fewer characters that are a syllable or a word each."""

_BEHIND = 240
_AHEAD = 160
_LONGEST_NAME = 120
_LONGEST_PHRASE = 40
# What follows a full stop tells whether it ends a sentence.
_AFTER_STOP = 24
# How many words behind a closing omission still belong to what it cuts, and how many characters where words
# have no spaces.
_OMITTED_WORDS = 5
_OMITTED_CHARACTERS = 8
_BETWEEN = r"([\s,;:(،؛，；：（、-]*)"
_COMMAS = frozenset(",;،؛，；、")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_SYLLABLE = re.compile(f"[{CONTINUOUS}{HANGUL}]")
_UNSPACED = re.compile(f"[{CONTINUOUS}{HANGUL}]$")
_DASH = re.compile(r"(?:(?<!\s)\s++)?[—–]\s*(?=\D)")
# "The tax will double", warned Smith, "if the bill passes"
_SPEECH_GOES_ON = re.compile(
    r'(?:\s*+(?:,"?,?|",?)\s|\s++)(?:[^".!?\n]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]s)\.){1,80}[,:]?\s"(?=\w)'
)
_DENYING = (WordKind.NEGATION, WordKind.DENIAL)
_FIGURE = re.compile(r"\d")
_CLAUSE_WORDS = 2
# "asked her mother if"
_ASKING_WORDS = 4


def is_very_short(quotation: str) -> bool:
    """Whether the words are so few that finding them says next to nothing."""
    letters = [mark for mark in quotation if mark.isalnum()]
    syllables = len(_SYLLABLE.findall(quotation))
    return len(letters) < SHORT and syllables < SHORT_SYLLABLES


def before_quotation(text: str, start: int, end: int, language: str) -> str | None:
    """The word that denies or limits the quotation ``[start, end)`` right before it, in its sentence.

    `text` is the capture's NFC text and `language` its BCP 47 tag; without a list of the language there is no
    answer. None, too, for the mere name of a thing: up to three words that hold no verb as far as lists tell.
    """
    lexicon = lexicon_of(language) if language else None
    if lexicon is None:
        return None
    lead, whole = _lead(text, start, language)
    found = governing(lead, lexicon, whole=whole)
    folded = _plain(text[start : min(end, start + _LONGEST_NAME)])
    if found is None:
        return _parted(lead, folded, lexicon)
    quoted = lexicon.tokens(folded)
    if _is_subject(lead, text, end, quoted, lexicon):
        return found.words
    return None if is_name_of_thing(quoted, found, lexicon.tokens(lead), lexicon) else found.words


def _parted(lead: str, quoted: str, lexicon: Lexicon) -> str | None:
    """What belongs to the beginning of a quotation and stands before it, both folded."""
    number = lead[-_LONGEST_PHRASE:]
    if _FIGURE.search(number) and cuts_change(
        number, quoted[:_LONGEST_PHRASE], lexicon.language.tag, ends=False
    ):
        return lead.split()[-1]
    limit = limit_of_number(lead.lower().rstrip(), quoted, lexicon)
    before, words = lexicon.tokens(lead), lexicon.tokens(quoted)
    return limit or straddling(before, words, lexicon) or _denied_clause(before, words, lexicon)


def _denied_clause(lead: Sequence[Token], quoted: Sequence[Token], lexicon: Lexicon) -> str | None:
    """What denies the clause that a quotation is with its “that”: Er will nicht, | dass sie geht."""
    if (
        not lead
        or not quoted
        or lead[-1].text not in _COMMAS
        or quoted[0].key not in lexicon.language.that_words
    ):
        return None
    listed = lexicon.listed(lead[:-1])
    denies = listed and listed[-1].end == len(lead) - 1 and listed[-1].kind in _DENYING
    return listed[-1].words if denies else None


def _is_subject(lead: str, text: str, end: int, quoted: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a negation that may be a pronoun is all that stands before the rest of its clause: Ingen |
    röstade för planen."""
    if len(quoted) < _CLAUSE_WORDS or lead.strip().lower() not in lexicon.language.negative_determiners:
        return False
    return CLAUSE_END.match(text, end) is not None


def governed_by_author(before: str, language: str, quoted: str = "") -> bool:
    """Whether an author's words right before what is `quoted` deny or limit it, too."""
    lexicon = lexicon_of(language) or lexicon_of("")
    if lexicon is None:
        return False
    lead = _lead_of(before)
    return (
        governing(lead, lexicon, whole=True) is not None
        or _parted(lead, _plain(quoted[:_LONGEST_NAME]), lexicon) is not None
    )


def after_quotation(
    text: str, end: int, language: str = "", *, start: int | None = None, omission: bool = False
) -> str | None:
    """The limiting word or negation with which the sentence goes on behind a quotation that ends at `end`.

    `text` is the capture's NFC text and `language` its BCP 47 tag; with an empty one, or one without a
    list, there is no answer. None, too, when the quotation ends a sentence, or its source ends a
    paragraph there, or when the quotation, which begins at `start`, is the mere name of a thing. Behind an
    `omission` at its end only what denies counts, and within the clause it need not stand right there.
    """
    lexicon = lexicon_of(language) if language else None
    if lexicon is None or ends_sentence(text, end):
        return None
    ahead = _sentence_ahead(text, end, language)
    if not ahead:
        return None
    last = _plain(text[max(start or 0, end - _LONGEST_PHRASE) : end])
    word = _right_behind(ahead, lexicon, last, omission=omission)
    if _FIGURE.search(last) and cuts_change(last, ahead[:_LONGEST_PHRASE], language, ends=True):
        return ahead.split()[0]
    if omission:
        word = word or _denial_in_clause(ahead, lexicon)
    elif start is not None:
        word = _of_statement(text, start, end, word, ahead, lexicon)
    if word is None and start is not None and (part := separated_part(ahead, lexicon)):
        verbs = lexicon.tokens(_plain(text[max(start, end - _BEHIND) : end]))
        turned = turns_about(verbs, part, lexicon)
        return part if turned or _begins_clause(text, start, language) else None
    return word


def _of_statement(
    text: str, start: int, end: int, word: str | None, ahead: str, lexicon: Lexicon
) -> str | None:
    """The word behind a quotation, unless that is a mere name; or what makes *only* of its negation."""
    exception = None if word else begins_with_exception(lexicon.tokens(ahead[:_LONGEST_PHRASE]), lexicon)
    if not (word or exception):
        return None
    # What stands at its end is enough to tell: no name of a thing is longer.
    quoted = lexicon.tokens(_plain(text[max(start, end - _LONGEST_NAME) : end]))
    if word:
        # A clause that is limited is no name: The crowd cheered | , unless it rained.
        denies = any(one.kind is WordKind.NEGATION for one in lexicon.listed(lexicon.tokens(word)))
        clause = not denies and _begins_clause(text, start, lexicon.language.tag)
        named = end - start <= _LONGEST_NAME and names_thing(quoted, lexicon, clause=clause)
        return None if named else word
    return exception if any(one.kind is WordKind.NEGATION for one in lexicon.listed(quoted)) else None


def _sentence_ahead(text: str, end: int, language: str) -> str:
    """The rest of the sentence behind a quotation, folded; empty where a paragraph ends."""
    window = _PARAGRAPH_END.split(text[end : end + _AHEAD])[0]
    sentences = SentenceMap(window, language)
    return _plain(window[: sentences.end(0)])


def _right_behind(ahead: str, lexicon: Lexicon, last: str, *, omission: bool) -> str | None:
    match = _behind(lexicon.language.tag).match(ahead)
    if match is not None:
        between, denial, negation, anywhere, after_comma = match.groups()
        if denial:
            return denial
        if negation and not between.strip():
            return negation
        if omission:
            return None
        if after_comma and not _COMMAS.isdisjoint(between):
            return after_comma
        if after_comma in lexicon.language.limits_before and not _asks(last, lexicon):
            return after_comma
        if anywhere:
            return anywhere
    if not omission and (speech := _SPEECH_GOES_ON.match(ahead)):
        onward = _behind(lexicon.language.tag).match(", " + ahead[speech.end() :])
        return onward and (onward[4] or onward[5])
    return None


def _asks(last: str, lexicon: Lexicon) -> bool:
    """Whether what a quotation ends with asks or tells what the word of a condition begins: She asked |
    if."""
    words = [token.key for token in lexicon.tokens(last) if token.is_word]
    asking = lexicon.language.asking_words
    return not asking or not asking.isdisjoint(words[-_ASKING_WORDS:])


def _denial_in_clause(ahead: str, lexicon: Lexicon) -> str | None:
    """A denial among the next words of the clause."""
    if lexicon.spaceless is not None:
        near = re.split(r"[，。、；：！？,;:]", ahead[:_OMITTED_CHARACTERS])[0]
        for one in lexicon.listed_in_spaceless(near):
            return one.words if one.kind in (WordKind.NEGATION, WordKind.DENIAL) else None
        return None
    tokens = lexicon.tokens(ahead)
    count = 0
    while count < len(tokens) and count < _OMITTED_WORDS:
        if not tokens[count].is_word or tokens[count].key in lexicon.language.clause_words:
            break
        count += 1
    listed = lexicon.listed(tokens[: count + 1])
    return next(
        (
            one.words
            for one in listed
            if one.kind in (WordKind.NEGATION, WordKind.DENIAL) and one.start < count
        ),
        None,
    )


def _lead(text: str, start: int, language: str) -> tuple[str, bool]:
    """The sentence before a quotation that begins at `start`, folded; and whether it is whole."""
    low = max(0, start - _BEHIND)
    window = text[low : start + _AFTER_STOP]
    lead = SentenceMap(window, language).before(start - low)
    return _lead_of(lead), low == 0 or len(lead) < start - low


def _lead_of(text: str) -> str:
    # An apostrophe at the very end would fold as a mark: "n’" of "n’accepterons" is a word.
    return _plain(text + "x")[:-1]


def _begins_clause(text: str, start: int, language: str) -> bool:
    lead, whole = _lead(text, start, language)
    mark = lead.rstrip()[-1:]
    return not mark.isalnum() if mark else whole


@cache
def _behind(tag: str) -> re.Pattern[str]:
    """What may stand right behind a quotation: a denial of it, a negation, a limit, one behind a comma."""
    language = language_of(tag)
    assert language is not None
    really = _alternatives(language.intensifiers)
    forms = [re.escape(beginning) for beginning in language.negation_beginnings]
    if language.negation_endings:
        forms.append(rf"\w+(?:{_alternatives(language.negation_endings)})")
    negations = "|".join((_alternatives(language.negations), *forms))
    return re.compile(
        f"{_BETWEEN}(?!{_alternatives(language.affirmations)})"
        f"(?:({_alternatives(language.denials_after)})"
        f"|(?:(?:{really}) )?({negations})"
        f"|({_alternatives(language.limits_after)})"
        f"|({_alternatives(language.limits_after_comma)}))",
        re.IGNORECASE,
    )


def _alternatives(words: Iterable[str]) -> str:
    """Whole words, the longest first, so that "es sei denn" is not read as something shorter; or nothing."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", " ") + _word_end(word) for word in ordered) or "(?!)"


def _word_end(word: str) -> str:
    return "" if _UNSPACED.search(word) or word.endswith("'") else r"(?![\w'])"


def _plain(text: str) -> str:
    """A stretch of a capture as lists have it: folded, divided words put together, dashes apart."""
    folded = fold(_DASH.sub(" — ", text) if "—" in text or "–" in text else text)
    return folded.breaks.joined(0, len(folded.text))
