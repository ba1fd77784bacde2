"""Python's reader of HTML, in a time that grows with the text alone.

For each comment, tag or section that is never closed, `html.parser` looks through the whole rest of the text,
and then goes on behind its first character.
"""

from html.parser import HTMLParser
from typing import SupportsIndex


class _Rest(str):
    """A text in which what does not stand behind a place is not looked for."""

    __slots__ = ("_last",)
    _last: dict[str, int]

    def __new__(cls, text: str) -> "_Rest":
        """The same text; where strings stand last in it is noted as they are looked for."""
        rest = super().__new__(cls, text)
        rest._last = {}
        return rest

    def find(self, sub: str, /, *within: SupportsIndex | None) -> int:
        """As for any text."""
        start = within[0] if within else None
        if len(within) == 1 and isinstance(start, int):
            if sub not in self._last:
                self._last[sub] = self.rfind(sub)
            if start > self._last[sub]:
                return -1
        return super().find(sub, *within)


class LinearHTMLParser(HTMLParser):
    """As `HTMLParser`, but what nothing closes is looked for once."""

    _seen = ""
    _last_end = _open_comment = _open_section = -1

    def goahead(self, end: bool) -> None:
        """Read on; at the end, what is left begins with something that nothing closed."""
        if end and self.rawdata:
            self.rawdata = _Rest(self.rawdata)
        super().goahead(end)

    def parse_comment(self, i: int, report: bool = True) -> int:
        """Where the comment at `i` ends; below nothing if it does not."""
        if not self._is_closed(i) or -1 < self._open_comment <= i:
            return -1
        end = super().parse_comment(i, report)
        if end < 0:
            self._open_comment = i
        return end

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """As `parse_comment`, of a section such as `<![CDATA[`."""
        if not self._is_closed(i) or -1 < self._open_section <= i:
            return -1
        end = super().parse_marked_section(i, report)
        if end < 0:
            self._open_section = i
        return end

    def parse_html_declaration(self, i: int) -> int:
        """As `parse_comment`, of what begins with `<!`."""
        return super().parse_html_declaration(i) if self._is_closed(i) else -1

    def parse_pi(self, i: int) -> int:
        """As `parse_comment`, of what begins with `<?`."""
        return super().parse_pi(i) if self._is_closed(i) else -1

    def parse_starttag(self, i: int) -> int:
        """As `parse_comment`, of a start tag."""
        return super().parse_starttag(i) if self._is_closed(i) else -1

    def parse_endtag(self, i: int) -> int:
        """As `parse_comment`, of an end tag."""
        return super().parse_endtag(i) if self._is_closed(i) else -1

    def _is_closed(self, place: int) -> bool:
        """Whether a `>` stands behind a place of what is being read."""
        if self._seen is not self.rawdata:
            self._seen = self.rawdata
            self._last_end = self.rawdata.rfind(">")
            self._open_comment = self._open_section = -1
        return place < self._last_end
