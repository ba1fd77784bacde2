"""Documents of real programs: what a reader sees in them is found, and nothing else is.

`documents.json` lists `[file, words, verdict, why]`; `documents-more.json` has cases of our own, a document
written out in each. The page of `quotations.json` is captured as what it is.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

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


def test_one_text_reads_alike_whatever_program_made_it(tmp_path: Path) -> None:
    """The same sentences by TeX (three kinds of fonts), Typst, Chromium, LibreOffice and Pandoc, in a column
    and in two: over lines, columns and pages, notes and their marks."""
    documents = {one.name: one.read_bytes() for one in sorted((HERE / "documents" / "made").iterdir())}
    quoted = [[name, *case, "made"] for name in documents for case in cases("made")]
    wrong = _wrong(tmp_path / "p", documents, quoted)
    assert not wrong, "\n".join(wrong)


def _verdict(case: dict[str, Any]) -> str:
    if case["warning"] in ("suffices", "any"):
        return "R" if case["warning"] == "suffices" else "A"
    return "T" if case["should_verify"] else "F"
