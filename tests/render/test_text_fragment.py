"""A link with a text fragment opens a page at the quoted words, in Chromium as in an address bar."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from briefgen.model.capture import Capture, CaptureRecord, Publish
from briefgen.render.notes.text_fragment import at_the_words, text_directives
from briefgen.text import TextFile
from tests.browser import serve

TEXT = """The ferry is slow. Nothing happened on Sunday.

Rents & tolls – 5-10 %, #1 = 100% sure – rose, said Reed, a “well-known” clerk. The ferry is slow, however.

The mayor signed the order on Monday, and the old toll house, which had stood there
for a hundred years, burned down on Tuesday. Nobody was asked.

Le péage a été supprimé ; die Brücke bleibt gesperrt. 다리는 폐쇄되었다. 桥已关闭。أغلق المجلس الجسر.

Nobody was asked."""

QUOTED = {
    "signs with a meaning in fragments": ["Rents & tolls – 5-10 %, #1 = 100% sure – rose"],
    "a hyphen and quotation marks": ["“well-known” clerk"],
    "several lines": [
        "The mayor signed the order on Monday, and the old toll house, which had stood there\nfor"
    ],
    "two paragraphs": ["a “well-known” clerk. The ferry is slow, however.\n\nThe mayor signed"],
    "words that stand there twice, the second place": ["The ferry is slow"],
    "accents": ["péage a été supprimé"],
    "Korean": ["다리는 폐쇄되었다"],
    "Chinese": ["桥已关闭"],
    "Arabic": ["أغلق المجلس الجسر"],
    "an omission": ["The mayor signed", "burned down"],
}


def capture(publish: Publish = Publish.EXCERPTS) -> Capture:
    span = TextFile("captures.yml", "").span(0, 0)
    return Capture(CaptureRecord("k", span, "f", span, "", span, "2025", "en", publish=publish), TEXT)


def place(words: str) -> tuple[int, int]:
    start = TEXT.rindex(words)
    return start, start + len(words)


@pytest.mark.parametrize("words", QUOTED.values(), ids=QUOTED.keys())
def test_a_browser_finds_the_words(chromium: Browser, tmp_path: Path, words: list[str]) -> None:
    """Of paragraphs with more than a screen between them, the one with the words comes into sight."""
    filler = '<div style="height: 2000px"></div>'
    ranges = [place(one) for one in words]
    paragraphs = "".join(f"<p>{html(' '.join(part.split()))}</p>{filler}" for part in TEXT.split("\n\n"))
    (tmp_path / "index.html").write_text(f"<!doctype html><meta charset=utf-8>{filler}{paragraphs}", "utf-8")
    with serve(tmp_path) as root, chromium.new_context() as context:
        page = context.new_page()
        page.goto(at_the_words(root, text_directives(capture(), ranges)))
        page.wait_for_function("scrollY > 0")
        shown = page.evaluate(
            """() => [...document.querySelectorAll("p")].filter(one => {
              const box = one.getBoundingClientRect();
              return box.bottom > 0 && box.top < innerHeight;
            }).map(one => one.textContent)"""
        )
        meant = TEXT[: ranges[0][0]].count("\n\n")
        assert shown == [" ".join(TEXT.split("\n\n")[meant].split())]


def html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


@pytest.mark.parametrize(
    ("address", "words", "expected"),
    [
        ("https://x.org/", "5-10 %, #1", "https://x.org/#:~:text=5%2D10%20%25%2C%20%231"),
        ("https://x.org/#page=2", "péage", "https://x.org/#page=2:~:text=p%C3%A9age"),
        (
            "https://x.org/",
            "The ferry is slow",
            "https://x.org/#:~:text=The%20ferry%20is%20slow,-%2C%20however",
        ),
        # They stand there twice, with nothing of the same sentence beside them: the page's top is right.
        ("https://x.org/", "Nobody was asked.", "https://x.org/"),
    ],
)
def test_the_address(address: str, words: str, expected: str) -> None:
    assert at_the_words(address, text_directives(capture(), [place(words)])) == expected


def test_of_a_capture_that_is_not_published_it_holds_no_more_than_the_quotation() -> None:
    slow = [place("The ferry is slow")]
    assert "however" in text_directives(capture(), slow)
    assert text_directives(capture(Publish.NONE), slow) == ""
