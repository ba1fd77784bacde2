"""What is found of a page, and where a hit leads: from HTML to records.

A record is written down here as its kind, its language and its pieces, each `element#id text`.
"""

import pytest

from briefgen.site.search.page_records import FULL, FULLEST, language_of, records_of
from briefgen.site.search.records import Record

SPOKEN = {"en", "de", "ru"}


def page(article: str, *facts: tuple[str, str], lang: str = "en", head: str = "") -> str:
    metas = "".join(f'<meta name="briefgen:{name}" content="{value}">' for name, value in facts)
    return (
        f'<!doctype html><html lang="{lang}"><head><title>T - Site</title>{head}{metas}</head>'
        f"<body><nav>Home</nav><article>{article}</article><footer>Made by</footer></body></html>"
    )


def found(html: str) -> dict[str, list[str]]:
    return {f"{one.kind} {one.language}": pieces(one) for one in records_of(html, "x/", SPOKEN)}


def pieces(record: Record) -> list[str]:
    return [
        f"{piece.element}#{piece.identifier} {piece.text}".replace("# ", " ").strip()
        for piece in record.pieces
    ]


BRIEF = ("kind", "brief")
WORK = ("kind", "work")


@pytest.mark.parametrize(
    ("html", "records"),
    [
        pytest.param(
            page('<h1 id="t">Title<a class="headerlink" href="#t">¶</a></h1><p>One <b>and</b> two.</p>'),
            {"page en": ["h1#t Title", "p One and two."]},
            id="the text of the article, without the navigation around it and the links at headings",
        ),
        pytest.param(
            page(
                '<p>Said<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">1</a></sup> so'
                '<a class="found" href="/s/">✓</a>.</p><button>Copy</button><script>x()</script>'
            ),
            {"page en": ["p Said so."]},
            id="no marks, buttons or scripts",
        ),
        pytest.param(
            page(
                '<h1 id="t">T</h1><h2 id="a">A</h2><p id="p-05dd1e">One.</p><p id="p-05dd1e-2">Two.</p>',
                BRIEF,
            ),
            {"brief en": ["h1#t T", "h2#a A", "p One.", "p Two."]},
            id="a hit leads to a section, not to one of its paragraphs, which have no heading",
        ),
        pytest.param(
            page(
                '<h1 id="t">T</h1><h2 id="a">A</h2><p>One.</p>'
                '<h2 id="evidence-table">T</h2><table><tr><td>One.</td><td>Unverifiable</td></tr></table>',
                BRIEF,
            ),
            {"brief en": ["h1#t T", "h2#a A", "p One."]},
            id="the table of evidence repeats what boxes and footnotes say",
        ),
        pytest.param(
            page(
                '<p>TASS, 5 May 2024, <a href="https://a.example/">https://a.example/</a>; Yonhap,\n'
                '<a href="https://b.example/">https://b.example/</a>. See '
                '<a href="https://c.example/">https://c.example/</a>.</p>'
            ),
            {"page en": ["p TASS, 5 May 2024; Yonhap. See ."]},
            id="no addresses, which nobody looks for, and no commas before them",
        ),
        pytest.param(
            page(
                '<h2 id="s">Section</h2><div class="admonition" id="box"><p class="box-kind">Correction</p>'
                '<h3 id="title">Title</h3><p>Inside.</p></div><p>Behind.</p>',
                BRIEF,
            ),
            {"brief en": ["h2#s Section", "h3#box Title", "p Inside.", "div#s", "p Behind."]},
            id="a box is found under its own id; behind it the section goes on",
        ),
        pytest.param(
            page('<div id="box"><p>Untitled.</p></div>'),
            {"page en": ["div#box", "p Untitled."]},
            id="a box without a title",
        ),
        pytest.param(
            page(
                '<h2 id="s">Text</h2><p>Words.</p><h2 id="footnotes">Notes</h2><div class="footnote"><hr><ol>'
                '<li id="fn:a"><p>First note.</p><p>More <a class="footnote-backref" href="#">↩</a></p></li>'
                '<li id="fn:b"><p>Second.</p></li></ol></div><h2 id="sources">Works</h2><ul><li>W</li></ul>'
                '<h2 id="how-checked">Checked</h2><p>3 of 3.</p><h2 id="cite">Cite</h2><p>“T”.</p>'
                '<h2 id="errata">Errata</h2><p>None.</p>',
                BRIEF,
            ),
            {
                "brief en": ["h2#s Text", "p Words."],
                "footnotes en": ["li#fn:a First note.", "p More", "li#fn:b Second."],
            },
            id="footnotes are hits of their own; what the page says of itself is none",
        ),
        pytest.param(
            page(
                '<div class="erratum"><p>Corrected.</p></div><h2 id="errata">Errata</h2><p>Was: ten.</p>',
                BRIEF,
            ),
            {"brief en": ["p Corrected.", "h2#errata Errata", "p Was: ten."]},
            id="errata where there are any",
        ),
        pytest.param(
            page('<h2 id="s">Said</h2><p>He wrote <span lang="de">„Häuser“</span> there.</p>'),
            {"page en": ["h2#s Said", "p He wrote … there."], "page de": ["div#s", "p „Häuser“"]},
            id="words of another language, in the section where they stand",
        ),
        pytest.param(
            page(
                '<h2 id="s">Said</h2><blockquote lang="ru-RU"><p>Вода</p></blockquote><p>That is water.</p>'
            ),
            {"page en": ["h2#s Said", "p That is water."], "page ru": ["div#s", "p Вода"]},
            id="a paragraph of another language",
        ),
        pytest.param(
            page('<p>He wrote <span lang="pl">domy</span>, <span lang="ko">집</span>.</p>'),
            {"page en": ["p He wrote domy, …."], "page ko": ["p 집"]},
            id="no index for a language in Latin letters that no page is in",
        ),
        pytest.param(
            page('<h1 id="t">Ob utverzhdenii</h1><p class="work-key">k</p>', WORK, ("language", "ru")),
            {"work en": ["h1#t Ob utverzhdenii", "p k"]},
            id="a Russian title in Latin letters is looked up by them",
        ),
        pytest.param(
            page(
                '<h1 id="t">Письмо</h1><p class="work-key">k2023</p><p>Порт, Письмо, 2023.</p>'
                '<div class="work-card"><dl><dt>Note</dt><dd>Handed in.</dd><dd>2023</dd></dl></div>'
                '<h2 id="in">Cited in</h2><ul><li><a href="/b/">A brief</a></li></ul>'
                '<div class="passage" id="q-1-2"><blockquote lang="ru"><p>Зерно</p></blockquote>'
                "<p>Quoted in: x.</p></div>",
                WORK,
                ("language", "ru"),
            ),
            {
                "work ru": ["h1#t Письмо", "p Порт, Письмо, 2023."],
                "work en": ["div#t", "p k2023", "p Handed in."],
                "passages ru": ["div#q-1-2", "p Зерно"],
            },
            id="a work: title and reference in its language, its passages as a kind of their own",
        ),
        pytest.param(
            page(
                '<h1 id="t">Briefs</h1><p>All of them.</p><ul><li>One</li></ul><h2 id="o">One</h2>',
                ("kind", "list"),
            ),
            {"page en": ["h1#t Briefs", "p All of them."]},
            id="of a list only its head: its entries are pages of their own",
        ),
        pytest.param(
            page(
                "<h2 data-search-exclude>Out</h2><p>No.</p><h3>No</h3>"
                "<h2>In</h2><p data-search-exclude>No</p>Yes"
            ),
            {"page en": ["h2 In", "p Yes"]},
            id="what an author leaves out, as for Material's own search",
        ),
        pytest.param(
            page("<table><tr><th>Day</th><th>Step</th></tr><tr><td>1 May</td><td>Signed</td></tr></table>"),
            {"page en": ["p Day · Step", "p 1 May · Signed"]},
            id="rows of tables",
        ),
        pytest.param(
            page(
                '<p>A map: <img alt="Kursk" src="x.png">.</p><details><summary>More</summary>Closed</details>'
            ),
            {"page en": ["p A map: Kursk .", "p More", "p Closed"]},
            id="words of pictures, and what is folded away",
        ),
    ],
)
def test_records(html: str, records: dict[str, list[str]]) -> None:
    assert found(html) == records


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(page("<p>Words.</p>", ("search", "exclude")), id="asks to be left out"),
        pytest.param(
            page("<p>Moved.</p>", head='<meta http-equiv="Refresh" content="0; url=../y/">'), id="moved"
        ),
        pytest.param("<!doctype html><html lang=en><p>Words.</p></html>", id="no article"),
        pytest.param("", id="empty"),
        pytest.param("\x00<<<>>&#;<article", id="no HTML at all"),
        pytest.param(page(""), id="nothing in it"),
    ],
)
def test_pages_without_records(html: str) -> None:
    assert records_of(html, "x/", SPOKEN) == ()


