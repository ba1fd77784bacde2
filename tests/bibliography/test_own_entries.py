"""Entries in each format as people and programs write them, judged by what biber and Pandoc read in them."""

import pytest

from briefgen.bibliography.reference import format_reference
from briefgen.bibliography.works_of_files import parse_library
from briefgen.decode.csl_yaml import decode_csl_yaml
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.text import TextFile
from tests.bibliography.reading import marked

# The format, the text, the language of the page, what is printed, and what is not.
Entry = tuple[str, str, str, list[str], list[str]]

ENTRIES: list[Entry] = [
    (
        "bib",
        "@book{k, author={Lund, Eva and {Canal Office}}, title={T}, date={2001?}}",
        "en",
        ["Eva Lund and Canal Office", "2001"],
        [],
    ),
    (
        "bib",
        "@book{k, author={Lund, E.}, title={T}, date={2004-06/..}}",
        "en",
        ["since June 2004"],
        [".."],
    ),
    (
        "bib",
        ("@article{k, author={Ek, Ada}, title={T}, journal={J}, year={2001/02}, volume={3}}"),
        "en",
        ["2001"],
        [],
    ),
    (
        "bib",
        ("@article{k, author={Ek, Ada}, title={T}, journal={J}, year={2001}, month={9~--~10}}"),
        "en",
        ["September", "October"],
        [],
    ),
    (
        "bib",
        "@book{k, author={Ek, Ada}, title={T}, year={MMXI}}",
        "en",
        ["MMXI"],
        [],
    ),
    (
        "bib",
        "@book{k, author={Ek, Ada}, title={T}, date={2010-24}}",
        "en",
        ["Winter 2010"],
        ["24"],
    ),
    (
        "bib",
        "@book{k, author={Ek, Ada}, title={T}, date={1723~}}",
        "de",
        ["um 1723"],
        ["~"],
    ),
    (
        "bib",
        "@book{k, author={Ek, Ada}, title={T}, date={-0044-03-15}}",
        "en",
        ["45 BCE"],
        [],
    ),
    (
        "bib",
        ("@book{k, author={family=de la Vega, given=Ana, prefix=, useprefix=true}, title={T}, date={2001}}"),
        "en",
        ["Ana de la Vega"],
        ["="],
    ),
    (
        "bib",
        (
            "@book{k, author={given=Jean, prefix=de, given-i=J, family=La Fontaine,"
            " family-i=LF}, title={T}, date={2001}}"
        ),
        "en",
        ["Jean de La Fontaine"],
        ["given"],
    ),
    (
        "bib",
        "@book{k, author={{\\relax Guo}, Xi}, title={T}, date={2001}}",
        "en",
        ["Xi"],
        ["relax"],
    ),
    (
        "bib",
        ('@book{k, author="M{\\"u}ller, J{\\o}rgen and {\\AA}rhus, {\\L}ukasz", title={T}, date={2001}}'),
        "en",
        ["Jørgen Müller", "Łukasz Århus"],
        [],
    ),
    (
        "bib",
        (
            "@article{k, author={Ek, Ada}, title={{\\textit{Homo}} and \\textbf{bold}"
            " {\\it x} \\& 5\\,\\% \\$3}, journal={J}, date={2001}}"
        ),
        "en",
        ["*Homo*", "& 5", "% $3"],
        ["textbf", "\\"],
    ),
    (
        "bib",
        (
            "@article{k, author={Ek, Ada}, title={The $\\mathrm{CO}_2$ of $10^{-3}$ "
            "\\textemdash\\ a $\\beta$-test}, journal={J}, date={2001}}"
        ),
        "en",
        ["CO₂", "10⁻³", "β-test", "—"],
        ["mathrm", "$"],
    ),
    (
        "bib",
        (
            "@misc{k, author={Ek, Ada}, title={A}, howpublished={\\url{https://examp"
            "le.org/a_b?x=1&y=2}}, year=2019, note={Accessed: 2020-01-02}}"
        ),
        "en",
        ["https://example.org/a_b?x=1&y=2"],
        ["\\url"],
    ),
    (
        "bib",
        "@misc{k, author={Ek, Ada}, title={A}, url={https://example.org/a b}, year=2019}",
        "en",
        ["https://example.org/a"],
        [],
    ),
    (
        "bib",
        (
            "@article{k, author={Ek, Ada}, title={A}, journal={J}, doi={https://dx."
            "doi.org/10.1000/ABC\\_1}, year=2019}"
        ),
        "en",
        ["10.1000/ABC_1"],
        ["\\_", "dx.doi"],
    ),
    (
        "bib",
        "@article{k, author={Ek, Ada}, title={A}, journal=nature, year=2019}",
        "en",
        ["*nature*"],
        [],
    ),
    (
        "bib",
        (
            "@article{k, author={Ek, Ada}, title={A}, journal={\\mnras}, year=2019, "
            "eprint={1901.00001}, archivePrefix={arXiv}, primaryClass={astro-ph.GA}"
            "}"
        ),
        "en",
        ["Monthly Notices of the Royal Astronomical Society", "arXiv:1901.00001"],
        ["\\mnras"],
    ),
    (
        "bib",
        ("@patent{k, author={Ek, Ada}, title={Lock}, number={EP1234567}, type={patreqeu}, date={2001}}"),
        "de",
        ["EP1234567"],
        ["patreqeu"],
    ),
    (
        "bib",
        (
            "@thesis{k, author={Ek, Ada}, title={T}, type={mathesis}, institution={"
            "Universität Graz}, date={2001}}"
        ),
        "fr",
        ["Universität Graz", "2001"],
        ["mathesis"],
    ),
    (
        "bib",
        (
            "@inproceedings{k, author={Ek, Ada}, title={T}, booktitle={Proc. of Boa"
            "ts}, eventtitle={Boats 2020}, venue={Oslo}, eventdate={2020-05-01/2020"
            "-05-03}, publisher={ACM}, date={2021}}"
        ),
        "en",
        ["Boats 2020, Oslo", "1–3 May 2020"],
        [],
    ),
    (
        "bib",
        (
            "@book{k, author={Ek, Ada}, title={T}, publisher={A and B}, location={O"
            "slo and Bergen}, date={2001}}"
        ),
        "en",
        ["2001"],
        [],
    ),
    (
        "bib",
        ("@book{k, author={Ek, Ada}, title={T}, editor={Oh, Ben}, editortype={redactor}, date={2001}}"),
        "en",
        ["redacted by Ben Oh"],
        [],
    ),
    (
        "bib",
        "@book{k, author={山田, 太郎}, title={橋}, translator={Smith, Jo}, date={2001}}",
        "en",
        ["山田太郎", "trans. by Jo Smith"],
        ["太郎 山田"],
    ),
    (
        "bib",
        (
            "@book{k, author={Иванов, Иван and Петров, Пётр}, title={Мосты}, publis"
            "her={Наука}, location={М.}, date={2001}, pagetotal={300}}"
        ),
        "ru",
        ["Иван Иванов и Пётр Петров", "М.: Наука"],
        [],
    ),
    (
        "bib",
        (
            "% comment with @ sign\n@BOOK{k,\n AUTHOR = {Ek, Ada},\n TITLE = {T} # { a"
            "nd } # {U},\n YEAR = 2001\n}"
        ),
        "en",
        ["*T and U*"],
        ["#"],
    ),
    (
        "bib",
        (
            '@string{h = "Harbour"}\n@book(k, author={Ek, Ada}, title={T}, publisher'
            " = h # { Press}, year=2001)"
        ),
        "en",
        ["Harbour Press"],
        [],
    ),
    (
        "bib",
        "@book{k+1, author={Ek, Ada}, title={T}, year=2001,,}",
        "en",
        ["Ada Ek"],
        [],
    ),
    (
        "bib",
        ("@article{k, author={Ek, Ada}, title={T}, journal={J}, pages={e1001-e1010}, year=2001}"),
        "en",
        ["e1001–e1010"],
        [],
    ),
    (
        "bib",
        ("@article{k, author={Ek, Ada}, title={T}, journal={J}, pages={1--3, 7, 9+}, year=2001}"),
        "en",
        ["pp. 1–3, 7, 9+"],
        [],
    ),
    (
        "bib",
        "@book{k, author={Ek, Ada}, title={T}, edition={Second}, year=2001}",
        "en",
        ["2nd edition"],
        [],
    ),
    (
        "bib",
        "@book{k, author={Ek, Ada}, title={T}, edition={revised}, year=2001}",
        "en",
        ["revised"],
        [],
    ),
    (
        "json",
        (
            '[{"id":"k","type":"article-journal","title":"On <i>Homo</i> & <sup>2</'
            'sup>H","author":[{"family":"Gogh","given":"Vincent","non-dropping-part'
            'icle":"van"},{"literal":"UN"}],"container-title":"J","issued":{"date-p'
            'arts":[["2020",6]]},"DOI":"10.1000/x","volume":3}]'
        ),
        "en",
        ["Vincent van Gogh and UN", "*Homo*", "June 2020"],
        ["<i>"],
    ),
    (
        "json",
        '{"items":[{"id":"k","type":"book","title":"T","issued":{"raw":"2020-05"}}]}',
        "en",
        ["*T*", "May 2020"],
        [],
    ),
    (
        "json",
        (
            '[{"id":"k","type":"webpage","title":"T","URL":"https://example.org","a'
            'ccessed":{"date-parts":[[2020,1,2]]},"issued":{"literal":"forthcoming"'
            "}}]"
        ),
        "en",
        ["forthcoming", "2 January 2020"],
        [],
    ),
    (
        "yml",
        (
            "references:\n- id: k\n  type: book\n  title: T\n  author:\n  - family: Ek\n "
            "   given: Ada\n  issued: 2001-05\n"
        ),
        "en",
        ["Ada Ek, *T*, May 2001"],
        [],
    ),
    (
        "ris",
        (
            "TY  - JOUR\nID  - k\nAU  - Ek, Ada\nAU  - Oh, Ben\nTI  - T\nJO  - J\nVL  - 3"
            "\nIS  - 2\nSP  - 10\nEP  - 15\nPY  - 2001/05//\nDO  - 10.1000/x\nER  - \n"
        ),
        "en",
        ["Ada Ek and Ben Oh", "*J* 3, no. 2", "pp. 10–15", "2001"],
        [],
    ),
    (
        "ris",
        (
            "TY  - CHAP\r\nA1  - Ek, Ada\r\nT1  - T\r\nT2  - B\r\nA2  - Oh, Ben\r\nPB  - P\r\nC"
            "Y  - Oslo\r\nY1  - 2001\r\nER  - \r\n"
        ),
        "en",
        ["“T”", "in *B*", "ed. by Ben Oh", "Oslo: P"],
        [],
    ),
]


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry(entry: Entry) -> None:
    kind, text, lang, says, hides = entry
    printed = printed_by_us(kind, text, lang)
    assert [words for words in says if words not in printed] == [], printed
    assert [words for words in hides if words in printed] == [], printed


def printed_by_us(kind: str, text: str, lang: str) -> str:
    """The references of all that a file holds, in which nothing may be an error."""
    found: list[Diagnostic] = []
    file = TextFile(f"sources/x.{kind}", text.replace("\r\n", "\n"))
    works = parse_library((file,), found.append, None, decode_csl_yaml)
    assert all(one.severity is not Severity.ERROR for one in found)
    return " ".join(marked(format_reference(work, lang)) for work in works)
