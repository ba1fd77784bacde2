"""A .bib file becomes works, and what is wrong with it becomes findings."""

from typing import Any

import pytest

from briefgen.bibliography.kinds import kind_of
from briefgen.bibliography.reference import format_reference
from briefgen.bibliography.works_of_files import parse_library
from briefgen.model.work import DateRange, PartialDate, WorkKind
from briefgen.text import TextFile
from tests.bibliography.reading import ROOT, bibliography, cases, marked, places, the_work


@pytest.mark.parametrize("case", cases("broken_bibliographies"), ids=lambda case: case["what"])
def test_everything_wrong_is_found_in_its_place(case: dict[str, Any]) -> None:
    works, found = bibliography(case["bib"])
    assert places(found) == sorted(map(tuple, case["found"]), key=lambda place: (place[1:], place[0]))
    assert [work.key for work in works] == case["keys"]


def test_the_second_of_two_says_where_the_first_is() -> None:
    _, found = bibliography(
        "@misc{a, title = {A}}\n\n@misc{a, title = {B}}\n@misc{A,\n title = {A},\n title = {B}}"
    )
    assert {one.notes for one in found} == {
        ("first in line 1",),
        ("`a` stands in line 1",),
        ("first in line 5",),
    }


def test_the_first_of_two_counts() -> None:
    works, _ = bibliography("@misc{a, title = {One}, title = {Two}}\n@misc{a, title = {Three}}")
    assert [work.title for work in works] == ["One"]


def test_a_misspelt_word_gets_a_suggestion() -> None:
    _, found = bibliography("@string{springer = {Springer}}\n@misc{a, publisher = springr}")
    assert [one.hint for one in found] == ["did you mean `springer`?"]


def test_an_error_does_not_cost_the_rest_of_the_entry() -> None:
    (work,), found = bibliography("@misc{a, date = {never}, author = {A, B, C, D and Ek, Ada}, title = {T}}")
    assert len(found) == 2
    assert [author.full for author in work.authors] == ["A, B, C, D", "Ada Ek"]
    assert work.title == "T"
    assert work.date_text == "never"
    assert work.other_fields == ()


def test_braces_may_not_nest_without_end() -> None:
    works, found = bibliography("@misc{a, title = {" + "{" * 200 + "x" + "}" * 200 + "}}\n@misc{b}")
    assert places(found) == [("bibtex-syntax", 1, 10)]
    assert [work.key for work in works] == ["a", "b"]


def test_strings_hold_for_what_follows() -> None:
    text = '@string{a = "A"} @misc{x, title = a # A} @string{a = a # "B"} @misc{y, title = a}'
    works, found = bibliography(text)
    assert found == []
    assert [work.title for work in works] == ["AA", "AB"]


def test_every_field_has_a_home() -> None:
    work = the_work(
        "@article{k, author={Ek, Ada}, title={T}, subtitle={S}, journaltitle={J}, journalsubtitle={Js},"
        " volume={1}, number={2}, issue={Spring}, pages={3--4}, date={2025-06-17}, year={2025}, month=jun,"
        " day={17}, url={https://example.org}, urldate={2025-06-18}, doi={10.1/a}, isbn={1-2}, eprint={1},"
        " eprinttype={hal}, language={german}, langid={ngerman}, howpublished={H}, addendum={A}, note={N},"
        " abstract={Ab}, publisher={P}, location={L}, type={Ty}, series={Se}, edition={5}, editor={Oh, Ben},"
        " translator={Ur, Cy}, keywords={a, b}, zzz={}, crossref={}, file={a_b:c.pdf}}"
    )
    assert (work.title, work.subtitle, work.container) == ("T", "S", "J: Js")
    assert (work.volume, work.issue, work.number, work.pages) == ("1", "2", "Spring", "3–4")
    assert work.date == PartialDate(2025, 6, 17)
    assert (work.url, work.accessed, work.doi) == ("https://example.org", PartialDate(2025, 6, 18), "10.1/a")
    assert (work.isbn, work.eprint, work.eprint_type) == ("1-2", "1", "hal")
    assert (work.language, work.how_published, work.addendum) == ("de", "H", "A")
    assert (work.note, work.abstract, work.publisher, work.place) == ("N", "Ab", "P", "L")
    assert (work.type_label, work.series, work.edition) == ("Ty", "", "5")
    assert work.journal_series == "Se"
    assert work.other_fields == (("file", "a_b:c.pdf"), ("keywords", "a, b"))


