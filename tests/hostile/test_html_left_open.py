"""HTML that nothing closes: read as `html.parser` reads it, and looked through once."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.markup import html_parser
from briefgen.markup.html_parser import LinearHTMLParser

PIECES = ("<!--", "-->", "<?", "<!A", "<![CDATA[", "]]>", "<b", "</b", ">", "<", "a ", "&amp;", "&", "\n")


class _Says(HTMLParser):
    """Notes what it is told, text put together."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, str]] = []

    def handle_data(self, data: str) -> None:
        if self.said and self.said[-1][0] == "text":
            data = self.said.pop()[1] + data
        self.said.append(("text", data))

    def handle_comment(self, data: str) -> None:
        self.said.append(("comment", data))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.said.append(("start", f"{tag} {attrs}"))

    def handle_endtag(self, tag: str) -> None:
        self.said.append(("end", tag))

    def handle_pi(self, data: str) -> None:
        self.said.append(("pi", data))


class _Linear(LinearHTMLParser, _Says):
    pass


def _said(parser: _Says, text: str) -> list[tuple[str, str]]:
    parser.feed(text)
    parser.close()
    return parser.said


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_it_is_read_as_by_python(text: str) -> None:
    assert _said(_Linear(), text) == _said(_Says(), text)


@pytest.mark.parametrize("piece", ["<!--", "<?", "<!A ", "<![CDATA[", "<b "])
def test_what_is_not_there_is_looked_for_once(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read = 0

    class Counting(html_parser._Rest):
        def rfind(self, sub: str, /, *within: object) -> int:
            nonlocal read
            read += len(self)
            return str(self).rfind(sub)

        def find(self, sub: str, /, *within: object) -> int:
            nonlocal read
            found = super().find(sub, *within)  # type: ignore[arg-type]
            read += found - within[0] if found >= 0 and isinstance(within[0], int) else 0
            return found

    monkeypatch.setattr(html_parser, "_Rest", Counting)
    text = piece * 200
    assert _said(_Linear(), text)[-1] == ("text", text)
    assert 0 < read < 5 * len(text)
