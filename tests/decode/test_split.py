"""Where front matter stands in a file."""

import pytest

from briefgen.decode.front_matter import split_front_matter
from briefgen.diagnostics import Diagnostic
from briefgen.text import TextFile
from tests.decode.reading import places, words


@pytest.mark.parametrize(
    ("text", "yaml", "body"),
    [
        ("---\ntitle: A\n---\nBody.\n", "title: A\n", "Body.\n"),
        ("--- \t\ntitle: A\n...  \nBody.\n---\n", "title: A\n", "Body.\n---\n"),
        ("---\n---\n", "", ""),
        ("---\ntitle: A\n---", "title: A\n", ""),
        ("---\ntitle: |\n  ---\n----\n---\n\nBody", "title: |\n  ---\n----\n", "\nBody"),
    ],
)
def test_front_matter_stands_between_two_lines(text: str, yaml: str, body: str) -> None:
    found: list[Diagnostic] = []
    split = split_front_matter(TextFile("a.md", text), found.append)
    assert not found
    assert split
    assert (split[0].text, split[1].text) == (yaml, body)


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("", "missing-front-matter", "expected `---` in the first line"),
        ("# Title\n", "missing-front-matter", "expected `---` in the first line"),
        ("\n---\ntitle: A\n---\n", "missing-front-matter", "delete the lines before the first `---`"),
        ("----\ntitle: A\n----\n", "missing-front-matter", "expected `---` in the first line"),
        ("---\ntitle: A\n", "unclosed-front-matter", "write `---` in a line of its own"),
        ("---", "unclosed-front-matter", "has no end"),
    ],
)
def test_no_front_matter(text: str, name: str, said: str) -> None:
    found: list[Diagnostic] = []
    assert split_front_matter(TextFile("a.md", text), found.append) is None
    assert places(found) == [(name, 1, 1)]
    assert said in words(found)
