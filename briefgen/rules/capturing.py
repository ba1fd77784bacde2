"""What `briefgen capture` and `briefgen import` are given."""

from briefgen.rules.rule import File, Rule, Severity

_MAIL = "From: council@town.example\nDate: Fri, 2 May 2025 09:30:00 +0000\nSubject: Minutes\n\n"


def _capture(file: str) -> str:
    """The command that stores a file as a capture of the minutes."""
    return f'capture {file} --key minutes2025 --captured 2025-05-02 --language en --obtained "sent by the council"'


def _archived(address: str, page: str) -> str:
    """One page of a web archive."""
    return (
        f"WARC/1.0\nWARC-Type: resource\nWARC-Target-URI: {address}\nWARC-Date: 2025-05-02T09:30:00Z\n"
        f"Content-Type: text/html\nContent-Length: {len(page)}\n\n{page}"
    )


_MINUTES = _archived("https://council.example/minutes", "<p>One lane stays open.</p>")
_ANNEX = _archived("https://council.example/annex", "<p>Nobody has to walk.</p>")

CAPTURE_DAMAGED = Rule(
    code="BG317",
    name="capture-damaged",
    severity=Severity.ERROR,
    summary="a document to be captured is damaged or cut off",
    means="A document that is to be captured cannot be read whole: it is damaged, its end is missing, or a part of it is. Get it again; if there is no more of a page or a mail, `--truncated` says so, to readers as well. So is refused what takes more time, memory or space to read than any document should; the settings can allow more.",
    why="What is missing may deny what is there. A capture that nobody knows to be cut off would count as the whole work.",
    command=_capture("minutes.html"),
    flagged=(File("minutes.html", "<html><body><p>One lane stays open for\n"),),
    fixed=(File("minutes.html", "<html><body><p>One lane stays open for the buses.</p></body></html>\n"),),
)

CAPTURE_ENCRYPTED = Rule(
    code="BG318",
    name="capture-encrypted",
    severity=Severity.ERROR,
    summary="a document to be captured is encrypted",
    means="A document that is to be captured is encrypted, or opens only with a password. Capture a copy without one.",
    why="No text can be read from it, by briefgen or by anybody who wants to check your quotations.",
    command=_capture("minutes.eml"),
    flagged=(
        File(
            "minutes.eml", f"{_MAIL}-----BEGIN PGP MESSAGE-----\n\nhQEMA0bridge\n-----END PGP MESSAGE-----\n"
        ),
    ),
    fixed=(File("minutes.eml", f"{_MAIL}One lane stays open.\n"),),
)

CAPTURE_WITHOUT_TEXT = Rule(
    code="BG319",
    name="capture-without-text",
    severity=Severity.ERROR,
    summary="a document to be captured holds no text",
    means="A document that is to be captured is empty, or holds only pictures. Put such a document into `seeds/` yourself, with its text in a second file, and write the entry by hand: `text:` and `text_by:`.",
    why="Quotations are looked up in text. With an empty one each would be an error, and the cause would be hard to see.",
    command=_capture("minutes.html"),
    flagged=(File("minutes.html", '<html><body><img src="minutes.png"></body></html>\n'),),
    fixed=(File("minutes.html", "<html><body><p>One lane stays open.</p></body></html>\n"),),
)

CAPTURE_FORMAT = Rule(
    code="BG320",
    name="capture-format",
    severity=Severity.ERROR,
    summary="a document to be captured is of a kind that cannot be read",
    means="A document that is to be captured is of a kind that has no reader, or is not what its name says. `--type` names what it is.",
    why="Read as something else, a document gives a text that nobody wrote: the bytes of a PDF, say, in place of its words.",
    command=_capture("minutes.txt"),
    flagged=(File("minutes.txt", "%PDF-1.7\n"),),
    fixed=(File("minutes.txt", "One lane stays open.\n"),),
)

CAPTURE_ENCODING = Rule(
    code="BG321",
    name="capture-encoding",
    severity=Severity.ERROR,
    summary="the encoding of a document to be captured is not known",
    means="The encoding of a document that is to be captured is not declared and not UTF-8, is declared and not known, or is declared and not the one it is written in.",
    why="Which letters its bytes stand for can then only be guessed, and a quotation of guessed letters proves nothing.",
    command=_capture("minutes.txt"),
    flagged=(File("minutes.txt", b"No caf\xe9 on the bridge.\n"),),
    fixed=(File("minutes.txt", "No café on the bridge.\n"),),
)

CAPTURE_PAGE_UNCLEAR = Rule(
    code="BG322",
    name="capture-page-unclear",
    severity=Severity.ERROR,
    summary="which page of a web archive is meant is not clear",
    means="A web archive holds several pages or none, and neither the `url` of the work nor `--page` says which one is meant; or the one that is named is not in it.",
    why="A quotation is looked up in one page. With a page that was guessed, one would be refused that is right, or pass that the work does not have.",
    command=_capture("minutes.warc"),
    flagged=(File("minutes.warc", f"{_MINUTES}\n\n{_ANNEX}\r\n\r\n"),),
    fixed=(File("minutes.warc", f"{_MINUTES}\r\n\r\n"),),
)

IMPORT_UNREADABLE = Rule(
    code="BG323",
    name="import-unreadable",
    severity=Severity.ERROR,
    summary="a file to be imported holds no annotations that we know",
    means="A file that is to be imported is damaged, or holds no annotations in a form that `briefgen import` knows: JSON from Hypothesis, W3C Web Annotations, or notes from Zotero as HTML.",
    why="A draft made of what could be understood of it would lack passages that you marked, and nobody would miss them.",
    command="import marked.json",
    flagged=(File("marked.json", '{"highlights": ["One lane stays open."]}\n'),),
    fixed=(
        File(
            "marked.json",
            '{"type": "Annotation", "target": {"source": "https://council.example/minutes", '
            '"selector": {"type": "TextQuoteSelector", "exact": "One lane stays open."}}}\n',
        ),
    ),
)
