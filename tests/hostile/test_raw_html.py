"""Raw HTML of an author is published only as far as browsers make nothing of it that was not looked at."""

import re
from html import escape
from pathlib import Path

import material
import pytest
from markdown.extensions.toc import slugify

from briefgen.diagnostics import Diagnostic
from briefgen.markup import raw_html
from briefgen.markup.raw_html import clean_html, refusals
from briefgen.model.layout import anchors
from briefgen.parse.checks import addresses, ids
from briefgen.parse.checks import raw_html as check
from tests.hostile.raw_html import ADDRESSES, HARMLESS_ADDRESSES, PUBLISHED, TAGS, THEMES_IDS
from tests.parse.reading import found_by


def places(found: list[Diagnostic]) -> list[tuple[str, int, int]]:
    return [(one.rule.name, one.span.line, one.span.column) for one in found]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_browsers_take_for_code(address: str) -> None:
    for element in (f'<a href="{address}">', f"<img src='{address}'>", f'<q cite="{address}">'):
        assert refusals(element), element
        assert clean_html(element) == ""


@pytest.mark.parametrize("address", HARMLESS_ADDRESSES)
def test_an_address_that_only_looks_like_code(address: str) -> None:
    assert clean_html(f'<a href="{address}">') == f'<a href="{escape(address)}">'


@pytest.mark.parametrize(
    "address",
    [
        "javascript:run()",
        "JaVaScRiPt:run()",
        "javascript&colon;run()",
        "&#x6A;avascript:run()",
        "&#0000106;avascript:run()",
        "vbscript:run()",
        "data:text/html,run",
        "blob:https://a.example/1",
        "file:///etc/passwd",
        "view-source:javascript:run()",
    ],
)
def test_an_address_in_markdown(address: str) -> None:
    """What is a link or an image for CommonMark is judged in the same way: references are read there, too."""
    for text in (f"[a](<{address}>)", f"![a](<{address}> 'b')", f"[a]\n\n[a]: <{address}>"):
        assert [one.rule.name for one in found_by((addresses.CHECK,), text)] == ["address-refused"]


@pytest.mark.parametrize("piece", TAGS)
def test_a_tag_that_is_not_on_the_list(piece: str) -> None:
    assert refusals(piece)
    assert clean_html(piece) == ""
    found = found_by((check.CHECK,), f"a\n\n{piece}\n\nb")
    assert {one.rule.name for one in found} == {"html-refused"}
    assert {one.span.line for one in found} == {3}


@pytest.mark.parametrize(("piece", "published"), PUBLISHED.items())
def test_what_is_published(piece: str, published: str) -> None:
    assert not refusals(piece)
    assert clean_html(piece) == published


def test_each_tag_is_told_where_it_stands() -> None:
    block = "<div>\n<i>a</i> <b onclick=x>b</b>\n<u class=y>c</u>\n</div>"
    told = [("html-refused", 2, 10), ("html-refused", 3, 1)]
    assert places(found_by((check.CHECK,), block)) == told
    quoted = "\n".join(f"> {line}" for line in block.split("\n"))
    moved = [(name, line, column + 2) for name, line, column in told]
    assert places(found_by((check.CHECK,), quoted)) == moved


def test_the_second_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    """What our own list would let through by mistake stops at the parser of a browser."""
    monkeypatch.setattr(raw_html, "_flaws", lambda tag, attrs, attributes: ())
    for piece in ("<a href='java\nscript:run()'>", "<script>", "<img src=x onerror=run()>", "<svg>"):
        raw_html._read.cache_clear()
        assert [one.what for one in refusals(piece)] == [
            f"a tag <{re.findall('[a-z]+', piece)[0]}> that browsers read in another way"
        ]
    raw_html._read.cache_clear()


@pytest.mark.parametrize("name", THEMES_IDS)
def test_an_id_of_the_theme(name: str) -> None:
    for text in (f"a <span id='{name}'>b</span>", f"a\n\n<div>\n<p id={name}>b</p>\n</div>"):
        assert [one.rule.name for one in found_by((ids.CHECK,), text)] == ["id-taken"]
    box = found_by((ids.CHECK,), f"::: {{.note #{name}}}\na\n:::\n")
    assert {one.rule.name for one in box} <= {"id-taken", "id-unfit"}
    assert box or "$" in name or ":" in name or name.startswith("_")


def test_an_id_that_stands_twice() -> None:
    text = "## The bridge\n\n::: {.note #a}\nb\n:::\n\n<i id=a>c</i> <i id=the-bridge>d</i> <i id=e>f</i>"
    assert places(found_by((ids.CHECK,), text)) == [("id-taken", 7, 1), ("id-taken", 7, 15)]


@pytest.mark.parametrize(
    "text",
    [
        "<i id=event-2024-05-05>a</i>",
        "<i id=event-2024-06--.._2>a</i>",
        "<i id=p-0a1b2c>a</i>",
        "<i id=bridge_1>a</i>\n\n## Bridge\n\n## Bridge",
        "<i id=größe>a</i>\n\n## Größe",
    ],
)
def test_an_id_that_something_gets_from_its_words(text: str) -> None:
    assert places(found_by((ids.CHECK,), text)) == [("id-taken", 1, 1)]


def test_an_id_that_only_looks_like_one() -> None:
    text = "<i id=event-one>a</i> <i id=p-bridge>b</i> <i id=bridge_2>c</i>\n\n## Bridge\n\n## Bridge"
    assert found_by((ids.CHECK,), text) == []


def test_the_ids_that_the_theme_looks_for_are_kept() -> None:
    templates = Path(material.__file__).parent / "templates"
    scripts = [
        *templates.rglob("partials/**/*.html"),
        *templates.rglob("bundle.*.js"),
        templates / "base.html",
    ]
    text = "\n".join(path.read_text("utf-8") for path in scripts)
    wanted = set(re.findall(r"""(?:\bid=|getElementById\()["']([\w$-]+)""", text))
    wanted |= set(re.findall(r"window\.([a-z]+\$)", text)) | {"mermaid"}
    wanted.discard("$")
    assert {"__config", "__search", "document$"} <= wanted
    assert [name for name in sorted(wanted) if not anchors.is_of_theme(name)] == []


@pytest.mark.parametrize(
    "text", ["__config", "Größe & Form", "a  b - c", "“x” (y)", "Ελλάδα 1", "__ x __", "A/B"]
)
def test_the_id_that_a_heading_gets(text: str) -> None:
    assert anchors.of_heading(text) == slugify(text, "-")
