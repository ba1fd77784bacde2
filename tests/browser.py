"""A real browser and a real server for tests of the built site. Standard library only: .ci/test runs this
file, before anything is installed, to learn whether there is a Chromium."""

import gzip
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

CHROMIUM_NAMES = (
    "chromium-headless-shell",  # the same engine without windows: it opens a page in a third of the time
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)

CHROMIUM_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--in-process-gpu",  # fewer processes and threads, the same pictures: a page costs a fifth less
    "--num-raster-threads=1",
    "--font-render-hinting=none",  # as with windows, so that lines break in the same places
)

COMPRESSED = frozenset(
    "application/javascript application/json application/xml image/svg+xml text/css text/html text/javascript"
    " text/plain text/xml".split()
)
"""What hosts send gzipped: text of any kind, but no fonts and no pictures."""

CHROMIUM_MISSING = (
    "The browser tests need Chromium, and there is none here. Install Debian's package "
    "“chromium-headless-shell” (as root: apt-get install chromium-headless-shell), or put the path of a "
    "Chromium or Chrome into BRIEFGEN_CHROMIUM."
)


def find_chromium() -> Path | None:
    for name in (os.environ.get("BRIEFGEN_CHROMIUM", ""), *CHROMIUM_NAMES):
        found = shutil.which(name)
        if found is not None:
            return Path(found)
    return None


class _SilentServer(ThreadingHTTPServer):
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves a page drops its connections; that is no error. Any other one is shown."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Host(SimpleHTTPRequestHandler):
    """Serves a folder as web hosts do: compressed, below a path, with 404.html for what is not there."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, below: str, headers: Mapping[str, str], **kwargs: Any) -> None:
        self._below = below
        self._headers = headers
        super().__init__(*args, **kwargs)

    def send_head(self) -> BytesIO | None:
        path = urlsplit(self.path).path
        place = Path(self.translate_path(path.removeprefix(self._below))) if self._is_ours(path) else None
        if place is not None and place.is_dir():
            if not path.endswith("/"):
                self.send_response(HTTPStatus.MOVED_PERMANENTLY)
                self.send_header("Location", f"{path}/")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return None
            place /= "index.html"
        if place is not None and place.is_file():
            return self._send(HTTPStatus.OK, place)
        page = Path(self.directory, "404.html")
        if page.is_file():
            return self._send(HTTPStatus.NOT_FOUND, page)
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def _is_ours(self, path: str) -> bool:
        return path.startswith(f"{self._below}/")

    def _send(self, status: HTTPStatus, place: Path) -> BytesIO:
        kind = self.guess_type(str(place))
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind == "text/html" else kind)
        if kind in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            data = _compressed(place, place.stat().st_mtime_ns)
            self.send_header("Content-Encoding", "gzip")
        else:
            data = place.read_bytes()
        self.send_header("Content-Length", str(len(data)))
        for name, value in self._headers.items():
            self.send_header(name, value)
        self.end_headers()
        return BytesIO(data)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, the base class's name
        pass


@lru_cache(maxsize=1000)
def _compressed(place: Path, modified: int) -> bytes:
    return gzip.compress(place.read_bytes(), compresslevel=6, mtime=0)


@contextmanager
def serve(folder: Path, *, below: str = "", headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve a folder on this machine only; gives the address of its root, with the slash at the end.

    `below` is the path that the folder is served below, as in ``/research/briefs``; nothing lies beside it.
    `headers` are sent with every file.
    """
    handler = partial(_Host, directory=str(folder), below=below, headers=headers or {})
    with _SilentServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{below}/"
        finally:
            server.shutdown()
            thread.join()


if __name__ == "__main__":
    chromium = find_chromium()
    if chromium is None:
        sys.exit(CHROMIUM_MISSING)
    print(f"Browser tests use {chromium}")
