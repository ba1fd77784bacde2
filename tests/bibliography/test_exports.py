"""What is handed on says the same when it is read again."""

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.bibliography.export_bibtex import bibtex
from briefgen.bibliography.export_csl import csl_json
from briefgen.bibliography.export_ris import ris
from briefgen.bibliography.reference import format_reference
from briefgen.bibliography.works_of_files import parse_library
from briefgen.model.work import Work
from briefgen.text import TextFile, nfc
from tests.bibliography.entry_types import ENTRIES, as_bib
from tests.bibliography.reading import ROOT, bibliography, cases, marked

OURS = bibliography((ROOT / "sources/references.bib").read_text(encoding="utf-8"))[0]
EVERY_TYPE = tuple(work for kind in ENTRIES for work in bibliography(as_bib(kind))[0])
LIBRARIES = cases("libraries")
NOT_OF_THE_WORK = ("span", "other_fields", "url_shown", "kind", "entry_type")


def read(name: str, text: str) -> tuple[Work, ...]:
    found: list[object] = []
    works = parse_library((TextFile(f"sources/{name}", text),), found.append)
    assert found == []
    return works


def facts(work: Work) -> dict[str, Any]:
    return {one.name: getattr(work, one.name) for one in fields(work) if one.name not in NOT_OF_THE_WORK}


@pytest.mark.parametrize("works", [OURS, EVERY_TYPE], ids=["ours", "every type"])
def test_bibtex_loads_back(works: tuple[Work, ...]) -> None:
    again = read("again.bib", bibtex(works))
    assert [facts(work) for work in again] == [facts(work) for work in works]


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda library: library["from"])
def test_a_library_loads_back(library: dict[str, Any]) -> None:
    works, _ = bibliography(library["bib"])
    found: list[object] = []
    again = parse_library((TextFile("sources/again.bib", bibtex(works)),), found.append)
    for one, other in zip(works, again, strict=True):
        assert printed(other) == printed(one)


@pytest.mark.parametrize("works", [OURS, EVERY_TYPE], ids=["ours", "every type"])
def test_csl_json_loads_back(works: tuple[Work, ...]) -> None:
    """As far as CSL has variables: names, titles, numbers, dates and addresses."""
    kept = (
        "key authors translators edition pages place publisher doi url accessed date language event".split()
    )
    again = read("again.json", csl_json(works))
    for one, other in zip(works, again, strict=True):
        assert {name: facts(other)[name] for name in kept} == {name: facts(one)[name] for name in kept}


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z"), include_characters=" ")))
def test_any_title_loads_back(title: str) -> None:
    """Whatever stands in it: braces, dashes, quotation marks, backslashes."""
    title = " ".join(nfc(title).split())
    (again,) = read("again.bib", bibtex([replace(OURS[0], title=title, marked=())]))
    assert again.title == title


def test_ris_loads_back() -> None:
    again = read("again.ris", ris(OURS))
    for one, other in zip(OURS, again, strict=True):
        assert (other.key, other.doi, other.url, other.language) == (one.key, one.doi, one.url, one.language)
        assert [name.full for name in other.authors] == [name.full for name in one.authors]


def printed(work: Work) -> str:
    return marked(format_reference(replace(work, accessed=None), "en"))
