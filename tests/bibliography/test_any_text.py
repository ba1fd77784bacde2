"""Whatever a .bib file holds: findings and works, never an exception, and never for long."""

import time

from hypothesis import given
from hypothesis import strategies as st

from briefgen.bibliography.date_words import format_date
from briefgen.bibliography.dates import read_date
from briefgen.bibliography.latex import read_latex
from briefgen.bibliography.reference import format_reference, narrative_names, plain
from briefgen.bibliography.worded_dates import read_parts
from tests.bibliography.reading import bibliography

PIECES = [
    *"@{}()\"#=,%\\ \n\t~$-'a1é한\x00\u2028",
    *(
        "@misc{",
        "\n@article{k",
        "@string{",
        "@comment{",
        "@preamble{",
        "\n@book(",
        "@xdata{x, ",
        "key, ",
        " = {",
    ),
    *("title", "author", "date", "year", "month", "crossref", "xdata", "url", "language", "pages", "edition"),
    *(
        "},\n",
        " and ",
        "others",
        " jan ",
        " # ",
        "2025-06-17",
        "19XX/",
        "~?%",
        "\\'",
        '\\"{u}',
        "\\foo{",
        "$^2$",
        "k",
    ),
]
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
values = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
FIELDS = [
    "author",
    "editor",
    "title",
    "subtitle",
    "date",
    "year",
    "month",
    "day",
    "urldate",
    "url",
    "doi",
    "eprint",
]
FIELDS += [
    "language",
    "pages",
    "number",
    "volume",
    "edition",
    "journal",
    "booktitle",
    "type",
    "series",
    "crossref",
]


def well_behaved(text: str) -> None:
    works, found = bibliography(text)
    for one in found:
        assert 0 <= one.span.start <= one.span.end <= len(text)
        assert one.message
    for work in works:
        assert plain(format_reference(work, "de")).strip()
        assert narrative_names(work, "en").strip()
        assert all(value for _, value in work.other_fields)


@given(texts)
def test_any_text(text: str) -> None:
    well_behaved(text)


@given(
    st.sampled_from(["article", "book", "incollection", "online", "misc"]),
    st.dictionaries(st.sampled_from(FIELDS), values),
)
def test_any_entry(entry_type: str, fields: dict[str, str]) -> None:
    well_behaved(
        f"@{entry_type}{{k,\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items()) + "}"
    )


@given(values)
def test_any_latex(value: str) -> None:
    assert "  " not in read_latex(value).text


@given(values, values, values)
def test_any_date(year: str, month: str, day: str) -> None:
    for read in (read_date(year), read_parts(year, month, day), read_parts("2020", month, day)):
        if read:
            assert format_date(read.value, "de")


def test_hostile_texts_take_no_time() -> None:
    many = 20_000
    start = time.perf_counter()
    for text in (
        "{" * many,
        "@misc{" * many,
        "@comment{" * many,
        "\n@misc{a, title = {" * (many // 10),
        "@misc{a, title = {" + "{" * many,
        "@misc{a, title = " + '"' * many,
        "@misc{a, " + "= , " * (many // 10),
        "@misc{a, title = {" + r"\'" * many + "}}",
        "@misc{a, title = {" + "$" * many + "}}",
        "@misc{a, title = {" + "(" * many + "}, pages = {" + "-" * many + "}}",
        "@misc{a, author = {" + "A and " * (many // 10) + "B}}",
        "@misc{a, author = {" + "{a} " * (many // 10) + "}}",
        "@misc{a, title = {" + "“" * many + '"' * many + "}}",
    ):
        well_behaved(text)
    assert time.perf_counter() - start < 20
