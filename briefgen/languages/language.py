"""What the checks know of one language, as its file of data says it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """One language: words and marks, no behaviour.

    All words are in small letters and NFC, with straight apostrophes; a phrase is words with single
    spaces. An empty field says that the language has no such list, never that it has no such words: what
    needs the list then says that it could not judge.
    """

    tag: str
    """The BCP 47 primary language subtag, which is the name of the file, too."""
    name: str
    """Its name in English."""
    abbreviations: frozenset[str] = frozenset()
    """Words whose full stop ends no sentence, without that stop (``bzw``, ``v. chr``)."""
    negations: frozenset[str] = frozenset()
    """Words that deny what they stand in (``not``, ``kein``)."""
    negation_beginnings: tuple[str, ...] = ()
    """What a word begins with that denies by itself (French ``n'``)."""
    negation_endings: tuple[str, ...] = ()
    """What a word ends with that denies by itself (English ``n't``, Japanese ``ない``)."""
    negating_prefixes: frozenset[str] = frozenset()
    """What turns a word into its contrary when it stands before it with a hyphen (``nicht``, ``ex``)."""
    separable_prefixes: frozenset[str] = frozenset()
    """Parts of verbs that stand at the end of the clause (German ``ab`` of ``lehnt … ab``)."""
    denials: tuple[str, ...] = ()
    """Words and phrases that deny or doubt what follows them (``denied``, ``it is not true that``)."""
    affirmations: tuple[str, ...] = ()
    """Phrases that hold a denial and affirm (``without a doubt``, ``not only``)."""
    limits_before: tuple[str, ...] = ()
    """Words and phrases that limit what follows them (``unless``, ``until``, ``almost``, ``if``)."""
    limits_after: tuple[str, ...] = ()
    """Words and phrases that limit what was said before them (``unless``, ``but``)."""
    limits_after_comma: tuple[str, ...] = ()
    """Such as do so only behind a comma (German ``doch``, ``wenn``)."""
    quotation_marks: tuple[tuple[str, str], ...] = ()
    """Its usual pairs of quotation marks, opening and closing, the outer one first."""
    title_marks: tuple[tuple[str, str], ...] = ()
    """Pairs of marks that set off titles and quote nobody (Chinese ``《 》``)."""
    quoted_in: tuple[str, ...] = ()
    """What an author writes before a key to say that the words stand there (``quoted in``, ``zit. nach``)."""
    emphasis_ours: tuple[str, ...] = ()
    """What an author writes behind a key to own to emphasis (``emphasis ours``)."""
    function_words: frozenset[str] = frozenset()
    """Its commonest words, by which a few words are known to be in it (``the``, ``of``)."""
    units: tuple[str, ...] = ()
    """Words of units and currencies that belong to the number before them (``per cent``, ``Kilometer``)."""
    attached_units: frozenset[str] = frozenset()
    """Such as stand behind their number without a space (Chinese ``公里``)."""
    magnitudes: tuple[str, ...] = ()
    """Words that are a part of the number before them (``million``, ``тыс``, ``万``)."""
    sign_words: frozenset[str] = frozenset()
    """Words for the sign of a number (``minus``)."""
    counters: frozenset[str] = frozenset()
    """What counts things and follows its number without a space (Korean ``명``)."""
    proclitics: frozenset[str] = frozenset()
    """What leans on the word behind its apostrophe or hyphen, so that this is whole (French ``l``, ``qu``)."""
    enclitics: frozenset[str] = frozenset()
    """What leans on the word before its apostrophe or hyphen (French ``-t-il``, Turkish ``'da``)."""
    apostrophe_words: frozenset[str] = frozenset()
    """Words that begin with an apostrophe, without it (``tis``, Dutch ``s``)."""
    suspending_words: frozenset[str] = frozenset()
    """What follows a suspended hyphen (``und`` of ``Fuß- und Radweg``)."""
    negating_tails: tuple[str, ...] = ()
    """What denies and follows what it denies without a space (Japanese ``ではない``)."""
