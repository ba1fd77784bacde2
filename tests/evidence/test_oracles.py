"""Our texts beside those of others: Chromium's of pages (`innerText`), pdftotext's of PDF.

Both are asked the same sentences, which a person has judged (`made.json`), and every sentence of a page that
only one of us has is listed here with its reason.
"""

import json
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from briefgen.intake.readers import Document, ending_of, read_document
from briefgen.matching.haystack import prepare
from briefgen.matching.lookup import look_up
from briefgen.model.capture import Capture, CaptureRecord
from briefgen.model.spans import flow
from briefgen.model.verdict import Found, Missed
from briefgen.text import TextFile
from briefgen.verify.beside import judged_beside
from tests.evidence.projects import HERE, cases

DOCUMENTS = HERE / "documents"
MADE = DOCUMENTS / "made"
SHOWN_ALL_THE_SAME = {"lo-page.pdf": "The mayor was drunk that night."}
"""LibreOffice prints what the page's style sheet hides."""

NOWHERE = TextFile("captures.yml", "").span(0, 0)
RECORD = CaptureRecord("d", NOWHERE, "d.txt", NOWHERE, "", NOWHERE, "2025-05-07", "en")
SCRIPTS = "scripts are off in this Chromium, and on where people read"
UNSEEN = "`innerText` has what is transparent, off the page, clipped away or of the colour of its ground"
CHOICES = "the choices of a list are no text of the page"
FOLDED = "what a closed <details> folds can be opened, and `innerText` leaves it out"
DRAWN = "`innerText` leaves out the letters of drawings and formulas, or their level"
ARCHIVE = "what an archive puts above a page or around it: a bar, a head"
ONLY_CHROMIUM = {
    "Without scripts you read this.": SCRIPTS,
    "Screen readers hear this sentence.": UNSEEN,
    "Transparent words are here.": UNSEEN,
    "Zero size words are here.": UNSEEN,
    "Words far off the screen.": UNSEEN,
    "Choose a region": CHOICES,
    "White words.Inert words.": UNSEEN,
    "The mayor was drunk that night.": ARCHIVE,
    "The archive has 12 captures.": ARCHIVE,
    "hide You are viewing an archived page.": ARCHIVE,
    "FEB\tMAR\tApr": ARCHIVE,
    "2010\t2011\t2012": ARCHIVE,
    "18 Apr 01 - 12 Mar 11": ARCHIVE,
    "All snapshots\tfrom host archive.example": ARCHIVE,
    "12 Mar 2011 10:15:00 UTC": ARCHIVE,
    "sharereport error or abuse.": ARCHIVE,
    "This is a Perma.cc record": ARCHIVE,
    "Captured March 12, 2011 The mayor was drunk that night.": ARCHIVE,
    "Show record details": ARCHIVE,
    "View the live page": ARCHIVE,
    "Ten has no colour left.": UNSEEN,
    "Eleven is clipped away.": UNSEEN,
    "Twelve stands far to the left.": UNSEEN,
    "Thirteen has no size.": UNSEEN,
    "Fifteen is glass.": UNSEEN,
    "Seventeen is white on white.": UNSEEN,
    "Eighteen is folded to nothing.": UNSEEN,
    "Nineteen is cut away.": UNSEEN,
    "Twenty-four has shrunk.": UNSEEN,
    "Twenty-five is out left.": UNSEEN,
    "Twenty-six skips to content.": UNSEEN,
}
ONLY_OURS = {
    "Folded words can be opened.": FOLDED,
    "Words in a drawing E = mc² 漢": DRAWN,
    "The plant emits 10⁵ tonnes and uses ½ cup.": DRAWN,
    "E = mc², see xᵃ and H₂O.": DRAWN,
    "a/b = 2ⁿ⁺¹ 10⁻³": DRAWN,
}


def _pages() -> Mapping[str, bytes]:
    """Every page there is to read: of cases and trials, and those that programs made."""
    pages = {path.name: path.read_bytes() for path in sorted(DOCUMENTS.glob("*.html"))}
    pages |= {f"made/{path.name}": path.read_bytes() for path in sorted(MADE.glob("*.html"))}
    for one in json.loads((HERE / "documents-more.json").read_text("utf-8")):
        if one["name"].endswith(".html"):
            pages[one["name"]] = one["source"].encode()
    return pages


