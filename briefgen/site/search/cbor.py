"""The part of CBOR (RFC 8949) that an index is stored in: whole numbers, texts and lists."""

from collections.abc import Sequence

Value = int | str | list["Value"]

_NUMBER, _NEGATIVE, _TEXT, _LIST = 0, 1, 3, 4
_LENGTHS = {24: 1, 25: 2, 26: 4, 27: 8}
"""What the low five bits of a head say, and how many bytes of its number follow."""


_STEPS = bytes(
    1 + _LENGTHS.get(head & 31, 0) if head >> 5 in (_NUMBER, _NEGATIVE) and head & 31 < 28 else 0
    for head in range(256)
)
"""Of the head of a number, how far behind it the next value begins; 0 of any other."""


_SHORT = (_LIST << 5) + min(_LENGTHS)
"""From here on the head of a list has its length behind it."""


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
        return _head(_NUMBER, value) if value >= 0 else _head(_NEGATIVE, -1 - value)
    if isinstance(value, str):
        text = value.encode()
        return _head(_TEXT, len(text)) + text
    return list_of([encode(item) for item in value])


def list_of(encoded: Sequence[bytes]) -> bytes:
    """The list of values that are encoded already."""
    return _head(_LIST, len(encoded)) + b"".join(encoded)


def items_of(value: Value, length: int | None = None) -> list[Value]:
    """The value as a list, of so many items if a length is given. Raises NotReadableError."""
    if not isinstance(value, list) or length not in (None, len(value)):
        raise NotReadableError(f"{str(value)[:80]} where a list belongs")
    return value


def parts_of(data: bytes) -> list[bytes]:
    """The values of the one list in `data`, as they stand there. Raises NotReadableError."""
    number, start = _list_at(data, 0)
    parts: list[bytes] = []
    for _ in range(number):
        end = _end_of(data, start)
        parts.append(data[start:end])
        start = end
    if start != len(data):
        raise NotReadableError(f"{len(data) - start} bytes behind the value")
    return parts


def first_of(data: bytes) -> Value:
    """The first value of the list in `data`. Raises NotReadableError."""
    number, start = _list_at(data, 0)
    if not number:
        raise NotReadableError("an empty list")
    return _decode_at(data, start)[0]


def _list_at(data: bytes, start: int) -> tuple[int, int]:
    """How many values a list has, and where they begin."""
    kind, number, end = _head_at(data, start)
    if kind != _LIST:
        raise NotReadableError(f"the head {data[start]} at {start} where a list belongs")
    return number, end


def _end_of(data: bytes, start: int) -> int:
    """Where the value that begins here ends. Most of an index is numbers, of which nobody asks which."""
    left, steps = 1, _STEPS
    while left:
        if start >= len(data):
            raise NotReadableError("the data ends too early")
        head = data[start]
        if step := steps[head]:
            start += step
            left -= 1
            continue
        if _LIST << 5 <= head < _SHORT:
            start += 1
            left += head - (_LIST << 5) - 1
            continue
        kind, number, start = _head_at(data, start)
        if kind == _LIST:
            left += number - 1
        elif kind == _TEXT:
            start += number
            left -= 1
        else:
            raise NotReadableError(f"a value of the kind {kind}")
    if start > len(data):
        raise NotReadableError("the data ends too early")
    return start


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
    if kind == _NUMBER:
        return number, end
    if kind == _NEGATIVE:
        return -1 - number, end
    if kind == _TEXT and end + number <= len(data):
        return data[end : end + number].decode(), end + number
    if kind != _LIST:
        raise NotReadableError(f"the head {data[start]} at {start}")
    values: list[Value] = []
    for _ in range(number):
        value, end = _decode_at(data, end)
        values.append(value)
    return values, end


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    code, length = next((code, length) for code, length in _LENGTHS.items() if number < 1 << 8 * length)
    return bytes([kind << 5 | code]) + number.to_bytes(length)