@pytest.mark.parametrize(
    ("fields", "other"),
    [
        ("date = {2025-06-17T13:34:00}", "date"),
        ("year = 2025, month = {Spring break}", "month"),
        ("publisher = {P}, institution = {I}, school = {S}", "school"),
        ("journal = {J}, booktitle = {B}", "booktitle"),
    ],
)
def test_what_has_no_place_is_kept(fields: str, other: str) -> None:
    assert other in dict(the_work(f"@misc{{k, {fields}}}").other_fields)


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("date = {2025}", PartialDate(2025)),
        ("date = {2025-06}", PartialDate(2025, 6)),
        ("date = {2025-06-17}", PartialDate(2025, 6, 17)),
        ("date = {1850~}", PartialDate(1850, approximate=True)),
        ("date = {1850-05?}", PartialDate(1850, 5, uncertain=True)),
        ("date = {1850%}", PartialDate(1850, approximate=True, uncertain=True)),
        ("date = {2019/2021}", DateRange(PartialDate(2019), PartialDate(2021))),
        ("date = {2019--2021}", DateRange(PartialDate(2019), PartialDate(2021))),
        ("date = {2019/}", DateRange(PartialDate(2019), None)),
        ("date = {2019/..}", DateRange(PartialDate(2019), None)),
        ("date = {../2019-03}", DateRange(None, PartialDate(2019, 3))),
        ("date = {199X}", DateRange(PartialDate(1990), PartialDate(1999))),
        ("date = {2004-06-XX}", PartialDate(2004, 6)),
        ("date = {2025-21}", PartialDate(2025, season=1)),
        ("year = 2025, month = {Winter}", PartialDate(2025, season=4)),
        ("date = {-0349~}", PartialDate(-349, approximate=True)),
        ("year = {350 BC}", PartialDate(-349)),
        ("date = {0079}", PartialDate(79)),
        ("date = {2015-00-00}", PartialDate(2015)),
        ("date = {17.6.2025}", PartialDate(2025, 6, 17)),
        ("date = {6/17/2025}", PartialDate(2025, 6, 17)),
        ("date = {June 17th, 2025}", PartialDate(2025, 6, 17)),
        ("date = {17 de junio de 2025}", PartialDate(2025, 6, 17)),
        ("date = {2025년 6월 17일}", PartialDate(2025, 6, 17)),
        ("date = {1 июня 2025}", PartialDate(2025, 6, 1)),
        ("date = {Dec 2019/Jan 2020}", DateRange(PartialDate(2019, 12), PartialDate(2020, 1))),
        ("date = {2010/11}", DateRange(PartialDate(2010), PartialDate(2011))),
        ("date = {2025-06-17T13:34:00Z}", PartialDate(2025, 6, 17)),
        ("year = 2025", PartialDate(2025)),
        ("year = 2025, month = jun", PartialDate(2025, 6)),
        ("year = 2025, month = 6, day = 17", PartialDate(2025, 6, 17)),
        ('year = 2025, month = "17~" # jun', PartialDate(2025, 6, 17)),
        ("year = 2025, month = {Juni}", PartialDate(2025, 6)),
        ("year = 2025, month = {Sept.}", PartialDate(2025, 9)),
        ("year = 2025, month = {June 10--12}", DateRange(PartialDate(2025, 6, 10), PartialDate(2025, 6, 12))),
        ("year = 2025, month = {Jan/Feb}", DateRange(PartialDate(2025, 1), PartialDate(2025, 2))),
        ("year = {1998--99}", DateRange(PartialDate(1998), PartialDate(1999))),
        ("year = {[1850]}", PartialDate(1850)),
        ("year = {c. 1850}", PartialDate(1850, approximate=True)),
        ("year = {ca.~1850}", PartialDate(1850, approximate=True)),
        ("year = 2025, date = {2025-06-17}", PartialDate(2025, 6, 17)),
    ],
)
def test_dates(fields: str, date: PartialDate | DateRange) -> None:
    assert the_work(f"@misc{{k, {fields}}}").date == date


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        *(("german", "de"), ("ngerman", "de"), ("naustrian", "de-AT"), ("Deutsch", "de"), ("deu", "de")),
        *(
            ("english", "en"),
            ("british", "en-GB"),
            ("Russisch", "ru"),
            ("русский", "ru"),
            ("portuguese", "pt"),
        ),
        *(("brazilian", "pt-BR"), ("pt_br", "pt-BR"), ("zh-hans", "zh-Hans"), ("Korean", "ko"), ("no", "no")),
        *(("english and german", "en"), ("langfrench", "fr"), ("Ancient Greek", "grc")),
    ],
)
def test_languages(name: str, tag: str) -> None:
    assert the_work(f"@misc{{k, language = {{{name}}}}}").language == tag