@pytest.mark.parametrize(
    ("article", "read"),
    [
        ("<p>One<p>Two", ["p One", "p Two"]),
        ("<ul><li>One<li>Two<ul><li>Inner</ul><li>Three</ul>", ["p One", "p Two", "p Inner", "p Three"]),
        ("<p>One</b></div></section> still</p>Two", ["p One still", "p Two"]),
        ("<h2 id=s>Cut <b>off", ["h2#s Cut off"]),
        ("<table><tr><td>a<td>b<tr><td>c</table>", ["p a · b", "p c"]),
        ("<b>" * 5000 + "Deep", ["p Deep"]),
    ],
    ids=["paragraphs", "lists", "strange ends", "cut off", "cells", "very deep"],
)
def test_broken_html_gives_what_can_be_read(article: str, read: list[str]) -> None:
    html = f'<html lang="en"><article>{article}'
    assert found(html).get("page en", []) == read


def test_what_a_record_says_of_its_page() -> None:
    facts = (
        ("date", "2024-01-15"),
        ("topic", "A &amp; B"),
        ("topic", "C"),
        ("verdict", "false"),
        ("work", "k:1"),
    )
    html = page('<h1>A <i>title</i><a class="headerlink">¶</a></h1><p>Words.</p>', BRIEF, *facts)
    (record,) = records_of(html, "briefs/x/", SPOKEN)
    assert record.page.title == "A title"
    assert record.page.title_language == "en"
    assert record.page.address == "briefs/x/"
    assert record.page.date == "2024-01-15"
    assert record.page.topics == ("A & B", "C")
    assert record.page.verdicts == ("false",)
    assert record.page.works == ("k:1",)


