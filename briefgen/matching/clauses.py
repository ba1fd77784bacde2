"""Which word governs what follows a stretch of a sentence: a denial, a doubt, a limit or a condition."""

import re
from collections.abc import Sequence

from briefgen.matching.lexicon import Lexicon, Listed, Token, WordKind
from briefgen.matching.scripts import HANGUL
from briefgen.matching.speakers import COMMAS, QUOTES, without_speaker

# How far a word reaches: over so many little words; through a "that" over so many words of the main clause
# besides; and from where it opens a sentence over so many words.
_LITTLE_WORDS = 5
_BEFORE_THAT = 3
_OPENING_WORDS = 4
_NAME_WORDS = 3
_PAIR = 2
_CONDITION_WORDS = 3
_SHORTEST_STEM = 2
_SYLLABLE = re.compile(f"[{HANGUL}]$")
_STOPS = frozenset(".!?。！？")
_CLAUSE_MARKS = frozenset(",;:.!?()-—،؛，；：、。！？")


def governing(lead: str, lexicon: Lexicon, *, whole: bool) -> Listed | None:
    """What denies or limits whatever follows `lead`, the folded beginning of a sentence; None: nothing.

    A denial reaches over articles, auxiliaries and the like (``did not really``), and through a *that* from
    the clause before it. An introductory clause limits as a whole (``If the dam breaks,``). `whole`: `lead`
    begins where its sentence does. Offsets of the result count tokens, in a script without spaces characters.
    """
    if lexicon.spaceless is not None and (found := _in_spaceless(lead, lexicon)) is not None:
        return found
    tokens = without_speaker(lexicon.tokens(lead))
    while tokens and tokens[-1].text in QUOTES:
        tokens.pop()
    if not tokens:
        return None
    if len(tokens) > 1 and tokens[-1].key in lexicon.language.then_words and tokens[-2].text in COMMAS:
        tokens.pop()
    if tokens[-1].text in COMMAS:
        return _in_introduction(tokens[:-1], lexicon) or _denied(tokens[:-1], lexicon)
    if len(tokens) > 1 and tokens[-1].text == "." and tokens[-2].text.isdecimal():
        tokens.pop()  # До 2019. | мост је био затворен
    if not tokens[-1].is_word:
        return None
    return (
        _correlative(tokens, lexicon)
        or _condition(tokens, lexicon)
        or _walking_back(tokens, lexicon)
        or _opening(tokens, lexicon, whole=whole)
    )


def _correlative(tokens: Sequence[Token], lexicon: Lexicon) -> Listed | None:
    """The second of two words that deny together: Weder Regen noch | Wind."""
    for phrase in lexicon.language.correlatives:
        first, second = phrase.split()
        if tokens[-1].key == second and any(token.key == first for token in tokens[:-1]):
            return Listed(len(tokens) - 1, len(tokens), WordKind.NEGATION, phrase.replace(" ", " … "))
    return None


def _walking_back(tokens: Sequence[Token], lexicon: Lexicon) -> Listed | None:
    language = lexicon.language
    listed = {one.end: one for one in lexicon.listed(tokens)}
    little, content, through, bare = 0, 0, False, True
    at = len(tokens)
    while at > 0:
        token = tokens[at - 1]
        found = listed.get(at)
        if found is not None and found.kind is WordKind.AFFIRMATION:
            return None
        if found is not None and _is_named(found, tokens):
            found = None
        if found is not None and (found.kind is not WordKind.LIMIT or not (through or content)):
            return found
        if token.key in language.clause_words:
            return None
        if token.key in language.that_words:
            through = True
        elif token.key in lexicon.little_words:
            little += 1
            bare = bare and token.key not in language.determiners
        elif token.is_word and through:
            content += 1
        elif token.is_word and bare and (none := listed.get(at - 1)) is not None:
            # The thing itself is denied: No man | has seen the ship.
            return none if none.words.lower() in language.negative_determiners else None
        elif not (token.text in COMMAS and through and content == 0):
            return None
        if little > _LITTLE_WORDS or content > _BEFORE_THAT:
            return None
        at -= 1
    return None


def _is_named(found: Listed, tokens: Sequence[Token]) -> bool:
    """Whether a limit is a name there, by its capital behind a word of small letters: in May."""
    if found.kind is not WordKind.LIMIT or found.end - found.start > 1 or found.start == 0:
        return False
    before, word = tokens[found.start - 1].text, tokens[found.start].text
    return word.istitle() and before[-1:].isalnum() and not before.isupper()


