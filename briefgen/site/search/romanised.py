"""What is left of a word where its script and its spelling are taken away.

*Белоусов*, *Beloussow* and *Belousov* are one word to whoever looks for a name, and so are *Schoigu* and
*Шойгу*. It is coarse, as it only proposes: what is found by it stands below what was typed. It is written as
tables, which the dialog reads as well (`SPELLINGS` are regular expressions of both languages): so nothing is
said twice. No library: those for browsers weigh more than a whole search, and romanise by one custom where
names have several.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, partial
from itertools import chain


def _table(*rows: str) -> dict[str, str]:
    """Letters and what they are in Latin ones: ``а a`` and so on; a letter alone is left out."""
    pairs = (entry.partition(" ") for entry in chain.from_iterable(row.split(", ") for row in rows))
    return {letter: latin for letter, _, latin in pairs}


LETTERS: Mapping[str, str] = (
    # Signs above letters are gone already: й is и, ё is е, ї is і.
    _table(
        "а a, б b, в v, г g, ґ g, д d, е e, є ie, ж zh, з z, и i, і i, ј j, к k, л l, љ lj, м m",
        "н n, њ nj, о o, п p, р r",
        "с s, т t, ћ c, ђ dj, у u, ф f, х kh, ц ts, ч ch, џ dzh, ш sh, щ shch, ъ, ы y, ь, э e",
        "ю ju, я ja, ә a, ө o, ұ u",
        "ү u, қ k, ғ g, ң n, һ h, ҳ h, ҷ ch",
    )
    | _table(
        "α a, β v, γ g, δ d, ε e, ζ z, η i, θ th, ι i, κ k, λ l, μ m, ν n, ξ ks, ο o, π p, ρ r",
        "σ s, ς s, τ t, φ f, χ ch",
        "ψ ps, ω o",
    )
    | _table(
        "ա a, բ b, գ g, դ d, ե e, զ z, է e, ը y, թ t, ժ zh, ի i, լ l, խ kh, ծ ts, կ k, հ h, ձ dz",
        "ղ gh, ճ ch, մ m, յ y, ն n",
        "շ sh, ո o, չ ch, պ p, ջ j, ռ r, ս s, վ v, տ t, ր r, ց ts, ւ v, փ p, ք k, օ o, ֆ f, և ev",
    )
    | _table(
        "ა a, ბ b, გ g, დ d, ე e, ვ v, ზ z, თ t, ი i, კ k, ლ l, მ m, ნ n, ო o, პ p, ჟ zh, რ r",
        "ს s, ტ t, უ u, ფ p, ქ k, ღ gh",
        "ყ q, შ sh, ჩ ch, ც ts, ძ dz, წ ts, ჭ ch, ხ kh, ჯ j, ჰ h",
    )
    # The letters that Korean syllables are made of.
    | dict(
        zip(
            map(chr, range(0x1100, 0x1113)),
            "k kk n t tt r m p pp s ss  j jj ch k t p h".split(" "),
            strict=True,
        )
    )
    | dict(
        zip(
            map(chr, range(0x1161, 0x1176)),
            "a ae ja jae o e jo je o wa wae oe jo u wo we wi ju u ui i".split(),
            strict=True,
        )
    )
    | dict(
        zip(
            map(chr, range(0x11A8, 0x11C3)),
            "k k ks n nj nh t l lg lm lb ls lt lp lh m p ps s ss ng j ch k t p h".split(),
            strict=True,
        )
    )
    | _table("ß s, ø o, ł l, đ d, ð d, þ th, æ a, œ o, ı i, ŋ ng, ħ h, ŧ t, ĸ k")
)

SPELLINGS: tuple[tuple[str, str], ...] = (
    ("oυ", "u"),
    ("aυ", "av"),
    ("eυ", "ev"),
    ("υ", "i"),
    ("^mp", "b"),
    ("^nt", "d"),
    ("schtsch|shtsh|shch|szcz", "s"),
    ("dsch|dzh|dj", "j"),
    ("tsch|tch|cz", "k"),
    ("sch|sh|sz|zh", "s"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("gh", "g"),
    ("x", "ks"),
    ("ch|kh|ck|c|q", "k"),
    ("ts|tz|z", "s"),
    ("w", "v"),
    ("[yj]", "i"),
    ("ie", "e"),
    ("ae", "a"),
    ("oe|eo", "o"),
    ("ue|ou|oo|eu", "u"),
    ("ee", "i"),
)
"""What is said in several ways, in the order in which it is made one."""

_TWICE = re.compile(r"(.)\1+")


@cache
def _spellings(*, is_ascii: bool) -> tuple[Callable[[str], str], ...]:
    return tuple(
        _replacing(spelling, one) for spelling, one in SPELLINGS if spelling.isascii() or not is_ascii
    )


def _replacing(spelling: str, one: str) -> Callable[[str], str]:
    """What makes one of it in a text; letters are replaced in a tenth of what an expression takes."""
    if spelling.isalpha():
        return lambda text: text.replace(spelling, one)
    return partial(re.compile(spelling).sub, one)


def skeleton(word: str) -> str:
    """The word without what differs between scripts, languages and customs of writing."""
    text = word.lower()
    is_ascii = text.isascii()
    if not is_ascii:
        plain = unicodedata.normalize("NFD", text)
        text = "".join(
            LETTERS.get(letter, letter)
            for letter in plain
            if not unicodedata.category(letter).startswith("M")
        )
    for replace in _spellings(is_ascii=is_ascii):
        text = replace(text)
    return _TWICE.sub(r"\1", text)
