"""What stands in pages and is not the theme's nor briefgen's: scripts, styles, handlers, hosts."""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from briefgen.markup.addresses import runs_code, scheme_of
from briefgen.markup.tags import Tag
from briefgen.site.known import Known
from briefgen.site.policy import SELF, UNSAFE_HASHES, Need, hash_source, needs_of_tag, tags_of

_NOTHING = "javascript:void(0)"
"""The theme's own button that is written as a link."""
_LINKS = frozenset({"action", "formaction", "href", "src", "xlink:href"})
_OF_SCRIPTS = ("src", "href", "xlink:href")
_PICTURES = frozenset({"img-src", "font-src"})
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Foreign:
    """One such thing: where it stands, in words what it is, what it needs, and how it is accepted.

    `accept` is empty for what no policy allows, or what all of a site may do.
    """

    page: str
    line: int
    what: str
    accept: str
    need: Need | None = None


def foreign_in(path: str, page: str, known: Known) -> Iterator[Foreign]:
    """What a page holds that is not known, in order; `path` is its place in the site."""
    for tag, start in tags_of(page):
        line = 0
        for what, accept, need in _of_tag(tag, path, known):
            line = line or page.count("\n", 0, start) + 1
            yield Foreign(path, line, what, accept, need)


def without(needs: Iterable[Need], refused: Iterable[Foreign]) -> frozenset[Need]:
    """The needs without those of what is not accepted."""
    left = frozenset(needs) - {one.need for one in refused if one.need}
    hashed = {name for name, source in left if source.startswith("'sha")}
    return frozenset(need for need in left if need[1] != UNSAFE_HASHES or need[0] in hashed)


_Found = tuple[str, str, Need | None]


def _of_tag(tag: Tag, path: str, known: Known) -> Iterator[_Found]:
    yield from _addresses(tag, path, known)
    for need in needs_of_tag(tag):
        directive, source = need
        if source.startswith("'sha"):
            if what := _CODE[directive](tag, source, known):
                yield what, source.strip("'"), need
        elif source in {SELF, UNSAFE_HASHES} or (source == "data:" and directive in _PICTURES):
            pass
        elif not known.source(directive, source):
            yield f"{directive.removesuffix('-src')} of <{tag.name}> from {source}", source, need


def _script(tag: Tag, _: str, known: Known) -> str:
    return "" if known.script(tag.inside) else f"a script: {_short(tag.inside)}"


def _style_sheet(tag: Tag, _: str, known: Known) -> str:
    return "" if known.style(tag.inside) else f"a style sheet: {_short(tag.inside)}"


def _style(tag: Tag, _: str, known: Known) -> str:
    style = tag.get("style") or ""
    return "" if known.attribute(style) else f"a style of <{tag.name}>: {_short(style)}"


def _handler(tag: Tag, source: str, _: Known) -> str:
    handlers = (one for one in tag.attributes if one.name.startswith("on"))
    told = next(one for one in handlers if hash_source(one.value) == source)
    return f"{told.name}= of <{tag.name}>: {_short(told.value)}"


_CODE: Mapping[str, Callable[[Tag, str, Known], str]] = {
    "script-src": _script,
    "style-src": _style_sheet,
    "style-src-attr": _style,
    "script-src-attr": _handler,
}
"""By directive: what code stands in a tag, in words, given its hash; nothing for what is known."""


def _addresses(tag: Tag, path: str, known: Known) -> Iterator[_Found]:
    for attribute in tag.attributes:
        code = attribute.name in _LINKS and runs_code(attribute.value)
        if code and scheme_of(attribute.value) not in {"data", "blob"} and attribute.value != _NOTHING:
            yield f"{attribute.name}= of <{tag.name}> that runs code: {_short(attribute.value)}", "", None
    for name in _OF_SCRIPTS if tag.name == "script" else ():
        yield from _script_file(tag.get(name) or "", path, known)


def _script_file(written: str, path: str, known: Known) -> Iterator[_Found]:
    try:
        address = urlsplit(written)
    except ValueError:  # no browser loads it, either
        return
    if address.path and not address.netloc and not address.scheme:
        way = unquote(address.path)
        place = posixpath.normpath(posixpath.join("/", posixpath.dirname(path), way)).lstrip("/")
        # An address from the root of the host may have the path of the site before that of the file.
        parts = place.split("/")
        ways = ["/".join(parts[number:]) for number in range(len(parts) if way.startswith("/") else 1)]
        if not any(known.file(one) for one in ways):
            yield f"a script from the file {place}", place, None


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"{line[:_SHOWN]}…" if len(line) > _SHOWN else line
