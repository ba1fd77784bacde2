"""What Chromium shows of a page: asked through its protocol, over pipes; only where its user asks for that.

No script of the page runs, every request is refused, and Chromium keeps its sandbox, which it has not when it
is run as root. What it shows is written as a page again (`shown.js`), and read like any other.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import PurePath
from shutil import which
from tempfile import TemporaryDirectory
from threading import Timer
from typing import Any

from briefgen.disk.packaged import packaged
from briefgen.failure import CannotRunError
from briefgen.intake.child import read_apart
from briefgen.intake.readers import Attempt, Document, Reading, Unreadable, refused
from briefgen.intake.readers.charset import decode_page

BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
)
"""What a Chromium is called; the first needs no windows."""
_PROCESS = "briefgen.intake.browser_process"
_FLAGS = (
    "--headless",
    "--remote-debugging-pipe",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--disable-quic",
    "--no-default-browser-check",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # even a request that we did not hear of leads nowhere
    "--proxy-server=http://0.0.0.0:9",
    "--proxy-bypass-list=<-loopback>",
)
_PAGES = ("html", "htm", "xhtml")
_ARCHIVES = ("warc", "warc.gz", "wacz")
_PATIENCE = 4
"""So many times the CPU time that a document is given by the clock, as where it is read."""
_WIDTH, _HEIGHT = 1280, 800
_MOST_QUESTIONS = 5_000
_MOST_BYTES = 1_000_000_000
_PIECE = 1 << 20
_KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "TMPDIR")


class BrowserError(CannotRunError):
    """Chromium is not there, or gives no answer; the message says so, in words."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a browser shows, as a page of HTML; `missing` style sheets are not in the file."""

    html: str
    missing: int
    browser: str


def read_as_shown(document: Document, ending: str) -> Attempt:
    """What comes of reading what Chromium shows of a page, alone or in an archive, after reading it as it is.

    Raises BrowserError, OSError.
    """
    if ending not in (*_PAGES, *_ARCHIVES):
        known = ", ".join((*_PAGES, *_ARCHIVES))
        raise BrowserError(f"--browser shows pages ({known}), and this is .{ending}")
    browser = _find()
    plain = read_apart(document, ending)
    if not isinstance(plain, Reading):
        return plain
    page = _page_of(document, ending)
    if not isinstance(page, Reading):
        return page
    shown = _shown_page(browser, page.text, document.limits.seconds * _PATIENCE)
    outcome = read_apart(document.inner(shown.html.encode(errors="replace"), "utf-8"), "html")
    if not isinstance(outcome, Reading):
        return outcome
    more = [*page.notes, *outcome.notes]
    if shown.missing:
        sheets = "a style sheet is" if shown.missing == 1 else f"{shown.missing} style sheets are"
        # The browser may ask for nothing, so what else an archive holds is not shown either.
        where = "not in the file" if ending in _PAGES else "not in the page itself"
        more.append(f"{sheets} {where}: words that they hide may stand in the text")
    libraries = ", ".join(filter(None, (page.extractor, outcome.extractor, shown.browser)))
    return replace(outcome, extractor=libraries, notes=tuple(more))


def _page_of(document: Document, ending: str) -> Attempt:
    """The HTML of a page, or of the one in a web archive that is meant."""
    if ending in _ARCHIVES:
        return read_apart(replace(document, source=True), ending)
    try:
        page, notes = decode_page(document)
    except Unreadable as refusal:
        return refused(refusal)
    return Reading(page, notes=notes)


def _shown_page(browser: str, html: str, seconds: int) -> Shown:
    """Have a browser show a page, for at most so many seconds. Raises BrowserError, OSError."""
    with (
        TemporaryDirectory(prefix="briefgen-", ignore_cleanup_errors=True) as folder,
        _started(browser, PurePath(folder), seconds) as pipe,
    ):
        try:
            return _ask(pipe, html)
        except (LookupError, RecursionError, TypeError, ValueError) as error:  # not what its protocol says
            raise _silent() from error


