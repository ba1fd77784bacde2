"""What is read without PyYAML is what PyYAML reads."""

from hypothesis import given
from hypothesis import strategies as st

from briefgen.decode import compose
from briefgen.decode.plain_lines import plain_mapping
from briefgen.text import TextFile

KEYS = st.sampled_from(
    ["title", "date", "tags", "about", "as_of", "x-y", "null", "Null", "Ä", "no", "_", "1"]
)
PIECES = st.sampled_from(
    [
        *"aZ0ä語-_.,;:#'\"[]{}&*!|>%@`?~=<()+/\\ \t\xa0\u202e\x7f😀",
        "null",
        "~",
        "no",
        "1e3",
        ": ",
        " #",
        "- ",
        "---",
    ]
)
WORDS = st.sampled_from(["a", "null", "b c", "2025-01-31", "x, y", "ä-b.", "(c)", "“d”"])
VALUES = st.lists(WORDS | PIECES, max_size=3).map("".join)
AROUND = st.sampled_from(["{}", "{}", "'{}'", '"{}"', "[{}]", "[{}, b c]", "[a, {}]", "{} ", "|\n  {}"])
LINES = st.tuples(KEYS, st.sampled_from([": "] * 6 + [":  ", ":", " : "]), AROUND, VALUES).map(
    lambda one: one[0] + one[1] + one[2].replace("{}", one[3])
)


@given(st.lists(LINES, min_size=1, max_size=2).map("\n".join), st.sampled_from(["", "\n", "\n\n", "\n- a\n"]))
def test_what_is_read_is_what_pyyaml_reads(text: str, end: str) -> None:
    file = TextFile("a.md", f"---\n{text}{end}---\n")
    source = file.span(4, 4 + len(text + end))
    plain = plain_mapping(source)
    if plain is not None:
        assert compose._composed(source, False) == (plain, ())
        assert compose._composed(source, True) == (plain, ())


def test_most_front_matter_is_read_so() -> None:
    text = (
        'title: "Bridges: a brief"\ndate: 2025-01-31\ntags: [rivers, bridges]\nabout: ek2020\nminor: true\n'
    )
    plain = plain_mapping(TextFile("a.md", text).span(0, len(text)))
    assert plain is not None
    assert [entry.key for entry in plain.entries] == ["title", "date", "tags", "about", "minor"]
