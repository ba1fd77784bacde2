"""The part of CBOR (RFC 8949) that an index is stored in: whole numbers, texts and lists."""

from collections.abc import Sequence

Value = int | str | list["Value"]

NUMBER, NEGATIVE, TEXT, LIST = 0, 1, 3, 4
_LENGTHS = {24: 1, 25: 2, 26: 4, 27: 8}
"""What the low five bits of a head say, and how many bytes of its number follow."""


class NotReadableError(ValueError):
    """The data is no CBOR, or holds more than is read here."""


def decode(data: bytes) -> Value:
    """The one value in `data`. Raises NotReadableError."""
    value, end = _decode_at(data, 0)
    if end != len(data):
        raise NotReadableError(f"{len(data) - end} bytes behind the value")
    return value


def encode(value: Value) -> bytes:
    """The value in the shortest form that CBOR has for it."""
    if isinstance(value, int):
        return _head(NUMBER, value) if value >= 0 else _head(NEGATIVE, -1 - value)
    if isinstance(value, str):
        text = value.encode()
        return _head(TEXT, len(text)) + text
    return list_of([encode(item) for item in value])


def list_of(encoded: Sequence[bytes]) -> bytes:
    """The list of values that are encoded already."""
    return list_head(len(encoded)) + b"".join(encoded)


def list_head(length: int) -> bytes:
    """What stands before the values of a list."""
    return _head(LIST, length)


def items_of(value: Value, length: int | None = None) -> list[Value]:
    """The value as a list, of so many items if a length is given. Raises NotReadableError."""
    if not isinstance(value, list) or length not in (None, len(value)):
        raise NotReadableError(f"{str(value)[:80]} where a list belongs")
    return value


def first_of(data: bytes) -> Value:
    """The first value of the list in `data`. Raises NotReadableError."""
    number, start = list_at(data, 0)
    if not number:
        raise NotReadableError("an empty list")
    return _decode_at(data, start)[0]


def list_at(data: bytes, start: int) -> tuple[int, int]:
    """How many values the list that begins here has, and where they begin. Raises NotReadableError."""
    kind, number, end = _head_at(data, start)
    if kind != LIST:
        raise NotReadableError(f"the head {data[start]} at {start} where a list belongs")
    return number, end


def behind_text(data: bytes, start: int) -> int:
    """Where the text that begins here ends. Raises NotReadableError."""
    kind, number, end = _head_at(data, start)
    if kind != TEXT or end + number > len(data):
        raise NotReadableError(f"the head {data[start]} at {start} where a text belongs")
    return end + number


def _head_at(data: bytes, start: int) -> tuple[int, int, int]:
    """The kind of a value, its number, and where its content begins."""
    if start >= len(data):
        raise NotReadableError("the data ends too early")
    kind, number, end = data[start] >> 5, data[start] & 31, start + 1
    if number in _LENGTHS:
        end += _LENGTHS[number]
        number = int.from_bytes(data[start + 1 : end])
    elif number > 27:
        raise NotReadableError(f"the head {data[start]} at {start}")
    return kind, number, end


def _decode_at(data: bytes, start: int) -> tuple[Value, int]:
    kind, number, end = _head_at(data, start)
    if kind == NUMBER:
        return number, end
    if kind == NEGATIVE:
        return -1 - number, end
    if kind == TEXT and end + number <= len(data):
        return data[end : end + number].decode(), end + number
    if kind != LIST:
        raise NotReadableError(f"the head {data[start]} at {start}")
    values: list[Value] = []
    for _ in range(number):
        value, end = _decode_at(data, end)
        values.append(value)
    return values, end


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    if number < 1 << 8:
        return bytes((kind << 5 | 24, number))
    if number < 1 << 16:
        return bytes((kind << 5 | 25, number >> 8, number & 255))
    code, length = (26, 4) if number < 1 << 32 else (27, 8)
    return bytes([kind << 5 | code]) + number.to_bytes(length)
