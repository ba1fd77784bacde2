"""Documents to be captured, made by the programs that people make them with."""

import base64
import io
import json
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path

import pypdf
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.pandoc import pandoc_path

DATA = Path(__file__).parent / "intake" / "readers" / "data"
ADDRESS = "https://zeitung.example/pioniere"
SENTENCE = "Nordkorea entsendet 1.000 Pioniere und 5.000 Militärbauarbeiter in das Gebiet Kursk"
SAID = "sagte Sergej Schoigu am 17. Juni 2025 „zum Wiederaufbau“ in Pjöngjang."
PIXEL = base64.b64encode(
    base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    )
).decode()
PICTURE = f'<img width=300 height=300 alt="" src="data:image/png;base64,{PIXEL}">'

PAGE = f"""<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8"><title>Pioniere</title>
<style>p::after {{ content: "" }}</style><script>document.title = "</p> <!-- <noscript>";</script></head>
<body><noscript><p>Bitte JavaScript einschalten.</p></noscript>
<nav><a href="/">Start</a> <a href="/politik">Politik</a></nav>
<h1>Außenpolitik: tausend Pioniere</h1>
<p>{SENTENCE.replace("1.000 Pioniere", "<b>1.000</b> Pio&shy;niere")}<sup><a href="#n1">[1]</a></sup>,
{SAID.replace("17. Juni", "17.&nbsp;Juni")}</p>
<p>Es sind 10<sup>5</sup> Schritte, H<sub>2</sub>O und
北京<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字.</p>
<!-- nicht zu sehen --><p hidden>Geheim.</p><p style="color: red; display: none">Auch geheim.</p>
<p id="js"></p><script>document.getElementById("js").textContent = "Vom Skript geschrieben.";</script>
<table><tr><th>Jahr<th>Zahl<tr><td>2024<td>1.500</table>
<pre>eins
  zwei</pre>
<p>Министр обороны ничего не сказал.<br>Zweite Zeile.</p></body></html>
"""

MARKDOWN = f"""\
# Außenpolitik: tausend Pioniere

{SENTENCE.replace("1.000 Pioniere", "**1.000 Pioniere**")}[^1], {SAID}

[^1]: Die Zahl nannte die Agentur TASS.

# Zweites Kapitel

Министр обороны ничего не сказал.
"""


@contextmanager
def tab(chromium: Browser, page: str) -> Iterator[Tab]:
    """A tab that shows a page."""
    with chromium.new_context() as context:
        opened = context.new_page()
        opened.set_content(page)
        yield opened


def make_documents(chromium: Browser) -> Mapping[str, bytes]:
    """One whole document of each format, by its ending; all hold SENTENCE."""
    with tab(chromium, PAGE) as opened:
        html = opened.content().encode()
        pdf = opened.pdf()
    archive = make_warc(html, compressed=True)
    return {
        "txt": f"Außenpolitik\n\n{SENTENCE}, {SAID}\n".encode(),
        "md": MARKDOWN.encode(),
        "html": html,
        "pdf": pdf,
        "docx": (DATA / "libreoffice.docx").read_bytes(),
        "epub": pandoc(MARKDOWN, "epub", "--metadata", "title=Pioniere", "--split-level=1"),
        "eml": make_mail(),
        "warc": make_warc(html, compressed=False),
        "warc.gz": archive,
        "wacz": make_wacz(archive),
    }


def pandoc(text: str, to: str, *arguments: str) -> bytes:
    command = [str(pandoc_path()), "--from", "markdown", "--to", to, "--output", "-", *arguments]
    return subprocess.run(command, input=text.encode(), capture_output=True, timeout=120, check=True).stdout


def make_mail() -> bytes:
    """A mail in two forms, with a file attached."""
    mail = EmailMessage()
    mail["From"] = "Sergej Schröder <sergej@example.org>"
    mail["To"] = "redaktion@example.org"
    mail["Date"] = "Tue, 17 Jun 2025 13:34:00 +0200"
    mail["Subject"] = "Außenpolitik: tausend Pioniere"
    mail.set_content(f"Guten Tag,\n\n{SENTENCE}, {SAID}\n")
    mail.add_alternative(f"<html><body><p>{SENTENCE}, {SAID}</p></body></html>", subtype="html")
    mail.add_attachment(base64.b64decode(PIXEL), maintype="image", subtype="png", filename="karte.png")
    return mail.as_bytes()


def make_warc(page: bytes, *, compressed: bool, more: Mapping[str, bytes] | None = None) -> bytes:
    """What a crawler keeps: a redirect, the page, a picture; `more` are further pages by address."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=compressed)

    def answer(address: str, status: str, headers: list[tuple[str, str]], body: bytes) -> None:
        http = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
        record = writer.create_warc_record(
            address,
            "response",
            payload=io.BytesIO(body),
            length=len(body),  # otherwise warcio leaves a temporary file open
            http_headers=http,
            warc_headers_dict={"WARC-Date": "2025-06-17T11:34:05Z"},
        )
        writer.write_record(record)

    writer.write_record(writer.create_warcinfo_record("archive.warc.gz", {"software": "warcio"}))
    answer("https://kurz.example/p", "301 Moved", [("Location", ADDRESS)], b"")
    answer(ADDRESS, "200 OK", [("Content-Type", "text/html; charset=UTF-8")], page)
    answer(f"{ADDRESS}.png", "200 OK", [("Content-Type", "image/png")], base64.b64decode(PIXEL))
    answer(f"{ADDRESS}/weg", "404 Not Found", [("Content-Type", "text/html")], b"<p>Weg.</p>")
    for address, body in (more or {}).items():
        kind = "application/pdf" if body.startswith(b"%PDF") else "text/html"
        answer(address, "200 OK", [("Content-Type", kind)], body)
    return stream.getvalue()


def make_wacz(archive: bytes) -> bytes:
    """The files that the WACZ format asks for, around an archive."""
    pages = '{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}\n' + json.dumps(
        {"id": "1", "url": ADDRESS, "ts": "2025-06-17T11:34:05Z", "title": "Pioniere"}
    )
    files = {"archive/data.warc.gz": archive, "pages/pages.jsonl": pages.encode() + b"\n"}
    resources = [
        {"name": path, "path": path, "hash": f"sha256:{sha256(data).hexdigest()}", "bytes": len(data)}
        for path, data in files.items()
    ]
    package = {"profile": "data-package", "wacz_version": "1.1.1", "resources": resources}
    return rezip({**files, "datapackage.json": json.dumps(package).encode()})


def rezip(files: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return stream.getvalue()


def unzip(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def encrypted_pdf(pdf: bytes, password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()
