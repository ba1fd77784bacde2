"""Pages as Chromium shows them: started in its sandbox, asked over pipes, and refused every request."""

import os
import re
import shutil
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from briefgen.cli.main import main
from briefgen.intake import browser
from briefgen.intake.readers import Document, Reading, Refused
from tests.browser import find_chromium
from tests.documents import make_warc
from tests.evidence.projects import HERE, make_project

_PDF = (HERE / "documents" / "made" / "typst-plain.pdf").read_bytes()

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>x</title>
<meta http-equiv="refresh" content="0;url={address}refresh">
<link rel="stylesheet" href="{address}linked.css"><link rel="preload" as="script" href="{address}preload.js">
<style>
@import url("{address}imported.css");
:root {{ --ground: #fff; }}
.glass {{ color: var(--ground); }}
.box:has(.closed) > p {{ display: none; }}
@layer one {{ .layered {{ visibility: hidden; }} }}
@media (min-width: 600px) {{ .narrow {{ display: none; }} }}
.window {{ width: 300px; height: 20px; overflow: hidden; position: relative; }}
.window p {{ position: absolute; left: calc(100% + 1px); margin: 0; }}
.gone {{ text-decoration: line-through; }}
.raised {{ vertical-align: 4px; font-size: 60%; }}
.not::before {{ content: "Not "; }}
.icon::before {{ content: "\\e001"; }}
.one {{ display: block; }}
.clamp {{ height: 1.2em; line-height: 1.2em; overflow: hidden; }}
</style></head><body>
<p>The dam held.</p>
<script>document.write("<p>A script wrote this.</p>")</script><noscript>Scripts are off.</noscript>
<p class="glass">It is glass.</p>
<div class="box"><p>It is in a closed box.</p><i class="closed"></i></div>
<div class="box"><p>It is in an open box.</p></div>
<p class="layered">It is layered.</p><p class="narrow">The window is narrow.</p>
<div class="window"><p>It is beside the window.</p></div>
<p>The council <span class="gone">never</span> met for 10<span class="raised">5</span> days.</p>
<p class="not">all was lost.</p><p class="icon">An icon stands here.</p>
<div><span class="one">One line</span><span class="one">and another</span></div>
<details><summary>More</summary><p>It can be opened.</p></details>
<div class="clamp">One line is seen.<br>Another one is cut away.</div>
<img src="{address}picture.png"><iframe src="{address}frame.html"></iframe>
<iframe srcdoc="<p>It is in a frame.</p><p hidden>It is hidden in it.</p>"></iframe>
<p onclick="x()" onmouseover="y()">It broke at noon.</p></body></html>
"""
SEEN = """The dam held.

It is in an open box.

The council never met for 10⁵ days.

Not all was lost.

An icon stands here.

One line
and another
More

It can be opened.

One line is seen.

It is in a frame.

It broke at noon.
"""


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """An address that a page could fetch from, and what was fetched."""
    paths: list[str] = []

    class _Host(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

    with ThreadingHTTPServer(("127.0.0.1", 0), _Host) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/", paths
        server.shutdown()
        thread.join()


@pytest.fixture
def no_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chromium as a user without rights, whoever runs the tests."""
    chromium, become = find_chromium(), shutil.which("setpriv")
    if chromium is None:
        pytest.skip("there is no Chromium")
    folder = tmp_path / "bin"
    folder.mkdir()
    as_nobody = ""
    if os.geteuid() == 0:
        if become is None:
            pytest.skip("tests run as root, and there is no setpriv to start Chromium as somebody else")
        as_nobody = f"{become} --reuid=65534 --regid=65534 --clear-groups "
    (folder / browser.BROWSERS[0]).write_text(
        '#!/bin/sh\nfor one in "$@"; do case "$one" in --user-data-dir=*) '
        f'chmod 777 "${{one#--user-data-dir=}}";; esac; done\nexec {as_nobody}"{chromium}" "$@"\n',
        "utf-8",
    )
    (folder / browser.BROWSERS[0]).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("os.geteuid", lambda: 65534)


def _project(tmp_path: Path, page: str) -> tuple[Path, list[str]]:
    root = make_project(tmp_path / "p", {}, {}, uncaptured=("h",))
    (root / "sources" / "captures.yml").unlink()
    (tmp_path / "h.html").write_text(page, "utf-8")
    said = ["--captured", "2025-05-07", "--language", "en", "--obtained", "saved"]
    return root, ["capture", str(tmp_path / "h.html"), "--browser", *said, "--root", str(root)]


@pytest.mark.usefixtures("no_root")
def test_what_is_seen_is_read_and_nothing_is_fetched(
    tmp_path: Path, asked: tuple[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    address, fetched = asked
    page = PAGE.format(address=address)
    root, command = _project(tmp_path, page)
    try:
        code = main(command)
    finally:
        told = capsys.readouterr()
    if code == 2 and "sandbox" in told.err:
        pytest.skip("Chromium may not build its sandbox here")
    assert code == 0, told
    assert "2 style sheets are not in the file: words that they hide may stand in the text" in told.out
    assert (root / "seeds" / "h.text.txt").read_text("utf-8") == SEEN
    assert (root / "seeds" / "h.html").read_text("utf-8") == page
    assert '["struck", ' in (root / "seeds" / "h.spans.json").read_text("utf-8")
    assert "Chrome " in (root / "sources" / "captures.yml").read_text("utf-8")
    assert fetched == []


@pytest.mark.parametrize(
    ("user", "path", "said"),
    [
        (0, "/usr/bin", "does not run as root: Chromium would read a stranger's page without its sandbox"),
        (1, "/nowhere", "needs Chromium or Chrome"),
    ],
)
def test_where_it_cannot_be_done_that_is_said(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    user: int,
    path: str,
    said: str,
) -> None:
    root, command = _project(tmp_path, "<p>The dam held.</p>")
    monkeypatch.setattr("os.geteuid", lambda: user)
    monkeypatch.setenv("PATH", path)
    assert main(command) == 2
    assert said in capsys.readouterr().err
    assert list((root / "seeds").iterdir()) == []


@pytest.mark.parametrize("script", ["exit 1", "printf 'x\\0' >&4", "printf '{\"id\": 1}\\0' >&4"])
def test_a_browser_that_answers_nothing_stores_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], script: str
) -> None:
    root, command = _project(tmp_path, "<p>The dam held.</p>")
    (tmp_path / browser.BROWSERS[0]).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    (tmp_path / browser.BROWSERS[0]).chmod(0o755)
    monkeypatch.setattr("os.geteuid", lambda: 1)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert main(command) == 2
    assert "Chromium gave no answer, and nothing is stored" in capsys.readouterr().err
    assert list((root / "seeds").iterdir()) == []


def test_only_pages_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, command = _project(tmp_path, "words")
    assert main([*command, "--type", "txt"]) == 2
    told = "--browser shows pages (html, htm, xhtml, warc, warc.gz, wacz), and this is .txt"
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("compressed", [True, False])
def test_of_a_web_archive_the_page_that_is_meant_is_shown(
    monkeypatch: pytest.MonkeyPatch, *, compressed: bool
) -> None:
    """The browser is given the HTML of its record, as the server said that it is encoded."""
    shown: list[str] = []

    def show(_browser: str, html: str, _seconds: int) -> browser.Shown:
        shown.append(html)
        return browser.Shown("<html><body><p>The dam held.</p></body></html>", 1, "Chrome 1")

    monkeypatch.setattr(browser, "_find", lambda: "chromium")
    monkeypatch.setattr(browser, "_shown_page", show)
    pages = {"https://example.org/a": "<p>Der Damm hält.</p>".encode(), "https://example.org/b": _PDF}
    archive = make_warc(b"<p>Another.</p>", compressed=compressed, more=pages)
    ending = "warc.gz" if compressed else "warc"
    outcome = browser.read_as_shown(Document(archive, address="https://example.org/a"), ending)
    assert isinstance(outcome, Reading)
    assert shown == ["<p>Der Damm hält.</p>"]
    assert outcome.text == "The dam held.\n"
    assert outcome.notes[0].startswith("read: https://example.org/a, archived ")
    assert outcome.notes[-1].startswith("a style sheet is not in the page itself")
    assert re.fullmatch(r"briefgen warc \d.*warcio .*selectolax .*, Chrome 1", outcome.extractor)
    other = browser.read_as_shown(Document(archive, address="https://example.org/b"), ending)
    assert isinstance(other, Refused)
    assert other.what == "holds it as application/pdf, which is no page for `--browser`"
