"""What an editor sends, before anybody understands it: how long it may be, what is said of what is broken."""

import logging
from typing import Any, BinaryIO

from lsprotocol.types import ResponseError
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol

from briefgen.failure import CannotRunError
from briefgen.model.limits import GB, size_in_words
from briefgen.terminal.visible import visible

_MOST = GB
"""The most bytes of a message: many times what the largest text takes."""
_HEADER = 1_000
"""Bytes of a line of a header; a length of more digits is a number that Python does not read."""
_SHOWN = 300
_NO_REQUEST = -32_600
"""What JSON-RPC 2.0 has for a message that is none."""
_THEIRS = "pygls"


class Incoming:
    """Standard input, of which no more is read at once than a message may have."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readline(self) -> bytes:
        """A line of a header, or a piece of what is too long for one."""
        return self._stream.readline(_HEADER)

    def read(self, size: int) -> bytes:
        """The body of a message. Raises CannotRunError."""
        if size > _MOST:
            said = f"more than the {size_in_words(_MOST)} of the longest"
            raise CannotRunError(f"the editor began a message that has {said}: start the server again")
        return self._stream.read(size)


class Protocol(LanguageServerProtocol):
    """Answers a request that cannot be understood, too: an editor that gets no answer waits for it."""

    def structure_message(self, data: dict[str, Any]) -> object:
        """A message as a value. Raises JsonRpcException."""
        try:
            said: object = super().structure_message(data)
        except JsonRpcException as error:
            number = data.get("id")
            if "method" in data and isinstance(number, int | str) and not isinstance(number, bool):
                self._send_response(number, error=ResponseError(code=error.code, message=error.message))
            raise
        return said

    def handle_message(self, message: Any) -> None:
        """Handle a message, or answer that it is none."""
        if getattr(message, "jsonrpc", None) == self.VERSION:
            super().handle_message(message)
            return
        number = message.get("id") if isinstance(message, dict) else None
        if isinstance(number, int | str) and not isinstance(number, bool):
            error = ResponseError(code=_NO_REQUEST, message="this is no message of JSON-RPC 2.0")
            self._send_response(number, error=error)
        logging.getLogger(_THEIRS).warning("a message that is none of JSON-RPC 2.0")


class Saying(logging.Formatter):
    """What is logged: of messages that are broken one line each, and not where in a library that was seen."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        if not record.name.startswith(_THEIRS):
            return super().format(record)
        first = record.getMessage().partition("\n")[0]
        why = record.exc_info[1] if record.exc_info else None
        said = f"{first}: {why}" if why else first
        shown = visible(f"{said[:_SHOWN]}…" if len(said) > _SHOWN else said)
        return f"{record.levelname} {shown}"
