"""Asking for a page, and following where its server leads."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from importlib.metadata import version
from socket import SHUT_RDWR
from threading import Timer
from time import monotonic
from typing import Any
from urllib.parse import urljoin

from briefgen.intake.fetch.exchange import Exchange, Fetched, NotFetchedError
from briefgen.intake.fetch.machines import machines_of
from briefgen.intake.readers.document import LibraryMissingError
from briefgen.model.limits import size_in_words

_MOST_REDIRECTS = 10
SECONDS = 120
"""How long a page may take, with all that leads to it."""
_WAIT = 30
_PIECE = 1 << 16
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OK = 200


@dataclass(frozen=True, slots=True)
class _Asking:
    """What holds of a page with all that leads to it: how large it may be, until when, of whom."""

    most: int
    until: float
    own_network: bool


@dataclass(frozen=True, slots=True)
class Sent:
    """What is sent to a server: its bytes, of which type they are, and of which the answer shall be."""

    body: bytes
    media_type: str
    answer: str


def fetch(address: str, most: int, *, own_network: bool = False) -> Fetched:
    """A page of the web, without its pictures, styles and scripts, which are not run.

    `most` is how large an answer may be, in bytes. Each address on the way is judged by itself. Proxies are
    not used, as nobody could judge whom they ask. Raises NotFetchedError, LibraryMissingError.
    """
    asking = _Asking(most, monotonic() + SECONDS, own_network)
    exchanges: list[Exchange] = []
    while True:
        exchange = _asked(address, asking)
        exchanges.append(exchange)
        location = exchange.header("location")
        if not (exchange.status in _REDIRECTS and location):
            break
        if len(exchanges) > _MOST_REDIRECTS:
            raise NotFetchedError(exchanges[0].address, f"is sent on more than {_MOST_REDIRECTS} times")
        try:
            address = urljoin(exchange.address, location)
        except ValueError as error:
            raise NotFetchedError(exchanges[0].address, "is sent on to no address of the web") from error
        if any(earlier.address == _plain(address) for earlier in exchanges):
            raise NotFetchedError(exchanges[0].address, "is sent around in a circle")
    if exchange.status != _OK:
        raise NotFetchedError(address, f"was answered by {exchange.status} {exchange.reason}".rstrip())
    return Fetched(tuple(exchanges))


def post(address: str, sent: Sent, most: int, *, own_network: bool = False) -> bytes:
    """What a server answers to something that is sent to it; it may not send us elsewhere.

    Raises NotFetchedError, LibraryMissingError.
    """
    exchange = _asked(address, _Asking(most, monotonic() + SECONDS, own_network), sent)
    if exchange.status != _OK:
        raise NotFetchedError(address, f"answered {exchange.status} {exchange.reason}".rstrip())
    return exchange.body


def _asked(address: str, asking: _Asking, sent: Sent | None = None) -> Exchange:
    """One request, with what is sent along; redirects are not followed."""
    try:
        from urllib3.exceptions import HTTPError, LocationParseError
        from urllib3.util import parse_url
    except ModuleNotFoundError as error:
        raise LibraryMissingError("urllib3") from error
    _refuse_scheme(address)
    try:
        url = parse_url(_plain(address))
    except LocationParseError as error:
        raise NotFetchedError(address, "is no address of the web") from error
    if not url.host or not url.scheme:
        raise NotFetchedError(address, "names no server")
    if url.auth:
        raise NotFetchedError(address, "holds a name and a password, which would be published")
    host, port = url.host.strip("[]"), url.port or _PORTS[url.scheme]
    headers = {
        "Host": url.netloc or host,
        "User-Agent": f"briefgen/{version('briefgen')}",
        "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
        "Accept-Encoding": "gzip",
    }
    if sent:
        headers |= {"Accept": sent.answer, "Accept-Encoding": "identity", "Content-Type": sent.media_type}
    failure: Exception | None = None
    for machine in machines_of(address, host, port, own_network=asking.own_network):
        connection = _connection(url.scheme, machine, port, host)
        try:
            with _ended_in_time(connection, asking):
                connection.connect()
                connection.request(
                    "POST" if sent else "GET",
                    url.request_uri,
                    body=sent.body if sent else None,
                    headers=headers,
                    preload_content=False,
                )
                answer = connection.getresponse()
                body = _read(answer, address, asking)
        except (HTTPError, HTTPException, OSError) as error:
            if monotonic() >= asking.until:
                raise NotFetchedError(address, f"was not there in {SECONDS} seconds") from error
            failure = error
            continue
        finally:
            connection.close()
        return Exchange(
            address=url.url,
            machine=machine,
            target=url.request_uri,
            asked=tuple(headers.items()),
            status=answer.status,
            reason=answer.reason or "",
            headers=tuple(answer.headers.iteritems()),
            body=body,
        )
    raise NotFetchedError(address, f"cannot be had: {_words_of(failure)}") from failure


def _connection(scheme: str, machine: str, port: int, host: str) -> Any:
    """A connection to a machine that was judged; its certificate must be that of the name."""
    from urllib3.connection import HTTPConnection, HTTPSConnection

    if scheme == "https":
        return HTTPSConnection(machine, port, timeout=_WAIT, server_hostname=host, assert_hostname=host)
    return HTTPConnection(machine, port, timeout=_WAIT)


@contextmanager
def _ended_in_time(connection: Any, asking: _Asking) -> Iterator[None]:
    """End a connection when the time is over: a server may send a byte now and then for ever."""

    def end() -> None:
        if connection.sock is not None:
            with suppress(OSError):
                connection.sock.shutdown(SHUT_RDWR)

    timer = Timer(asking.until - monotonic(), end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _read(answer: Any, address: str, asking: _Asking) -> bytes:
    """The body of an answer as it was sent, within the limit of size."""
    body = bytearray()
    while piece := answer.read1(_PIECE, decode_content=False):
        body += piece
        if len(body) > asking.most:
            raise NotFetchedError(address, f"sends more than {size_in_words(asking.most)}")
    return bytes(body)


def _refuse_scheme(address: str) -> None:
    scheme, colon, _ = address.partition(":")
    if not colon or scheme.lower() not in _PORTS:
        raise NotFetchedError(address, "is no address of the web: it begins with neither http nor https")


def _plain(address: str) -> str:
    """An address without its fragment, which is never asked for."""
    return address.partition("#")[0]


def _words_of(error: Exception | None) -> str:
    """The last cause of an error of the network, on one line."""
    said = str(error).strip().splitlines()
    words = said[0] if said else type(error).__name__
    return words.rpartition("): ")[2] or words
