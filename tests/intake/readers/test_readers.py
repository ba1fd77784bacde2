"""Each format: a whole document is read as a person reads it, any other is refused in words."""

import random
import re
import subprocess
import sys
from collections.abc import Mapping
from email.message import EmailMessage
from html import escape

import pytest
from playwright.sync_api import Browser

from briefgen.intake.readers import ENDINGS, Document, Reading, Unreadable, ending_of, read_document
from briefgen.model.spans import UNSEEN, flow
from tests.documents import (
    ADDRESS,
    PAGE,
    PICTURE,
    SAID,
    SENTENCE,
    encrypted_pdf,
    make_documents,
    make_mail,
    make_wacz,
    make_warc,
    pandoc,
    rezip,
    tab,
    unzip,
)
from tests.repository import ROOT

FORMATS = ("txt", "md", "html", "pdf", "docx", "epub", "eml", "warc", "warc.gz", "wacz")
HARDLY_THERE = {ord("\N{SOFT HYPHEN}"): None, ord("\N{NO-BREAK SPACE}"): " "}


@pytest.fixture(scope="module")
def documents(chromium: Browser) -> Mapping[str, bytes]:
    return make_documents(chromium)


def read(data: bytes, ending: str, address: str = "", *, truncated: bool = False) -> Reading:
    return read_document(Document(data, address=address, truncated=truncated), ending)


def words(reading: Reading) -> str:
    """What the sentences are: without what they run past."""
    return " ".join(flow(reading.text, reading.spans).replace(UNSEEN, "").translate(HARDLY_THERE).split())


def refused(data: bytes, ending: str, address: str = "") -> str:
    """The rule that is broken, and the words."""
    with pytest.raises(Unreadable) as caught:
        read(data, ending, address)
    return f"{caught.value.rule.name}: {'; '.join((caught.value.what, *caught.value.notes))}"


# --------------------------------------------------------------------------------------------- whole


@pytest.mark.parametrize("ending", FORMATS)
def test_the_sentence_is_there(ending: str, documents: Mapping[str, bytes]) -> None:
    reading = read(documents[ending], ending)
    text = words(reading).replace("**", "").replace("[^1]", "").replace("[¹]", "")
    assert f"{SENTENCE}, {SAID}" in text
    assert (reading.extractor == "") == (ending in ("txt", "md"))
    assert reading == read(documents[ending], ending)


@pytest.mark.parametrize(
    ("ending", "extractor"),
    [
        ("html", r"briefgen html 4, selectolax [\d.]+, tinycss2 [\d.]+"),
        ("pdf", r"briefgen pdf 5, pypdfium2 [\d.]+ \(PDFium \d+\)"),
        ("docx", r"briefgen docx 3, mammoth [\d.]+, selectolax [\d.]+, tinycss2 [\d.]+"),
        ("epub", r"briefgen epub 4, selectolax [\d.]+, tinycss2 [\d.]+"),
        ("eml", r"briefgen eml 4, Python [\d.]+ email"),
        ("wacz", r"briefgen warc 2, warcio [\d.]+, briefgen html 4, selectolax [\d.]+, tinycss2 [\d.]+"),
    ],
)
def test_who_made_the_text_is_said(ending: str, extractor: str, documents: Mapping[str, bytes]) -> None:
    assert re.fullmatch(extractor, read(documents[ending], ending).extractor)


def test_a_page_as_chromium_saved_it(documents: Mapping[str, bytes]) -> None:
    text = read(documents["html"], "html").text.translate(HARDLY_THERE)
    assert text == (
        "Start Politik\n\n"
        "Außenpolitik: tausend Pioniere\n\n"
        f"{SENTENCE}[1], {SAID}\n\n"
        "Es sind 10⁵ Schritte, H₂O und 北京漢字.\n\n"
        "Vom Skript geschrieben.\n\n"
        "Jahr\tZahl\n2024\t1.500\n\n"
        "eins\n  zwei\n\n"
        "Министр обороны ничего не сказал.\nZweite Zeile.\n"
    )


