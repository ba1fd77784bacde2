"""The outer form of a time stamp, before a library reads it.

The library takes only the whole answer of an authority, with its certificates in the order of DER.
Authorities that run OpenSSL set them as they come, and some programs keep the token alone. Neither is signed:
the signature is of what is stamped, so that a token may be put into this form and stays what it was.
"""

from collections.abc import Iterator

_SEQUENCE = 0x30
_CERTIFICATES = 0xA0
_OID = 0x06
_GRANTED = b"\x30\x03\x02\x01\x00"
_LONG = 0x80
_MOST_LENGTH_BYTES = 4

Part = tuple[int, int, int]
"""Where a value of DER begins, where its content does, and where both end."""


def as_answer(data: bytes) -> bytes:
    """A time stamp as the answer of an authority. Raises ValueError where it is not even of that form."""
    if b"-----BEGIN" in data[:64]:
        raise ValueError("it is PEM, not DER")
    whole = _part(data, 0, len(data))
    if whole[2] != len(data) or data[0] != _SEQUENCE:
        raise ValueError("more or less stands there than one value")
    parts = list(_parts(data, whole))
    if parts and data[parts[0][0]] == _OID:
        data = _sequence(_GRANTED + data)
        parts = list(_parts(data, _part(data, 0, len(data))))
    return data if len(parts) < 2 else _in_order(data, parts[1])


def _in_order(data: bytes, token: Part) -> bytes:
    """The same with the certificates of its token in the order of their bytes."""
    content = list(_parts(data, token))
    signed = list(_parts(data, content[1])) if len(content) == 2 else []
    for part in _parts(data, signed[0]) if signed else ():
        if data[part[0]] == _CERTIFICATES:
            each = sorted(data[one[0] : one[2]] for one in _parts(data, part))
            return data[: part[1]] + b"".join(each) + data[part[2] :]
    return data


def _parts(data: bytes, whole: Part) -> Iterator[Part]:
    at = whole[1]
    while at < whole[2]:
        part = _part(data, at, whole[2])
        yield part
        at = part[2]


def _part(data: bytes, at: int, end: int) -> Part:
    """One value. Raises ValueError where it is longer than what holds it."""
    if at + 2 > end:
        raise ValueError("it breaks off")
    length, start = data[at + 1], at + 2
    if length & _LONG:
        count = length & ~_LONG
        if not 0 < count <= _MOST_LENGTH_BYTES:
            raise ValueError("a length is none of DER")
        length, start = int.from_bytes(data[start : start + count], "big"), start + count
    if start + length > end:
        raise ValueError("it breaks off")
    return at, start, start + length


def _sequence(content: bytes) -> bytes:
    length = len(content)
    if length < _LONG:
        return bytes((_SEQUENCE, length)) + content
    size = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes((_SEQUENCE, _LONG | len(size))) + size + content