def test_language_comes_before_langid() -> None:
    work = the_work("@misc{k, language = {russian}, langid = {english}}")
    assert work.language == "ru"
    assert work.other_fields == (("langid", "english"),)


def test_a_chapter_takes_from_its_book() -> None:
    text = """
        @incollection{part, crossref = {whole}, author = {Ur, Cy}, title = {Part}, pages = {1--2}}
        @collection{whole, xdata = {house}, editor = {Ek, Ada}, title = {Whole}, subtitle = {All},
                    date = {2020}, keywords = {k}}
        @xdata{house, publisher = {P}, location = {L}}
    """
    works, found = bibliography(text)
    assert found == []
    assert [work.key for work in works] == ["part", "whole"]
    part = works[0]
    assert (part.title, part.subtitle, part.container) == ("Part", "", "Whole: All")
    assert (part.publisher, part.place, part.date) == ("P", "L", PartialDate(2020))
    assert [editor.full for editor in part.editors] == ["Ada Ek"]
    assert "keywords" not in dict(part.other_fields)


def test_a_set_is_its_members_and_an_entry_has_other_keys() -> None:
    text = """
        @set{both, entryset = {one, two}} @book{one, title = {One}, ids = {uno, un}, year = 2001}
        @misc{two, title = {Two}, url = {https://example.org}}
    """
    works = parse_library((TextFile("sources/references.bib", text),), lambda _: None, ["uno", "both"])
    assert {work.key: marked(format_reference(work, "en")) for work in works} == {
        "both": "*One*, 2001; “Two”, <https://example.org>.",
        "one": "*One*, 2001.",
        "two": "“Two”, <https://example.org>.",
        "uno": "*One*, 2001.",
    }


def test_what_an_entry_says_in_other_words_is_not_inherited() -> None:
    works, found = bibliography(
        "@inbook{a, crossref = {b}, year = 2021, address = {Wien}}"
        "@book{b, date = {2020-05}, location = {Berlin}, publisher = {P}}"
    )
    assert found == []
    assert (works[0].date, works[0].place, works[0].publisher) == (PartialDate(2021), "Wien", "P")
    assert works[0].other_fields == (("crossref", "b"),)


def test_a_long_line_of_ancestors() -> None:
    works, found = bibliography(
        "".join(f"@misc{{k{n}, crossref = {{k{n + 1}}}}}" for n in range(1200)) + "@misc{k1200, note = {N}}"
    )
    assert found == []
    assert {work.note for work in works} == {"N"}


def test_an_article_takes_its_journal_and_a_volume_its_set() -> None:
    works, found = bibliography(
        "@article{a, crossref = {p}, title = {A}} @periodical{p, title = {P}, year = 2020}"
        "@book{v, crossref = {m}, title = {V}} @mvbook{m, title = {M}}"
    )
    assert found == []
    assert {work.key: work.container for work in works} == {"a": "P", "p": "", "v": "M", "m": ""}


@pytest.mark.parametrize(
    ("entry_type", "kind"),
    [
        *(("article", WorkKind.ARTICLE), ("newspaper", WorkKind.ARTICLE), ("book", WorkKind.BOOK)),
        *(
            ("inproceedings", WorkKind.CHAPTER),
            ("techreport", WorkKind.REPORT),
            ("phdthesis", WorkKind.THESIS),
        ),
        *(("www", WorkKind.WEB), ("electronic", WorkKind.WEB), ("jurisdiction", WorkKind.LEGAL)),
        *(("dataset", WorkKind.DATASET), ("software", WorkKind.SOFTWARE), ("movie", WorkKind.MEDIA)),
        *(("misc", WorkKind.GENERAL), ("tweet", WorkKind.GENERAL)),
    ],
)
def test_kinds(entry_type: str, kind: WorkKind) -> None:
    assert kind_of(entry_type) is kind


def test_our_own_bibliography_has_no_findings() -> None:
    works, found = bibliography((ROOT / "sources" / "references.bib").read_text(encoding="utf-8"))
    assert found == []
    assert len(works) == 74
    assert {work.language for work in works} == {"", "de", "en", "pl", "pt", "ru"}
    assert {name for work in works for name, _ in work.other_fields} == set()