def test_a_page_as_singlefile_saved_it() -> None:
    """As SingleFile writes: its comment first, `sf-hidden`, frames in `srcdoc`, shadow roots in templates."""
    page = (
        "<!DOCTYPE html> <html lang=de><!--\n Page saved with SingleFile \n url: https://zeitung.example/ \n"
        " saved date: Tue Jun 17 2025 13:34:00 GMT+0200 \n--><meta charset=utf-8>\n"
        "<style>.sf-hidden{display:none!important}</style><body><p>Oben.<div class=sf-hidden>Verborgen.</div>"
        '<iframe srcdoc="&lt;p&gt;Im Rahmen.&lt;/p&gt;"></iframe>'
        "<my-card><template shadowrootmode=open><p>Im Schatten.</p></template></my-card>"
        "<template><p>Nur Vorlage.</p></template><p>Unten.</p></body></html>"
    )
    assert read(page.encode(), "html").text.split("\n\n") == [
        "Oben.",
        "Im Rahmen.",
        "Im Schatten.",
        "Unten.\n",
    ]


@pytest.mark.parametrize(("depth", "is_read"), [(4, True), (5, False)])
def test_a_frame_that_is_not_read_is_told(depth: int, is_read: bool) -> None:
    page = "<p>Innen.</p>"
    for _ in range(depth):
        page = f'<iframe srcdoc="{escape(page)}"></iframe>'
    reading = read(f"<html><body><p>Oben.</p>{page}</body></html>".encode(), "html")
    assert ("Innen." in reading.text) is is_read
    assert [note for note in reading.notes if "frames" in note] == (
        [] if is_read else ["what stands in frames more than 4 deep in one another is not read"]
    )


def test_pages_of_a_pdf_are_parted(chromium: Browser) -> None:
    page = f"<p>Erste Seite.</p>{PICTURE}<p style='break-before: page'>{PICTURE}"
    page += "<p style='break-before: page'>Dritte Seite, 10<sup>5</sup> Schritte, Ost-West-Ge&shy;spräch.</p>"
    with tab(chromium, f"<!doctype html><meta charset=utf-8>{page}") as opened:
        reading = read(opened.pdf(), "pdf")
    first, second, third = reading.text.split("\f")
    assert (first.strip(), second.strip()) == ("Erste Seite.", "")
    assert third.strip() == "Dritte Seite, 10⁵ Schritte, Ost-West-Gespräch."
    assert reading.notes == ("no text on page 2: empty, or only pictures",)


def test_a_hyphen_at_a_line_end_of_a_pdf_is_kept(chromium: Browser) -> None:
    page = "<!doctype html><p style='width: 5em'>Ost-West-Beziehungen und Nordkorea-Russland-Abkommen"
    with tab(chromium, page) as opened:
        text = read(opened.pdf(), "pdf").text
    assert text.replace("-\n", "-").split() == "Ost-West-Beziehungen und Nordkorea-Russland-Abkommen".split()
    assert "-\n" in text


def test_a_pdf_that_opens_without_a_password_is_read(documents: Mapping[str, bytes]) -> None:
    """Its encryption only asks readers not to print it."""
    assert SENTENCE in words(read(encrypted_pdf(documents["pdf"], ""), "pdf"))


def test_notes_of_a_word_file_come_at_its_end(documents: Mapping[str, bytes]) -> None:
    reading = read(documents["docx"], "docx")
    assert reading.text.endswith("\n\n1. Die Zahl nannte die Agentur TASS.\n")
    assert "Kursk, sagte" in words(reading)
    assert "eins\n\nzwei" in reading.text


def test_the_chapters_of_an_e_book_come_in_order(documents: Mapping[str, bytes]) -> None:
    text = read(documents["epub"], "epub").text
    assert text.index("Kursk¹, sagte") < text.index("\f", text.index("Kursk")) < text.index("Zweites Kapitel")


def test_an_empty_element_of_xhtml_swallows_nothing(documents: Mapping[str, bytes]) -> None:
    files = unzip(documents["epub"])
    broken = {
        path: re.sub(rb"<title>.*?</title>", b"<title/><script src='x'/>", data)
        if path.endswith(".xhtml")
        else data
        for path, data in files.items()
    }
    assert broken != files
    assert SENTENCE in words(read(rezip(broken), "epub"))


