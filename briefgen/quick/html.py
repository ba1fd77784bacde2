"""The HTML in a text: its tags are found by one expression, and those within a line are left where they are.

What is done with the others is what Python-Markdown's own parser does; only where the tags are, it is told.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from html import unescape

from markdown import Markdown
from markdown.extensions.md_in_html import HtmlBlockPreprocessor, HTMLExtractorExtra

_NAME = "[a-zA-Z][a-zA-Z0-9:_-]*"
_TAG = re.compile(
    rf'<(?:/([a-z][a-z0-9]*)|([a-z][a-z0-9]*)((?: {_NAME}(?:="[^"<]*")?)*)( ?/)?)>'  # an end, or a start
)
_ATTRIBUTE = re.compile(rf' ({_NAME})(?:="([^"]*)")?')
_TITLE = re.compile(r"<title>[^<&]*</title>")
_NOT_PLAIN = re.compile(
    r"<(?:hr|iframe|listing|noembed|noframes|noscript|plaintext|script|style|textarea|xmp)\b"
    r"|&#(?!(?:[0-9]+|[xX][0-9a-fA-F]+);)"
)
"""An element in which is no HTML, to some version of Python at least; the one without an end; a reference to
a character that has no end."""
_REMEMBERED = ("_cache", "cleandoc", "inraw", "intail", "mdstack", "mdstate", "offset", "rawdata", "stack")
_OFF = ["off"]
_REFERENCE = re.compile(r"(&(?:#[0-9xX][0-9a-fA-F]*;|[a-zA-Z][-.a-zA-Z0-9]*;)?)")


class _Extractor(HTMLExtractorExtra):
    """Python-Markdown's parser of the HTML in a text, which is told where the tags are."""

    mdstate: list[str]
    _cache: list[str]

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._levels = set(md.block_level_elements)
        self._tag = ""

    @property
    def block_level_tags(self) -> set[str]:
        return self._levels

    @property
    def line_offset(self) -> int:
        return 0

    def at_line_start(self) -> bool:
        begun = self.rawdata.rfind("\n", 0, self.offset) + 1
        return self.offset - begun <= 3 and not self.rawdata[begun : self.offset].strip()

    def get_starttag_text(self) -> str:
        return self._tag

    def get_endtag_text(self, _: str) -> str:
        return self._tag

    def goahead(self, _: bool) -> None:
        """There is nothing left to be read."""

    def read(self, text: str, tags: Iterable[re.Match[str]]) -> list[str]:
        """The lines of a text without the HTML that is put aside."""
        self.rawdata, done, levels = text, 0, self._levels
        for tag in tags:
            end, begun, said, is_whole = tag.groups()
            name = end or begun
            if not (is_whole or self.inraw or self.intail or name in levels or self.mdstate[-1:] == _OFF):
                continue  # it is of the text, as far as this step is concerned
            start = tag.start()
            self._read_text(text[done:start])
            self.offset, self._tag, done = start, tag[0], tag.end()
            if end:
                self.handle_endtag(name)
            elif self.inraw and not (is_whole or self.intail):
                self.stack.append(name)
                self._cache.append(self._tag)
            else:
                handle = self.handle_startendtag if is_whole else self.handle_starttag
                handle(name, _attributes(said))
        self._read_text(text[done:])
        self.rawdata = ""
        self.close()
        return "".join(self.cleandoc).split("\n")

    def _read_text(self, text: str) -> None:
        if "&" in text and (self.intail or self.mdstate[-1:] == _OFF):
            for number, part in enumerate(_REFERENCE.split(text)):
                if number % 2 and len(part) > 1:
                    self.handle_empty_tag(part, is_block=False)
                elif part:
                    self.handle_data(part)
        elif text:
            self.handle_data(text)


def _attributes(said: str) -> list[tuple[str, str | None]]:
    found: list[tuple[str, str | None]] = []
    for one in _ATTRIBUTE.finditer(said):
        name, value = one.groups()
        found.append((name, unescape(value) if value and "&" in value else value))
    return found


def quick_html(step: HtmlBlockPreprocessor) -> Callable[[list[str]], list[str]]:
    """What puts the HTML of a text aside; where it is not plain what is a tag, as ever."""
    whole = step.run

    def run(lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        tags = _tags_of(text)
        return whole(lines) if tags is None else _Extractor(step.md).read(text, tags)

    return run


def _tags_of(text: str) -> list[re.Match[str]] | None:
    """The tags in a text; None where something in it may be one, or not."""
    tags = list(_TAG.finditer(text))
    titles = text.count("<title")
    if text.count("<") > len(tags) or not text.endswith("\n") or _NOT_PLAIN.search(text):
        return None
    return tags if not titles or titles == len(_TITLE.findall(text)) else None


@cache
def can_read_quickly() -> bool:
    """Whether Python-Markdown's parser is the one that is known here, by the names of what it remembers."""
    return {*_REMEMBERED} <= {*vars(HTMLExtractorExtra(Markdown()))}
