"""Raw HTML in an author's text: what is harmless is published, in our own spelling, the rest refused.

Only the tags and attributes listed here pass, and they are written anew from what was read, so nothing
reaches a page that was not looked at. Comments are for authors and are left out.
"""

import html
import re
from html.parser import HTMLParser

_VOID = frozenset("br hr img wbr col".split())
_TAGS = _VOID | frozenset(
    "a abbr b bdi bdo blockquote caption cite code colgroup dd del details dfn div dl dt em figcaption "
    "figure h1 h2 h3 h4 h5 h6 i ins kbd li mark ol p pre q rp rt ruby s samp section small span strong "
    "sub summary sup table tbody td tfoot th thead time tr tt u ul var".split()
)
_ATTRIBUTES = frozenset(
    "align alt cite colspan datetime dir headers height href id lang open rowspan scope src start title "
    "value width".split()
)
_ADDRESSES = frozenset({"href", "src", "cite"})
_UNSAFE_ADDRESS = re.compile(r"[\s\x00-\x1f]*(?:javascript|vbscript|data|file)[\s\x00-\x1f]*:", re.IGNORECASE)


class _Refused(Exception):
    """Something that is not published; the text says what."""


def refused_html(text: str) -> str | None:
    """What of a piece of raw HTML is not published, in words; None when all of it is."""
    try:
        _read(text)
    except _Refused as refusal:
        return str(refusal)
    return None


def clean_html(text: str) -> str:
    """A piece of raw HTML as it is published; empty where `refused_html` has something to say."""
    try:
        return _read(text)
    except _Refused:
        return ""


def _read(text: str) -> str:
    if text.startswith("<!--") and text.endswith("-->") and "-->" not in text[4:-3]:
        return ""  # CommonMark's shortest comments, "<!-->" and "<!--->", are text for HTMLParser
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return "".join(reader.pieces)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            raise _Refused(f"the tag <{tag}>")
        self.pieces.append(f"<{tag}{''.join(_attribute(tag, name, value) for name, value in attrs)}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _TAGS:
            raise _Refused(f"the tag </{tag}>")
        self.pieces.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.pieces.append(html.escape(data, quote=False))

    def handle_decl(self, decl: str) -> None:  # noqa: ARG002
        raise _Refused("a declaration")

    def unknown_decl(self, data: str) -> None:  # noqa: ARG002
        raise _Refused("a declaration")

    def handle_pi(self, data: str) -> None:  # noqa: ARG002
        raise _Refused("a processing instruction")


def _attribute(tag: str, name: str, value: str | None) -> str:
    if name not in _ATTRIBUTES:
        raise _Refused(f"the attribute {name}= of <{tag}>")
    if name in _ADDRESSES and value and _UNSAFE_ADDRESS.match(value):
        raise _Refused(f"an address that runs code, in {name}=")
    return f" {name}" if value is None else f' {name}="{html.escape(value)}"'
