"""More entries as people and programs write them, of each kind that was once printed wrongly.

What is right is what biber 2.18 or pandoc 3.9 read in them; where both read nonsense, as in the names of
`Smith, J. & Brown, K.`, what the writer meant.
"""

import pytest

from tests.bibliography.test_own_entries import Entry, printed_by_us

PREPRINT = '[{"id":"k","type":"article","title":"T","publisher":"arXiv","number":"arXiv:2401.00077"}]'
REVIEW = (
    '[{"id":"k","type":"review-book","title":"T","reviewed-title":"Boats","container-title":"J",'
    '"reviewed-author":[{"family":"Oh","given":"Ben"}],"author":[{"family":"Ek","given":"Ada"}]}]'
)
LETTER = (
    '[{"id":"k","type":"manuscript","title":"T","archive":"State Archive","archive_location":"Box 3",'
    '"archive-place":"Oslo"}]'
)
OF_A_DATABASE = '[{"id":"k","type":"article-journal","title":"T","container-title":"J","archive":"JSTOR"}]'
PICTURE = '[{"id":"k","type":"graphic","title":"T","medium":"oil on canvas","dimensions":"3 x 4 cm"}]'
PAPER = '[{"id":"k","type":"article-newspaper","title":"T","container-title":"Daily","section":"News"}]'
MADE_BY_PANDOC = r"""---
nocite: "[@*]"
references:
- author:
  - family: Ek
    given: Ada
  - literal: The \*Star\* Group
  container-title: J & K
  id: k1
  issued: 2010-05\~
  title: The genus *Homo*, H~2~O, 1^st^, [iPod]{.nocase}, \*star\*, a_b_c, \<i\>x\</i\>, \[y\] and \$5
  type: article-journal
  url: "https://example.org/a_b\\*c"
---
""".replace("---\nnocite", "nocite").removesuffix("---\n")
CONFERENCE = """TY  - CONF
AU  - Ek, A.
TI  - Ports
T2  - Proceedings of Boats
DA  - 2001/05/03/May 3-5
ER  -
"""
SON = "TY  - BOOK\nAU  - Ek, Ada, Jr.\nTI  - Tides\nPY  - 2001\nER  -\n"
CASE = (
    "TY  - CASE\nID  - k\nTI  - Boat v. Bridge\nA2  - U.S.\nVL  - 347\nSP  - 483\nPB  - Court\nPY  - 1954\n"
    "ER  -\n"
)
DOI = "TY  - JOUR\nID  - k\nTI  - T\nJO  - J\nM3  - 10.1000/abc\nER  -\n"
HELD = "TY  - MANSCPT\nID  - k\nTI  - T\nAV  - Box 3\nDB  - State Archive\nER  -\n"

