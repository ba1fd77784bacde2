"""The outer form of a time stamp, before a library reads it.

The library takes only the whole answer of an authority, with its certificates in the order of DER.
Authorities that run OpenSSL set them as they come, and some programs keep the token alone. Neither is signed:
the signature is of what is stamped, so that a token may be put into this form and stays what it was.
"""

from collections.abc import Iterable, Iterator

_SEQUENCE = 0x30
_CERTIFICATES = 0xA0
_OID = 0x06
_GRANTED = b"\x30\x03\x02\x01\x00"
_BEFORE_CERTIFICATES = 3
_LONG = 0x80
_MOST_LENGTH_BYTES = 4

Part = tuple[int, int, int]
"""Where a value of DER begins, where its content does, and where both end."""


def as_answer(data: bytes, certificates: Iterable[bytes] = ()) -> bytes:
    """A time stamp as the answer of an authority, with `certificates` that were kept beside it put into it.

    Raises ValueError where it is not even of that form.
    """
    if b"-----BEGIN" in data[:64]:
        raise ValueError("it is PEM, not DER")
    whole = _part(data, 0, len(data))
    if whole[2] != len(data) or data[0] != _SEQUENCE:
        raise ValueError("more or less stands there than one value")
    parts = list(_parts(data, whole))
    if not parts or len(parts) > 2:
        return data
    status, token = (data[one[0] : one[2]] for one in (parts[0], parts[-1]))
    if data[parts[0][0]] == _OID:
        status, token = _GRANTED, data
    elif len(parts) == 1:
        return data
    return _value(_SEQUENCE, status + _in_order(token, certificates))


def _in_order(token: bytes, more: Iterable[bytes]) -> bytes:
    """A token with its certificates, and more, in the order of their bytes."""
    content = _texts(token)
    if len(content) != 2:
        return token
    signed = _texts(content[1])
    parts = _texts(signed[0]) if signed else []
    certificates = set(more)
    for part in parts:
        if part[0] == _CERTIFICATES:
            certificates.update(_texts(part))
    rest = [part for part in parts if part[0] != _CERTIFICATES]
    if len(rest) < _BEFORE_CERTIFICATES or not certificates:
        return token
    rest.insert(_BEFORE_CERTIFICATES, _value(_CERTIFICATES, b"".join(sorted(certificates))))
    inside = _value(content[1][0], _value(_SEQUENCE, b"".join(rest)))
    return _value(_SEQUENCE, content[0] + inside)


def _texts(data: bytes) -> list[bytes]:
    """The values in a value, each as its bytes."""
    return [data[one[0] : one[2]] for one in _parts(data, _part(data, 0, len(data)))]


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


def _value(kind: int, content: bytes) -> bytes:
    length = len(content)
    if length < _LONG:
        return bytes((kind, length)) + content
    size = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes((kind, _LONG | len(size))) + size + content