def test_a_mail_has_its_head_and_says_what_was_not_read(documents: Mapping[str, bytes]) -> None:
    reading = read(documents["eml"], "eml")
    assert reading.text.startswith(
        "From: Sergej Schröder <sergej@example.org>\nTo: redaktion@example.org\n"
        "Date: Tue, 17 Jun 2025 13:34:00 +0200\nSubject: Außenpolitik: tausend Pioniere\n\nGuten Tag,\n"
    )
    assert reading.notes[0] == "not read: what is attached (karte.png)"
    assert "its plain text" in reading.notes[1]


def test_a_mail_of_html_only() -> None:
    mail = EmailMessage()
    mail["From"] = "a@example.org"
    mail.set_content(f"<p>{SENTENCE}</p><p>Gruß</p>", subtype="html", charset="iso-8859-1")
    assert read(mail.as_bytes(), "eml").text == f"From: a@example.org\n\n{SENTENCE}\n\nGruß\n"


@pytest.mark.parametrize(
    "address", ["", ADDRESS, "http://zeitung.example/pioniere/#n1", "https://kurz.example/p"]
)
@pytest.mark.parametrize("ending", ["warc", "warc.gz", "wacz"])
def test_the_page_of_an_archive(ending: str, address: str, documents: Mapping[str, bytes]) -> None:
    reading = read(documents[ending], ending, address)
    assert reading.notes == (f"read: {ADDRESS}, archived 2025-06-17T11:34:05Z",)


def test_an_archive_of_a_pdf(documents: Mapping[str, bytes]) -> None:
    address = "https://zeitung.example/report.pdf"
    archive = make_warc(documents["html"], compressed=True, more={address: documents["pdf"]})
    reading = read(archive, "warc.gz", address)
    assert reading.text == read(documents["pdf"], "pdf").text
    assert re.fullmatch(
        r"briefgen warc 2, warcio [\d.]+, briefgen pdf 5, pypdfium2 [\d.]+ \(PDFium \d+\)", reading.extractor
    )
    mislabelled = make_warc(documents["pdf"], compressed=True)
    assert refused(mislabelled, "warc.gz").startswith("capture-")


@pytest.mark.parametrize(
    ("declared", "codec"), [("windows-1251", "cp1251"), ("ISO-8859-1", "cp1252"), ("EUC-KR", "cp949")]
)
def test_the_declared_encoding_counts(declared: str, codec: str) -> None:
    sentence = {"cp1251": "Министр сказал", "cp1252": "„Größe“ – 5 €", "cp949": "국방상은 말했다"}[codec]
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}"><p>{sentence}</p>'
    assert read(page.encode(codec), "html").text == f"{sentence}\n"


def test_a_single_wrong_byte_is_shown_and_said() -> None:
    page = ("<meta charset=utf-8><p>" + "ein Wort " * 50).encode() + b"\xff</p>"
    reading = read(page, "html")
    assert reading.text.endswith("\N{REPLACEMENT CHARACTER}\n")
    assert reading.notes == ("1 of its bytes are not utf-8; the text has U+FFFD in their place",)


@pytest.mark.parametrize(
    ("name", "data", "ending"),
    [
        ("a/report.PDF", b"", "pdf"),
        ("crawl.warc.gz", b"", "warc.gz"),
        ("notes", b"", ""),
        ("-", b"%PDF-1.7", "pdf"),
        ("-", b" <!doctype html>", "html"),
        ("-", b"WARC/1.0\r\n", "warc"),
        ("-", b"words", "txt"),
    ],
)
def test_what_a_document_is(name: str, data: bytes, ending: str) -> None:
    assert ending_of(name, data) == ending


def test_standard_input_is_known_by_its_first_bytes(documents: Mapping[str, bytes]) -> None:
    for ending in ("html", "pdf", "docx", "epub", "warc", "warc.gz", "wacz"):
        assert ending_of("-", documents[ending]) == ending


# ------------------------------------------------------------------------------------------- refused


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_file_is_refused(ending: str) -> None:
    assert refused(b"", ending) == "capture-without-text: is empty"
    assert refused(b" \n", ending) == "capture-without-text: is empty"


@pytest.mark.parametrize("ending", FORMATS[2:])
@pytest.mark.parametrize("part", [0.02, 0.3, 0.5, 0.9, 0.99])
def test_a_cut_off_file_is_refused(ending: str, part: float, documents: Mapping[str, bytes]) -> None:
    whole = documents[ending]
    if ending == "eml" and part == 0.02:
        pytest.skip("nothing but half a head: an empty mail")
    assert refused(whole[: int(len(whole) * part)], ending).startswith("capture-damaged: ")


