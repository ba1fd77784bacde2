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

from briefgen.intake.readers import Document, read_document
from briefgen.matching.haystack import prepare
from briefgen.matching.lookup import look_up
from briefgen.model.spans import SpanKind, flow
from briefgen.model.verdict import Found
from briefgen.pipeline import compile_briefs
from tests.evidence.documents_project import comes_out, judged
from tests.evidence.projects import HERE, cases, told

NOT_YET: dict[tuple[str, str], str] = {
    (
        "chromium-news.pdf",
        "Words in a drawing",
    ): "the page shows no more than the feet of its letters",
}
"""Cases that do not come out yet, and why."""


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


SESSIONS = [
    f"In session {number} the committee heard the superintendent on the administration of the waterworks, "
    f"and the clerk noted in volume {number + 400} that the interviews had not been preserved in the archive "
    "of the municipality."
    for number in range(1, 37)
]
MADE = {one.name: one.read_bytes() for one in sorted((HERE / "documents" / "made").iterdir())}
SHOWN_ALL_THE_SAME = ("lo-page.pdf", "The mayor was drunk that night.")
"""LibreOffice shows what the page's style sheet hides: there it can be read."""


def test_one_text_reads_alike_whatever_program_made_it(tmp_path: Path) -> None:
    """The same sentences by TeX (three kinds of fonts), Typst, Chromium, LibreOffice and Pandoc, in a column
    and in two: over lines, columns and pages, notes and their marks."""
    quoted = [[name, *case, "made"] for name in MADE for case in cases("made")]
    quoted = [one for one in quoted if (one[0], one[1]) != SHOWN_ALL_THE_SAME]
    wrong = _wrong(tmp_path / "p", MADE, quoted)
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


def _verdict(case: dict[str, Any]) -> str:
    if case["warning"] in ("suffices", "any"):
        return "R" if case["warning"] == "suffices" else "A"
    return "T" if case["should_verify"] else "F"
