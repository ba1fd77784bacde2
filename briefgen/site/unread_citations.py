"""Citations that a page shows as they are written, since something else than its own text brought them in."""

import re
from collections.abc import Container, Iterator
from html import unescape

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w-]*+)?[^<>]*>")
_CODE = frozenset({"pre", "code", "script", "style", "textarea"})
_MOST = 200
_CITATION = re.compile(
    rf"\[[^\[\]\n]{{0,{_MOST}}}?(?<![\w/@])@\{{?(?P<key>\w[\w:.#$%&+?<>~/-]{{0,{_MOST}}}?)\}}?"
    rf"(?=[\s;,\]])[^\[\]\n]{{0,{_MOST}}}\]"
)


def unread_citations(html: str, keys: Container[str]) -> Iterator[str]:
    """What stands in the words of a page as a citation of a work that there is, code left out."""
    if "@" in html:
        words = unescape("".join(_words(html)))
        yield from (found[0] for found in _CITATION.finditer(words) if found["key"] in keys)


def _words(html: str) -> Iterator[str]:
    at, code = 0, ""
    for tag in _TAG.finditer(html):
        if not code:
            yield html[at : tag.start()]
        at, name = tag.end(), (tag["name"] or "").lower()
        if not code and not tag["close"] and name in _CODE:
            code = name
        elif tag["close"] and name == code:
            code = ""
    if not code:
        yield html[at:]