def test_a_brief_is_found_by_its_description_too() -> None:
    head = '<meta name="description" content="Only in lists.">'
    assert found(page("<h1 id=t>T</h1><p>Text.</p>", BRIEF, head=head)) == {
        "brief en": ["h1#t T", "p Only in lists.", "p Text."]
    }
    head = '<meta name="description" content="Text.">'
    assert found(page("<h1 id=t>T</h1><p>Text.</p>", BRIEF, head=head)) == {"brief en": ["h1#t T", "p Text."]}


def test_long_pages_are_parted_at_their_sections() -> None:
    section = '<h2 id="s{0}">S{0}</h2>' + "<p>word {0}</p>" * (FULL // 4)
    records = records_of(page("".join(section.format(number) for number in range(6))), "x/", SPOKEN)
    assert [record.number for record in records] == [1, 2, 3]
    assert [pieces(record)[0] for record in records] == ["h2#s0 S0", "h2#s2 S2", "h2#s4 S4"]


def test_a_long_section_is_parted_too_and_its_hits_lead_to_it() -> None:
    records = records_of(page('<h2 id="s">S</h2>' + "<p>one two three</p>" * FULLEST), "x/", SPOKEN)
    assert len(records) == 4
    assert all(sum(piece.size for piece in record.pieces) <= FULLEST for record in records)
    assert {pieces(record)[0] for record in records} == {"h2#s S", "div#s"}


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ('<html lang="de-AT" class="no-js"><head><tit', "de"),
        ("<!doctype html><HTML LANG=ko>", "ko"),
        ("<html>", "und"),
        ('<html lang="12">', "und"),
    ],
)
def test_the_language_stands_at_the_beginning(html: str, language: str) -> None:
    assert language_of(html) == language
