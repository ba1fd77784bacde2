"""Mathematics: TeX to MathML, or why it cannot be shown. The library for it stops here.

What it makes is looked over: only elements and attributes that set a formula, no address, no colour, and no
length that would put one thing over another.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

from briefgen.markup.open_brackets import open_brackets
from briefgen.markup.tags import read_tags

if TYPE_CHECKING:
    from math_core import LatexToMathML

LONGEST = 10_000
DEEPEST = 60
"""How many braces may be open in one another: the library reads them by recursion."""
MOST_OPEN = 8
"""How many brackets nothing may close: what the library takes doubles with each of them."""
_MOST_ARGUMENTS = 3
_TAGS = re.compile(r"<[^>]*>")
_LACKS = "Expected argument"
_ELEMENTS = frozenset(
    """math mrow mi mn mo mtext mspace ms mfrac msqrt mroot msub msup msubsup munder mover munderover
    mmultiscripts mprescripts mtable mtr mtd mstyle mpadded mphantom menclose merror b i em code""".split()
)
"""The last four are within words: ``\\textbf{so}``."""
_SERIFS = re.compile(r"<span class=\"math-core-[a-z-]+\">|</span>")
"""Words in the letters they have anyway."""
_OTHERWISE = re.compile(r"\\(?:mbox|hbox|textup|textnormal)(?=\s*\{)|\\cr(?![A-Za-z])")
"""What the library has under another name only."""
_ATTRIBUTES = re.compile(
    r"""(?:display(?:style)?|scriptlevel|accent(?:under)?|stretchy|symmetric|largeop|movablelimits|fence|form
    |separator|mathvariant|columnspan|rowspan|linethickness|lspace|rspace|width|height|depth|minsize|maxsize
    |voffset|columnalign|class|dir)\Z""",
    re.VERBOSE,
)
_STYLE = re.compile(
    r"(?:(?:text-align|justify-items):\s*(?:left|right|center|start|end)|padding(?:-left|-right)?:\s*[\d.]+(?:em)?"
    r"|width:\s*\d+%|math-(?:style|depth|shift):\s*[a-z0-9-]+|font-feature-settings:[^;]*"
    r"|border(?:-(?:left|right|top|bottom))?(?:-style)?:[^;]*)"
)
_POSITION = re.compile(r"^(\d+): ?")
_BRACES = re.compile(r"\\.|[{}]|\\left|\\right|\\begin|\\end", re.DOTALL)
_STACKED = re.compile(r"(?:\\[A-Za-z]+|[\^_])\s*(?=\\[A-Za-z]|[\^_])")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a formula cannot be shown; `at` is the offset of what cannot be read, or None."""

    why: str
    at: int | None = None


@lru_cache(maxsize=4096)
def mathml_of(tex: str, display: bool) -> str | Unreadable:
    """A formula as MathML Core, on one line."""
    if (found := _too_much(tex)) is not None:
        return found
    if open_brackets(tex, _known) > MOST_OPEN:
        return Unreadable(f"it has more than {MOST_OPEN} brackets that nothing closes")
    from math_core import LatexError  # most texts have no formula

    try:
        made = _converter().convert_with_local_state(_OTHERWISE.sub(_renamed, tex), displaystyle=display)
    except LatexError as error:
        return _said_by(str(error))
    made = _SERIFS.sub("", " ".join(made.split("\n")))
    return _refused(made) or made


@lru_cache(maxsize=4096)
def _known(command: str) -> int | str:
    """How many arguments a command takes, or the sign that it makes by itself."""
    from math_core import LatexError

    for number in range(_MOST_ARGUMENTS + 1):
        try:
            made = _converter().convert_with_local_state(command + "{a}" * number, displaystyle=False)
        except LatexError as error:
            if _LACKS not in str(error):
                return number
        else:
            return number or unescape(_TAGS.sub("", made)).strip()
    return _MOST_ARGUMENTS


def _renamed(found: re.Match[str]) -> str:
    """The other name, as long as the one that is written, so that places stay."""
    return ("\\\\" if found[0] == "\\cr" else "\\text").ljust(len(found[0]))


@lru_cache(maxsize=1)
def _converter() -> "LatexToMathML":
    from math_core import LatexToMathML

    return LatexToMathML(fancy_error=False)


def _too_much(tex: str) -> Unreadable | None:
    """A formula so long, or so deep, that reading it would cost more than any is worth."""
    if len(tex) > LONGEST:
        return Unreadable(f"it has more than {LONGEST:,} characters")
    depth = 0
    for found in _BRACES.finditer(tex):
        if found[0] == "{" or tex.startswith(("left", "begin"), found.start() + 1):
            depth += 1
        elif found[0] == "}" or tex.startswith(("right", "end"), found.start() + 1):
            depth = max(depth - 1, 0)
        if depth > DEEPEST:
            return Unreadable("it is nested too deep", found.start())
    run = longest = 0
    last = -1
    for found in _STACKED.finditer(tex):
        run = run + 1 if found.start() == last else 1
        longest, last = max(longest, run), found.end()
    return Unreadable("it is nested too deep") if longest > DEEPEST else None


def _said_by(message: str) -> Unreadable:
    """What the library says, in its words, and the place it names."""
    place = _POSITION.match(message)
    words = message[place.end() :] if place else message
    at = int(place[1]) if place else None
    words = " ".join(words.split()).rstrip(".")
    return Unreadable(words[:1].lower() + words[1:], at)


def _refused(made: str) -> Unreadable | None:
    """What of a formula is no mathematics: an address, a colour, something that moves over other things."""
    for tag in read_tags(made):
        if tag.name not in _ELEMENTS:
            return Unreadable(f"it makes the element <{tag.name}>")
        for one in tag.attributes:
            if one.name == "style":
                said = (part.strip() for part in one.value.split(";"))
                fit = all(_STYLE.fullmatch(part) for part in said if part)
            else:
                fit = bool(_ATTRIBUTES.fullmatch(one.name)) and not one.value.startswith("-")
            if not fit:
                return Unreadable("it sets a colour, an address or a negative space, which is not published")
    return None
