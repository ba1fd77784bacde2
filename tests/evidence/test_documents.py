"""Documents of real programs: what a reader sees in them is found, and nothing else is.

`documents.json` lists `[file, words, verdict, why]`; `documents-more.json` has cases of our own, a document
written out in each. The page of `quotations.json` is captured as what it is.
"""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from briefgen.intake.readers import Document, Unreadable, ending_of, read_document
from briefgen.matching.haystack import Haystack, prepare
from briefgen.matching.lookup import look_up
from briefgen.model.spans import SpanKind, flow
from briefgen.model.verdict import Found
from briefgen.pipeline import compile_briefs
from tests.documents import make_wacz, make_warc, rezip
from tests.evidence.documents_project import comes_out, judged
from tests.evidence.projects import HERE, cases, told
from tests.tables import read_table

NOT_YET: dict[tuple[str, str], str] = {
    (
        "chromium-news.pdf",
        "Words in a drawing",
    ): "the page shows no more than the feet of its letters, and the file has no others: Chromium left out "
    "r, i and n, which were cut away whole; poppler reads the same",
}
"""Cases that do not come out, and why: who reads this page cannot read these words."""


def _wrong(root: Path, documents: dict[str, bytes], quoted: Sequence[Sequence[str]]) -> list[str]:
    """The cases that do not come out as their verdict says, or come out though they are listed."""
    findings = judged(root, documents, [(name, words) for name, words, *_ in quoted])
    wrong = []
    for (name, words, verdict, why), own in zip(quoted, findings, strict=True):
        if comes_out(verdict, own) is ((name, words) in NOT_YET):
            wrong.append(f"{name}: {words!r} {verdict} ({why}): {told(own) or 'no finding'}")
    return wrong


def test_documents_are_read_as_people_read_them(tmp_path: Path) -> None:
    quoted = cases("documents")
    names = {name for name, *_ in quoted}
    documents = {name: (HERE / "documents" / name).read_bytes() for name in sorted(names)}
    wrong = _wrong(tmp_path / "p", documents, quoted)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "source", [one for one in cases("quotations") if one["format"] != "txt"], ids=lambda one: one["name"]
)
def test_a_page_is_read_as_people_read_it(source: dict[str, Any], tmp_path: Path) -> None:
    name = f"{source['name']}.{source['format']}"
    quoted = [[name, case["quote"], _verdict(case), case["trap"]] for case in source["cases"]]
    wrong = _wrong(tmp_path / "p", {name: source["source"].encode()}, quoted)
    assert not wrong, "\n".join(wrong)


def test_documents_of_our_own_are_read_as_people_read_them(tmp_path: Path) -> None:
    listed = json.loads((HERE / "documents-more.json").read_text("utf-8"))
    documents = {one["name"]: one["source"].encode() for one in listed}
    quoted = [[one["name"], *case] for one in listed for case in one["cases"]]
    wrong = _wrong(tmp_path / "p", documents, quoted)
    assert not wrong, "\n".join(wrong)


def test_small_documents_are_read_as_people_read_them(tmp_path: Path) -> None:
    """Each was written for what it hides, strikes or folds."""
    listed = read_table(HERE / "documents-written.yml")
    documents = {one["name"]: _written(one) for one in listed}
    wrong = _wrong(
        tmp_path / "p", documents, [[one["name"], *case] for one in listed for case in one["cases"]]
    )
    assert not wrong, "\n".join(wrong)


def _written(one: dict[str, Any]) -> bytes:
    if "parts" in one:
        return rezip({path: text.strip().encode() for path, text in one["parts"].items()})
    return _pdf(one["content"]) if "content" in one else str(one["source"]).encode()


SESSIONS = [
    f"In session {number} the committee heard the superintendent on the administration of the waterworks, "
    f"and the clerk noted in volume {number + 400} that the interviews had not been preserved in the archive "
    "of the municipality."
    for number in range(1, 37)
]
MADE = {one.name: one.read_bytes() for one in sorted((HERE / "documents" / "made").iterdir())}


def test_one_text_reads_alike_whatever_program_made_it(tmp_path: Path) -> None:
    """The same sentences in a document of each format, captured and quoted as authors do it; `test_oracles`
    looks them up in every document there is."""
    one_of_each = {ending_of(name, data): name for name, data in MADE.items() if name != "lo-page.pdf"}
    quoted = [[name, *case, "made"] for name in one_of_each.values() for case in cases("made")]
    wrong = _wrong(tmp_path / "p", {name: MADE[name] for name in one_of_each.values()}, quoted)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", [name for name in MADE if name.endswith(".pdf")])
def test_every_sentence_of_a_pdf_is_found_and_its_pages_are_known(name: str) -> None:
    """Sentence by sentence, so that some run over each end of a line, a column and a page."""
    reading = read_document(Document(MADE[name]), "pdf")
    haystack = prepare(flow(reading.text, reading.spans), "en")
    found = [look_up(sentence, haystack) for sentence in SESSIONS]
    missed = [words for words, one in zip(SESSIONS, found, strict=True) if not isinstance(one, Found)]
    assert missed == []
    pages = [one for one in reading.spans if one.kind is SpanKind.PAGE]
    assert len(pages) == sum(bool(page.strip()) for page in reading.text.split("\f"))
    places = [one.ranges[0][0] for one in found if isinstance(one, Found)]
    assert places == sorted(places)


