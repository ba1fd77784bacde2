"""CSL-JSON, CSL-YAML and RIS are read as the same works as BibTeX."""

import pytest

from briefgen.bibliography.reference import format_reference
from briefgen.bibliography.works_of_files import parse_library
from briefgen.decode.csl_yaml import decode_csl_yaml
from briefgen.diagnostics import Diagnostic
from briefgen.model.work import Work
from briefgen.text import TextFile
from tests.bibliography.reading import marked


def read(*files: tuple[str, str]) -> tuple[tuple[Work, ...], list[Diagnostic]]:
    found: list[Diagnostic] = []
    texts = [TextFile(f"sources/{path}", text) for path, text in files]
    return parse_library(texts, found.append, None, decode_csl_yaml), found


BOOK = "Ada Ek, *Tides of *Homo, Oslo: Harbour, 2001."
SAME = {
    "works.json": """[{"id": "ek", "type": "book", "title": "Tides of <i>Homo</i>", "publisher": "Harbour",
        "author": [{"family": "Ek", "given": "Ada"}], "publisher-place": "Oslo",
        "issued": {"date-parts": [[2001]]}}]""",
    "zotero.json": """{"items": [{"id": "ek", "type": "book", "title": "Tides of <i>Homo</i>",
        "publisher": "Harbour", "author": [{"family": "Ek", "given": "Ada"}], "publisher-place": "Oslo",
        "issued": {"raw": "2001"}}]}""",
    "works.yaml": """---
references:
- id: ek
  type: book
  title: Tides of <i>Homo</i>
  publisher: Harbour
  publisher-place: Oslo
  author:
  - family: Ek
    given: Ada
  issued:
  - year: 2001
...
""",
    "works.bib": r"""@book{ek, author={Ek, Ada}, title={Tides of \emph{Homo}}, publisher={Harbour},
        address={Oslo}, year=2001}""",
}


@pytest.mark.parametrize("path", SAME)
def test_a_book(path: str) -> None:
    works, found = read((path, SAME[path]))
    assert found == []
    assert [(work.key, marked(format_reference(work, "en"))) for work in works] == [("ek", BOOK)]


@pytest.mark.parametrize(
    ("item", "printed"),
    [
        (
            '"type": "article-journal", "container-title": "J", "volume": 3, "issue": "2", "page": "1-9", '
            '"issued": {"date-parts": [["2001", "5"]]}, "DOI": "10.1/x"',
            "“T”, *J* 3, no. 2 (May 2001), pp. 1–9, <https://doi.org/10.1/x>.",
        ),
        (
            '"type": "chapter", "container-title": "B", "editor": [{"family": "Holm", "given": "P", '
            '"non-dropping-particle": "van"}], "issued": {"literal": "2003"}',
            "“T”, in *B*, ed. by P van Holm, 2003.",
        ),
        (
            '"type": "speech", "event-title": "Bridge Day", "event-place": "Graz", '
            '"issued": {"date-parts": [[2019, 5, 2]]}',
            "“T”, Bridge Day, Graz, 2 May 2019.",
        ),
        (
            '"type": "legal_case", "authority": "Supreme Court", "container-title": "U.S.", "volume": 347, '
            '"page": 483, "issued": {"date-parts": [[1954]]}',
            "T, 347 U.S. 483 (Supreme Court, 1954).",
        ),
        (
            '"type": "webpage", "container-title": "The Herald", "URL": "https://example.org/a", '
            '"accessed": {"date-parts": [[2025, 6, 20]]}, "note": "original-date: 1901"',
            "“T”, *The Herald*, first published 1901, <https://example.org/a>, accessed 20 June 2025.",
        ),
        (
            '"type": "book", "issued": {"date-parts": [[-350]], "circa": true}',
            "*T*, c. 350 BCE.",
        ),
        (
            '"type": "book", "issued": {"date-parts": [[2019]], "season": 1}',
            "*T*, Spring 2019.",
        ),
        (
            '"type": "thesis", "publisher": "Universität Graz", "genre": "Habilitation"',
            "*T*, Habilitation, Universität Graz.",
        ),
    ],
)
def test_items_of_csl(item: str, printed: str) -> None:
    works, found = read(("works.json", f'[{{"id": "k", "title": "T", {item}}}]'))
    assert found == []
    assert (
        marked(format_reference(works[0], "en")).replace(" (first published", ", first published") == printed
    )


RIS = """TY  - JOUR
AU  - Ek, Ada
AU  - Oh, Ben
TI  - Tides
T2  - J
VL  - 3
IS  - 2
SP  - 1
EP  - 9
PY  - 2001/05/17/
ER  -

TY  - BOOK
AU  - Ek, Ada
TI  - Locks
PY  - 2001
PB  - Harbour
CY  - Oslo
ER  -

TY  - CHAP
ID  - x1
A1  - Ek, Ada
T1  - Ch
T2  - Book
A2  - Holm, P.
PY  - 2003
ER  -

TY  - GEN
TI  - Nobody can cite this
ER  -
"""


def test_ris() -> None:
    works, found = read(("export.ris", RIS))
    assert [(one.rule.name, one.span.line) for one in found] == [("broken-uncited", 30)]
    assert {work.key: marked(format_reference(work, "en")) for work in works} == {
        "ek2001": "Ada Ek and Ben Oh, “Tides”, *J* 3, no. 2 (17 May 2001), pp. 1–9.",
        "ek2001b": "Ada Ek, *Locks*, Oslo: Harbour, 2001.",
        "x1": "Ada Ek, “Ch”, in *Book*, ed. by P. Holm, 2003.",
    }


def test_one_key_in_two_files() -> None:
    """Two that say the same are one work; where they differ it is an error if somebody cites it."""
    other = SAME["works.json"].replace("Harbour", "Another")
    _, found = read(("works.bib", SAME["works.bib"]), ("works.json", other))
    assert [(one.rule.name, one.span.path) for one in found] == [("duplicate-key", "sources/works.json")]
    assert found[0].notes == ("first in line 1 of sources/works.bib",)


def test_what_is_no_json_is_told_where_it_breaks_off() -> None:
    works, found = read(("works.json", '[{"id": "a", "title": "T"},\n {"id": "b" "title": 1}]'))
    assert [work.key for work in works] == ["a"]
    assert [(one.rule.name, one.span.line, one.span.column) for one in found] == [("bibtex-syntax", 2, 13)]


def test_strings_of_one_file_hold_in_the_next() -> None:
    strings, works = "@string{h = {Harbour}}", "@book{k, title = {T}, publisher = h}"
    (work,), found = read(("strings.bib", strings), ("more.bib", works))
    assert (work.publisher, found) == ("Harbour", [])
