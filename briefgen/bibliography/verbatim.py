r"""Addresses, numbers and dates of a bibliography: they hold no LaTeX but what programs escape in them."""

import re

_WRAPPED = re.compile(
    r"\\(?:url|path|nolinkurl)\s*\{(.*)\}|\\href\s*\{([^{}]*)\}\s*\{.*\}|<([^<>\s]*)>", re.DOTALL
)
_MARK = r"[%_&#~$^]"
_TILDE = (
    r"\$\s*\\(?:sim|tilde)\s*\$|\{?\\(?:textasciitilde|sim)(?:\{\}|(?![A-Za-z]) ?)\}?|\\~\{[ ~]?\}|\{\\~\}"
)
_ESCAPED = re.compile(
    rf"\\(?P<plain>[%_&#~$^{{}}])(?:\{{\}})?|\{{\\?(?P<braced>{_MARK})\}}"
    rf"|(?P<line>\{{?\\textunderscore(?:\{{\}}|(?![A-Za-z]) ?)\}}?)|(?P<tilde>{_TILDE})"
)


def verbatim(value: str) -> str:
    r"""Read an address or a number: only escapes (``\_``, ``{\%}``, ``$\sim$`` …), ``\url{…}`` and braces
    around the whole are resolved."""
    text = unbraced(value)
    if wrapped := _WRAPPED.fullmatch(text):
        text = next(filter(None, wrapped.groups()), "")
    return _ESCAPED.sub(_meant, text).strip()


def unbraced(value: str) -> str:
    """A value without pairs of braces that surround the whole: ``{2018}`` is 2018."""
    text = value.strip()
    while braced_whole(text):
        text = text[1:-1].strip()
    return text


def braced_whole(text: str) -> bool:
    """Whether one pair of braces surrounds the whole text, as in ``{Barnes and Noble}``."""
    if not (text.startswith("{") and text.endswith("}")):
        return False
    depth = 0
    for position, character in enumerate(text):
        depth += {"{": 1, "}": -1}.get(character, 0)
        if depth == 0:
            return position == len(text) - 1
    return False


def _meant(found: re.Match[str]) -> str:
    if found["line"]:
        return "_"
    if found["plain"] == "~" or found["tilde"]:
        return "~"
    return found["plain"] or found["braced"]