def test_a_footnote_names_the_pages_of_a_quotation(tmp_path: Path) -> None:
    name = "tex-bitmap.pdf"
    judged(tmp_path / "p", {name: MADE[name]}, [(name, words) for words in SESSIONS])
    pages = {page.path: page.text for page in compile_briefs(tmp_path / "p").value.pages}
    told = [
        match[0]
        for number in range(len(SESSIONS))
        if (match := re.search(r"pages? \d[\d to]* of the copy", pages[f"briefs/q{number}.md"]))
    ]
    assert len(told) == len(SESSIONS)
    assert list(dict.fromkeys(told)) == [
        "page 1 of the copy",
        "pages 1 to 2 of the copy",
        "page 2 of the copy",
        "pages 2 to 3 of the copy",
        "page 3 of the copy",
    ]
    assert not any("The Orrin papers" in text for path, text in pages.items() if path.startswith("briefs/q"))


def test_a_page_of_an_archive_of_several_is_the_one_that_is_meant() -> None:
    """A crawl as browsers make it: pages that differ in a word, each asked for by its address."""
    bodies = {"council": "page.html", "board": "dark.html", "office": "table.html"}
    pages = {
        f"https://example.org/{word}": MADE[name].replace(b"committee", word.encode())
        for word, name in bodies.items()
    }
    archive = make_wacz(make_warc(MADE["small.html"], compressed=True, more=pages))
    for word in bodies:
        reading = read_document(Document(archive, address=f"https://example.org/{word}"), "wacz")
        haystack = prepare(flow(reading.text, reading.spans), "en")
        for other in (*bodies, "committee"):
            found = look_up(SESSIONS[6].replace("committee", other), haystack)
            assert isinstance(found, Found) is (other == word)
        wrong = [words for words, verdict in cases("made")[:7] if verdict == "F" and _has(haystack, words)]
        assert wrong == []


def _has(haystack: Haystack, words: str) -> bool:
    return isinstance(look_up(words, haystack), Found)


def test_a_page_without_the_tags_that_may_be_left_out_is_whole_and_a_cut_one_is_told() -> None:
    """SingleFile ends no <body> and no <html>: a cut right behind some other end looks like an end."""
    page = MADE["singlefile-nav.html"]
    told = ("tags that may be left out are: whether its end is missing cannot be told",)
    assert read_document(Document(page), "html").notes == told
    taken = 0
    for cut in range(1000, len(page), 7):
        try:
            assert read_document(Document(page[:cut]), "html").notes == told
            taken += 1
        except Unreadable:
            assert not page[:cut].rstrip().endswith(b"</p>")
    assert taken <= 5


STRUCK = (
    ("chromium-news.pdf", "Deleted: six people died. Somebody cried.", "T", "a line through <del> and <s>"),
    ("chromium-news.pdf", "Deleted: five six people died.", "F", "with the deleted number"),
    ("chromium-news.pdf", "Nobody Somebody cried.", "F", "with the struck word"),
    ("chromium-news.pdf", "Nobody", "R", "struck, by itself"),
    ("lo-word.pdf", "The minister agreed to the plan.", "T", "LibreOffice's tracked deletion"),
    ("lo-word.pdf", "The minister did not agree", "F", "as it was before"),
    ("lo-word.pdf", "NORTH KOREA and SMALL CAPS and and", "T", "over struck words"),
    ("lo-word.pdf", "struck words", "R", "struck, by itself"),
    ("lo-pandoc.pdf", "old words", "R", "Pandoc's ~~strikeout~~, by LibreOffice"),
)


def test_a_line_that_a_pdf_draws_through_words_strikes_them(tmp_path: Path) -> None:
    documents = {name: (HERE / "documents" / name).read_bytes() for name, *_ in STRUCK}
    wrong = _wrong(tmp_path / "p", documents, STRUCK)
    assert not wrong, "\n".join(wrong)


def test_what_a_scanner_recognised_is_the_text_of_a_picture_and_said_to_be_that(tmp_path: Path) -> None:
    """A page that is a picture, with letters without ink over it; those beside the picture nobody sees."""
    scan = _pdf(
        "q 400 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q "
        "BT /F 12 Tf 3 Tr 72 600 Td (The bridge is closed to carts.) Tj 0 -20 Td (Nobody may cross it.) Tj "
        "0 -590 Td (These words are hidden.) Tj ET"
    )
    quoted = [
        ("scan.pdf", "The bridge is closed to carts. Nobody may cross it.", "T", "recognised"),
        ("scan.pdf", "These words are hidden.", "F", "without ink, beside the picture"),
    ]
    wrong = _wrong(tmp_path / "p", {"scan.pdf": scan}, quoted)
    assert not wrong, "\n".join(wrong)
    assert "text_by: ocr" in (tmp_path / "p" / "sources" / "captures.yml").read_text("utf-8")
    pages = {page.path: page.text for page in compile_briefs(tmp_path / "p").value.pages}
    assert "read by machine (OCR) from our copy" in pages["sources/scanpdf.md"]


def _pdf(content: str) -> bytes:
    """A page with this content, and a font for it."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content.encode("latin-1")),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    file, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        file
        + b"xref\n0 6\n0000000000 65535 f \n%s" % table
        + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(file)
    )


def _verdict(case: dict[str, Any]) -> str:
    if case["warning"] in ("suffices", "any"):
        return "R" if case["warning"] == "suffices" else "A"
    return "T" if case["should_verify"] else "F"