@pytest.mark.parametrize("ending", FORMATS)
def test_a_damaged_file_is_read_or_refused(ending: str, documents: Mapping[str, bytes]) -> None:
    """Whatever is in it, nothing else happens."""
    chance = random.Random(ending)
    for _ in range(60):
        data = bytearray(documents[ending])
        for _ in range(chance.choice((1, 20))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            assert read(bytes(data), ending).text
        except Unreadable as refusal:
            assert refusal.rule.name.startswith("capture-")  # noqa: PT017
        try:
            read(bytes(data[: chance.randrange(len(data))]), ending)
        except Unreadable:
            continue


@pytest.mark.parametrize("ending", ["docx", "epub", "pdf", "warc", "warc.gz", "wacz"])
def test_a_changed_byte_is_noticed_by_its_checksum(ending: str, documents: Mapping[str, bytes]) -> None:
    whole = documents[ending]
    before = {
        "docx": b"word/document.xml",
        "epub": b"ch001.xhtml",
        "pdf": b"stream\n",
        "warc": b"5.000 Milit",
        "warc.gz": b"\x1f\x8b",
        "wacz": b"datapackage.json",
    }[ending]
    start = whole.index(before) + len(before) + (0 if ending == "warc" else 60)
    damaged = whole[:start] + bytes([whole[start] ^ 1]) + whole[start + 1 :]
    assert refused(damaged, ending).startswith("capture-damaged: ")


def test_an_archive_with_another_hash_than_it_says_is_refused(documents: Mapping[str, bytes]) -> None:
    files = unzip(documents["wacz"])
    files["archive/data.warc.gz"] = make_warc(b"<p>Anders.</p>", compressed=True)
    message = "is damaged: archive/data.warc.gz is not the file its hash was taken of"
    assert refused(rezip(files), "wacz") == f"capture-damaged: {message}"


def test_encrypted_files_are_refused(documents: Mapping[str, bytes]) -> None:
    assert refused(encrypted_pdf(documents["pdf"], "secret"), "pdf").startswith("capture-encrypted: ")
    old_container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert refused(old_container, "docx").startswith("capture-encrypted: ")
    files = unzip(documents["epub"])
    chapter = next(path for path in files if path.endswith("ch001.xhtml"))
    files["META-INF/encryption.xml"] = (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
        'xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:CipherData>'
        f'<enc:CipherReference URI="{chapter}"/></enc:CipherData></enc:EncryptedData></encryption>'
    ).encode()
    assert refused(rezip(files), "epub").startswith("capture-encrypted: ")
    mail = (
        b"From: a@b.example\r\nContent-Type: multipart/encrypted; boundary=x\r\n\r\n--x\r\n\r\n1\r\n--x--\r\n"
    )
    assert refused(mail, "eml").startswith("capture-encrypted: ")
    flagged = bytearray(documents["docx"])
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = flagged.index(mark)
        flagged[place + offset] |= 1
    assert refused(bytes(flagged), "docx").startswith("capture-encrypted: ")


def test_pictures_alone_are_refused(chromium: Browser, documents: Mapping[str, bytes]) -> None:
    page = f"<!doctype html><html><body>{PICTURE}</body></html>"
    assert refused(page.encode(), "html") == "capture-without-text: holds pictures, but no text"
    with tab(chromium, page) as opened:
        scan = opened.pdf()
    assert refused(scan, "pdf") == (
        "capture-without-text: holds no text; its only page is empty or only pictures"
    )
    image = PICTURE.split('src="')[1].split('"')[0]
    assert refused(pandoc(f"![]({image})", "docx"), "docx") == (
        "capture-without-text: holds pictures, but no text"
    )
    assert refused(pandoc("", "docx"), "docx") == "capture-without-text: holds no text"
    assert refused(b"\x89PNG", "png").startswith("capture-without-text: is a picture")
    assert refused(b"ID3", "mp3").startswith("capture-without-text: is a recording")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("Größe".encode("cp1252"), "is not UTF-8; byte 2, in line 1, is 0xf6: “ö” in Windows-1252"),
        ("Größe".encode("utf-16"), "is UTF-16, not UTF-8"),
        (b"a\0b", "holds NUL characters, so it is not plain text"),
    ],
)
@pytest.mark.parametrize("ending", ["txt", "md"])
def test_text_in_another_encoding_is_refused(data: bytes, said: str, ending: str) -> None:
    assert refused(data, ending) == f"capture-encoding: {said}"


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<p>Größe".encode("cp1252"), "does not declare its encoding, and is not UTF-8"),
        (b"<meta charset=klingon><p>x", "declares the encoding klingon, which is not known"),
        (
            "<meta charset=utf-8><p>Größe".encode("cp1252") * 9,
            "declares the encoding utf-8, but is not written in it",
        ),
    ],
)
def test_a_page_in_an_unknown_encoding_is_refused(page: bytes, said: str) -> None:
    assert refused(page, "html") == f"capture-encoding: {said}"


