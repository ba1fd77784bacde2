"""From a record of captures.yml and bytes to a text that may be searched, or to a finding."""

from hashlib import sha256
from typing import NamedTuple

import pytest

from briefgen.diagnostics import Diagnostic
from briefgen.model.capture import Blob, CaptureRecord
from briefgen.text import TextFile
from briefgen.verify.captures import read_captures

LIST = TextFile("sources/captures.yml", "file sha256 text text_sha256\n")
FILE, SHA, TEXT, TEXT_SHA = (LIST.span(start, start + 4) for start in (0, 5, 12, 17))
OTHER = "0" * 64


class Case(NamedTuple):
    files: dict[str, bytes]
    text: str = ""
    """What may be searched; empty where nothing may."""
    finding: str = ""
    """The finding, and the column of what it is about: 1 file, 6 sha256, 13 text, 18 text_sha256."""
    file: str = "seeds/a.txt"
    own_text: str = ""
    """The file with the extracted text."""
    sha: str = ""
    """The hash in the record, where it is not that of the file."""
    text_sha: str = ""


PDF = b"%PDF-1.7 \xff"
CASES = {
    "a text": Case({"seeds/a.txt": b"Words.\n"}, "Words.\n"),
    "one changed byte": Case({"seeds/a.txt": b"Words.\n"}, finding="capture-altered 6", sha=OTHER),
    "an empty file": Case({"seeds/a.txt": b""}, finding="capture-altered 6", sha=OTHER),
    "a byte order mark is no letter": Case({"seeds/a.txt": b"\xef\xbb\xbfWords."}, "Words."),
    "line ends of Windows": Case({"seeds/a.txt": b"a\r\nb\rc\n"}, "a\nb\nc\n"),
    "letters are composed": Case({"seeds/a.txt": "Bru\u0308cke".encode()}, "Brücke"),
    "no UTF-8": Case({"seeds/a.txt": "Brücke".encode("latin-1")}, finding="capture-not-text 1"),
    "UTF-16": Case({"seeds/a.txt": "Brücke".encode("utf-16")}, finding="capture-not-text 1"),
    "no such file": Case({"seeds/b.txt": b"x"}, finding="capture-missing 1"),
    "in a folder": Case({"seeds/2025/a.txt": b"x"}, "x", file="seeds/2025/a.txt"),
    "a name written otherwise": Case({"seeds/brücke.txt": b"x"}, "x", file="seeds/bru\u0308cke.txt"),
    "outside of seeds": Case({"docs/a.txt": b"x"}, finding="capture-outside 1", file="docs/a.txt"),
    "upwards": Case({"docs/a.txt": b"x"}, finding="capture-outside 1", file="seeds/../docs/a.txt"),
    "from the root": Case({}, finding="capture-outside 1", file="/etc/hostname"),
    "a folder with a like name": Case({}, finding="capture-outside 1", file="seeds-old/a.txt"),
    "a document with its text": Case(
        {"seeds/a.pdf": PDF, "seeds/a.txt": b"Words."}, "Words.", file="seeds/a.pdf", own_text="seeds/a.txt"
    ),
    "a document without its text": Case(
        {"seeds/a.pdf": PDF}, finding="capture-not-text 1", file="seeds/a.pdf"
    ),
    "a text that is not there": Case(
        {"seeds/a.pdf": PDF}, finding="capture-missing 13", file="seeds/a.pdf", own_text="seeds/a.txt"
    ),
    "a text outside": Case(
        {"seeds/a.pdf": PDF, "docs/a.txt": b"x"},
        finding="capture-outside 13",
        file="seeds/a.pdf",
        own_text="docs/a.txt",
    ),
    "a text that is none": Case(
        {"seeds/a.pdf": PDF, "seeds/b.pdf": PDF},
        finding="capture-not-text 13",
        file="seeds/a.pdf",
        own_text="seeds/b.pdf",
    ),
    "an altered text": Case(
        {"seeds/a.pdf": PDF, "seeds/a.txt": b"x"},
        finding="capture-text-altered 18",
        file="seeds/a.pdf",
        own_text="seeds/a.txt",
        text_sha=OTHER,
    ),
    "the text as it was": Case(
        {"seeds/a.pdf": PDF, "seeds/a.txt": b"x"},
        "x",
        file="seeds/a.pdf",
        own_text="seeds/a.txt",
        text_sha=sha256(b"x").hexdigest(),
    ),
    "an altered document, whatever its text": Case(
        {"seeds/a.pdf": PDF, "seeds/a.txt": b"x"},
        finding="capture-altered 6",
        file="seeds/a.pdf",
        own_text="seeds/a.txt",
        sha=OTHER,
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_captures(case: Case) -> None:
    blobs = [Blob(path, data, sha256(data).hexdigest()) for path, data in case.files.items()]
    data = case.files.get(case.file, next(iter(case.files.values()), b""))
    record = CaptureRecord(
        key="k",
        key_span=FILE,
        file=case.file,
        file_span=FILE,
        sha256=case.sha or sha256(data).hexdigest(),
        sha256_span=SHA,
        captured="2025-05-07",
        language="en",
        text=case.own_text,
        text_span=TEXT if case.own_text else None,
        text_sha256=case.text_sha,
        text_sha256_span=TEXT_SHA if case.text_sha else None,
    )
    found: list[Diagnostic] = []
    captures = read_captures([record], blobs, found.append)
    assert [f"{one.rule.name} {one.span.column}" for one in found] == ([case.finding] if case.finding else [])
    assert [capture.text for capture in captures] == ([case.text] if not case.finding else [])


def test_one_that_cannot_be_read_takes_no_other_with_it() -> None:
    good = CaptureRecord("k", FILE, "seeds/a.txt", FILE, sha256(b"x").hexdigest(), SHA, "2025", "en")
    bad = CaptureRecord("k", FILE, "seeds/b.txt", FILE, OTHER, SHA, "2025", "en")
    blobs = [Blob(path, b"x", sha256(b"x").hexdigest()) for path in ("seeds/a.txt", "seeds/b.txt")]
    found: list[Diagnostic] = []
    assert [capture.text for capture in read_captures([bad, good, bad], blobs, found.append)] == ["x"]
    assert len(found) == 2