def _find() -> str:
    if sys.platform == "win32":
        raise BrowserError("--browser does not run on Windows")
    if os.geteuid() == 0:
        raise BrowserError(
            "--browser does not run as root: Chromium would read a stranger's page without its sandbox. "
            "Run this as another user, or leave --browser out"
        )
    for name in BROWSERS:
        if found := which(name):
            return found
    raise BrowserError(f"--browser needs Chromium or Chrome: none of {', '.join(BROWSERS)} is on the PATH")


class _Pipe:
    """A conversation with Chromium: objects of JSON, each ended by a zero byte."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self._number = 0
        self._rest = b""
        self.session = ""

    def ask(self, method: str, **parameters: object) -> Mapping[str, Any]:
        """The answer to a question; requests that come in between are refused."""
        self._number += 1
        number = self._number
        self._tell(number, method, parameters)
        while True:
            message = self._next()
            if message.get("method") == "Fetch.requestPaused":
                self._refuse(message["params"])
            elif message.get("id") == number:
                if "error" in message:
                    raise BrowserError(f"Chromium does not do {method}: {message['error'].get('message')}")
                result: Mapping[str, Any] = message.get("result", {})
                return result

    def _refuse(self, request: Mapping[str, Any]) -> None:
        self._number += 1
        answer = {"requestId": request["requestId"], "errorReason": "Aborted"}
        self._tell(self._number, "Fetch.failRequest", answer)

    def _tell(self, number: int, method: str, parameters: Mapping[str, object]) -> None:
        message: dict[str, object] = {"id": number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        if self._process.stdin is None:
            raise _silent()
        try:
            self._process.stdin.write(json.dumps(message).encode() + b"\0")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise _silent() from None

    def _next(self) -> Mapping[str, Any]:
        pieces = [self._rest]
        size = len(self._rest)
        while b"\0" not in pieces[-1]:
            piece = os.read(self._process.stdout.fileno(), _PIECE) if self._process.stdout else b""
            size += len(piece)
            if not piece or size > _MOST_BYTES:
                raise _silent()
            pieces.append(piece)
        message, _, self._rest = b"".join(pieces).partition(b"\0")
        value = json.loads(message)
        return value if isinstance(value, dict) else {}


def _silent() -> BrowserError:
    return BrowserError(
        "Chromium gave no answer, and nothing is stored: it may be forbidden here to build its sandbox, "
        "or the page is too much for it"
    )


@contextmanager
def _started(browser: str, folder: PurePath, seconds: int) -> Iterator[_Pipe]:
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ} | {"HOME": str(folder)}
    command = [sys.executable, "-P", "-B", "-m", _PROCESS, browser, *_FLAGS, f"--user-data-dir={folder}"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    )
    timer = Timer(seconds, process.kill)
    timer.daemon = True
    timer.start()
    try:
        yield _Pipe(process)
    finally:
        timer.cancel()
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except BrokenPipeError:
                    continue


def _ask(pipe: _Pipe, html: str) -> Shown:
    script = packaged("intake/shown.js") or b""
    browser = str(pipe.ask("Browser.getVersion").get("product", "Chromium"))
    target = pipe.ask("Target.createTarget", url="about:blank")["targetId"]
    pipe.session = pipe.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    pipe.ask("Emulation.setScriptExecutionDisabled", value=True)
    pipe.ask(
        "Emulation.setDeviceMetricsOverride", width=_WIDTH, height=_HEIGHT, deviceScaleFactor=1, mobile=False
    )
    pipe.ask("Fetch.enable", patterns=[{"urlPattern": "*"}])
    frame = pipe.ask("Page.getFrameTree")["frameTree"]["frame"]["id"]
    pipe.ask("Page.setDocumentContent", frameId=frame, html=html)
    world = pipe.ask("Page.createIsolatedWorld", frameId=frame)["executionContextId"]
    for _ in range(_MOST_QUESTIONS):
        if _value(pipe, "document.readyState", world) == "complete":
            break
    shown = _value(pipe, script.decode(), world)
    match shown:
        case {"html": str(written), "missing": int(missing)}:
            return Shown(written, missing, browser.replace("/", " "))
        case _:
            raise _silent()


def _value(pipe: _Pipe, expression: str, world: int) -> object:
    answer = pipe.ask("Runtime.evaluate", expression=expression, contextId=world, returnByValue=True)
    return answer.get("result", {}).get("value")
