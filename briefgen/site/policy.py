"""The Content-Security-Policy of a site: what its pages load and hold, and nothing else."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

from briefgen.markup.tags import Tag, read_tags

SELF, DATA = "'self'", "data:"
UNSAFE_HASHES = "'unsafe-hashes'"

_BASE: Mapping[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "script-src": (SELF,),
    "style-src": (SELF,),
    "img-src": (SELF, DATA),  # the theme's icons are data: addresses in its style sheets
    "font-src": (SELF,),
    "connect-src": (SELF,),
    "worker-src": (SELF,),
    "base-uri": ("'none'",),
    "form-action": (SELF,),
    "frame-ancestors": ("'none'",),
}

_LOADS = {
    ("script", "src"): "script-src",
    ("script", "href"): "script-src",  # as SVG has it
    ("script", "xlink:href"): "script-src",
    ("img", "src"): "img-src",
    ("input", "src"): "img-src",
    ("image", "href"): "img-src",
    ("image", "xlink:href"): "img-src",
    ("feimage", "href"): "img-src",
    ("feimage", "xlink:href"): "img-src",
    ("video", "poster"): "img-src",
    ("audio", "src"): "media-src",
    ("video", "src"): "media-src",
    ("source", "src"): "media-src",
    ("track", "src"): "media-src",
    ("iframe", "src"): "frame-src",
    ("embed", "src"): "object-src",
    ("object", "data"): "object-src",
    ("form", "action"): "form-action",
}
_LINKS = {
    "stylesheet": "style-src",
    "icon": "img-src",
    "apple-touch-icon": "img-src",
    "manifest": "manifest-src",
}
_PRELOADS = {"font": "font-src", "image": "img-src", "script": "script-src", "style": "style-src"}
_SCRIPTS = "javascript ecmascript jscript livescript x-javascript x-ecmascript".split()
_CODE = frozenset(
    (
        *("", "module", "importmap", "speculationrules"),
        *(f"{kind}/{name}" for kind in ("text", "application") for name in _SCRIPTS),
        *(f"text/javascript1.{number}" for number in range(6)),
    )
)
"""Types of scripts that are run or obeyed; any other is a block of data, to which no policy applies."""
_DEEPEST = 4
"""How many pages in pages are looked into; nobody writes more."""
_HOST = re.compile(r"[a-z0-9.-]+|\[[0-9a-f:.]+\]")

Need = tuple[str, str]
"""A directive, and a source that it has to allow."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The directives in the order in which they are written, each with its sources."""

    directives: tuple[tuple[str, tuple[str, ...]], ...]

    def text(self, *, without: frozenset[str] = frozenset()) -> str:
        """The policy as it is sent."""
        return "; ".join(" ".join((name, *of)) for name, of in self.directives if name not in without)


def tags_of(page: str) -> Iterator[tuple[Tag, int]]:
    """The start tags of a page, and those of pages that stand in it, which its policy holds for.

    Each with the place in the page where it, or what it stands in, begins.
    """
    inner = [(tag, tag.start, 0) for tag in reversed(read_tags(page))]
    while inner:
        tag, start, depth = inner.pop()
        yield tag, start
        if tag.name == "iframe" and depth < _DEEPEST and (written := tag.get("srcdoc")):
            inner += ((one, start, depth + 1) for one in reversed(read_tags(written)))


def needs_of(page: str) -> frozenset[Need]:
    """What a page needs beyond what every page may do."""
    return frozenset(need for tag, _ in tags_of(page) for need in needs_of_tag(tag))


def policy_for(needs: Iterable[Need], *, wasm: bool) -> Policy:
    """The smallest policy that allows all of the needs; `wasm` is for a site with a search by Pagefind."""
    wanted = {name: list(sources) for name, sources in _BASE.items()}
    if wasm:
        wanted["script-src"].append("'wasm-unsafe-eval'")
    for name, source in sorted(set(needs)):
        sources = wanted.setdefault(name, [])
        if source not in sources:
            sources.append(source)
    return Policy(tuple((name, tuple(sources)) for name, sources in wanted.items()))


def needs_of_tag(tag: Tag) -> Iterable[Need]:
    """What a tag needs, and what stands in it."""
    if tag.name == "script" and tag.get("src") is None and _is_code(tag):
        yield "script-src", hash_source(tag.inside)
    if tag.name == "style":
        yield "style-src", hash_source(tag.inside)
    for attribute in tag.attributes:
        if attribute.name == "style":
            yield from _unsafe("style-src-attr", attribute.value)
        elif attribute.name.startswith("on"):
            yield from _unsafe("script-src-attr", attribute.value)
        elif attribute.name in {"srcset", "imagesrcset"}:
            for candidate in attribute.value.split(","):
                yield from _source("img-src", candidate.split()[0] if candidate.strip() else "")
        elif directive := _LOADS.get((tag.name, attribute.name)):
            yield from _source(directive, attribute.value)
    if tag.name == "link":
        names = [name for rel, name in _LINKS.items() if rel in tag.words("rel")]
        if "preload" in tag.words("rel"):
            names += [_PRELOADS[tag.get("as") or ""]] if tag.get("as") in _PRELOADS else []
        for name in names:
            yield from _source(name, tag.get("href") or "")


def _is_code(tag: Tag) -> bool:
    return (tag.get("type") or "").strip().lower() in _CODE


def hash_source(inside: str) -> str:
    """By which source code that stands in a page is allowed: ``'sha256-…'``."""
    # Browsers read every line end as one line feed.
    text = inside.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _unsafe(directive: str, value: str) -> Iterable[Need]:
    """An attribute that is code: browsers allow it by its hash, if the policy says so beside it."""
    yield directive, UNSAFE_HASHES
    yield directive, hash_source(value)


def _source(directive: str, address: str) -> Iterable[Need]:
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except ValueError:  # no browser loads it, either
        return
    if parts.netloc:
        # What stands in a page must not write the policy: a host that holds `;` is none.
        host = f"[{host}]" if ":" in host else host
        if _HOST.fullmatch(host) and parts.scheme in {"", "http", "https"}:
            yield directive, f"{parts.scheme or 'https'}://{host}{port}"
    elif parts.scheme in {"data", "blob"}:
        yield directive, f"{parts.scheme}:"
    elif not parts.scheme:
        yield directive, SELF
