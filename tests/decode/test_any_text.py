"""Whatever a text holds: findings and values, never an exception."""

from hypothesis import given
from hypothesis import strategies as st

from briefgen.decode.front_matter import split_front_matter
from briefgen.diagnostics import Diagnostic
from briefgen.text import TextFile
from tests.decode.reading import SHA256, captures, context, front_matter, settings, words

# What YAML is made of and what our files are made of, put together at random.
PIECES = [
    *" \n\t:-?,[]{}#&*!|>'\"%@`~\\",
    *("\n  ", ": ", "- ", "---\n", "...\n", "<<", "null", "&a ", "*a", "!ENV ", "!!str ", '"\\U', "\\ud800"),
    *(
        "title: ",
        "date: ",
        "2025-06-18",
        "errata:\n- ",
        "was: ",
        "tags: ",
        "lang: ",
        "\u2028",
        "é",
        "😀",
        "\x85",
    ),
    *("key:\n  ", "file: ", "seeds/a.txt", "sha256: ", SHA256, "captured: ", "language: ", "de"),
    *("extra:\n  briefgen:\n    ", "theme: ", "authors: ", "site_url: ", "https://", "report_errors: "),
]
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))


def readable(found: list[Diagnostic]) -> None:
    """Findings lie inside their file, and can be printed."""
    words(found).encode()
    for one in found:
        assert 0 <= one.span.start <= one.span.end <= len(one.span.file.text)
        assert "\n" not in one.message


@given(texts)
def test_front_matter(text: str) -> None:
    keys = text.replace("---", "--").replace("...", "..") + "\n"
    front, found = front_matter(keys)
    readable(found)
    assert front or found
    pair, found = context(keys)
    readable(found)
    assert all(pair) or found


@given(texts)
def test_split(text: str) -> None:
    found: list[Diagnostic] = []
    split = split_front_matter(TextFile("a.md", text), found.append)
    assert (split is None) == bool(found)


@given(texts)
def test_captures(text: str) -> None:
    _, found = captures(text)
    readable(found)


@given(texts)
def test_settings(text: str) -> None:
    value, found = settings(text)
    readable(found)
    repr(value).encode()
