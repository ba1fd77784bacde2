"""HTML as programs write it: tags that are whole and quote their values, with text between them.

`html.parser` looks at every tag with a dozen expressions, which is most of what it takes to read a page. Here
one expression parts the page, and a tag that was met before is known. What might be read in two ways, also by
two versions of Python, is not read here at all.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple


class NotPlainError(Exception):
    """The HTML is not of the kind that is read here."""


class PlainTag(NamedTuple):
    """A tag: one that starts an element, which is `is_whole` with that, or ends one. A comment has no
    name."""

    name: str
    attributes: Mapping[str, str]
    is_start: bool
    is_whole: bool


_NAME, _SPACE = r"[a-z][a-z0-9-]*", r"[ \t\r\n]"
_ATTRIBUTE = re.compile(r"""\s([a-zA-Z][a-zA-Z0-9:_-]*)(?:="([^"]*)"|=([^\s"'`=<>/]+))?""")
_SAID = r"""[a-zA-Z][a-zA-Z0-9:_-]*(?:="[^"]*"|=[^\s"'`=<>/]+)?"""
_START = re.compile(rf"({_NAME})((?:{_SPACE}+{_SAID})*){_SPACE}*(/?)")
_END = re.compile(rf"/({_NAME})")
_COMMENT = re.compile(r"!--(?!-?>)(?:[^-]|-(?!-))*--")
_TAGS = re.compile(r'<([^<>"]*+(?>(?:"[^"]*+"[^<>"]*+)*))>')
_RAW = re.compile(r"(<(script|style)(?:\s[^<>]*)?>)[^<]*+(?>(?:<(?![/!])[^<]*+)*)(?=</\2>)")
"""What stands in these is no HTML, whatever it looks like, and no text of the page."""
_ALONE = ("script", "style", "title", "textarea")
"""In these stands no element; some versions of Python look for one in the last two."""
_OTHER = frozenset("iframe listing noembed noframes noscript plaintext xmp".split())
"""What stands in these is no HTML, to some."""
_OPEN_END = re.compile(r"&(?!#?\w+;)")
"""An ampersand that begins no reference, or one whose end is not written."""


def tags_in(html: str) -> Iterator[tuple[str, PlainTag]]:
    """The tags of a page, each with the text before it; at the end, text with a comment behind it.

    Raises NotPlainError before the first one.
    """
    read = _RAW.sub(r"\1", html) if "<script" in html or "<style" in html else html
    texts = _TAGS.split(read)
    tags = [*map(_tag, texts[1::2]), _NO_TAG]
    del texts[1::2]
    if read.count("<") >= len(tags) or any(not _is_alone(read, name) for name in _ALONE):
        raise NotPlainError
    if "&" in read:
        texts = [unescape(text) if "&" in text else text for text in texts]
    return zip(texts, tags, strict=True)


def _is_alone(html: str, name: str) -> bool:
    """Whether each element of this name has nothing but text, and its end."""
    end, found = f"</{name}>", html.find(f"<{name}")
    while found >= 0:
        begun = html.find("<", found + 1)
        if begun < 0 or not html.startswith(end, begun):
            return False
        found = html.find(f"<{name}", begun)
    return True


_NO_TAG = PlainTag("", {}, is_start=False, is_whole=False)


@lru_cache(maxsize=1 << 12)
def _tag(written: str) -> PlainTag:
    if end := _END.fullmatch(written):
        return PlainTag(end[1], {}, is_start=False, is_whole=False)
    start = _START.fullmatch(written)
    if start is None:
        if "<" in written or not (written.lower() == "!doctype html" or _COMMENT.fullmatch(written)):
            raise NotPlainError
        return _NO_TAG
    name, said, slash = start.groups()
    if name in _OTHER or (slash and name in _ALONE):
        raise NotPlainError
    if "<" in said or ("&" in said and _OPEN_END.search(said)):
        raise NotPlainError
    found = _ATTRIBUTE.findall(said)
    attributes = {one.lower(): quoted or bare for one, quoted, bare in found}
    if len(attributes) < len(found):
        raise NotPlainError
    if "&" in said:
        attributes = {one: unescape(value) for one, value in attributes.items()}
    return PlainTag(name, attributes, is_start=True, is_whole=bool(slash))
