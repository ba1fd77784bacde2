"""A server on the loopback that behaves as servers of the web do, well and badly."""

import gzip
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

SENTENCE = "The council voted to keep one lane of the bridge open until the spring of next year."
ARTICLE = f"""\
<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>One lane stays open – The Herald</title>
<meta property="og:title" content="One lane stays open"><meta name="author" content="Ada Example">
<meta property="og:site_name" content="The Herald">
<meta property="article:published_time" content="2025-06-17T08:00Z">
</head><body><h1>One lane stays open</h1><p>{SENTENCE}</p></body></html>
"""
"""Nobody's article: the example domain has no Herald."""


def page(title: str, body: str) -> str:
    return f'<!doctype html><html lang="en"><head><title>{title}</title></head><body>{body}</body></html>'


PAGES = {
    "/article": ARTICLE,
    "/umlaut/größe": ARTICLE,
    "/": page("The Herald", f"<p>News. {SENTENCE}</p>"),
    "/login": page("Welcome", "<p>Log in</p>"),
    "/members/article": page("Welcome", "<form><p>Members only</p><input type=password></form>"),
    "/wall": page("Before you read", "<p>We value your privacy. Accept all cookies</p>"),
    "/consent/collect": page("Before you read", "<p>We value your privacy.</p>"),
    "/soft": page("404: page not found", "<p>Nothing here.</p>"),
    "/app": page("App", "<div id=root>Loading</div><script src=/app.js></script>"),
    "/short": page("A short notice", "<p>The bridge is closed today.</p>"),
    "/login-notice": page("Notice", f"<p>{SENTENCE} {'It said so again. ' * 100}</p><input type=password>"),
}
MOVED = {
    "/old": "/article",
    "/gone-home": "/",
    "/paid": "/login?next=/paid",
    "/gated": "/consent/collect?for=/gated",
    "/round": "/about",
    "/about": "/round",
    "/inward": "http://127.0.0.1:9/secret",
    "/file": "file:///etc/passwd",
    "/bracket": "https://exam[ple/",
    "/named": "http://ann:secret@example.org/",
}


class _Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path.startswith("/umlaut/"):
            path = "/umlaut/größe" if path == "/umlaut/gr%C3%B6%C3%9Fe" else "/missing"
        if path in MOVED:
            self._head(302, ("Location", MOVED[path]), ("Content-Length", "0"))
        elif path in PAGES:
            self._page(PAGES[path].encode())
        elif path == "/packed":
            self._page(gzip.compress(ARTICLE.encode(), mtime=0), ("Content-Encoding", "gzip"))
        elif path == "/pieces":
            self._head(200, ("Content-Type", "text/html"), ("Transfer-Encoding", "chunked"))
            for piece in (ARTICLE[:300], ARTICLE[300:]):
                self.wfile.write(f"{len(piece.encode()):x}\r\n{piece}\r\n".encode())
            self.wfile.write(b"0\r\n\r\n")
        elif path == "/cut":
            self._head(200, ("Content-Type", "text/html"), ("Content-Length", str(len(ARTICLE) + 500)))
            self.wfile.write(ARTICLE.encode())
            self.close_connection = True
        elif path == "/large":
            self._head(200, ("Content-Type", "text/html"), ("Transfer-Encoding", "chunked"))
            for _ in range(64):
                self.wfile.write(b"10000\r\n" + b"x" * 65536 + b"\r\n")
            self.wfile.write(b"0\r\n\r\n")
        elif path == "/endless":
            try:
                while True:
                    self.wfile.write(b"H")
                    time.sleep(0.05)
            except OSError:
                self.close_connection = True
        elif path == "/nonsense":
            self.wfile.write(b"this is no answer\r\n\r\n")
            self.close_connection = True
        else:
            self._head(404, ("Content-Type", "text/html"), ("Content-Length", "0"))

    def _page(self, data: bytes, *more: tuple[str, str]) -> None:
        self._head(
            200, ("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(data))), *more
        )
        self.wfile.write(data)

    def _head(self, status: int, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[str]:
    """The server's address, without a slash at its end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answers) as server:
        server.daemon_threads = True
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
