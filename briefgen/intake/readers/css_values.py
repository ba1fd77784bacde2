"""Values of a style sheet: what a number, a length or a sum comes to, and whether one is a value at all."""

import re
from collections.abc import Iterator

_LONGEST = 200
_DEEPEST = 8
_DIGITS = r"(?:\d++(?:\.\d*+)?|\.\d++)(?:e[+-]?\d++)?"
_NUMBER, _POSITIVE = rf"[+-]?{_DIGITS}", rf"\+?{_DIGITS}"
_PLAIN = re.compile(rf"({_NUMBER})([a-z]+|%)?")
_TOKEN = re.compile(rf"\s*(?:({_NUMBER})([a-z]+|%)?|([a-z-]*\()|(\)|,|\*|/|[+-](?=\s)))")
_UNITS = {"": 1.0, "px": 1.0, "rem": 16.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.78}
_UNITS |= dict.fromkeys(("vw", "svw", "lvw", "dvw", "vi", "vmax"), 12.8) | {"q": 0.945}
_UNITS |= dict.fromkeys(("vh", "svh", "lvh", "dvh", "vb", "vmin"), 8.0)
"""In pixels of a window of 1280 by 800."""
_OF_LETTERS = {"em": 1.0, "ex": 0.5, "ch": 0.5, "lh": 1.2, "ic": 1.0, "cap": 0.7}


class _UnknownError(Exception):
    """A value that is not understood."""


def amount(value: str, *, em: float = 16.0, whole: float | None = None) -> float | None:
    """What a value comes to, in pixels where it is a length; None for words and what is not understood.

    `whole` is what 100 % are.
    """
    if plain := _PLAIN.fullmatch(value):
        return _in_pixels(plain[1], plain[2] or "", em, whole)
    if not value.endswith(")") or len(value) > _LONGEST:
        return None
    tokens = _tokens(value)
    try:
        found = _Sum(tokens, em, whole).value(0)
        return found if next(tokens, None) is None else None
    except (_UnknownError, ArithmeticError):
        return None


def is_value(name: str, value: str) -> bool:
    """Whether a browser takes a value for a property, as far as that is known: others declare nothing."""
    if "(" in value or value in _EVERYWHERE:
        return True
    known = _KNOWN.get(name)
    return known is None or all(known.fullmatch(word) for word in value.split())


def _in_pixels(number: str, unit: str, em: float, whole: float | None) -> float | None:
    if unit == "%":
        return None if whole is None else float(number) * whole / 100
    factor = _OF_LETTERS[unit] * em if unit in _OF_LETTERS else _UNITS.get(unit)
    return None if factor is None else float(number) * factor


def _tokens(value: str) -> Iterator[re.Match[str]]:
    position = 0
    while position < len(value):
        token = _TOKEN.match(value, position)
        if token is None:
            raise _UnknownError
        yield token
        position = token.end()


class _Sum:
    """calc(), min(), max() and clamp(), from left to right."""

    def __init__(self, tokens: Iterator[re.Match[str]], em: float, whole: float | None) -> None:
        self._tokens = tokens
        self._em = em
        self._whole = whole

    def value(self, depth: int) -> float:
        """A number, or a function with all that is in it."""
        return self._of(next(self._tokens, None), depth)

    def _of(self, token: re.Match[str] | None, depth: int) -> float:
        if token is None or depth > _DEEPEST:
            raise _UnknownError
        if token[1]:
            found = _in_pixels(token[1], token[2] or "", self._em, self._whole)
            if found is None:
                raise _UnknownError
            return found
        name, parts = token[3], self._parts(depth) if token[3] else []
        if name in ("(", "calc(", "-webkit-calc(") and len(parts) == 1:
            return parts[0]
        if name in ("min(", "max("):
            return min(parts) if name == "min(" else max(parts)
        if name == "clamp(" and len(parts) == 3:
            return max(parts[0], min(parts[1], parts[2]))
        raise _UnknownError

    def _parts(self, depth: int) -> list[float]:
        """What the parts between commas come to, up to the bracket that closes them."""
        parts: list[float] = []
        terms = [self.value(depth + 1)]
        while True:
            token = next(self._tokens, None)
            sign = token[4] if token is not None else None
            if sign in ("*", "/"):
                other = self.value(depth + 1)
                terms[-1] = terms[-1] * other if sign == "*" else terms[-1] / other
            elif sign in ("+", "-"):
                other = self.value(depth + 1)
                terms.append(other if sign == "+" else -other)
            elif sign == ",":
                parts.append(sum(terms))
                terms = [self.value(depth + 1)]
            elif sign == ")":
                return [*parts, sum(terms)]
            else:
                raise _UnknownError


_EVERYWHERE = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
_LENGTH = rf"{_NUMBER}(?:[a-z]+|%)?"
_SIZE = re.compile(
    rf"{_POSITIVE}(?:[a-z]+|%)?|auto|none|(?:-webkit-|-moz-)?(?:min|max|fit)-content"
    r"|stretch|-webkit-fill-available"
)
_SIDE = re.compile(rf"{_LENGTH}|auto")
_SCALE = re.compile(rf"{_NUMBER}%?|none")
_OVERFLOW = re.compile("visible|hidden|clip|scroll|auto|overlay")
_KNOWN = {
    "display": re.compile(
        "none|block|inline|contents|flow|flow-root|flex|grid|table|ruby|ruby-text|list-item|math"
        "|inline-(?:block|flex|grid|table)"
        "|table-(?:row|cell|column|caption|row-group|header-group|footer-group|column-group)"
        "|-webkit-(?:inline-)?(?:box|flex)"
    ),
    "visibility": re.compile("visible|hidden|collapse"),
    "content-visibility": re.compile("visible|hidden|auto"),
    "opacity": re.compile(rf"{_NUMBER}%?"),
    "font-size": re.compile(
        rf"{_POSITIVE}(?:[a-z]+|%)?|(?:xxx?|x)-large|xx?-small|small|medium|large"
        "|smaller|larger|math|-webkit-xxx-large"
    ),
    "position": re.compile("static|relative|absolute|fixed|(?:-webkit-)?sticky"),
    "clip": re.compile("auto"),
    "clip-path": re.compile("none|(?:border|padding|content|margin|fill|stroke|view)-box"),
    "transform": re.compile("none"),
    "scale": _SCALE,
    **dict.fromkeys(("height", "width", "max-height", "max-width", "block-size", "inline-size"), _SIZE),
    **dict.fromkeys(("left", "right", "top", "bottom", "inset", "inset-block", "inset-block-start"), _SIDE),
    **dict.fromkeys(("inset-inline", "inset-inline-start", "margin-left", "margin-inline-start"), _SIDE),
    **dict.fromkeys(("overflow", "overflow-x", "overflow-y"), _OVERFLOW),
}
"""What stands for one word of the value of a property, where all of its words are known."""
