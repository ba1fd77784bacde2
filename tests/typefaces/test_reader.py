"""The reading of fonts: what characters they have, how wide, and that no bytes are too odd for it."""

import hashlib
from pathlib import Path
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

import briefgen
from briefgen.model.capture import Blob
from briefgen.typefaces import NotAFontError, read_font
from briefgen.typefaces.character_table import characters_of

OURS = Path(briefgen.__file__).parent / "typefaces/files/brief-serif-400.ttf"
KOREAN = Path(__file__).parents[1] / "data/fonts/korean.ttf"


def blob(data: bytes, path: str = "fonts/a.ttf") -> Blob:
    return Blob(path, data, hashlib.sha256(data).hexdigest())


def test_our_own_font() -> None:
    font = read_font(blob(OURS.read_bytes()))
    assert font.family == "Brief Serif"
    # every advance as FreeType has it
    freetype = ImageFont.truetype(OURS, 1000, layout_engine=ImageFont.Layout.BASIC)
    for code, width in font.widths.items():
        assert round(width * 1000) == freetype.getlength(chr(code)), chr(code)
    assert len(font.widths) > 800
    for letters in ("Łódź", "Đặng Thị Ngọc", "Ўзбек", "Χίλιοι", "„“”‚‘’»«…–—"):
        assert all(ord(letter) in font.widths for letter in letters if letter != " "), letters
    assert ord("한") not in font.widths


def test_what_a_font_has_is_all_that_it_has() -> None:
    font = read_font(blob(KOREAN.read_bytes()))
    assert "".join(map(chr, font.widths)).strip() == "가공국다로르명병스어의이천쿠크한"


def test_the_first_font_of_a_collection() -> None:
    data = OURS.read_bytes()
    header = pack(">4sIII", b"ttcf", 0x10000, 1, 16)
    count = int.from_bytes(data[4:6], "big")
    moved = bytearray(data)
    for place in range(12, 12 + 16 * count, 16):
        offset = int.from_bytes(data[place + 8 : place + 12], "big") + len(header)
        moved[place + 8 : place + 12] = offset.to_bytes(4, "big")
    assert read_font(blob(header + moved)).widths == read_font(blob(data)).widths


def test_characters_beyond_the_first_65536() -> None:
    groups = pack(">HHIII", 12, 0, 16 + 2 * 12, 0, 2) + pack(">6I", 0x41, 0x43, 7, 0x1F600, 0x1F601, 20)
    table = pack(">HHHHI", 0, 1, 3, 10, 12) + groups
    assert dict(characters_of(table, 0)) == {0x41: 7, 0x42: 8, 0x43: 9, 0x1F600: 20, 0x1F601: 21}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is no TrueType or OpenType font"),
        (b"This is no font.\n", "is no TrueType or OpenType font"),
        (b"wOF2 and so on", "is a web font"),
        (b"ttcf", "is no TrueType or OpenType font"),
        (OURS.read_bytes()[:-9], "is damaged"),
        (OURS.read_bytes()[:300], "is damaged"),
    ],
)
def test_what_is_no_font_is_said_to_be_none(data: bytes, said: str) -> None:
    with pytest.raises(NotAFontError, match=said):
        read_font(blob(data))


@given(st.lists(st.tuples(st.integers(0, len(KOREAN.read_bytes()) - 1), st.integers(0, 255)), max_size=8))
def test_damage_of_any_kind_is_no_traceback(changes: list[tuple[int, int]]) -> None:
    data = bytearray(KOREAN.read_bytes())
    for place, value in changes:
        data[place] = value
    try:
        font = read_font(blob(bytes(data)))
    except NotAFontError:
        return
    assert all(0 <= code <= 0x10FFFF and width >= 0 for code, width in font.widths.items())
