"""Content changes: other letters, words, numbers. Never at the ends: what is left might still be true."""

import re
import unicodedata
from collections.abc import Callable
from random import Random

from tests.matching.corpus import SPACELESS, Corpus

_ACCENTS = (
    dict(
        zip(
            "aouAOUeiscnеиігäöüÄÖÜéïçñёйїґ",
            "äöüÄÖÜéíšçñёйїґaouAOUeicnеиіг",
            strict=False,
        )
    )
    | dict(zip("zlZLșțăęąłžśćżőűřůğıαεηιουωάέήίόύώ", "żłŻŁstaealzsczöürugiάέήίόύώαεηιουω", strict=True))
    | {"ا": "أ", "أ": "ا", "ه": "ة", "ة": "ه", "ى": "ي", "ي": "ى"}
)
_LOOKALIKES = dict(zip("aceopxyасеорху", "асеорхуaceopxy", strict=True))
_NEGATIONS = re.compile(
    r"(?<!\w)(nicht|kein|kaum|not|no|nothing|не|ни|ні|никто|ніхто|ne|pas|rien|aucun|لم|لا|ليس|لن|nunca|nada|ninguna?"
    r"|non|nessuno|nulla|não|ninguém|niet|geen|nie|nikt|nikdo|nikdy|žádn\w+|nu|nici|nem|senki|inte|ingen|inget|ei"
    r"|kukaan|değil|hiçbir|δεν|μη|όχι|κανείς|није|нико|לא|אין|איש|नहीं|không|tidak|bukan|tak)(?!\w)"
    r"|没有|不会|没|ない"
)
# Two words or parts of them; a vowel sign is no letter to `re`, and divides no word.
_TWO_WORDS = re.compile(r"\w[^\w\u0900-\u0963]+\w|[\u3041-\u30ff\u4e00-\u9fff]{2}")
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
Mutator = Callable[[str, Corpus, Random], str | None]


def _inner(text: str, pattern: str, choose: Random) -> re.Match[str] | None:
    """A match that neither begins nor ends the text, nor touches its first or last word."""
    found = [match for match in re.finditer(pattern, text) if _inside(text, match)]
    return choose.choice(found) if found else None