def _condition(tokens: Sequence[Token], lexicon: Lexicon) -> Listed | None:
    """The form of a verb that makes a condition of its clause, without a comma: Baraj yıkılırsa | …"""
    word = tokens[-1].key
    words = " ".join(token.key for token in tokens[-_CONDITION_WORDS:])
    for ending in lexicon.language.limit_endings:
        if " " in ending and words.endswith(ending):
            return Listed(len(tokens) - 1, len(tokens), WordKind.LIMIT, ending)
        stem = word.removesuffix(ending)
        # One syllable is a word where a letter is one: 내리면; and “Bursa” is none.
        if stem != word and len(stem) >= (1 if _SYLLABLE.search(stem) else _SHORTEST_STEM):
            return Listed(len(tokens) - 1, len(tokens), WordKind.LIMIT, tokens[-1].text)
    return None


def _opening(tokens: Sequence[Token], lexicon: Lexicon, *, whole: bool) -> Listed | None:
    """A limit that opens the sentence, a few words before what it limits: Bis 2019 war | …"""
    marks = [at for at, token in enumerate(tokens) if token.text in _CLAUSE_MARKS]
    # Bis zum 4. Mai, Do 2019. godine
    dots = [at for at in marks if at and tokens[at].text == "." and tokens[at - 1].text.isdecimal()]
    if not whole or len(tokens) - len(dots) > _OPENING_WORDS or len(marks) > len(dots):
        return None
    return _limit_at(tokens, 0, lexicon)


def _denied(tokens: Sequence[Token], lexicon: Lexicon) -> Listed | None:
    """A denial that a clause ends with: Er bestritt, | …"""
    listed = lexicon.listed(tokens)
    ends = listed and listed[-1].end == len(tokens) and listed[-1].kind is WordKind.DENIAL
    return listed[-1] if ends else None


def _in_introduction(tokens: Sequence[Token], lexicon: Lexicon) -> Listed | None:
    """A limit that opens the clause before a comma: Unless it rains, | …

    In the middle of a sentence only a condition or an exception does, and behind a conjunction.
    """
    language = lexicon.language
    start = len(tokens)
    while start > 0 and tokens[start - 1].text not in _CLAUSE_MARKS:
        start -= 1
    clause = tokens[start:]
    while clause and clause[0].text in QUOTES:
        start, clause = start + 1, clause[1:]
    if start and clause and clause[0].key in language.that_words and tokens[start - 1].text in COMMAS:
        # Hätte er gewusst, dass sie kommt, | …
        return _in_introduction(tokens[: start - 1], lexicon)
    aside = _limit_at(tokens[: start - 1], 0, lexicon) if start else None
    stands = aside is not None and 1 < aside.end == start - 1 and tokens[start - 1].text in COMMAS
    if aside is not None and stands and aside.words not in language.limits_of_own_clause:
        # Es sei denn, es regnet, | findet das Fest statt.
        return aside
    text = " ".join(token.text for token in clause)
    ending = next((end for end in language.limit_endings if text.endswith(end)), None)
    if ending:
        return Listed(len(tokens) - 1, len(tokens), WordKind.LIMIT, ending)
    if clause and any(clause[0].key.endswith(end) for end in language.limit_endings if end[0] == "-"):
        return Listed(start, start + 1, WordKind.LIMIT, clause[0].text)  # Nebude-li pršet, | …
    first = _limit_at(clause, 0, lexicon)
    if first is not None and first.words in language.limits_of_own_clause and first.end < len(clause):
        # Perhaps the story fooled me, | and the shadows passed.
        return None
    if first is not None:
        conditions = (*language.limits_after, *language.limits_after_comma)
        opens = start == 0 or tokens[start - 1].text in _STOPS or tokens[start - 1].text in QUOTES
        return first if opens or first.words in conditions else None
    conjunctions = language.that_words | language.clause_words
    for at in range(1, len(clause)):
        if clause[at - 1].key in conjunctions:
            found = _limit_at(clause, at, lexicon)
            elsewhere = (*language.limits_opening, *language.limits_of_own_clause)
            if found is not None and found.words not in elsewhere:
                return found
    return None


def _limit_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Listed | None:
    """The longest limiting phrase that begins at a token, unless a phrase that affirms begins there."""
    here = next((one for one in lexicon.listed(tokens[at:]) if one.start == 0), None)
    if here is not None and here.kind is WordKind.AFFIRMATION:
        return None
    for end in range(min(len(tokens), at + 6), at, -1):
        phrase = " ".join(token.key for token in tokens[at:end]).replace("' ", "'")
        if phrase in lexicon.opening:
            return Listed(at, end, WordKind.LIMIT, " ".join(token.text for token in tokens[at:end]).lower())
    return None


