"""What is handed on says the same when it is read again."""

import json
import re
import subprocess
from dataclasses import fields, replace
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from briefgen.bibliography.export_bibtex import bibtex
from briefgen.bibliography.export_csl import csl_json
from briefgen.bibliography.export_ris import ris
from briefgen.bibliography.reference import format_reference
from briefgen.bibliography.works_of_files import parse_library
from briefgen.decode.csl_yaml import decode_csl_yaml
from briefgen.model.work import Work
from briefgen.text import TextFile, nfc
from tests.bibliography.entry_types import ENTRIES, as_bib
from tests.bibliography.reading import ROOT, bibliography, cases, marked
from tests.bibliography.test_more_entries import ENTRIES as MORE

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
    said = {one.name: getattr(work, one.name) for one in fields(work) if one.name not in NOT_OF_THE_WORK}
    others = {name: [facts(other) for other in said[name]] for name in ("members", "related")}
    return said | others


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


def test_csl_json_is_valid() -> None:
    """By CSL's own schema, of all that is in the tables of cases."""
    schema = Draft7Validator(json.loads((ROOT / "tests/data/csl-data.json").read_text(encoding="utf-8")))
    every = [OURS, EVERY_TYPE, *(bibliography(library["bib"])[0] for library in LIBRARIES)]
    every += [printed_works(kind, text) for kind, text, *_ in MORE]
    items = [item for works in every for item in json.loads(csl_json(works))]
    assert len(items) > 200
    assert [f"{one.json_path}: {one.message}" for one in schema.iter_errors(items)] == []
    assert not schema.is_valid([{"id": "a", "type": "book", "jotted": ""}])


def printed_works(kind: str, text: str) -> tuple[Work, ...]:
    return parse_library((TextFile(f"sources/x.{kind}", text),), lambda _: None, None, decode_csl_yaml)


@example("A <i>b</i> & <sup>c</sup> <span>")
@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z"), include_characters=" ")))
def test_any_title_loads_back(title: str) -> None:
    """Whatever stands in it: braces, dashes, quotation marks, backslashes."""
    title = " ".join(nfc(title).split())
    (again,) = read("again.bib", bibtex([replace(OURS[0], title=title, marked=())]))
    assert again.title == title
    (again,) = read("again.json", csl_json([replace(OURS[0], title=title, marked=())]))
    assert again.title == title


def test_what_biber_would_complain_of() -> None:
    """A comma behind the last name, and words in a date: both were seen with biber 2.18."""
    text = "@book{a, author={Plato and {plato} and King, Jr., M.}, title={T}, year={in press}}\n"
    text += "@book{b, author={family=de la Cruz, suffix=Jr.}, title={T}, date={2001}}\n"
    works = bibliography(text)[0]
    made = bibtex(works)
    assert "author = {Plato and {plato} and King, Jr., M.}" in made
    assert "year = {in press}" in made
    again = bibliography(made)[0]
    assert [facts(work) for work in again] == [facts(work) for work in works]


@pytest.mark.skipif(which("biber") is None, reason="biber is not installed")
def test_biber_takes_what_is_handed_on(tmp_path: Path) -> None:
    """Of all tables of cases, in one file: it stops at the first entry that it cannot read."""
    every = [OURS, EVERY_TYPE, *(bibliography(library["bib"])[0] for library in LIBRARIES)]
    every += [printed_works(kind, text) for kind, text, *_ in MORE]
    several = (replace(work, key=f"x{n}:{work.key}") for n, works in enumerate(every) for work in works)
    alone = tuple(replace(work, members=(), related=()) for work in several)
    (tmp_path / "all.bib").write_text(bibtex(alone), encoding="utf-8")
    # In its folder: it does not find a file by a path with umlauts.
    command = ["biber", "--tool", "--output-file=out.bib", "--logfile=log", "all.bib"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert [line for line in done.stdout.splitlines() if "ERROR" in line] == []
    assert done.returncode == 0
    assert (tmp_path / "out.bib").read_text(encoding="utf-8").count("\n@") >= len(alone) - 1


def test_keys_that_biber_refuses() -> None:
    """Seen with biber 2.18: it stops at the first of them, and reads nothing of the file."""
    text = "@book{a=b, title={T}}\n@book{a-b, title={U}}\n@book{c%d, title={V}, related={a=b}}\n"
    made = bibtex(bibliography(text)[0])
    assert re.findall(r"@book\{(.*),", made) == ["a-b-", "a-b", "c-d"]
    assert "ids = {a=b}" in made
    assert "related = {a-b-}" in made
    found: list[object] = []
    again = parse_library((TextFile("sources/again.bib", made),), found.append, frozenset({"a=b", "c%d"}))
    assert found == []
    assert [(work.key, work.title) for work in again if "-" not in work.key] == [("a=b", "T"), ("c%d", "V")]


NAMED_WITH = r"""
@book{a, author={Gil, Ana}, title={Boats}, date={1990}}
@book{b, author={family=Nagy, given=Imre, static-ordering=true}, title={On \emph{boats} and {<i>}s},
  related={a}, relatedtype={reviewof}, part={2}}
@book{c, author={Petőfi, Sándor and family=Fox, given=Ed, static-ordering=false}, title={Versek},
  translator={Ek, Eva}, langid={magyar}}
@book{d, author={Fox, Ed}, title={Rókák}, translator={Nagy, Imre}, langid={magyar}, origlanguage={english}}
@set{s, entryset={c,d}}
"""


def test_what_a_work_is_printed_with_is_handed_on_with_it() -> None:
    works = bibliography(NAMED_WITH)[0]
    by_key = {work.key: work for work in works}
    assert [name.full for name in (*by_key["b"].authors, *by_key["c"].authors)] == [
        "Nagy Imre",
        "Petőfi Sándor",
        "Ed Fox",
    ]
    assert [name.full for name in (*by_key["d"].authors, *by_key["d"].translators)] == ["Ed Fox", "Nagy Imre"]
    again = read("again.bib", bibtex([by_key["b"], by_key["s"]]))
    assert {work.key: facts(work) for work in again} == {key: facts(work) for key, work in by_key.items()}
    (item,) = json.loads(csl_json([by_key["b"]]))
    assert (item["title"], item["reviewed-title"], item["part"]) == (
        "On <i>boats</i> and <\u2060i>s",
        "Boats",
        "2",
    )
    assert item["author"] == [{"family": "Nagy", "given": "Imre", "static-ordering": True}]
    (read_again,) = read("again.json", csl_json([by_key["b"]]))
    assert printed(read_again) == "Nagy Imre, *On *boats* and <i>s*, pt. 2, review of *Boats*."


def test_ris_loads_back() -> None:
    again = read("again.ris", ris(OURS))
    for one, other in zip(OURS, again, strict=True):
        assert (other.key, other.doi, other.url, other.language) == (one.key, one.doi, one.url, one.language)
        assert [name.full for name in other.authors] == [name.full for name in one.authors]


def printed(work: Work) -> str:
    return marked(format_reference(replace(work, accessed=None), "en"))
