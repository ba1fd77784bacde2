"""Fetching a page: whom we ask, where we let ourselves be led, and what is kept of it."""

import gzip
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from briefgen.intake.fetch import NotFetchedError, fetch, follow
from briefgen.intake.fetch.judge import why_not_the_page
from briefgen.intake.fetch.machines import is_public
from briefgen.intake.fetch.record import archived
from briefgen.intake.readers import Document, Reading
from briefgen.intake.readers.attempt import attempt_at
from tests.intake.fetch.server import ARTICLE, SENTENCE, serving

MOST = 1_000_000
MOMENT = "2025-06-18T13:34:05Z"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving() as address:
        yield address


def read(archive: bytes, address: str) -> Reading:
    reading = attempt_at(Document(archive, address=address), "warc.gz")
    assert isinstance(reading, Reading), reading
    return reading


@pytest.mark.parametrize("path", ["/article", "/old", "/packed", "/pieces", "/umlaut/größe", "/article#vote"])
def test_a_page_is_kept_as_an_archive_that_reads_as_the_page(server: str, path: str) -> None:
    fetched = fetch(server + path, MOST, own_network=True)
    reading = read(archived(fetched, MOMENT), fetched.page.address)
    assert SENTENCE in reading.text
    assert why_not_the_page(fetched, reading.text, reading.facts) == ""
    facts = reading.facts
    assert (facts.title, facts.authors, facts.date) == ("One lane stays open", ("Ada Example",), "2025-06-17")
    assert (facts.outlet, facts.language) == ("The Herald", "en-GB")


def test_the_archive_has_each_step_and_is_one_to_other_programs(server: str) -> None:
    fetched = fetch(f"{server}/old", MOST, own_network=True)
    records = []
    for record in ArchiveIterator(io.BytesIO(archived(fetched, MOMENT)), check_digests="raise"):
        body = record.content_stream().read()
        address = (record.rec_headers.get_header("WARC-Target-URI") or "").removeprefix(server)
        records.append((record.rec_type, address, len(body)))
    size = len(ARTICLE.encode())
    assert records[1:] == [
        ("response", "/old", 0),
        ("request", "/old", 0),
        ("response", "/article", size),
        ("request", "/article", 0),
    ]
    assert archived(fetched, MOMENT).startswith(b"\x1f\x8b")
    assert b"WARC-IP-Address: 127.0.0.1" in gzip.decompress(archived(fetched, MOMENT))


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/nowhere", "was answered by 404 Not Found"),
        ("/round", "is sent around in a circle"),
        ("/cut", "cannot be had: "),
        ("/nonsense", "cannot be had: "),
        ("/large", "sends more than 1 MB"),
        ("/bracket", "is sent on to no address of the web"),
        ("/file", "begins with neither http nor https"),
        ("/named", "holds a name and a password"),
    ],
)
def test_what_cannot_be_had(server: str, path: str, why: str) -> None:
    with pytest.raises(NotFetchedError) as raised:
        fetch(server + path, MOST, own_network=True)
    assert why in str(raised.value)
    assert "; nothing was stored" in str(raised.value)
    assert str(raised.value).count("\n") == 0


@pytest.mark.parametrize("path", ["/endless"])
def test_a_server_that_never_comes_to_an_end(server: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "SECONDS", 1)
    with pytest.raises(NotFetchedError, match="was not there in 1 seconds"):
        fetch(server + path, MOST, own_network=True)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/gone-home", "leads to a home page"),
        ("/paid", "leads to a log-in"),
        ("/gated", "leads to a page that asks for consent"),
        ("/members/article", "little but a log-in"),
        ("/wall", "question for consent"),
        ("/soft", "a page with the title “404: page not found”"),
        ("/app", "next to nothing without scripts"),
        ("/short", ""),
        ("/login-notice", ""),
        ("/", ""),
        ("/login", ""),
    ],
)
def test_walls_look_like_pages(server: str, path: str, why: str) -> None:
    fetched = fetch(server + path, MOST, own_network=True)
    reading = read(archived(fetched, MOMENT), fetched.page.address)
    said = why_not_the_page(fetched, reading.text, reading.facts)
    assert why in said
    assert bool(why) == bool(said)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost:8000/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://0.0.0.0/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://100.64.0.1/",
        "http://[fd00::1]/",
        "http://[fe80::1]/",
        "http://[fec0::1]/",
        "http://[::127.0.0.1]/",
        "http://[::ffff:0:127.0.0.1]/",
        "http://[64:ff9b:1::7f00:1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://224.0.0.1/",
    ],
)
def test_nobody_of_our_own_network_is_asked(address: str) -> None:
    with pytest.raises(NotFetchedError, match=r"no address of the public network|cannot be found"):
        fetch(address, MOST)


def test_each_address_on_the_way_is_judged(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server itself counts as public here; the machine it leads to does not."""
    port = int(server.rpartition(":")[2])
    judged: list[tuple[str, int]] = []

    def machines(address: str, host: str, at: int, *, own_network: bool) -> list[str]:
        judged.append((host, at))
        if at != port:
            raise NotFetchedError(address, "is no address of the public network")
        return [host]

    monkeypatch.setattr(follow, "machines_of", machines)
    with pytest.raises(NotFetchedError, match="public network"):
        fetch(f"{server}/inward", MOST)
    assert judged == [("127.0.0.1", port), ("127.0.0.1", 9)]


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//example.org/",
        "http://",
        "http://[",
        "",
    ],
)
def test_what_is_no_address_of_the_web(address: str) -> None:
    with pytest.raises(NotFetchedError):
        fetch(address, MOST)


def test_public_machines() -> None:
    assert all(map(is_public, ["93.184.215.14", "2606:2800:21f:cb07::1", "64:ff9b::808:808"]))


def test_a_certificate_is_that_of_the_name(tmp_path: Path) -> None:
    """A server with a certificate that nobody vouches for is not believed."""
    import ssl
    import subprocess
    from http.server import BaseHTTPRequestHandler, HTTPServer
    from shutil import which
    from threading import Thread

    if which("openssl") is None:
        pytest.skip("openssl makes the certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-keyout", str(key), "-out", str(certificate)],
        check=True,
        capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        Thread(target=server.serve_forever, daemon=True).start()
        with pytest.raises(NotFetchedError, match="certificate"):
            fetch(f"https://localhost:{server.server_address[1]}/", MOST, own_network=True)
        server.shutdown()
