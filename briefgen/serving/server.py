"""The server: pages of the site to browsers on this machine, each with a script that keeps it up to date."""

import json
import mimetypes
import posixpath
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePath
from urllib.parse import parse_qs, unquote, urlsplit

from briefgen.decode.settings import decode_settings
from briefgen.disk.packaged import packaged
from briefgen.disk.reading import DiskKind, look_at, read, real_place
from briefgen.failure import CannotRunError
from briefgen.model.layout import project
from briefgen.model.layout import site as at
from briefgen.model.limits import SETTINGS
from briefgen.serving.overlay import told_of
from briefgen.serving.session import View
from briefgen.text import TextFile

HOST = "127.0.0.1"
PORT = 8000
_NEXT_PORTS = 20

OURS = "__briefgen__/"
"""Where, below the address of the site, what is ours is: no page of a site has such a place."""
_SCRIPT, _EVENTS = f"{OURS}live.js", f"{OURS}events"

_END = b"</body>"
_ALIVE = 15.0
"""How often, in seconds, a browser that waits is written to: so a tab that is closed is noticed."""


def base_of(root: PurePath) -> str:
    """The path at which a site is served, as its own address has it: ``/`` or ``/research/briefs/``."""
    text = read(root / project.SETTINGS, SETTINGS).decode(errors="replace")
    settings = decode_settings(TextFile(project.SETTINGS, text), lambda _: None)
    path = urlsplit(settings.site_url).path
    return f"/{path.strip('/')}/" if path.strip("/") else "/"


class Live:
    """The newest view, which browsers wait for. `version` counts views from 1."""

    def __init__(self, folder: PurePath, base: str) -> None:
        self.folder = real_place(folder)
        self.base = base
        self.view = View()
        self.version = 0
        self.ended = False
        self._changed_at: dict[str, int] = {}
        self._changed = threading.Condition()

    def publish(self, view: View) -> None:
        """Show a new view to everyone who waits."""
        with self._changed:
            self.version += 1
            before, now = self.view.pages, view.pages
            for place in before.keys() | now.keys():
                if before.get(place) != now.get(place):
                    self._changed_at[place] = self.version
            self.view = view
            self._changed.notify_all()

    def end(self) -> None:
        """Send everyone home."""
        with self._changed:
            self.ended = True
            self._changed.notify_all()

    def wait(self, seen: int) -> bool:
        """Wait for a view later than the one that was seen, and whether there is one."""
        with self._changed:
            return self._changed.wait_for(lambda: self.ended or self.version > seen, _ALIVE)

    def message(self, place: str) -> str:
        """What a browser that shows a page is told; `changed` is the version that page changed in last."""
        return json.dumps({"changed": self._changed_at.get(place, 0), **told_of(self.view, place)})


@contextmanager
def serving(live: Live, port: int | None) -> Iterator[str]:
    """Serve while the body runs; gives the address. Raises CannotRunError where the port is taken."""
    server = _bound(live, port)
    thread = threading.Thread(target=server.serve_forever, name="serve", daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{server.server_address[1]}{live.base}"
    finally:
        live.end()
        server.shutdown()
        server.server_close()


def _bound(live: Live, port: int | None) -> ThreadingHTTPServer:
    ports = [port] if port is not None else range(PORT, PORT + _NEXT_PORTS)
    for one in ports:
        try:
            return _Server((HOST, one), _handler(live))
        except OSError:
            continue
    taken = (
        f"port {port} is" if port is not None else f"the ports from {PORT} to {PORT + _NEXT_PORTS - 1} are"
    )
    raise CannotRunError(f"{taken} taken or forbidden: name another one with --port")


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing is said of a browser that went away."""


def _handler(live: Live) -> Callable[..., BaseHTTPRequestHandler]:
    return lambda *arguments, **named: _Handler(live, *arguments, **named)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "briefgen", ""

    def __init__(self, live: Live, *arguments: object, **named: object) -> None:
        self._live = live
        super().__init__(*arguments, **named)  # type: ignore[arg-type]  # as the server calls it

    def do_GET(self) -> None:
        """As the server calls it."""
        if not self._is_asked_here():
            return self._answer(403, b"this server is for this machine only\n", "text/plain")
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(self._live.base):
            return self._move(self._live.base)
        inside = path.removeprefix(self._live.base)
        if inside == _SCRIPT:
            return self._answer(200, packaged("serving/live.js") or b"", "text/javascript")
        if inside == _EVENTS:
            return self._events()
        return self._page(inside)

    def do_HEAD(self) -> None:
        """As the server calls it."""
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Nothing is said of each request."""

    def _is_asked_here(self) -> bool:
        """Whether this machine is asked for by its own name: another host may have its name lead here."""
        try:
            name = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        except ValueError:
            return False
        return name in (HOST, "localhost")

    def _page(self, inside: str) -> None:
        place = posixpath.normpath(f"/{inside}").lstrip("/")
        if inside.endswith("/") or not place:
            place = posixpath.join(place, at.INDEX)
        seen = look_at(self._live.folder / place, self._live.folder)
        if seen.kind is DiskKind.FOLDER:
            return self._move(f"{self._live.base}{place}/")
        status = 200
        if seen.kind is not DiskKind.FILE:
            status, place = 404, at.NOT_FOUND
            seen = look_at(self._live.folder / place, self._live.folder)
        version = self._live.version
        data = read(seen.real) if seen.kind is DiskKind.FILE else b"<!doctype html><body></body>"
        kind = mimetypes.guess_type(place)[0] or "application/octet-stream"
        if place.endswith(at.PAGE_ENDING):
            asked = place if status == 200 else f"{inside.strip('/')}/{at.INDEX}".lstrip("/")
            return self._answer(status, self._with_script(data, asked, version), "text/html; charset=utf-8")
        return self._answer(status, data, kind)

    def _with_script(self, page: bytes, place: str, version: int) -> bytes:
        source = json.dumps(f"{self._live.base}{_SCRIPT}")
        shown = json.dumps(place).replace("<", "\\u003c").replace("&", "&amp;").replace("'", "&#39;")
        script = f"<script src={source} data-page='{shown}' data-version='{version}'></script>".encode()
        head, end, tail = page.rpartition(_END)
        return head + script + end + tail if end else page + script

    def _events(self) -> None:
        asked = parse_qs(urlsplit(self.path).query)
        place = asked.get("page", [""])[0]
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        try:
            shown = self._live.version
            self._tell(self._live.message(place))
            while not self._live.ended:
                if self._live.wait(shown):
                    shown = self._live.version
                    self._tell(self._live.message(place))
                else:
                    self.wfile.write(b":\n\n")
                    self.wfile.flush()
        except OSError:
            return

    def _tell(self, message: str) -> None:
        self.wfile.write(f"data: {message}\n\n".encode())
        self.wfile.flush()

    def _move(self, address: str) -> None:
        self.send_response(302)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, status: int, data: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)
