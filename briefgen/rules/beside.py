"""What a capture holds beside its text: its spans, and what is quoted from them."""

from hashlib import sha256

from briefgen.rules.rule import File, Rule, Severity, body, captured

_PAGE_TEXT = "The bridge is open.\nThe bridge is closed to carts.\nMenu\n"


def _page_with(
    span: str, hashed: str = "seeds/minutes.spans.json", extractor: str = "reader 1.0"
) -> tuple[File, ...]:
    """The minutes as a page whose text has a span."""
    digest = sha256(_PAGE_TEXT.encode()).hexdigest()
    return (
        File("seeds/minutes.html", "<p>The minutes as a page.</p>\n"),
        File("seeds/minutes.text.txt", _PAGE_TEXT),
        File("seeds/minutes.spans.json", f'{{"version": 1, "text_sha256": "{digest}", "spans": [{span}]}}\n'),
        captured(
            "minutes2025:\n"
            "  file: seeds/minutes.html\n"
            "  sha256: {sha256:seeds/minutes.html}\n"
            "  captured: 2025-05-02\n"
            "  language: en\n"
            "  text: seeds/minutes.text.txt\n"
            "  text_by: extraction\n"
            "  text_sha256: {sha256:seeds/minutes.text.txt}\n"
            f"  extractor: {extractor}\n"
            "  spans: seeds/minutes.spans.json\n"
            "  spans_sha256: {sha256:" + hashed + "}\n"
        ),
    )


CAPTURE_SPANS_ALTERED = Rule(
    code="BG350",
    name="capture-spans-altered",
    severity=Severity.ERROR,
    summary="what the text of a capture is made up of is not what was read from it",
    means="The file that says what stretches of a capture's text are (pages, running heads, what is struck out) is not the one that its `spans_sha256` was taken of, or cannot be read.",
    why="Sentences are read past what this file calls the head of a page or a mark. A file that was edited could make sentences that the document does not have.",
    flagged=_page_with('["navigation", 51, 55]', hashed="seeds/herald.txt"),
    fixed=_page_with('["navigation", 51, 55]'),
)

QUOTATION_STRUCK = Rule(
    code="BG351",
    name="quotation-struck",
    severity=Severity.WARNING,
    summary="the quoted words are struck out in their work",
    means='A work shows the quoted words as struck out. Quote what it says now or, if that is what you say of them, write why: `[“…”]{elision_ok="reason"}`.',
    why="What is struck out the work no longer says. A ✓ would have readers believe that it does.",
    flagged=(*_page_with('["struck", 0, 19]'), body("“The bridge is open” [@minutes2025].\n")),
    fixed=(*_page_with('["struck", 0, 19]'), body("“The bridge is closed to carts” [@minutes2025].\n")),
)

QUOTATION_BESIDE_TEXT = Rule(
    code="BG352",
    name="quotation-beside-text",
    severity=Severity.WARNING,
    summary="the quoted words stand beside the text of their work",
    means="The quoted words are no part of a work's own sentences: they stand in the head or foot of its pages, in a menu, on a button or in the comments of a page's readers. If you mean them, say why: `[“…”]{elision_ok=\"reason\"}`.",
    why="Readers take quoted words for what the author of the work wrote there.",
    flagged=(*_page_with('["navigation", 51, 55]'), body("“Menu” [@minutes2025].\n")),
    fixed=(*_page_with('["navigation", 51, 55]'), body("“The bridge is closed to carts” [@minutes2025].\n")),
)

CAPTURE_OF_OLDER_READER = Rule(
    code="BG353",
    name="capture-of-older-reader",
    severity=Severity.NOTE,
    summary="the text of a capture was read by an older briefgen",
    means="An older briefgen read the text of a capture from its document, and today's may see more in it: what a page hides, the heads of pages, notes. One note for all such captures. `briefgen capture --again KEY` reads a document again and stores its new text beside the old one; where it reads as it did, that is noted in `captures.yml`.",
    why="Quotations are looked up in the text of then, which may hold words that no reader of the document sees, or lack some. Nothing has to be done: what was checked stays checked.",
    flagged=_page_with('["navigation", 51, 55]', extractor="briefgen html 1"),
    fixed=_page_with('["navigation", 51, 55]'),
)


def _picture_with(words: str, area: str) -> tuple[File, ...]:
    """The minutes as a picture of 2 by 1 pixels, with a text typed by hand."""
    return (
        File("seeds/minutes.gif", b"GIF89a\x02\x00\x01\x00\x00\x00\x00;"),
        File("seeds/minutes.txt", "One lane stays open.\n"),
        captured(
            "minutes2025:\n"
            "  file: seeds/minutes.gif\n"
            "  sha256: {sha256:seeds/minutes.gif}\n"
            "  captured: 2025-05-02\n"
            "  language: en\n"
            "  text: seeds/minutes.txt\n"
            "  text_by: hand\n"
            "  crops:\n"
            f"    - words: {words}\n"
            f"      area: {area}\n"
        ),
    )


CROP_UNUSABLE = Rule(
    code="BG354",
    name="crop-unusable",
    severity=Severity.ERROR,
    summary="a part of a captured picture cannot be shown beside its words",
    means="An item of `crops` names words that do not stand in the capture's text, or an area that is not in the picture: left, top, width and height in pixels, `120, 300, 640, 90`. The file must be a PNG, JPEG, GIF or WebP.",
    why="Readers are shown this part of the picture as the place where the quoted words stand.",
    flagged=_picture_with("One lane stays open", "1, 0, 2, 1"),
    fixed=_picture_with("One lane stays open", "0, 0, 2, 1"),
)
