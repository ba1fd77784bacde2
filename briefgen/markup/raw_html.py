"""Raw HTML of an author's: what is harmless is published, in our own spelling, the rest refused.

Only the tags and attributes listed here pass, and they are written anew from what was read, so nothing
reaches a page that was not looked at. What is written is given to a second sanitiser, which reads as browsers
do: where it would take anything away, that is refused as well. Comments are for authors and are left out.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from briefgen.markup.addresses import LEAD_OUT, as_read, scheme_of
from briefgen.markup.html_parser import LinearHTMLParser
from briefgen.markup.tags import read_tags

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
_ONLY_IN = {
    "caption": "<table>",
    "col": "<table><colgroup>",
    "colgroup": "<table>",
    "tbody": "<table>",
    "td": "<table><tbody><tr>",
    "tfoot": "<table>",
    "th": "<table><tbody><tr>",
    "thead": "<table>",
    "tr": "<table><tbody>",
}
"""What has to be open before a tag that browsers pass over elsewhere."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e]")
_IN_LINES = re.compile(r"[\s\x00-\x1f]+")


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is not published, in words, and where it stands in the piece."""

    what: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Identified:
    """An id in a piece of raw HTML, and the place of the tag that gives it."""

    identifier: str
    start: int
    end: int


def refusals(text: str, also: frozenset[str] = frozenset()) -> tuple[Refusal, ...]:
    """What of a piece of raw HTML is not published; nothing when all of it is.

    `also` are attributes that are harmless where the piece stands.
    """
    return _read(text, also).refused


def is_published(tag: str, attribute: str | None = None) -> bool:
    """Whether a tag of raw HTML is published, or an attribute of one, by its name."""
    return tag in _TAGS and (attribute is None or attribute in _ATTRIBUTES)


def clean_html(text: str) -> str:
    """A piece of raw HTML as it is published; empty where there is a refusal."""
    read = _read(text)
    return "" if read.refused else read.clean


def ids_in(text: str) -> tuple[Identified, ...]:
    """The ids that a piece of raw HTML gives."""
    return tuple(
        Identified(attribute.value, tag.start, tag.end)
        for tag in read_tags(text)
        for attribute in tag.attributes
        if attribute.name == "id"
    )


@dataclass(frozen=True, slots=True)
class _Read:
    clean: str
    refused: tuple[Refusal, ...]


@lru_cache(maxsize=4096)
def _read(text: str, also: frozenset[str] = frozenset()) -> _Read:
    if text.startswith("<!--") and text.endswith("-->") and "-->" not in text[4:-3]:
        return _Read("", ())  # CommonMark's shortest comments, "<!-->" and "<!--->", are text for HTMLParser
    reader = _Reader(text, _ATTRIBUTES | also)
    reader.feed(text)
    reader.close()
    return _Read("".join(reader.pieces), tuple(reader.refused))


class _Reader(LinearHTMLParser):
    def __init__(self, text: str, attributes: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._attributes = attributes
        self.pieces: list[str] = []
        self.refused: list[Refusal] = []
        self._told: set[str] = set()
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = self.get_starttag_text() or ""
        flaws = list(_flaws(tag, attrs, self._attributes))
        clean = "" if flaws else _start_tag(tag, attrs)
        if clean and not _kept_by_browsers(tag, clean, self._attributes):
            flaws = [f"a tag <{tag}> that browsers read in another way"]
        for flaw in flaws:
            self._refuse(flaw, len(written))
            self._told.add(tag)
        self.pieces.append(clean)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _TAGS and tag not in self._told:
            self._refuse(f"the tag </{tag}>", len(tag) + 3)
        self.pieces.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.pieces.append(html.escape(_CONTROL.sub("", data), quote=False))

    def handle_decl(self, decl: str) -> None:
        self._refuse("a declaration", len(decl) + 3)

    def unknown_decl(self, data: str) -> None:
        self._refuse("a declaration", len(data) + 3)

    def handle_pi(self, data: str) -> None:
        self._refuse("a processing instruction", len(data) + 3)

    def _refuse(self, what: str, length: int) -> None:
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        self.refused.append(Refusal(what, start, start + length))


def _flaws(tag: str, attrs: list[tuple[str, str | None]], attributes: frozenset[str]) -> Iterator[str]:
    if tag not in _TAGS:
        yield f"the tag <{tag}>"
        return
    for name, value in attrs:
        if name not in attributes:
            yield f"the attribute {name}= of <{tag}>"
        elif name in _ADDRESSES and (scheme := scheme_of(value or "")) and scheme not in LEAD_OUT:
            yield f"an address that begins with `{scheme}:`, in {name}= of <{tag}>,"


def _start_tag(tag: str, attrs: list[tuple[str, str | None]]) -> str:
    return f"<{tag}{''.join(_attribute(name, value) for name, value in attrs)}>"


def _attribute(name: str, value: str | None) -> str:
    if value is None:
        return f" {name}"
    # What was judged is what is published: an address as browsers read it, any other value on one line.
    fit = as_read(value) if name in _ADDRESSES else _IN_LINES.sub(" ", value)
    return f' {name}="{html.escape(_CONTROL.sub("", fit))}"'


@lru_cache(maxsize=4096)
def _kept_by_browsers(tag: str, written: str, attributes: frozenset[str]) -> bool:
    """Whether a sanitiser with a browser's parser leaves a start tag of ours as it is."""
    around = _ONLY_IN.get(tag, "")
    import nh3  # only who publishes raw HTML waits for it

    kept = nh3.clean(
        around + written,
        tags=set(_TAGS),
        attributes={"*": set(attributes)},
        url_schemes=set(LEAD_OUT),
        link_rel=None,
    )
    theirs = [found for found in read_tags(kept) if found.name == tag]
    if not theirs:
        return False
    left = {one.name: one.value for one in theirs[-1].attributes}
    ours: dict[str, str] = {}
    for attribute in read_tags(written)[0].attributes:
        ours.setdefault(attribute.name, attribute.value)
    lost = {name for name in ours if left.get(name) != ours[name]}
    # An address that is none is taken away, too: what is wrong with it, the check of all links says.
    return left.keys() <= ours.keys() and not any(
        name not in _ADDRESSES or _is_address(ours[name]) for name in lost
    )


def _is_address(written: str) -> bool:
    try:
        parts = urlsplit(written)
    except ValueError:
        return False
    return parts.scheme not in {"http", "https"} or bool(parts.hostname)
