"""What the checks know of one language, as its file of data says it."""

from dataclasses import dataclass, fields
from functools import reduce

from briefgen.languages.references import ReferenceWords


@dataclass(frozen=True, slots=True)
class Language:
    """One language: words and marks, no behaviour.

    All words are in small letters and NFC, with straight apostrophes; a phrase is words with single
    spaces. An empty field says that the language has no such list, never that it has no such words: what
    needs the list then says that it could not judge.
    """

    tag: str
    """The BCP 47 primary language subtag, as its file is named; empty: all languages at once."""
    name: str
    """Its name in English."""
    also: frozenset[str] = frozenset()
    """Further subtags that this file serves (``hr`` of Serbian, ``nb`` of Norwegian)."""

    # Where sentences end.
    abbreviations: frozenset[str] = frozenset()
    """Words whose full stop ends no sentence, without that stop (``bzw``, ``u.s.w``)."""
    whole_words: frozenset[str] = frozenset()
    """Words of it that are abbreviations in other languages (``best``)."""
    sentence_starters: frozenset[str] = frozenset()
    """Words that begin a sentence with a capital and are no names: behind one of them even the full stop
    of an abbreviation has ended the sentence before (``etc. The``)."""
    sentence_ends: frozenset[str] = frozenset()
    """Marks that end a sentence in it and not elsewhere (the Greek question mark ``;``)."""
    ordinals: frozenset[str] = frozenset()
    """``dot`` where a full stop behind a number makes it an ordinal (``am 4. Juni``)."""

    # What denies.
    negations: frozenset[str] = frozenset()
    """Words that deny what they stand in (``not``, ``kein``)."""
    negation_beginnings: tuple[str, ...] = ()
    """What a word begins with that denies by itself (French ``n'``, Korean ``않``)."""
    negation_endings: tuple[str, ...] = ()
    """What a word ends with that denies by itself (English ``n't``, Turkish ``medi``)."""
    negative_determiners: frozenset[str] = frozenset()
    """Those negations behind which the name of a thing follows (``no``, ``kein``, ``aucun``)."""
    inseparable_endings: tuple[str, ...] = ()
    """What denies and is part of the word before it, so that no quotation may end before it (Japanese
    ``ではない``)."""
    separable_prefixes: frozenset[str] = frozenset()
    """Parts of verbs that stand at the end of the clause (German ``ab`` of ``lehnt … ab``)."""
    exceptives: tuple[str, ...] = ()
    """What turns a negation before it into *only* (French ``que`` of ``ne craint que``)."""
    denials: tuple[str, ...] = ()
    """Words and phrases that deny or doubt what follows them (``denied``, ``it is not true that``)."""
    denials_after: tuple[str, ...] = ()
    """Words and phrases that deny or doubt what stands right before them (Korean ``가 아니``)."""
    affirmations: tuple[str, ...] = ()
    """Words and phrases that hold a denial and affirm (``without a doubt``, ``not only``)."""

    # What limits.
    limits_before: tuple[str, ...] = ()
    """Words and phrases that limit what follows them (``unless``, ``until``, ``almost``, ``if``)."""
    limits_opening: tuple[str, ...] = ()
    """Such as do so only where they open a sentence (``until`` of ``Until 2019, …``)."""
    limit_endings: tuple[str, ...] = ()
    """What an introductory clause ends with that limits what follows it (Japanese ``ならば``)."""
    limits_after: tuple[str, ...] = ()
    """Words and phrases that limit what was said before them (``unless``, ``but``)."""
    limits_after_comma: tuple[str, ...] = ()
    """Such as do so only behind a comma (German ``doch``, ``wenn``)."""

    limits_of_own_clause: tuple[str, ...] = ()
    """Those of them that limit the clause they begin, and not the one behind its comma (``perhaps``)."""
    limits_of_numbers: tuple[str, ...] = ()
    """Such as limit a number in figures right behind them (``at least``, ``up to``)."""
    asking_words: frozenset[str] = frozenset()
    """Words behind which a condition's word asks and limits nothing (``asked`` of ``asked if``)."""

    # How far a word reaches, and what it stands before.
    that_words: frozenset[str] = frozenset()
    """What a denial reaches through to the clause behind it (``that``, ``dass``, ``что``)."""
    then_words: frozenset[str] = frozenset()
    """What a main clause begins with behind a condition and its comma (``then``, ``dann``)."""
    correlatives: tuple[str, ...] = ()
    """Two words of which the second denies when the first stands before it (``weder noch``)."""
    clause_words: frozenset[str] = frozenset()
    """What begins a clause that a denial before it does not reach (``because``, ``while``, ``and``)."""
    determiners: frozenset[str] = frozenset()
    """Articles, possessives, prepositions: behind one of them the name of a thing follows."""
    noun_articles: frozenset[str] = frozenset()
    """Articles of a language that writes all nouns with a capital: a word behind one is no name by that."""
    bare_modifiers: frozenset[str] = frozenset()
    """Words of such a language that stand before a noun without an article or an ending (German ``viel``)."""
    modifier_endings: frozenset[str] = frozenset()
    """What other words that stand there end with: a word with one, at the head of a sentence and before
    another with a capital, is no name by that (``große Pfähle``, ``Moskaus Armee``)."""
    intensifiers: frozenset[str] = frozenset()
    """What may stand between a negation and what it denies (``really``, ``überhaupt``)."""
    verb_signs: frozenset[str] = frozenset()
    """Pronouns and frequent forms of verbs: words with one of them are more than the name of a thing."""
    function_words: frozenset[str] = frozenset()
    """Its commonest words, by which a few words are known to be in it (``the``, ``of``)."""

    # Marks and words of authors.
    quotation_marks: tuple[tuple[str, str], ...] = ()
    """Its usual pairs of quotation marks, opening and closing, the outer one first."""
    title_marks: tuple[tuple[str, str], ...] = ()
    """Pairs of marks that set off titles and quote nobody (Chinese ``《 》``)."""
    quoted_in: tuple[str, ...] = ()
    """What an author writes before a key to say that the words stand there (``quoted in``, ``zit. nach``)."""
    emphasis_ours: tuple[str, ...] = ()
    """What an author writes behind a key to own to emphasis (``emphasis ours``)."""
    heading_words: tuple[str, ...] = ()
    """What words begin with that say of others that they are a title or a heading (``headline``)."""
    source_nouns: frozenset[str] = frozenset()
    """What a source is called, in the forms that `silences` need (``report``, ``Bericht``)."""
    silences: tuple[str, ...] = ()
    """Whole sentences that say what a source does not mention: ``*`` is the source, with its preposition
    where it has one, ``…`` the words (``* does not mention …``)."""
    remarks_denying: tuple[str, ...] = ()
    """What an author remarks in brackets with a word that denies, and not of what the words say (``not in
    the original``)."""
    locators: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The labels of places in a work by the term of CSL they stand for: ``page`` with ``p.``, ``pages``."""
    locator_joints: frozenset[str] = frozenset()
    """What joins two numbers of a place (``and``, ``u.``)."""

    # What belongs to a number, and how words hang together.
    units: tuple[str, ...] = ()
    """Words of units and currencies that belong to the number before them (``per cent``, ``Kilometer``)."""
    attached_units: frozenset[str] = frozenset()
    """Such as stand behind their number without a space (Chinese ``公里``)."""
    magnitudes: tuple[str, ...] = ()
    """Words that are a part of the number before them (``million``, ``тыс``, ``万``)."""
    ranges: tuple[str, ...] = ()
    """What makes a range of two numbers: a word between them (``to``), or one before them and one between
    (``between and``); behind a word before them that is listed with it, the word between them may be a
    change, not a range (``from to``)."""
    changes: tuple[str, ...] = ()
    """What makes a change of two numbers, and no range: a word before them and one between (``von auf``)."""
    numerals: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Numbers in words, each by its value; words that make one of several (``und`` of ``fünfundzwanzig``) by
    ``and``. A ten that is added to the number before it, as in Arabic, and does not count it, is ``+10``."""
    sign_words: frozenset[str] = frozenset()
    """Words for the sign of a number (``minus``)."""
    counters: frozenset[str] = frozenset()
    """What counts things and follows its number without a space (Korean ``명``)."""
    proclitics: frozenset[str] = frozenset()
    """What leans on the word behind its apostrophe or hyphen, which is whole (French ``l``, ``qu``)."""
    enclitics: frozenset[str] = frozenset()
    """What leans on the word before its apostrophe or hyphen (French ``-t-il``, Turkish ``'da``)."""
    plural_endings: frozenset[str] = frozenset()
    """What makes a plural behind the apostrophe of a word that is no name (Dutch ``s`` of ``auto's``)."""
    apostrophe_words: frozenset[str] = frozenset()
    """Words that begin with an apostrophe, without it (``tis``, Dutch ``s``)."""
    suspending_words: frozenset[str] = frozenset()
    """What follows a suspended hyphen (``und`` of ``Fuß- und Radweg``)."""

    # Printed references.
    reference: ReferenceWords | None = None
    """Their words; without them a reference in this language is printed in English."""

    @property
    def judges_omissions(self) -> bool:
        """Whether it has the lists that an omission is judged by."""
        return bool((self.negations or self.negation_beginnings) and self.denials)

    @property
    def little_words(self) -> frozenset[str]:
        """Words that may stand between a word that denies and what it denies."""
        return (
            self.that_words | self.determiners | self.intensifiers | self.verb_signs | self.function_words
        ) - self.clause_words


def united(languages: tuple[Language, ...]) -> Language:
    """All languages as one, for a text whose language nobody has said."""
    values = {}
    for field in fields(Language):
        if field.name not in ("tag", "name", "also", "reference"):
            lists = (getattr(language, field.name) for language in languages)
            values[field.name] = reduce(
                lambda one, other: one | other if isinstance(one, frozenset) else one + other, lists
            )
    return Language(tag="", name="all languages", **values)