@pytest.fixture(scope="module")
def shown(chromium: Browser) -> Mapping[str, str]:
    """What Chromium says that each page shows; nothing is fetched, no script runs."""
    texts = {}
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.route("**/*", lambda route: route.abort())
        for name, data in _pages().items():
            framed = b"<iframe" in data
            page.set_content(data.decode("utf-8", "replace"), wait_until="load" if framed else "commit")
            # What stands in a frame is none of its page's `innerText`.
            frames = page.frames if framed else [page.main_frame]
            texts[name] = "\n".join(str(frame.evaluate("document.body.innerText")) for frame in frames)
    return texts


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", unicodedata.normalize("NFKC", text).casefold()).strip()


def _only(one: str, other: str) -> Iterator[str]:
    """The sentences of a text, of three words and more, whose words another has not in a row."""
    there = f" {_plain(other)} "
    for sentence in re.split(r"(?<=[.!?])\s+|\n+", one):
        words = _plain(sentence)
        if words.count(" ") >= 2 and f" {words} " not in there:
            yield sentence.strip()


def test_every_sentence_of_a_page_that_only_one_of_us_has_is_listed(shown: Mapping[str, str]) -> None:
    found: dict[str, set[str]] = {"chromium": set(), "ours": set()}
    for name, data in _pages().items():
        ours = read_document(Document(data), "html").text
        found["chromium"].update(_only(shown[name], ours))
        found["ours"].update(_only(ours, shown[name]))
    assert found["chromium"] == set(ONLY_CHROMIUM)
    assert found["ours"] == set(ONLY_OURS)


def _verdicts(text: str) -> list[bool]:
    """Which of the sentences that a person judged are found in a text."""
    haystack = prepare(text, "en")
    return [isinstance(look_up(words, haystack), Found) for words, _ in cases("made")]


def _errors(name: str, found: list[bool]) -> Counter[str]:
    """How often a false sentence is found, and a true one is not."""
    errors: Counter[str] = Counter()
    for (words, verdict), there in zip(cases("made"), found, strict=True):
        if SHOWN_ALL_THE_SAME.get(name) != words and there is not (verdict == "T"):
            errors["accepted" if there else "rejected"] += 1
    return errors


def _ours(path: Path) -> list[bool]:
    """The same in the text that we read; what stands beside it, as a note does, may be quoted by itself."""
    data = path.read_bytes()
    reading = read_document(Document(data), ending_of(path.name, data))
    whole = unicodedata.normalize("NFC", reading.text)
    assert whole == reading.text
    capture = Capture(RECORD, flow(whole, reading.spans), "", reading.spans, whole)
    within, beside = prepare(capture.text, "en"), prepare(whole, "en")
    found = []
    for words, _ in cases("made"):
        outcome = look_up(words, within)
        if isinstance(outcome, Missed):
            outcome = judged_beside(capture, look_up(words, beside), outcome)
        found.append(isinstance(outcome, Found))
    return found


def test_of_sentences_that_a_person_judged_ours_is_right_where_browsers_are_not(
    shown: Mapping[str, str],
) -> None:
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    for path in sorted(MADE.glob("*.html")):
        ours += _errors(path.name, _ours(path))
        theirs += _errors(path.name, _verdicts(shown[f"made/{path.name}"]))
    assert ours == {}
    assert theirs["accepted"] > 0
    assert theirs["rejected"] > 0


def test_of_sentences_that_a_person_judged_ours_is_right_where_pdftotext_is_not() -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not here")
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    for path in sorted(MADE.glob("*.pdf")):
        ours += _errors(path.name, _ours(path))
        command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
        text = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()
        theirs += _errors(path.name, _verdicts(text))
    assert ours == {}
    assert theirs["accepted"] > 0
    assert theirs["rejected"] > 0


def test_of_sentences_that_a_person_judged_ours_is_right_in_every_other_format() -> None:
    """Of Word and e-books as LibreOffice and Pandoc make them, a web archive, mails that git and Python's
    email package wrote, and mails of the shapes of five programs, which did not write them."""
    others = [path for path in sorted(MADE.iterdir()) if path.suffix not in (".html", ".pdf")]
    assert {path.suffix for path in others} == {".docx", ".epub", ".eml", ".gz"}
    assert len(list(MADE.iterdir())) >= 40
    for path in others:
        assert (path.name, _errors(path.name, _ours(path))) == (path.name, {})