ENTRIES: list[Entry] = [
    # Names: what joins them, what stands first.
    ("bib", r"@book{k, author={Smith, J. \& Brown, K.}, title={T}}", "en", ["J. Smith and K. Brown"], []),
    ("bib", "@book{k, author={Smith, J. & Brown, K.}, title={T}}", "en", ["J. Smith and K. Brown"], []),
    ("bib", r"@book{k, author={Barnes \& Noble}, title={T}}", "en", ["Barnes & Noble"], [" and "]),
    (
        "bib",
        "@book{k, author={Smith J., Brown K. and Oh B.}, title={T}}",
        "en",
        ["J. Smith, K. Brown and B. Oh"],
        [],
    ),
    ("bib", "@book{k, author={Smith, John, Jr.}, title={T}}", "en", ["John Smith Jr."], ["Jr. Smith"]),
    ("bib", '@book{k, author={"Smith, John"}, title={T}}', "en", ["John Smith"], ['"']),
    ("bib", "@book{k, author={鈴木 花子 and 佐藤, 健}, title={橋}}", "en", ["鈴木花子 and 佐藤健"], []),
    ("bib", "@book{k, author={김 철수}, title={다리}}", "ko", ["김철수"], ["철수김"]),
    ("bib", "@book{k, author={Иванов И. И.}, title={Т}}", "ru", ["И. И. Иванов"], []),
    ("bib", "@book{k, author={Malcolm X}, title={T}}", "en", ["Malcolm X"], []),
    ("ris", SON, "en", ["Ada Ek Jr."], ["Jr. Ek"]),
    (
        "bib",
        "@book{k, editor={Oh, Ben and Li, Wu}, editortype={translator}, title={Songs}}",
        "en",
        ["*Songs*, trans. by Ben Oh and Wu Li"],
        ["translator"],
    ),
    # Numbers and pages.
    ("bib", "@article{k, title={T}, journal={J}, pages={--}, year=2001}", "en", ["*J*, 2001."], ["–"]),
    (
        "bib",
        "@misc{k, title={T}, pubstate={forthcoming}, year={forthcoming}}",
        "en",
        ["“T”, forthcoming."],
        [],
    ),
    ("bib", "@article{k, title={T}, journal={J}, volume={3}, number={2-3}}", "en", ["3, no. 2–3"], []),
    ("bib", "@article{k, title={T}, journal={J}, pages={1--9,12--15}}", "en", ["pp. 1–9, 12–15"], []),
    ("bib", "@article{k, title={T}, journal={J}, pages={1,234--1,240}}", "en", ["pp. 1,234–1,240"], []),
    ("bib", "@article{k, title={T}, journal={J}, eid={045}}", "en", ["*J*, 045"], ["p. 045"]),
    (
        "bib",
        "@periodical{k, title={T}, series={newseries}, volume={3}, number={2}}",
        "en",
        ["vol. 3, no. 2, new series"],
        ["series 2"],
    ),
    (
        "bib",
        "@book{k, title={T}, publisher={H}, location={Oslo and Graz}}",
        "de",
        ["Oslo und Graz: H"],
        [" and "],
    ),
    # LaTeX.
    ("bib", r"@misc{k, title={\uppercase{abc} \sout{x} \autocap{a}bc}}", "en", ["ABC x abc"], ["\\"]),
    ("bib", r"@misc{k, title={$\hat{x}$, $\bar\nu$, $\vec{v}$, $\odot$}}", "en", ["x̂, ν̄, v⃗, ⊙"], ["\\"]),
    ("bib", r"@misc{k, title={\ce{H2SO4} and 5\,\textmu m}}", "en", ["H₂SO₄ and 5 µm"], ["\\"]),
    ("bib", r"@misc{k, title={a\hspace{1em}b\newline c \verb|x_y|}}", "en", ["a b c x_y"], ["\\", "1em"]),
    ("bib", '@misc{k, title={Ein "`Wort"\' von "uns"}}', "de", ["Ein ‚Wort‘ von"], ['"`', "\"'"]),
    (
        "bib",
        r"@misc{k, title={Tides &amp; Time {\&}amp; \&lt;more}}",
        "en",
        ["Tides & Time & <more"],
        ["amp;"],
    ),
    ("bib", r"@article{k, title={T}, journal={{\nat} Supp.}}", "en", ["*Nature Supp.*"], ["\\nat"]),
    ("bib", r"@article{k, title={T}, journal={\nat{} Supp.}}", "en", ["*Nature Supp.*"], ["\\nat"]),
    # Addresses and numbers of archives.
    (
        "bib",
        "@misc{k, title={T}, url={example.org/docs/a.pdf}}",
        "en",
        ["](https://example.org/docs/a.pdf)"],
        [],
    ),
    (
        "bib",
        "@misc{k, title={T}, url={https://example.org/a | https://example.org/b}}",
        "en",
        ["<https://example.org/a>, <https://example.org/b>"],
        ["|"],
    ),
    (
        "bib",
        "@misc{k, title={T}, doi={DOI: 10.1000/182.}}",
        "en",
        ["<https://doi.org/10.1000/182>"],
        ["182.>"],
    ),
    ("bib", "@misc{k, title={T}, url={doi:10.1000/182}}", "en", ["](https://doi.org/10.1000/182)"], []),
    (
        "bib",
        "@misc{k, title={T}, url={urn:nbn:de:101:1-201}}",
        "en",
        ["[urn:nbn:de:101:1-201](https://nbn-resolving.org/urn:nbn:de:101:1-201)"],
        [],
    ),
    ("bib", "@misc{k, title={T}, url={hdl:1854/27640}}", "en", ["](https://hdl.handle.net/1854/27640)"], []),
    ("bib", "@misc{k, title={T}, pmcid={PMC54321}}", "en", ["[PMC54321](https://www.ncbi"], ["PMC PMC"]),
    # CSL and RIS of other programs.
    ("json", PREPRINT, "en", ["[arXiv:2401.00077](https://arxiv.org/abs/2401.00077)"], []),
    ("json", REVIEW, "en", ["review of Ben Oh, *Boats*"], ["a work by"]),
    ("json", LETTER, "en", ["Box 3, State Archive, Oslo"], []),
    ("json", OF_A_DATABASE, "en", ["*J*"], ["JSTOR"]),
    ("json", PICTURE, "en", ["oil on canvas", "3 x 4 cm"], []),
    ("json", PAPER, "en", ["News, *Daily*"], []),
    (
        "yml",
        MADE_BY_PANDOC,
        "en",
        [
            "Ada Ek and The *Star* Group",
            "“The genus *Homo*, H<sub>2</sub>O, 1<sup>st</sup>, iPod, *star*, a_b_c, <i>x</i>, [y] and $5”",
            "c. May 2010",
            "<https://example.org/a_b*c>",
        ],
        ["\\", "nocase"],
    ),
    ("ris", CONFERENCE, "en", ["“Ports”, in *Proceedings of Boats*, 3 May 2001"], []),
    ("ris", CASE, "en", ["347 U.S. 483 (Court, 1954)"], ["(ed.)"]),
    ("ris", DOI, "en", ["<https://doi.org/10.1000/abc>"], []),
    ("ris", HELD, "en", ["Box 3, State Archive"], []),
]


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry(entry: Entry) -> None:
    kind, text, lang, says, hides = entry
    printed = printed_by_us(kind, text, lang)
    assert [words for words in says if words not in printed] == [], printed
    assert [words for words in hides if words in printed] == [], printed
