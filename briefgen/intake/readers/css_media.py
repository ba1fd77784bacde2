"""Whether a condition of a style sheet holds: on a wide screen with a mouse, in the colours by default."""

import re

_WIDTH, _HEIGHT = 1280.0, 800.0
"""The window of a computer as most are."""
_FEATURE = re.compile(r"\(\s*(?P<name>[\w-]+)\s*(?::\s*(?P<value>[^()]+?)\s*)?\)")
_RANGE = re.compile(
    r"\(\s*(?:(?P<low>[\d.]++(?:\s*[a-z]+)?)\s*(?P<above><=?)\s*)?(?P<name>width|height)"
    r"(?:\s*(?P<sign><=?|>=?|=)\s*(?P<high>[\d.]++(?:\s*[a-z]+)?))?\s*\)"
)
_LENGTH = re.compile(r"(-?[\d.]+)\s*(px|em|rem|in|cm|mm|pt)?")
_UNITS = {"": 1.0, "px": 1.0, "em": 16.0, "rem": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.78, "pt": 1.333}
_AS_THEY_ARE = {
    "prefers-color-scheme": "light",
    "prefers-reduced-motion": "no-preference",
    "prefers-contrast": "no-preference",
    "forced-colors": "none",
    "inverted-colors": "none",
    "hover": "hover",
    "any-hover": "hover",
    "pointer": "fine",
    "any-pointer": "fine",
    "orientation": "landscape",
    "scripting": "enabled",
    "update": "fast",
    "display-mode": "browser",
}


def applies(kind: str, condition: str) -> bool:
    """Whether what stands in an at-rule of this kind applies; only media and containers are asked of."""
    if kind not in ("media", "container"):
        return not condition.strip().lower().startswith("not")
    return any(_query(query.strip().lower()) for query in condition.split(",")) or not condition.strip()


def _query(query: str) -> bool:
    negated = query.startswith("not ") and "(" not in query.split()[1]
    plain = re.sub(r"^(?:not|only)\s+(?=[a-z])", "", query)
    name = re.match(r"[a-z-]+(?![\w(])", plain)
    medium = name[0] if name and name[0] not in ("not", "and", "or") else "all"
    holds = medium in ("all", "screen") and _features(plain)
    return holds is not negated


def _features(query: str) -> bool:
    if " or " in query:
        return any(_features(part) for part in query.split(" or "))
    for match in _RANGE.finditer(query):
        size = _WIDTH if match["name"] == "width" else _HEIGHT
        if match["low"] and not _compare(_pixels(match["low"]), match["above"], size):
            return False
        if match["high"] and not _compare(size, match["sign"], _pixels(match["high"])):
            return False
    for match in _FEATURE.finditer(query):
        negated = query[: match.start()].rstrip().endswith("not")
        if _feature(match["name"], match["value"] or "") is negated:
            return False
    return True


def _feature(name: str, value: str) -> bool:
    for bound, sign in (("min-", ">="), ("max-", "<=")):
        if name in (f"{bound}width", f"{bound}height", f"{bound}device-width"):
            size = _HEIGHT if name.endswith("height") else _WIDTH
            return _compare(size, sign, _pixels(value))
    if name in ("width", "height") and not value:
        return True
    if name == "color":
        return True
    return bool(value) and _AS_THEY_ARE.get(name) == value


def _compare(left: float, sign: str, right: float) -> bool:
    if sign == ">":
        return left > right
    if sign == "<":
        return left < right
    if sign == "=":
        return left == right
    return left >= right if sign == ">=" else left <= right


def _pixels(value: str) -> float:
    match = _LENGTH.match(value.strip())
    if match is None:
        return 0.0
    try:
        return float(match[1]) * _UNITS[match[2] or ""]
    except ValueError:
        return 0.0
