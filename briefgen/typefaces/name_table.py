"""The table of a font that says what it is called."""

from struct import unpack_from

_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_ENCODINGS = {0: "utf-16-be", 1: "mac-roman", 3: "utf-16-be"}


def family_of(data: bytes, start: int) -> str:
    """The family a font belongs to. Raises struct.error, UnicodeDecodeError, KeyError if none."""
    count, texts = unpack_from(">HH", data, start + 2)
    names: dict[tuple[bool, bool], str] = {}
    for number in range(count):
        platform, _, _, kind, length, offset = unpack_from(">6H", data, start + 6 + 12 * number)
        if kind in (_FAMILY, _TYPOGRAPHIC_FAMILY) and platform in _ENCODINGS:
            at = start + texts + offset
            rank = (kind == _TYPOGRAPHIC_FAMILY, platform != 1)
            names.setdefault(rank, data[at : at + length].decode(_ENCODINGS[platform]))
    if not names:
        raise KeyError("family")
    return names[max(names)]