def test_a_cut_off_page_may_be_read_by_one_who_knows() -> None:
    page = PAGE[: PAGE.index("Vom Skript")]
    assert refused(page.encode(), "html").startswith("capture-damaged: looks cut off")
    assert SENTENCE in words(read(page.encode(), "html", truncated=True))
    mail = make_mail()[:900]
    assert refused(mail, "eml").startswith("capture-damaged: looks cut off")
    assert SENTENCE in words(read(mail, "eml", truncated=True))


def test_a_page_that_leaves_end_tags_out_is_whole() -> None:
    assert read(b"<!doctype html><title>x</title><p>one<p>two", "html").text == "one\n\ntwo\n"


def test_what_is_not_what_its_name_says_is_refused(documents: Mapping[str, bytes]) -> None:
    assert refused(documents["pdf"], "html") == "capture-format: is named .html, but looks like .pdf"
    assert refused(documents["docx"], "epub") == "capture-format: is named .epub, but looks like .docx"
    assert refused(documents["html"], "pdf") == "capture-damaged: is damaged: a PDF ends in `%%EOF`"
    assert refused(documents["txt"], "eml").startswith("capture-damaged: is not a mail")
    assert refused(documents["txt"], "rtf").startswith("capture-format: has the ending .rtf")


def test_which_page_of_an_archive_is_never_guessed(documents: Mapping[str, bytes]) -> None:
    two = make_warc(documents["html"], compressed=True, more={"https://zeitung.example/b": b"<p>B</p>"})
    assert refused(two, "warc.gz") == (
        "capture-page-unclear: holds several pages; there is https://zeitung.example/pioniere; "
        "there is https://zeitung.example/pioniere/weg; there is https://zeitung.example/b"
    )
    assert words(read(two, "warc.gz", "https://zeitung.example/b")) == "B"
    assert SENTENCE in words(read(make_wacz(two), "wacz"))  # its list of pages names one
    assert refused(two, "warc.gz", "https://zeitung.example/c").startswith(
        "capture-page-unclear: holds no page https://zeitung.example/c"
    )
    assert refused(two, "warc.gz", f"{ADDRESS}/weg").endswith("only as an answer with the status 404")


def test_a_missing_library_is_named_and_nothing_else_needs_it() -> None:
    """`briefgen check` must not pay for them, and plain text must not need them."""
    program = (
        "import sys\n"
        "import briefgen.cli.check, briefgen.pipeline\n"
        "from briefgen.intake.readers import Document, LibraryMissingError, read_document\n"
        "libraries = ('mammoth', 'pypdfium2', 'selectolax', 'warcio')\n"
        "print([name for name in libraries if name in sys.modules])\n"
        "sys.modules.update(dict.fromkeys((*libraries, 'selectolax.lexbor', 'warcio.archiveiterator')))\n"
        "read_document(Document(b'text'), 'txt')\n"
        "for ending in ('html', 'pdf', 'docx', 'warc'):\n"
        "    try:\n"
        "        read_document(Document(b'<p>x</p>%%EOF WARC\\r\\n\\r\\n'), ending)\n"
        "    except LibraryMissingError as error:\n"
        "        print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.splitlines() == [
        "[]",
        *(
            f"{name}, which reads this format, is not installed: pip install 'briefgen[capture]'"
            for name in ("selectolax", "pypdfium2", "mammoth", "warcio")
        ),
    ], done.stderr
