"""A text in which each character that is no running text is replaced: code, formulas, comments, addresses."""

import re

from briefgen.moving.fences import find_fences

HIDDEN = "\0"
_SPANS = re.compile(
    r"(?P<escape>\\[^\w\s|])"
    r"|(?P<ticks>(?<!`)(?P<mark>`+)(?!`)(?:(?!\n[ \t>]*\n)[\s\S])*?(?<!`)(?P=mark)(?!`))"
    r"|(?P<comment><!--(?:(?!<!--)[\s\S])*?-->)"
    r"|(?P<display>\$\$(?:[^$]|\$(?!\$))+?\$\$)"
    r"|(?P<formula>\$(?![\s$])(?:\\.|[^\\$\n]|\n(?![ \t>]*\n))*?(?<![\s\\])\$(?!\d))"
    r"|(?P<bare><?https?://[^\s<>()\"\[\]]+>?)"
    r"|(?<=\])\((?P<address><[^<>\n]*>|(?:[^()\s]|\([^()\s]*\))*)(?P<title>[ \t]+\"[^\"\n]*\")?\)"
)


def hidden(text: str, start: int, end: int) -> str:
    """The text with one stretch hidden; its line ends stay."""
    return text[:start] + re.sub(r"[^\n]", HIDDEN, text[start:end]) + text[end:]


def masked(text: str, code: list[tuple[int, int]]) -> str:
    """The text with stretches of code hidden, and what else is read otherwise than as words.

    The brackets around addresses are left, and so are backticks in their places, which roles stand before.
    """
    pieces: list[str] = []
    at = 0
    for start, end in sorted(code):
        if end > at:
            start = max(start, at)
            pieces += (text[at:start], re.sub(r"[^\n]", HIDDEN, text[start:end]))
            at = end
    text = "".join((*pieces, text[at:]))
    pieces, at = [], 0
    for found in _SPANS.finditer(text):
        start, end = found.span("address") if found["address"] is not None else found.span()
        if found["ticks"]:
            start, end = start + len(found["mark"]), end - len(found["mark"])
        pieces += (text[at:start], re.sub(r"[^\n]", HIDDEN, text[start:end]))
        at = end
    return "".join((*pieces, text[at:]))


def without_code(text: str) -> str:
    """A text whose blocks and stretches of code are hidden."""
    lines = text.split("\n")
    for fence in find_fences(lines, lambda mark, _: mark[0] == ":"):
        if not fence.is_text:
            lines[fence.first : fence.last + 1] = [""] * (fence.last + 1 - fence.first)
    return masked("\n".join(lines), [])
