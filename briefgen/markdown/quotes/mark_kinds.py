"""The marks that quote, as data: what each is taken for and what closes it."""

import re
from dataclasses import dataclass
from functools import cache

from briefgen.languages import language_of

# What is typed for a mark, and other shapes of one, by the mark it is taken for.
TAKEN_FOR = {
    ",,": "„",
    "‚‚": "„",
    "‘‘": "“",
    "``": "“",
    "❝": "“",
    "🙶": "“",
    "’’": "”",
    "´´": "”",
    "❞": "”",
    "🙷": "”",
    "''": '"',
    "＂": '"',
    "״": '"',
    "˝": '"',
    "<<": "«",
    ">>": "»",
    "❮": "«",
    "❯": "»",
    "≪": "«",
    "≫": "»",
    "〞": "〟",
    "｢": "「",
    "｣": "」",
    "﹁": "「",
    "﹂": "」",
    "﹃": "『",
    "﹄": "』",
    "‛": "‘",
    "＇": "'",
    "‵": "′",
    "‶": "″",
}
TYPED = frozenset({",,", "``", "''", "<<", ">>", "≪", "≫"})
"""Such as are something else in another place: commas, code, an empty string, a shift of bits."""

USUAL_CLOSINGS = {
    "„": "“”",
    "“": "”",
    "‟": "”“",
    "”": "”",
    "«": "»",
    "»": "«»",
    '"': '"',
    "″": "″",
    "〝": "〟",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "‚": "‘",
    "‹": "›",
    "›": "‹›",
    "❛": "❜",
}
"""What closes what an opening mark opened, where nobody mixed the marks of two languages."""

OPENS_FOR = {
    closing: tuple(mark for mark, closings in USUAL_CLOSINGS.items() if closing in closings)
    for closing in "".join(USUAL_CLOSINGS.values())
}
"""The other way round: the opening marks that a mark may close."""

ONLY_OPENS = frozenset("„‟〝「『《〈‚❛")
ONLY_CLOSES = frozenset("〟」』》〉❜")
LOOKS_OPENING = ONLY_OPENS | frozenset("“«")
STRAIGHT = '"'
PRIME = "″"
"""A mark only where it opens words, and where one waits for it."""
SINGLE = frozenset("'’‘`´′")
"""Marks that are apostrophes or primes, too, or nothing at all."""
SINGLE_ALWAYS = frozenset("‚‹›❛❜〈〉")
"""Single marks that are nothing but quotation marks."""
INCHES = frozenset('"”“')
"""What stands for inches and seconds behind a figure."""
TITLE_SHAPES = frozenset("《》〈〉")
"""What sets off titles in one language and quotes in another."""

_ALL = {*USUAL_CLOSINGS, *OPENS_FOR, *SINGLE, *TAKEN_FOR}
# Not the signs of CriticMarkup's comments: {>>words<<}.
MARK = re.compile(
    r"(?<!,),,(?!,)|(?<!')''(?!')|(?<!`)``(?!`)|(?<!<)<<(?![<}])|(?<![>{])>>(?!>)|‚‚|‘‘|’’|´´"
    f"|[{''.join(sorted(mark for mark in _ALL if len(mark) == 1))}]"
)
_SINGLE_SIGNS = {mark for mark in _ALL if len(mark) == 1}
_DOUBLED = ",'`´‚‘’"
"""Signs two of which are a double mark."""


def _any_of(signs: set[str]) -> re.Pattern[str]:
    """Finds one of some signs, a reference or a tag, or a sign twice that is a mark then. Nearly all that it
    is asked about has none, and that it sees most quickly by what a match begins with."""
    once = "".join(sorted(signs | set("&<>")))
    twice = "|".join(f"(?<={sign}){sign}" for sign in _DOUBLED)
    return re.compile(f"[{once}{_DOUBLED}](?:(?<=[{once}])|{twice})")


# In a source, where a mark may also be a reference or a tag.
MAYBE_MARK = _any_of(_SINGLE_SIGNS)
MAYBE_DOUBLE_MARK = _any_of(_SINGLE_SIGNS - SINGLE - SINGLE_ALWAYS)


@dataclass(frozen=True, slots=True)
class Usage:
    """What a language does with the marks that quote in one language and set off titles in another."""

    titles: frozenset[str] = frozenset()
    """Marks that set off titles and quote nobody."""
    quoting: frozenset[str] = frozenset()
    """Those of `TITLE_SHAPES` that are known to quote."""


@cache
def usage_of(tag: str) -> Usage:
    """What the language of a BCP 47 tag does with marks; nothing special for one without a file."""
    language = language_of(tag)
    if language is None:
        return Usage()
    quoting = frozenset(mark for pair in language.quotation_marks for mark in pair)
    titles = frozenset(mark for pair in language.title_marks for mark in pair)
    return Usage(titles - quoting, TITLE_SHAPES & quoting)
