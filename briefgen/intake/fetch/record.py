"""A fetched page as a web archive: WARC 1.0, as ISO 28500 has it."""

from importlib.metadata import version
from io import BytesIO
from typing import Any

from briefgen.intake.fetch.exchange import Exchange, Fetched
from briefgen.intake.readers.document import LibraryMissingError

_HOP = frozenset({"transfer-encoding"})
"""Headers of the way, not of what was sent: the body in the record is without them."""


def archived(fetched: Fetched, moment: str) -> bytes:
    """Every request with its answer, in their order. `moment` is when, in UTC: ``2025-06-18T13:34:00Z``.

    Raises LibraryMissingError.
    """
    try:
        from warcio.statusandheaders import StatusAndHeaders
        from warcio.warcwriter import WARCWriter
    except ModuleNotFoundError as error:
        raise LibraryMissingError("warcio") from error
    out = BytesIO()
    writer: Any = WARCWriter(out, gzip=True)
    software = {"software": f"briefgen {version('briefgen')}", "format": "WARC File Format 1.0"}
    writer.write_record(writer.create_warcinfo_record("capture.warc.gz", software))
    for exchange in fetched.exchanges:
        about = {"WARC-Date": moment, "WARC-IP-Address": exchange.machine}
        status = f"{exchange.status} {exchange.reason}".rstrip()
        answer = StatusAndHeaders(status, _kept(exchange), protocol="HTTP/1.1")
        response = writer.create_warc_record(
            exchange.address,
            "response",
            payload=BytesIO(exchange.body),
            length=len(exchange.body),
            http_headers=answer,
            warc_headers_dict=about,
        )
        asked = StatusAndHeaders(
            f"GET {exchange.target} HTTP/1.1", list(exchange.asked), is_http_request=True
        )
        request = writer.create_warc_record(
            exchange.address, "request", BytesIO(), 0, http_headers=asked, warc_headers_dict=about
        )
        writer.write_request_response_pair(request, response)
    return out.getvalue()


def _kept(exchange: Exchange) -> list[tuple[str, str]]:
    return [
        (f"X-Archive-Orig-{name}" if name.lower() in _HOP else name, value)
        for name, value in exchange.headers
    ]
