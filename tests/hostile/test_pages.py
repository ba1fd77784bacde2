"""Pages and exports of strangers: their HTML costs no more than its size, and breaks no command off."""

import json
import re
import time
from pathlib import Path

import pytest

from briefgen.cli.main import main
from briefgen.markup.tags import read_tags
from briefgen.site import foreign_in, known_of, needs_of

OPEN = {
    "comments": "<!--",
    "attributes": "<a href='",
    "attributes in double quotes": '<a b="',
    "sections": "<![CDATA[",
    "sections of Word": "<![if ",
    "instructions": "<?",
    "declarations": "<!a",
    "end tags": "</a ",
    "less-than signs": "<",
    "scripts": "<script ",
    "sections in pictures": "<svg><![CDATA[",
}


@pytest.mark.parametrize("end", ["", ">", "-->"])
@pytest.mark.parametrize("piece", OPEN.values(), ids=OPEN)
def test_what_is_never_closed_costs_its_size(piece: str, end: str) -> None:
    page = piece * 40_000 + end
    begun = time.process_time()
    read_tags(page)
    assert time.process_time() - begun < 8


@pytest.mark.parametrize(
    "page",
    [
        "<p>a<!-- b --><b>c</b><!-- d <i>e</i>",
        "<!-- a --><![CDATA[ b ]]><i>c</i><![CDATA[ d <b>e</b>",
        "<a href='b>c</a><i>d</i>",
        "<script>a</script><b c=d",
        "<?a?><b>c</b><?d",
    ],
)
def test_what_is_never_closed_is_read_as_python_reads_it(page: str) -> None:
    from html.parser import HTMLParser

    seen: list[str] = []

    class Plain(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            seen.append(tag)

    reader = Plain()
    reader.feed(page)
    reader.close()
    assert [tag.name for tag in read_tags(page)] == seen


ADDRESSES = (
    "http://[x",
    "http://[::1",
    "//[x",
    "http://a\u2100b/",
    "http://a:99999999/",
    "http://a:x/",
    "http://a\n;b/",
    "http:///x",
    "http:x",
    f"https://{'a.' * 5000}b/",
    "https://xn--/",
    "https://a.example\\@b.example/",
    "http://user:pa@ss@a.example/",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_breaks_the_policy_off(address: str) -> None:
    page = (
        f'<script src="{address}"></script><img src="{address}" srcset="{address} 2x, {address}">'
        f'<link rel=stylesheet href="{address}"><form action="{address}"><a href="{address}">'
    )
    known = known_of(frozenset())
    for _, source in needs_of(page):
        assert re.fullmatch(r"'\S+'|[\w:/.\[\]-]+", source)
    for one in foreign_in("index.html", page, known):
        assert ";" not in one.accept


NOTES = {
    "comments": "<!--" * 50_000,
    "attributes": "<a href='" * 20_000,
    "sections": "<![CDATA[" * 30_000 + ">",
    "paragraphs": "<p>" * 20_000,
    "data": "<div data-citation='%7B" + "%5B" * 50_000 + "'>",
}


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
def test_a_note_of_zotero_comes_to_an_end(tmp_path: Path, note: str) -> None:
    (tmp_path / "a.html").write_text(f'<div class="zotero-note">{note}', "utf-8")
    begun = time.process_time()
    assert main(["import", str(tmp_path / "a.html"), "--root", str(tmp_path)]) in {0, 1}
    assert time.process_time() - begun < 10


EXPORTS = {
    "deep": "[" * 100_000,
    "deep, with names": '{"rows":' * 50_000,
    "a number without end": "1" * 5000,
    "rows that are none": '{"rows":[{"target":5,"text":[],"uri":{}}]}',
    "half a character": '{"rows":[{"uri":"http://a/","text":"\\ud800","target":[]}]}',
}


@pytest.mark.parametrize("text", EXPORTS.values(), ids=EXPORTS)
def test_an_export_that_is_none_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    (tmp_path / "a.json").write_text(text, "utf-8")
    assert main(["import", str(tmp_path / "a.json"), "--root", str(tmp_path)]) == 1
    assert "BG323" in "".join(capsys.readouterr())


def test_a_draft_holds_nothing_that_a_terminal_obeys(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = "keep\0 one\x1b[31m lane\x9b2J\x07"
    selector = {"type": "TextQuoteSelector", "exact": hostile}
    row = {"uri": "http://a.example/", "text": hostile, "tags": [hostile], "document": {"title": [hostile]}}
    export = {
        "total": 1,
        "rows": [row | {"target": [{"source": "http://a.example/", "selector": [selector]}]}],
    }
    (tmp_path / "a.json").write_text(json.dumps(export), "utf-8")
    assert main(["import", str(tmp_path / "a.json"), "--root", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert "keep one" in said.out
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", said.out + said.err)
