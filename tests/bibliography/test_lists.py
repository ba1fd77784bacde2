"""The list of sources of a brief: ways back to each citation, titles that lead to the works' pages."""

import re
from pathlib import Path

import markdown
import pytest

from briefgen.bibliography.reference import format_reference
from briefgen.bibliography.works_of_files import parse_bibliography
from briefgen.pipeline import compile_briefs
from briefgen.render.notes.fragments import fragments_markdown
from briefgen.render.notes.listed import listed, without_addresses
from briefgen.text import TextFile
from tests.bibliography.test_cases import laid_out

BIB = """@book{k1, author={Ek, Ada}, title={Tall Boats}, year={2001}}
@online{k2, author={Oh, Ben}, title={Locks}, date={2002}, url={https://www.example.org/deep/way?x=1}}
@misc{k3, author={Ur, Cy}, howpublished={Letter}, date={1999}}
@article{k4, author={Gil, Ana}, title={Seals}, journaltitle={J}, date={2003}, doi={10.1000/xyz}}
"""
TEXT = (
    "A [@k1, p. 4]. B [@k2; @k1]. C [@k1, p. 4]. D [@k3; @k4].[^n]\n\n## More\n\nE [@k1, p. 4].\n\n"
    "[^n]: Compare [@k1, p. 2; @k2]."
)


def page_of(root: Path, text: str = TEXT, lang: str = "en") -> str:
    told = compile_briefs(laid_out({"bib": BIB, "cite": text, "lang": lang, "files": {}}, root))
    assert told.findings == ()
    return next(page.text for page in told.value.pages if page.path == "briefs/brief.md")


def sources(page: str) -> list[str]:
    part = page.partition("{ #sources }")[2].partition("\n## ")[0]
    return re.findall(r"^-   (.*)$", part, re.MULTILINE)


def test_each_citation_has_a_way_back(tmp_path: Path) -> None:
    page = page_of(tmp_path)
    html = markdown.markdown(
        page.split("---\n", 2)[2], extensions=["footnotes", "attr_list", "md_in_html", "def_list"]
    )
    ids = set(re.findall(r'id="([^"]+)"', html))
    ek = next(line for line in sources(page) if "Tall Boats" in line)
    ways = re.findall(r"\[([a-z]+)\]\(#([^)]+)\)\{ aria-label=\"([^\"]+)\" \}", ek)
    assert [(letter, place) for letter, place, _ in ways] == [
        ("a", "fnref:w-k1-1"),
        ("b", "fnref2:w-k1-1"),
        ("c", "fnref3:w-k1-1"),
        ("d", "fnref:w-k2-1"),
        ("e", "fn:n-n"),
    ]
    assert ways[1][2] == "Citation 2 of this source"
    every = re.findall(r"\]\(#((?:fn|fnref\d*):[^)]+)\)", "\n".join(sources(page)))
    assert len(every) == 9
    assert set(every) <= ids


def test_titles_lead_to_works_and_no_address_is_read_out(tmp_path: Path) -> None:
    lines = "\n".join(sources(page_of(tmp_path, lang="de")))
    assert "[<em>Tall Boats</em>](../sources/k1.md)" in lines
    assert "„[Locks](../sources/k2.md)“" in lines
    assert "[example.org](https://www.example.org/deep/way?x=1)" in lines
    assert "[doi:10.1000/xyz](https://doi.org/10.1000/xyz)" in lines
    assert "[keine Kopie](../sources/k3.md){ .source-state }" in lines  # it has no title
    assert "zitiert bei [a](#" in lines
    assert "[http" not in lines


TITLES = [
    ("The “Old” Bridge", "“[The ‘Old’ Bridge](w)”"),
    ("What is C++?", "“[What is C++?](w)”"),
    ("¿Qué es?", "“[¿Qué es?](w)”"),
    ("毛泽东选集", "“[毛泽东选集](w)”"),
    ("Große Straße: ein Weg", "“[Große Straße: ein Weg](w)”"),
    ("H\\textsubscript{2}O: \\emph{NASA}", "“[H₂O: ](w)[<em>NASA</em>](w)”"),
]


@pytest.mark.parametrize(("title", "shown"), TITLES)
def test_the_title_is_found(title: str, shown: str) -> None:
    bib = TextFile(
        "sources/references.bib", f"@misc{{k, author={{Ek, Ada}}, title={{{title}}}, date={{2001}}}}"
    )
    (work,) = parse_bibliography(bib, lambda _: None)
    linked, is_linked = listed(format_reference(work, "en"), work, "w", "")
    assert is_linked
    text = fragments_markdown(without_addresses(linked)).replace("\\", "")
    assert shown in text


@pytest.mark.parametrize(
    ("title", "language", "page", "told"),
    [
        ("Die Brücke", "german", "en", "[Die Brücke](w){ lang=de }"),
        ("Die Brücke", "german", "de-AT", "[Die Brücke](w)„"),
        ("[About a bridge]", "german", "en", "[[About a bridge]](w)“"),  # what somebody calls it
        ("Die Brücke", "", "en", "[Die Brücke](w)“"),
    ],
)
def test_a_title_in_another_language_says_so(title: str, language: str, page: str, told: str) -> None:
    fields = f"title={{{title}}}, langid={{{language}}}, date={{2001}}"
    bib = TextFile("sources/references.bib", f"@misc{{k, author={{Ek, Ada}}, {fields}}}")
    (work,) = parse_bibliography(bib, lambda _: None)
    linked, _ = listed(format_reference(work, page), work, "w", page)
    assert told.rstrip("„“") in fragments_markdown(linked).replace("\\", "")
    assert ("lang=" in fragments_markdown(linked)) is ("lang=" in told)