def _in_spaceless(lead: str, lexicon: Lexicon) -> Listed | None:
    """The same in a script without spaces."""
    text = lead.rstrip().rstrip("\"'([「『").rstrip()
    if not text:
        return None
    listed = lexicon.listed_in_spaceless(text)
    # Thai sets a space where others set a comma.
    spaced = lead[-1] == " " and "\u0e00" <= text[-1] <= "\u0e7f"
    if text[-1] in COMMAS or spaced:
        through = len(text) if spaced else len(text) - 1
        marks = _CLAUSE_MARKS | {" "} if spaced else _CLAUSE_MARKS
        clause = max(text.rfind(mark, 0, through) for mark in marks) + 1
        opened = text[clause:through].lstrip()
        begins = through - len(opened)
        for one in listed:
            own = one.words in lexicon.language.limits_of_own_clause and one.end < through
            if one.start == begins and one.kind is WordKind.LIMIT and not own:
                return one
        for phrase in sorted((*lexicon.language.limits_opening, *lexicon.language.limit_endings)):
            if opened.startswith(phrase) and phrase in lexicon.language.limits_opening:
                return Listed(begins, begins + len(phrase), WordKind.LIMIT, phrase)
            if opened.endswith(phrase) and phrase in lexicon.language.limit_endings:
                return Listed(through - len(phrase), through, WordKind.LIMIT, phrase)
        if not spaced:
            return None
    if text[-1] in _CLAUSE_MARKS:
        return None
    end = len(text)
    by_end = {one.end: one for one in listed}
    between = sorted(lexicon.language.intensifiers | lexicon.language.that_words, key=lambda word: -len(word))
    for _ in range(_LITTLE_WORDS):
        if end in by_end:
            return None if by_end[end].kind is WordKind.AFFIRMATION else by_end[end]
        little = next((word for word in between if text.endswith(word, 0, end)), "")
        if not little:
            return None
        end = len(text[: end - len(little)].rstrip())
    return None


def is_name_of_thing(quoted: Sequence[Token], found: Listed, lead: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a quotation is a name, or up to three words that hold no verb as far as lists tell.

    `found` is what governs it, among the tokens of the `lead`. What is negated itself is no name of a thing
    ("not negotiable"): so an article, a preposition or a *no* stands before it, or an article begins it.
    """
    language = lexicon.language
    words = [token for token in quoted if token.is_word]
    if not words or len(words) > _NAME_WORDS or lexicon.spaceless is not None:
        return False
    if _is_name(words, lexicon):
        return True
    if any(word.key in language.verb_signs or word.key in language.negations for word in words):
        return False
    before = next((token.key for token in reversed(lead) if token.is_word), "")
    if before in language.that_words:
        return False
    # Behind a comma it is a clause, and the last word of "refused to" is no preposition of ours.
    right_behind = found.end == len([token for token in lead if token.text not in QUOTES])
    if before in language.determiners and not right_behind:
        return True
    if right_behind and found.words.lower() in language.negative_determiners:
        return True
    begins = words[0].key in language.determiners - language.that_words
    return begins and (len(words) == 2 or (right_behind and found.kind is WordKind.NEGATION))


def names_thing(quoted: Sequence[Token], lexicon: Lexicon, *, clause: bool) -> bool:
    """The same for a quotation that something stands behind: nothing tells of it but its own words, and
    whether it stands as a `clause`, where three words hold a verb."""
    words = [token for token in quoted if token.is_word]
    if not words or len(words) > _NAME_WORDS or lexicon.spaceless is not None:
        return False
    if any(word.key in lexicon.language.verb_signs for word in words):
        return False
    determiners = lexicon.language.determiners - lexicon.language.that_words
    return _is_name(words, lexicon) or (words[0].key in determiners and not (clause and len(words) > _PAIR))


def _is_name(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether every word has a capital but for little ones between them: Northern Bridge, Port of London."""
    capital = [word.text[:1].isupper() for word in words]
    if any(word.key in lexicon.language.verb_signs for word in words if not word.text[:1].isupper()):
        return False
    little = [word.key in lexicon.little_words or word.text[:1].isdigit() for word in words]
    return any(capital) and all(map(max, capital, little)) and capital[-1 if not little[-1] else 0]


def begins_with_exception(tokens: Sequence[Token], lexicon: Lexicon) -> str | None:
    """The word at the beginning of a text that makes *only* of a negation before it: ne … que."""
    for phrase in lexicon.language.exceptives:
        if " ".join(token.key for token in tokens[: len(phrase.split())]) == phrase:
            return phrase
    return None
