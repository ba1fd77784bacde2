"""A real browser and a real server for tests of the built site. Standard library only: .ci/test runs this
file, before anything is installed, to learn whether there is a Chromium."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

CHROMIUM_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

CHROMIUM_MISSING = (
    "The browser tests need Chromium, and there is none here. Install Debian's package “chromium” "
    "(as root: apt-get install chromium), or put the path of a Chromium or Chrome into BRIEFGEN_CHROMIUM."
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


class _SilentHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, the base class's name
        pass


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine only; gives the address of its root, with the slash at the end."""
    handler = partial(_SilentHandler, directory=str(folder))
    with _SilentServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


if __name__ == "__main__":
    chromium = find_chromium()
    if chromium is None:
        sys.exit(CHROMIUM_MISSING)
    print(f"Browser tests use {chromium}")