def _inside(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    return bool(_TWO_WORDS.search(before) and _TWO_WORDS.search(after))


def _put(text: str, match: re.Match[str], replacement: str) -> str:
    return text[: match.start()] + replacement + text[match.end() :]


def _one(pattern: str, change: Callable[[str, Random], str | None]) -> Mutator:
    """Changes one inner match of the pattern."""

    def mutate(text: str, corpus: Corpus, choose: Random) -> str | None:
        match = _inner(text, pattern, choose)
        if match is None:
            return None
        replacement = change(match[0], choose)
        return None if replacement is None else _put(text, match, replacement)

    return mutate


def _words(change: Callable[[list[str], int, Corpus, Random], None]) -> Mutator:
    """Changes the list of words at one that is neither the first nor the last."""

    def mutate(text: str, corpus: Corpus, choose: Random) -> str | None:
        words = corpus.words(text)
        edge = 2 if corpus.language in SPACELESS else 1
        if len(words) < 2 * edge + 2:
            return None
        change(words, choose.randint(edge, len(words) - edge - 2), corpus, choose)
        return corpus.separator.join(words)

    return mutate


def _any_word(corpus: Corpus, choose: Random) -> str:
    return choose.choice([word for word in corpus.words(choose.choice(corpus.paragraphs)) if word.isalpha()])


def _drop(words: list[str], at: int, corpus: Corpus, choose: Random) -> None:
    del words[at]


def _insert(words: list[str], at: int, corpus: Corpus, choose: Random) -> None:
    words.insert(at, _any_word(corpus, choose))


def _replace(words: list[str], at: int, corpus: Corpus, choose: Random) -> None:
    words[at] = _any_word(corpus, choose)


def _swap(words: list[str], at: int, corpus: Corpus, choose: Random) -> None:
    words[at], words[at + 1] = words[at + 1], words[at]


def _double(words: list[str], at: int, corpus: Corpus, choose: Random) -> None:
    words.insert(at, words[at])


def _negate(words: list[str], at: int, corpus: Corpus, choose: Random) -> None:
    words.insert(at, corpus.reports["negation"])


def _drop_negation(text: str, corpus: Corpus, choose: Random) -> str | None:
    match = _inner(text, _NEGATIONS.pattern, choose)
    return None if match is None else re.sub(" {2,}", " ", _put(text, match, ""))


def _other_name(text: str, corpus: Corpus, choose: Random) -> str | None:
    names = corpus.reports["names"]
    match = _inner(text, "|".join(map(re.escape, names)), choose)
    return (
        None
        if match is None
        else _put(text, match, choose.choice([name for name in names if name != match[0]]))
    )


def _other_digit(digit: str, choose: Random) -> str:
    return choose.choice([other for other in "0123456789" if int(other) != int(digit)])


def _other_letter(letter: str, choose: Random) -> str:
    # The next of its block: a letter of the same script, but for the ends of blocks.
    return chr(ord(letter) + choose.choice((-1, 1)))


def _other_syllable(syllable: str, choose: Random) -> str:
    """Another final consonant, or none."""
    code = ord(syllable) - 0xAC00
    return chr(0xAC00 + code // 28 * 28 + (code % 28 + choose.randint(1, 27)) % 28)


def _other_case(letter: str, choose: Random) -> str | None:
    return letter.swapcase() if len(letter.swapcase()) == 1 and letter.swapcase() != letter else None


def _twice(letter: str, choose: Random) -> str:
    return letter * 2


def _gone(text: str, choose: Random) -> str:
    return ""


LETTER = r"[^\W\d_]"
# A line may end within a word of Korean, so spaces are no content there.
JOINABLE = r"[^\W\d_\uac00-\ud7a3\u3041-\u30ff\u4e00-\u9fff]"
MUTATORS: dict[str, Mutator] = {
    "word dropped": _words(_drop),
    "word inserted": _words(_insert),
    "word replaced": _words(_replace),
    "words swapped": _words(_swap),
    "word doubled": _words(_double),
    "negation added": _words(_negate),
    "negation dropped": _drop_negation,
    "name changed": _other_name,
    "digit changed": _one(r"\d", _other_digit),
    "digit dropped": _one(r"\d", _gone),
    "digit doubled": _one(r"\d", _twice),
    "digit raised": _one(r"\d", lambda digit, _: _SUPERSCRIPTS[int(digit)]),
    "number mark changed": _one(r"(?<=\d)[.,](?=\d)", lambda mark, _: ",."[mark == ","]),
    "number mark dropped": _one(r"(?<=\d)[., ](?=\d)", _gone),
    "sign dropped": _one(r"(?<![A-Za-z\d-])-(?=\d)", _gone),
    "sign added": _one(r"(?<![A-Za-z\d.,:-])(?=\d)(?<!\d )", lambda _, __: "-"),
    "case": _one(LETTER, _other_case),
    "accent": _one(f"[{''.join(_ACCENTS)}]", lambda letter, _: _ACCENTS[letter]),
    "vowel mark": _one(
        r"(?<=[\u0628-\u064a])(?=[\u0621-\u064a])", lambda _, choose: choose.choice("\u064e\u0650\u0651")
    ),
    "sharp s": _one("ß|ss", lambda found, _: "ss" if found == "ß" else "ß"),
    "letter changed": _one(LETTER, _other_letter),
    "letter dropped": _one(rf"(?<={LETTER}){LETTER}(?={LETTER})", _gone),
    "letter doubled": _one(LETTER, _twice),
    "letters swapped": _one(rf"(?<={LETTER}){LETTER}{LETTER}(?={LETTER})", lambda pair, _: pair[1] + pair[0]),
    "syllable": _one("[\uac00-\ud7a3]", _other_syllable),
    "look-alike": _one(f"[{''.join(_LOOKALIKES)}]", lambda letter, _: _LOOKALIKES[letter]),
    "words joined": _one(rf"(?<={JOINABLE}) (?={JOINABLE})", _gone),
    "comma dropped": _one(r"(?<=\w)[,،，、](?!\d)", _gone),
    "comma added": _one(rf"(?<={LETTER})(?= {LETTER})", lambda _, __: ","),
    "full stop changed": _one(r"(?<=\w)\.(?= )", lambda _, choose: choose.choice("?!;")),
}


def mutate(text: str, corpus: Corpus, choose: Random) -> tuple[str, str] | None:
    """The passage with one change, and its name; None if that change cannot be made or makes nothing untrue.

    Nothing untrue: by chance the changed words, or they without a comma or full stop at their end, stand
    somewhere else in the text.
    """
    name = choose.choice(list(MUTATORS))
    changed = MUTATORS[name](text, corpus, choose)
    if changed is None or changed == text:
        return None
    # Letters changed to what is no letter, or composes with its neighbour, are another matter.
    if unicodedata.normalize("NFC", changed) != changed:
        return None
    shorter = changed.rstrip(".,،。，、।")
    return None if corpus.holds(changed) or corpus.holds(shorter) else (changed, name)
